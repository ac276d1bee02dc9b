// /sources resume: a paused source is followed again; what appeared meanwhile counts as seen.

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
  readonly audit: Audit;
  readonly polling: Pick<Polling, 'pollNow'>;
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
  // What nobody looked at meanwhile is seen from now on; where it cannot be read, by its next reading. Its trouble is noted with it.
  const isOverdue = source.nextPollAt <= asked.now && source.stoppedAt === undefined;
  if (isOverdue) await ports.polling.pollNow(source.id).catch(() => undefined);
  await ports.subscriptions.resume(subscription.id, asked.now);
  await record('sources resume', { source: plainName(source) }, asked, ports);
  return true;
}
