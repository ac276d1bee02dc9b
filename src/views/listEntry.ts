// One entry of a list: its title, linked where that fits, and what is said of it.

import { entryTextLimit } from './blocks.ts';
import { cutText, firstFitting, linkTo, oneLine } from './text.ts';

const titleLimit = 160;

/** @param rest finished lines, foreign text in them escaped. @param shorter what is said where they do not fit */
export function listEntry(title: string, url: string | undefined, rest: string, shorter = rest): string {
  const shown = cutText(oneLine(title), titleLimit) || '…';
  const entry = (said: string, target?: string) => `**${linkTo(shown, target)}**\n${said}`;
  return firstFitting(
    entryTextLimit,
    () => entry(rest, url),
    () => entry(rest),
    () => entry(shorter),
  );
}
