import { expect, it } from 'vitest';
import { fitTexts, keepNewest } from '../../../../src/sources/feed/newestItems.ts';
import type { ParsedItem } from '../../../../src/sources/feed/parsedFeed.ts';

const item = (id: number, publishedAt?: number): ParsedItem => ({
  id: String(id),
  authors: [],
  categories: [],
  enclosures: [],
  publishedAt,
});
const idsOf = (items: readonly ParsedItem[]) => items.map(({ id }) => Number(id));
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

it('keeps the newest hundred in the order of the feed, whichever end they stand at', () => {
  const newestFirst = upTo(150).map((id) => item(id, 1_000 - id));
  const oldestFirst = upTo(150).map((id) => item(id, 1_000 + id));
  expect(idsOf(keepNewest(newestFirst))).toEqual(upTo(100));
  expect(idsOf(keepNewest(oldestFirst))).toEqual(upTo(100).map((id) => id + 50));
});

it('keeps the first hundred of a feed without dates, and an undated item beside dated ones', () => {
  expect(idsOf(keepNewest(upTo(150).map((id) => item(id))))).toEqual(upTo(100));
  const mixed = upTo(150).map((id) => item(id, id === 0 || id === 30 ? undefined : 1_000 - id));
  expect(idsOf(keepNewest(mixed))).toEqual(upTo(100));
});

it('cuts texts only where all of them together are too long, each to its share', () => {
  const entry = (length: number) => ({ title: 't', teaser: '', text: 'x'.repeat(length), authors: [], categories: [] });
  const few = [entry(200_000), entry(100)];
  expect(fitTexts(few)).toBe(few);
  const many = fitTexts([...upTo(99).map(() => entry(200_000)), entry(100)]);
  expect(many.map(({ text }) => text.length)).toEqual([...upTo(99).map(() => 20_000), 100]);
});
