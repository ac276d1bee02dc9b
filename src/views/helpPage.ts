// What this server's bot does, for the member who asks.

import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { container, textBlock } from './blocks.ts';
import { escapeLine } from './text.ts';

const guildNameLimit = 100;

export interface HelpPage {
  readonly guildName: string;
  /** What is switched on, one sentence each. */
  readonly features: readonly string[];
  /** The most useful commands, each a clickable mention with what it does. */
  readonly commands: readonly { readonly mention: string; readonly does: string }[];
  /** For moderators: what to do next. */
  readonly nextStep?: string;
  readonly say: Say;
}

export function helpPage({ guildName, features, commands, nextStep, say }: HelpPage): MessageView {
  const does = features.length === 0 ? [say('help.nothingYet')] : features.map((feature) => `- ${feature}`);
  return {
    components: [
      container([
        textBlock([`### ${say('help.heading', { guild: escapeLine(guildName, guildNameLimit) })}`, ...does].join('\n')),
        textBlock(commands.map(({ mention, does }) => `- ${mention}: ${does}`).join('\n')),
        textBlock(say('help.whomToAsk')),
        ...(nextStep === undefined ? [] : [textBlock(nextStep)]),
      ]),
    ],
  };
}
