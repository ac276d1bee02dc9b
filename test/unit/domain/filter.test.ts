import { describe, expect, it } from 'vitest';
import { type ArticleFilter, emptyFilter, judgeByFilter, readFilterTerms } from '../../../src/domain/filter.ts';

const article = {
  title: 'Économie: river treaties in dry years',
  teaser: 'What proportional sharing does.',
  text: 'The Straße along the Rhine. 中国经济的未来. AI研究. Wix™ and 20㎡. The society’s view on ΟΔΟΣ. Łódź, Æsop, Øresund.',
  categories: ['Trade policy', 'Water'],
};
const filter = (lists: Partial<ArticleFilter>): ArticleFilter => ({ ...emptyFilter, ...lists });
const has = (term: string) => judgeByFilter(article, filter({ any: [term] })).kind === 'wanted';

describe('a term of a filter', () => {
  it.each([
    ['a word in another case', 'RIVER'],
    ['a word without its accents', 'economie'],
    ['a word with accents the text lacks', 'tréaties'],
    ['a phrase', 'dry years'],
    ['a phrase in quotes', '“dry  years”'],
    ['sharp s written as ss', 'strasse'],
    ['a final sigma', 'οδος'],
    ['a barred letter without its bar', 'lodz'],
    ['joined letters written apart', 'Aesop'],
    ['a slashed letter without its slash', 'oresund'],
    ['a word before an apostrophe', 'society'],
    ['a word with its apostrophe', "society's"],
    ['a word of a script without spaces', '经济'],
    ['the same beside Latin letters', '研究'],
    ['a name before its trade mark', 'wix'],
    ['a number before its unit', '20'],
    ['a word of a category', 'policy'],
    ['a category by its name', 'category:trade POLICY'],
    ['a category with a space after the colon', 'Category: Water'],
  ])('finds %s', (_what, term) => {
    expect(has(term)).toBe(true);
  });

  it.each([
    ['half a word', 'treat'],
    ['words that stand apart', 'river dry'],
    ['a phrase across title and teaser', 'years what'],
    ['a category by half of its name', 'category:Trade'],
    ['a word of the text as a category', 'category:river'],
    ['a pattern', '.*'],
  ])('does not find %s', (_what, term) => {
    expect(has(term)).toBe(false);
  });
});

describe('a filter', () => {
  it('wants everything when it is empty', () => {
    expect(judgeByFilter(article, emptyFilter)).toEqual({ kind: 'wanted' });
  });

  it('names the word that must not be there before all else', () => {
    const verdict = judgeByFilter(article, { any: ['absent'], all: ['absent'], none: ['absent', 'Rhine'] });
    expect(verdict).toEqual({ kind: 'unwanted', because: 'filterNone', term: 'Rhine' });
  });

  it('names the first word of all that is missing', () => {
    const verdict = judgeByFilter(article, filter({ all: ['river', 'lake', 'sea'] }));
    expect(verdict).toEqual({ kind: 'unwanted', because: 'filterAll', term: 'lake' });
  });

  it('needs one of any', () => {
    expect(judgeByFilter(article, filter({ any: ['lake', 'sea'] }))).toEqual({
      kind: 'unwanted',
      because: 'filterAny',
    });
    expect(judgeByFilter(article, filter({ any: ['lake', 'water'] })).kind).toBe('wanted');
  });
});

describe('terms as people type them', () => {
  it('are parted by the commas of any script, trimmed, each once', () => {
    const typed = ' river ,Rivér, dry  years，category:Trade، , 经济、';
    expect(readFilterTerms(typed)).toEqual({ kind: 'terms', terms: ['Rivér', 'dry years', 'category:Trade', '经济'] });
  });

  it('are at most twenty, of at most sixty characters, each with a word in it', () => {
    const many = Array.from({ length: 21 }, (_, index) => `word${index}`);
    expect(readFilterTerms(many.join()).kind).toBe('tooMany');
    expect(readFilterTerms(many.slice(1).join()).kind).toBe('terms');
    expect(readFilterTerms('x'.repeat(61))).toMatchObject({ kind: 'tooLong' });
    expect(readFilterTerms('river, +++')).toEqual({ kind: 'wordless', term: '+++' });
    expect(readFilterTerms('category:').kind).toBe('wordless');
  });
});
