// The part of a long feed the bot works with.

import type { Entry } from '../../domain/article.ts';
import { cutText } from '../cleanText.ts';
import type { ParsedItem } from './parsedFeed.ts';

/** Items of one reading. */
const maxItems = 100;
/** Characters of all texts of a reading together: they cross from the parsing thread at once. */
const maxReadingLength = 4_000_000;

/** The newest, in the feed's order. An item without a date is as old as the one before it. */
export function keepNewest(items: readonly ParsedItem[]): readonly ParsedItem[] {
  if (items.length <= maxItems) return items;
  let at = Number.POSITIVE_INFINITY;
  const dated = items.map((item, index) => {
    at = item.publishedAt ?? item.updatedAt ?? at;
    return { item, index, at };
  });
  // Equal dates, infinite ones too, leave the feed's order.
  const newest = dated.toSorted((a, b) => b.at - a.at || a.index - b.index).slice(0, maxItems);
  return newest.toSorted((a, b) => a.index - b.index).map(({ item }) => item);
}

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
