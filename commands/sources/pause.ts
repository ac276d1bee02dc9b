// /sources pause: nothing more is posted from a source until it is resumed.

import { defineSubcommand } from '../../src/kit/defineCommand.ts';
import { required } from '../../src/kit/options.ts';
import { reply } from '../../src/kit/result.ts';
import type { Audit } from '../../src/ports/audit.ts';
import type { Subscriptions } from '../../src/ports/subscriptions.ts';
import { notice } from '../../src/views/notice.ts';
import { record } from '../parts/record.ts';
import { completeSource, getFollowed } from './followedSource.ts';
import { plainName, sourceName } from './sourceName.ts';

export const pause = defineSubcommand({
  name: 'pause',
  visibility: 'private',
  auditsItself: true,
  options: { source: required.text({ completes: true }) },
  async run(input, ports: { readonly subscriptions: Subscriptions; readonly audit: Audit }) {
    const { source, subscription } = await getFollowed(input.options.source, input, ports);
    const wasPaused = subscription.pausedAt !== undefined;
    if (!wasPaused) {
      await ports.subscriptions.pause(subscription.id, input.now);
      await record('sources pause', { source: plainName(source) }, input, ports);
    }
    const args = { source: sourceName(source), command: input.mention('sources resume') };
    return reply(notice(input.say(wasPaused ? 'sourcePaused.already' : 'sourcePaused.done', args)));
  },
  complete: { source: completeSource },
});
