import { expect, it } from 'vitest';
import { fitTexts } from '../../../../src/sources/feed/fitTexts.ts';

it('cuts texts only where all of them together are too long, each to its share', () => {
  const entry = (length: number) => ({ title: 't', teaser: '', text: 'x'.repeat(length), authors: [], categories: [] });
  const few = [entry(200_000), entry(100)];
  expect(fitTexts(few)).toBe(few);
  const many = fitTexts([...Array.from({ length: 99 }, () => entry(200_000)), entry(100)]);
  expect(many.map(({ text }) => text.length)).toEqual([...Array.from({ length: 99 }, () => 20_000), 100]);
});
