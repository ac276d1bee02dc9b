// /sources check: reads a source now, the same way as in its turn, and says what came.

import { defineSubcommand } from '../../src/kit/defineCommand.ts';
import { required } from '../../src/kit/options.ts';
import { reply } from '../../src/kit/result.ts';
import type { Polling } from '../../src/ports/polling.ts';
import { notice } from '../../src/views/notice.ts';
import { timestamp } from '../../src/views/text.ts';
import { completeSource, type FollowedSourcePorts, getFollowed } from './followedSource.ts';
import { sourceName } from './sourceName.ts';

interface CheckPorts extends FollowedSourcePorts {
  readonly polling: Polling;
}

export const check = defineSubcommand({
  name: 'check',
  visibility: 'private',
  options: { source: required.text({ completes: true }) },
  async run(input, ports: CheckPorts) {
    const { options, now, say, mention } = input;
    const { source: known, subscription } = await getFollowed(options.source, input, ports);
    const { newArticles } = await ports.polling.pollNow(known.id);
    const source = sourceName(known);
    if (newArticles === 0) {
      const next = timestamp(now + ports.polling.intervalMs(known.url), 'R');
      return reply(notice(say('sourceChecked.nothing', { source, next })));
    }
    const isPaused = subscription.pausedAt !== undefined;
    const args = {
      source,
      count: newArticles,
      channel: `<#${subscription.channelId}>`,
      command: mention('sources resume'),
    };
    return reply(notice(say(isPaused ? 'sourceChecked.foundPaused' : 'sourceChecked.found', args)));
  },
  complete: { source: completeSource },
});
