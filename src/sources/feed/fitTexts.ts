// A reading crosses from the parsing thread at once: its texts are bounded together. No item is left out, because its date and
// its place say nothing of whether it is new.

import type { Entry } from '../../domain/article.ts';
import { cutText } from '../cleanText.ts';

/** Characters of all texts of a reading together. */
const maxReadingLength = 4_000_000;

/** Where all texts together are too long, each is cut to its share. */
export function fitTexts(entries: readonly Entry[]): readonly Entry[] {
  const length = entries.reduce((sum, { teaser, text }) => sum + teaser.length + text.length, 0);
  if (length <= maxReadingLength) return entries;
  const share = Math.floor(maxReadingLength / entries.length / 2);
  return entries.map((entry) => ({
    ...entry,
    teaser: cutText(entry.teaser, share),
    text: cutText(entry.text, share),
  }));
}
