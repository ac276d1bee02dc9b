// /sources remove: a source is followed no longer; what was posted stays. A button that removes asks once more.

import { type Asked, defineSubcommand } from '../../src/kit/defineCommand.ts';
import type { MessageView } from '../../src/kit/message.ts';
import { required } from '../../src/kit/options.ts';
import { type Result, reply, update } from '../../src/kit/result.ts';
import type { Audit } from '../../src/ports/audit.ts';
import type { FollowedSource, Subscriptions } from '../../src/ports/subscriptions.ts';
import { notice } from '../../src/views/notice.ts';
import { sourceRemoval } from '../../src/views/sourceRemoval.ts';
import { escapeLine } from '../../src/views/text.ts';
import { completeSource, getFollowed, getPressed } from '../parts/followedSource.ts';
import { record } from '../parts/record.ts';
import { plainName, sourceName } from '../parts/sourceName.ts';

interface RemovePorts {
  readonly subscriptions: Subscriptions;
  readonly audit: Audit;
}

const addressShown = 200;

export const remove = defineSubcommand({
  name: 'remove',
  visibility: 'private',
  auditsItself: true,
  options: { source: required.text({ completes: true }) },
  async run(input, ports: RemovePorts) {
    return reply(await removeNow(await getFollowed(input.options.source, input, ports), input, ports));
  },
  complete: { source: completeSource },
  actions: {
    remove: async (input, ports: RemovePorts): Promise<Result> => {
      const { source, subscription } = await getPressed(input.id, input, ports);
      const { channelId } = subscription;
      return update(sourceRemoval({ sourceId: source.id, source: sourceName(source), channelId, say: input.say }));
    },
    removeNow: async (input, ports: RemovePorts): Promise<Result> =>
      update(await removeNow(await getPressed(input.id, input, ports), input, ports)),
  },
});

async function removeNow(
  { source, subscription }: FollowedSource,
  asked: Asked,
  ports: RemovePorts,
): Promise<MessageView> {
  const { say, mention } = asked;
  await ports.subscriptions.remove(subscription.id);
  await record('sources remove', { source: plainName(source) }, asked, ports);
  const url = escapeLine(source.url, addressShown);
  return notice(say('sourceRemoved', { source: sourceName(source), command: mention('sources add'), url }));
}
