// What the person who shared a summary sees instead of it: that it is out, and for a minute how to take it back.

import type { Instant } from '../domain/ids.ts';
import { customId } from '../kit/customId.ts';
import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { actionButton, buttonRow, present, textBlock } from './blocks.ts';
import { timestamp } from './text.ts';

/** @param until when the undo is over */
export function summaryShared(until: Instant, say: Say): MessageView {
  const undo = actionButton(say('summary.undo'), customId('articles', 'undoShare', `${Math.ceil(until / 1000)}`));
  const text = say('summary.shared', { until: timestamp(until, 'T') });
  return { components: [textBlock(text), ...present(buttonRow([undo]))] };
}
