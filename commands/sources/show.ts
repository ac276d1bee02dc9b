// /sources show: everything about a source, with buttons for what can be done about it.

import { type Asked, defineSubcommand } from '../../src/kit/defineCommand.ts';
import type { MessageView } from '../../src/kit/message.ts';
import { required } from '../../src/kit/options.ts';
import { type Result, reply, update } from '../../src/kit/result.ts';
import type { Audit } from '../../src/ports/audit.ts';
import type { Polling } from '../../src/ports/polling.ts';
import type { Settings } from '../../src/ports/settings.ts';
import type { FollowedSource, Subscriptions } from '../../src/ports/subscriptions.ts';
import { sourceStory } from '../../src/views/sourceStory.ts';
import { completeSource, getFollowed, getPressed } from '../parts/followedSource.ts';
import { pauseNow } from './pause.ts';
import { resumeNow } from './resume.ts';

export interface ShowPorts {
  readonly subscriptions: Subscriptions;
  readonly settings: Settings;
  readonly audit: Audit;
  readonly polling: Pick<Polling, 'pollNow'>;
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
      await pauseNow(await getPressed(input.id, input, ports), input, ports);
      return update(await storyOf(await getPressed(input.id, input, ports), input, ports));
    },
    resume: async (input, ports: ShowPorts): Promise<Result> => {
      await resumeNow(await getPressed(input.id, input, ports), input, ports);
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
