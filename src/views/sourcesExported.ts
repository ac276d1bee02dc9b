// The list of a server's sources, as a file to keep.

import type { MessageView } from '../kit/message.ts';
import type { Say } from '../kit/translate.ts';
import { fileBlock, textBlock } from './blocks.ts';

export function sourcesExported(input: {
  readonly count: number;
  readonly fileName: string;
  /** A mention of the command that takes the file. */
  readonly importCommand: string;
  readonly say: Say;
}): MessageView {
  const { count, fileName, importCommand, say } = input;
  const heading = say('sourcesExported.heading', { count, command: importCommand });
  return { components: [textBlock(heading), fileBlock(fileName)] };
}
