// /sources remove: a source is followed no longer; what was posted stays.

import { defineSubcommand } from '../../src/kit/defineCommand.ts';
import { required } from '../../src/kit/options.ts';
import { reply } from '../../src/kit/result.ts';
import type { Subscriptions } from '../../src/ports/subscriptions.ts';
import { notice } from '../../src/views/notice.ts';
import { escapeLine } from '../../src/views/text.ts';
import { completeSource, getFollowed } from './followedSource.ts';
import { sourceName } from './sourceName.ts';

const addressShown = 200;

export const remove = defineSubcommand({
  name: 'remove',
  visibility: 'private',
  options: { source: required.text({ completes: true }) },
  async run(input, ports: { readonly subscriptions: Subscriptions }) {
    const { source, subscription } = await getFollowed(input.options.source, input, ports);
    await ports.subscriptions.remove(subscription.id);
    const args = {
      source: sourceName(source),
      command: input.mention('sources add'),
      url: escapeLine(source.url, addressShown),
    };
    return reply(notice(input.say('sourceRemoved', args)));
  },
  complete: { source: completeSource },
});
