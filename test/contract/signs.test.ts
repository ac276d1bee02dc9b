// Whoever hears a message read aloud, or sees no colours, learns the same: a sign stands beside words, never for them.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { spokenLanguages } from '../../src/kit/translate.ts';
import { sentencesIn } from '../support/sentences.ts';

/** Arrows, shapes, ticks and all that Unicode calls a picture. */
const sign = /[\u2190-\u21FF\u2300-\u23FF\u2500-\u27BF\u2B00-\u2BFF]|\p{Extended_Pictographic}/u;
const aroundWords = new RegExp(`^(?:${sign.source}) | (?:${sign.source})$`, 'gu');
const views = new URL('../../src/views/', import.meta.url);

describe.each(spokenLanguages)('in %s', (language) => {
  const file = new URL(`../../src/locales/${language}.json`, import.meta.url);
  const sentences = sentencesIn(JSON.parse(readFileSync(file, 'utf8')));

  it('no sentence means something by a sign between its words, or by a sign alone', () => {
    const bare = sentences.map(([key, sentence]) => [key, sentence.replace(aroundWords, '')] as const);
    expect(bare.filter(([, words]) => sign.test(words) || !/[\p{L}{]/u.test(words))).toEqual([]);
  });
});

it('no view puts a sign of its own where a word belongs', () => {
  const drawn = readdirSync(views).flatMap((file) => {
    const code = readFileSync(new URL(file, views), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    return [...code.matchAll(/'([^'\n]*)'/g)].map(([, text = '']) => [file, text] as const);
  });
  expect(drawn.filter(([, text]) => sign.test(text) || text === '–')).toEqual([
    // Each line of the panel says in words what is chosen, or that nothing is yet.
    ['setupPanel.ts', '✓'],
    ['setupPanel.ts', '○'],
  ]);
});

it('no message is told from another by its colour: there is one', () => {
  const colours = readdirSync(views).flatMap(
    (file) => readFileSync(new URL(file, views), 'utf8').match(/0x[\da-f]{6}/gi) ?? [],
  );
  expect(colours).toHaveLength(1);
});
