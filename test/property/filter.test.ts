// Whatever people type and whatever sites publish, a filter answers, and its work grows with the length of the texts alone.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyFilter, judgeByFilter, readFilterTerms } from '../../src/domain/filter.ts';
import { cpuTimeOf } from '../unit/sources/cpuTime.ts';

const text = fc.string({ unit: 'binary', maxLength: 200 });
const article = fc.record({ title: text, teaser: text, text, categories: fc.array(text, { maxLength: 3 }) });

describe('a filter', () => {
  it('takes any typed text and keeps to its bounds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (typed) => {
        const read = readFilterTerms(typed);
        if (read.kind !== 'terms') return;
        expect(read.terms.length).toBeLessThanOrEqual(20);
        expect(readFilterTerms(read.terms.join(', '))).toEqual(read);
      }),
    );
  });

  it('never wants by `any` what it refuses by `none`', () => {
    fc.assert(
      fc.property(article, fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), (one, typed) => {
        const read = readFilterTerms(typed);
        if (read.kind !== 'terms' || read.terms.length === 0) return;
        const isIn = judgeByFilter(one, { ...emptyFilter, any: read.terms }).kind;
        const isOut = judgeByFilter(one, { ...emptyFilter, none: read.terms }).kind;
        expect(isIn === 'wanted').toBe(isOut === 'unwanted');
      }),
    );
  });

  it('finds every word of a text in that text', () => {
    fc.assert(
      fc.property(text, (whole) => {
        for (const term of whole.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) {
          if (readFilterTerms(term).kind !== 'terms' || term.length > 60) continue;
          const one = { title: whole, teaser: '', text: '', categories: [] };
          expect(judgeByFilter(one, { ...emptyFilter, all: [term] }).kind, term).toBe('wanted');
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('looks for fifty terms in ten thousand articles in a small multiple of the time that folding their letters takes', () => {
    // Texts and terms that almost match everywhere: the worst for anything that goes back.
    const words = 'a aa aaa aaaa '.repeat(40);
    const articles = Array.from({ length: 10_000 }, (_, index) => ({
      title: `Title ${index}`,
      teaser: '',
      text: words,
      categories: ['Trade'],
    }));
    const terms = (prefix: string) => Array.from({ length: 20 }, (_, index) => `aa aaa aaaa a aa ${prefix}${index}`);
    const filter = { any: [...terms('x').slice(0, 10), 'title'], all: ['title'], none: [...terms('y'), ...terms('z')] };
    const judge = (count: number) => () => articles.slice(0, count).map((one) => judgeByFilter(one, filter));
    const yardstick = cpuTimeOf(() =>
      articles.map(({ text }) =>
        text
          .normalize('NFKD')
          .toUpperCase()
          .match(/[\p{L}\p{N}\p{M}]+/gu)
          ?.join(' '),
      ),
    );
    judge(100)();
    expect(cpuTimeOf(judge(10_000))).toBeLessThan(40 * yardstick);
  });
});
