// /sources check: reads a source now, the same way as in its turn, and says what came. The button of an alert does the same.

import { type Asked, defineSubcommand } from '../../src/kit/defineCommand.ts';
import { required } from '../../src/kit/options.ts';
import { type Result, reply } from '../../src/kit/result.ts';
import type { Polling } from '../../src/ports/polling.ts';
import type { Sources } from '../../src/ports/sources.ts';
import type { FollowedSource, Subscriptions } from '../../src/ports/subscriptions.ts';
import { notice } from '../../src/views/notice.ts';
import { timestamp } from '../../src/views/text.ts';
import { completeSource, type FollowedSourcePorts, getFollowed, getPressed } from '../parts/followedSource.ts';
import { sourceName } from '../parts/sourceName.ts';
import { type FloodPorts, floodActions } from './floodActions.ts';

/** Articles that are looked through beside as many as are new. */
const datedBefore = 20;

export interface CheckPorts extends FollowedSourcePorts, FloodPorts {
  readonly polling: Polling;
  readonly sources: Pick<Sources, 'get' | 'restart'>;
  readonly subscriptions: Pick<Subscriptions, 'list' | 'listHistory'>;
}

export const check = defineSubcommand({
  name: 'check',
  visibility: 'private',
  auditsItself: true,
  options: { source: required.text({ completes: true }) },
  async run(input, ports: CheckPorts) {
    return checkNow(await getFollowed(input.options.source, input, ports), input, ports);
  },
  complete: { source: (input, ports: CheckPorts) => completeSource(input, ports) },
  actions: {
    ...floodActions,
    /** "Check now" on a source that is shown. */
    check: async (input, ports: CheckPorts): Promise<Result> =>
      checkNow(await getPressed(input.id, input, ports), input, ports),
    /** "Check now" on an alert. */
    lookAgain: async (input, ports: CheckPorts): Promise<Result> => {
      const { source } = await getPressed(input.id, input, ports);
      if (source.stoppedAt !== undefined) await ports.sources.restart(source.id, input.now);
      await ports.polling.pollNow(source.id);
      return reply(notice(input.say('sourceAlert.fineAgain', { source: sourceName(source) })));
    },
  },
});

async function checkNow(
  { source: known, subscription }: FollowedSource,
  { now, say, mention }: Asked,
  { sources, polling, subscriptions }: CheckPorts,
): Promise<Result> {
  if (known.stoppedAt !== undefined) await sources.restart(known.id, now);
  const { newArticles } = await polling.pollNow(known.id);
  const source = sourceName(known);
  if (newArticles === 0) {
    const next = timestamp((await sources.get(known.id)).nextPollAt, 'R');
    return reply(notice(say('sourceChecked.nothing', { source, next })));
  }
  const args = {
    source,
    count: newArticles,
    channel: `<#${subscription.channelId}>`,
    command: mention('sources resume'),
    preview: mention('sources preview'),
  };
  if (subscription.pausedAt !== undefined) return reply(notice(say('sourceChecked.foundPaused', args)));
  // New ones may be dated before what was there.
  const history = await subscriptions.listHistory(subscription.id, newArticles + datedBefore);
  const areAllSent = history.every(({ article, delivery }) => article.firstSeenAt < now || delivery !== undefined);
  return reply(notice(say(areAllSent ? 'sourceChecked.found' : 'sourceChecked.foundOther', args)));
}
