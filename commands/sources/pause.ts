// /sources pause: nothing more is posted from a source until it is resumed.

import { type Asked, defineSubcommand } from '../../src/kit/defineCommand.ts';
import { required } from '../../src/kit/options.ts';
import { reply } from '../../src/kit/result.ts';
import type { Audit } from '../../src/ports/audit.ts';
import type { FollowedSource, Subscriptions } from '../../src/ports/subscriptions.ts';
import { notice } from '../../src/views/notice.ts';
import { completeSource, getFollowed } from '../parts/followedSource.ts';
import { record } from '../parts/record.ts';
import { plainName, sourceName } from '../parts/sourceName.ts';

interface PausePorts {
  readonly subscriptions: Subscriptions;
  readonly audit: Audit;
}

export const pause = defineSubcommand({
  name: 'pause',
  visibility: 'private',
  auditsItself: true,
  options: { source: required.text({ completes: true }) },
  async run(input, ports: PausePorts) {
    const followed = await getFollowed(input.options.source, input, ports);
    const isPaused = await pauseNow(followed, input, ports);
    const args = { source: sourceName(followed.source), command: input.mention('sources resume') };
    return reply(notice(input.say(isPaused ? 'sourcePaused.done' : 'sourcePaused.already', args)));
  },
  complete: { source: completeSource },
});

/** @returns false where it was paused already */
export async function pauseNow(
  { source, subscription }: FollowedSource,
  asked: Asked,
  ports: PausePorts,
): Promise<boolean> {
  if (subscription.pausedAt !== undefined) return false;
  await ports.subscriptions.pause(subscription.id, asked.now);
  await record('sources pause', { source: plainName(source) }, asked, ports);
  return true;
}
