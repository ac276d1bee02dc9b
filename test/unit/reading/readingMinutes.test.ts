import { expect, it } from 'vitest';
import { readingMinutes } from '../../../src/reading/readingMinutes.ts';

it('gives whole minutes at 230 words a minute', () => {
  expect(readingMinutes('word '.repeat(1380))).toBe(6);
});

it('gives at least one minute', () => {
  expect(readingMinutes('word '.repeat(150))).toBe(1);
});

it('says nothing of a text that is only a teaser', () => {
  expect(readingMinutes('word '.repeat(149))).toBeUndefined();
  expect(readingMinutes('')).toBeUndefined();
});

it('counts two characters of a script without spaces as a word', () => {
  expect(readingMinutes('中国'.repeat(460))).toBe(2);
});
