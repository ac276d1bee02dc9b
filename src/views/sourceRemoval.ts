// Asks once more before a source is removed.

import type { ChannelId, SourceId } from '../domain/ids.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { actionButton, buttonRow, confirmButton, container, present, textBlock } from './blocks.ts';

export interface SourceRemoval {
  readonly sourceId: SourceId;
  /** Bold and escaped. */
  readonly source: string;
  readonly channelId: ChannelId;
  readonly say: Say;
}

export function sourceRemoval({ sourceId, source, channelId, say }: SourceRemoval): MessageView {
  const buttons = buttonRow([
    confirmButton(say('sourceRemoval.remove'), customId('sources', 'removeNow', `${sourceId}`)),
    actionButton(say('sourceRemoval.keep'), customId('sources', 'keep', `${sourceId}`)),
  ]);
  const question = say('sourceRemoval.ask', { source, channel: `<#${channelId}>` });
  return { components: [container([textBlock(question), ...present(buttons)])] };
}
