// /sources show: everything about a source, with buttons for what can be done about it.

import { type Asked, defineSubcommand } from '../../src/kit/defineCommand.ts';
import type { MessageView } from '../../src/kit/message.ts';
import { required } from '../../src/kit/options.ts';
import { type Result, reply, update } from '../../src/kit/result.ts';
import type { Audit } from '../../src/ports/audit.ts';
import type { Settings } from '../../src/ports/settings.ts';
import type { FollowedSource, Subscriptions } from '../../src/ports/subscriptions.ts';
import { sourceStory } from '../../src/views/sourceStory.ts';
import { record } from '../parts/record.ts';
import { completeSource, getFollowed, getPressed } from './followedSource.ts';
import { plainName } from './sourceName.ts';

export interface ShowPorts {
  readonly subscriptions: Subscriptions;
  readonly settings: Settings;
  readonly audit: Audit;
}

export const show = defineSubcommand({
  name: 'show',
  visibility: 'private',
  auditsItself: true,
  options: { source: required.text({ completes: true }) },
  async run(input, ports: ShowPorts) {
    return reply(await storyOf(await getFollowed(input.options.source, input, ports), input, ports));
  },
  complete: { source: (input, ports: ShowPorts) => completeSource(input, ports) },
  actions: {
    /** The menu of the list. */
    open: async (input, ports: ShowPorts): Promise<Result> =>
      reply(await storyOf(await getPressed(input.values[0] ?? '', input, ports), input, ports)),
    pause: async (input, ports: ShowPorts): Promise<Result> => {
      const { source, subscription } = await getPressed(input.id, input, ports);
      if (subscription.pausedAt === undefined) {
        await ports.subscriptions.pause(subscription.id, input.now);
        await record('sources pause', { source: plainName(source) }, input, ports);
      }
      return update(await storyOf(await getPressed(input.id, input, ports), input, ports));
    },
    resume: async (input, ports: ShowPorts): Promise<Result> => {
      const { source, subscription } = await getPressed(input.id, input, ports);
      if (subscription.pausedAt !== undefined) {
        await ports.subscriptions.resume(subscription.id, input.now);
        await record('sources resume', { source: plainName(source) }, input, ports);
      }
      return update(await storyOf(await getPressed(input.id, input, ports), input, ports));
    },
    /** "Keep it", after "Remove". */
    keep: async (input, ports: ShowPorts): Promise<Result> =>
      update(await storyOf(await getPressed(input.id, input, ports), input, ports)),
  },
});

async function storyOf(followed: FollowedSource, { now, say }: Asked, ports: ShowPorts): Promise<MessageView> {
  const { source, subscription, articleCount } = followed;
  const settings = await ports.settings.get(subscription.guildId);
  const [newest] = await ports.subscriptions.listHistory(subscription.id, 1);
  return sourceStory({
    source,
    subscription,
    settings,
    articleCount,
    ...(newest ? { newest: newest.article } : {}),
    now,
    say,
  });
}
