// One entry of a list: its title, linked where that fits, and what is said of it.

import { entryTextLimit } from './blocks.ts';
import { cutText, firstFitting, linkTo, oneLine } from './text.ts';

const titleLimit = 160;

/** @param rest finished lines, foreign text in them escaped */
export function listEntry(title: string, url: string | undefined, rest: string): string {
  const shown = cutText(oneLine(title), titleLimit) || '…';
  const entry = (target?: string) => `**${linkTo(shown, target)}**\n${rest}`;
  return firstFitting(
    entryTextLimit,
    () => entry(url),
    () => entry(),
  );
}
