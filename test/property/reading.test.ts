// Whatever a site publishes, reading it never throws, never takes long, and never invents a word.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, findClosingInvitation } from '../../src/reading/cleanText.ts';
import { findQuotedSource } from '../../src/reading/curatedPost.ts';
import { detectLanguage } from '../../src/reading/detectLanguage.ts';
import { squeeze } from '../../src/reading/plainText.ts';
import { splitSentences } from '../../src/reading/splitSentences.ts';
import { starterQuestion } from '../../src/reading/starterQuestion.ts';
import { summarise } from '../../src/reading/summarise.ts';

const pieces = [
  'China',
  'the',
  'relationship',
  'U.S.',
  '“',
  '”',
  '"',
  '?',
  '!',
  '.',
  '. . .',
  '(',
  ')',
  '\n',
  '\n\n',
  '1.',
  '• ',
  ':',
  '—',
  'Why',
  'and',
  'let us know your thoughts on',
  'this',
  'forum here:',
  'This article from the Council says',
  'Recent Posts',
  '😀',
  '中国。',
  'T',
  '|',
  '*',
];
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 80 }).map((parts) => parts.join(' ')),
);
const article = fc.record({ title: text, text, teaser: text });

const sentence = fc
  .tuple(
    fc.constantFrom('It', 'But the port', 'They', 'The port', 'A ship', 'Ann Weaver', 'In 2026 the council', 'Trade'),
    fc.array(
      fc.constantFrom('ship', 'harbour', 'of', 'the', 'island', 'trade', 'grew', '3.5', 'Mr. Holt', 'U.S.', 'storm'),
      {
        minLength: 3,
        maxLength: 25,
      },
    ),
    fc.constantFrom('.', '?', '!'),
  )
  .map(([opening, rest, mark]) => `${opening} ${rest.join(' ')} anew${mark}`);
/** English as articles have it, each sentence once. */
const prose = fc.uniqueArray(sentence, { maxLength: 30 }).map((sentences) => sentences.join(' '));

/** Each sentence stands in the text after the one before it. */
function areInOrder(sentences: readonly string[], source: string): boolean {
  let from = 0;
  for (const sentence of sentences) {
    const at = source.indexOf(sentence.replace(/…$/u, ''), from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}

describe('reading any text', () => {
  it('asks one question with one question mark, at its end, in 200 characters', () => {
    fc.assert(
      fc.property(article, (any) => {
        const question = starterQuestion(any);
        expect(question.indexOf('?')).toBe(question.length - 1);
        expect(question.length).toBeLessThanOrEqual(200);
        expect(starterQuestion(any)).toBe(question);
      }),
      { numRuns: 400 },
    );
  });

  it('excerpts verbatim and in order', () => {
    fc.assert(
      fc.property(article, fc.constantFrom('short', 'standard', 'long'), (any, length) => {
        const { sentences } = summarise(any, length);
        expect([any.text, any.teaser].some((source) => areInOrder(sentences, squeeze(source)))).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('sums up its own summary in the same words', () => {
    fc.assert(
      fc.property(prose, fc.constantFrom('short', 'standard', 'long'), (any, length) => {
        const { text: once } = summarise({ title: '', text: any, teaser: '' }, length);
        expect(summarise({ title: '', text: once, teaser: '' }, length).text).toBe(once);
      }),
      { numRuns: 300 },
    );
  });

  it('never takes a sentence that leans on one it left out, and keeps the budget', () => {
    fc.assert(
      fc.property(prose, fc.constantFrom('short', 'standard', 'long'), (any, length) => {
        const all = splitSentences(any);
        const { sentences, text: whole } = summarise({ title: '', text: any, teaser: '' }, length);
        for (const [at, sentence] of sentences.entries()) {
          const place = all.indexOf(sentence);
          expect(place <= 0 || !/^(?:It|But|They)\b/u.test(sentence) || all[place - 1] === sentences[at - 1]).toBe(
            true,
          );
        }
        expect(sentences.length).toBeLessThanOrEqual({ short: 2, standard: 4, long: 12 }[length]);
        expect(whole.split(' ').length).toBeLessThanOrEqual({ short: 45, standard: 90, long: 175 }[length]);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['one endless word', 'a'.repeat(100_000)],
    ['emoji', '😀'.repeat(50_000)],
    ['a script from right to left', 'الميناء مغلق اليوم. '.repeat(5_000)],
    ['one endless sentence', 'the port and the ship '.repeat(5_000)],
    [
      'a thousand different sentences',
      Array.from({ length: 1000 }, (_, at) => `Ship ${at} left port ${at * 7}.`).join(' '),
    ],
  ])('sums up %s verbatim', (_name, hostile) => {
    const { sentences } = summarise({ title: '', text: hostile, teaser: '' }, 'standard');
    expect(areInOrder(sentences, squeeze(hostile))).toBe(true);
  });

  it('splits into pieces of the text, and loses no word', () => {
    fc.assert(
      fc.property(text, (any) => {
        const sentences = splitSentences(any);
        expect(areInOrder(sentences, squeeze(any))).toBe(true);
        expect(sentences.join('').replace(/\s/gu, '')).toBe(any.replace(/\s/gu, ''));
      }),
      { numRuns: 400 },
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(text, (any) => {
        cleanText(any);
        findClosingInvitation(any);
        findQuotedSource(any);
        detectLanguage(any);
      }),
    );
  });

  it.each([
    'a. ',
    '"',
    ' ',
    '“',
    'U.S. ',
    '1) ',
    ': - ',
    'let us know ',
    'By A. ',
    '(',
    '.',
    'This article from ',
    'A,',
    'Aaa-',
    '\n',
  ])(
    'takes no longer than four times as long for twice as much of “%s”',
    (unit) => {
      // Both lengths are below the bound of 200,000; a quadratic step would take minutes at the second.
      const read = (length: number): number => {
        const hostile = `${unit.repeat(Math.ceil(length / unit.length))}x`;
        const startedAt = process.cpuUsage();
        starterQuestion({ title: hostile, text: hostile, teaser: '' });
        summarise({ title: '', text: hostile, teaser: hostile }, 'long');
        const { user, system } = process.cpuUsage(startedAt);
        return (user + system) / 1000;
      };
      read(90_000);
      expect(read(180_000)).toBeLessThan(4 * read(90_000) + 200);
    },
    20_000,
  );
});
