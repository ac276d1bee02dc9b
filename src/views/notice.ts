// One plain message of text.

import type { MessageView } from '../kit/message.ts';
import { textBlock } from './blocks.ts';

/** @param text Markdown; foreign text in it escaped already */
export function notice(text: string): MessageView {
  return { components: [textBlock(text)] };
}
