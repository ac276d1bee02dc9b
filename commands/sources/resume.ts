// /sources resume: a paused source is followed again; what appeared meanwhile counts as seen.

import { SourceError } from '../../src/domain/errors.ts';
import { type Asked, defineSubcommand } from '../../src/kit/defineCommand.ts';
import { required } from '../../src/kit/options.ts';
import { reply } from '../../src/kit/result.ts';
import type { Audit } from '../../src/ports/audit.ts';
import type { Polling } from '../../src/ports/polling.ts';
import type { FollowedSource, Subscriptions } from '../../src/ports/subscriptions.ts';
import { notice } from '../../src/views/notice.ts';
import { completeSource, getFollowed } from '../parts/followedSource.ts';
import { record } from '../parts/record.ts';
import { plainName, sourceName } from '../parts/sourceName.ts';

interface ResumePorts {
  readonly subscriptions: Subscriptions;
  readonly polling: Pick<Polling, 'pollNow'>;
  readonly audit: Audit;
}

export const resume = defineSubcommand({
  name: 'resume',
  visibility: 'private',
  auditsItself: true,
  options: { source: required.text({ completes: true }) },
  async run(input, ports: ResumePorts) {
    const followed = await getFollowed(input.options.source, input, ports);
    const isResumed = await resumeNow(followed, input, ports);
    const args = { source: sourceName(followed.source), channel: `<#${followed.subscription.channelId}>` };
    return reply(notice(input.say(isResumed ? 'sourceResumed.done' : 'sourceResumed.already', args)));
  },
  complete: { source: completeSource },
});

/** @returns false where it was not paused */
export async function resumeNow(
  { source, subscription }: FollowedSource,
  asked: Asked,
  ports: ResumePorts,
): Promise<boolean> {
  if (subscription.pausedAt === undefined) return false;
  await ports.subscriptions.resume(subscription.id, asked.now);
  await record('sources resume', { source: plainName(source) }, asked, ports);
  if (source.nextPollAt <= asked.now && source.stoppedAt === undefined) await readMeanwhile(source, ports);
  return true;
}

/** What appeared meanwhile is read at once, so that what appears from now on is news. Trouble with the site is told in its own time. */
async function readMeanwhile({ id }: FollowedSource['source'], { polling }: ResumePorts): Promise<void> {
  await polling.pollNow(id).catch((error: unknown) => {
    if (!(error instanceof SourceError)) throw error;
  });
}
