// Which articles of a source a guild wants: words and phrases that must, may or must not be in them. Whole words, whatever
// their case and accents. Invariant: the work grows with the length of the texts alone; nothing people type becomes a pattern.

import type { Entry } from './article.ts';

/** Terms as typed: a word, a phrase, or `category:` with the name of a category. */
export interface ArticleFilter {
  /** At least one must be there; empty: no matter. */
  readonly any: readonly string[];
  /** Every one must be there. */
  readonly all: readonly string[];
  /** None may be there. */
  readonly none: readonly string[];
}

/** Terms of one list. */
export const filterTermLimit = 20;
/** Characters of a term. */
export const filterTermLength = 60;

export const emptyFilter: ArticleFilter = { any: [], all: [], none: [] };

export type FilterVerdict =
  | { readonly kind: 'wanted' }
  | { readonly kind: 'unwanted'; readonly because: 'filterNone' | 'filterAll'; readonly term: string }
  | { readonly kind: 'unwanted'; readonly because: 'filterAny' };

export type TypedTerms =
  | { readonly kind: 'terms'; readonly terms: readonly string[] }
  | { readonly kind: 'tooMany' }
  | { readonly kind: 'tooLong' | 'wordless'; readonly term: string };

/** The commas of the scripts people type in. */
const comma = /[,،，、]/;
const categoryPrefix = /^category:/i;
const parting = /[^\p{L}\p{N}\p{M}]+/gu;
const accents = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff]/g;
/** Letters that no accent can be taken from, in upper case, as they are typed where a keyboard lacks them. */
const plainLetters: Readonly<Record<string, string>> = {
  Ł: 'L',
  Ø: 'O',
  Đ: 'D',
  Ð: 'D',
  Ħ: 'H',
  Æ: 'AE',
  Œ: 'OE',
  Þ: 'TH',
};
const barred = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'g');
/** A word; where a script sets no spaces between words, each character counts as one. */
const word =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]\p{M}*|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])[\p{L}\p{N}\p{M}])+/gu;

/** Terms parted by commas, each once. */
export function readFilterTerms(typed: string): TypedTerms {
  const terms = new Map<string, string>();
  for (const part of typed.split(comma)) {
    const term = part.replace(/\s+/g, ' ').trim();
    if (term === '') continue;
    if (term.length > filterTermLength) return { kind: 'tooLong', term };
    const words = wordsOf(nameOf(term));
    if (words.trim() === '') return { kind: 'wordless', term };
    terms.set(`${isCategory(term)}${words}`, term);
    if (terms.size > filterTermLimit) return { kind: 'tooMany' };
  }
  return { kind: 'terms', terms: [...terms.values()] };
}

export function isEmptyFilter({ any, all, none }: ArticleFilter): boolean {
  return any.length + all.length + none.length === 0;
}

/** What must not be there is looked for first, so that the reason given is the one a person would give. */
export function judgeByFilter(
  article: Pick<Entry, 'title' | 'teaser' | 'text' | 'categories'>,
  filter: ArticleFilter,
): FilterVerdict {
  if (isEmptyFilter(filter)) return { kind: 'wanted' };
  const categories = article.categories.map(wordsOf);
  // The words of two parts never join to a phrase.
  const words = [wordsOf(article.title), wordsOf(article.teaser), wordsOf(article.text), ...categories].join('|');
  const has = (term: string) => {
    const wanted = wordsOf(nameOf(term));
    return isCategory(term) ? categories.includes(wanted) : words.includes(wanted);
  };
  const unwanted = filter.none.find(has);
  if (unwanted !== undefined) return { kind: 'unwanted', because: 'filterNone', term: unwanted };
  const missing = filter.all.find((term) => !has(term));
  if (missing !== undefined) return { kind: 'unwanted', because: 'filterAll', term: missing };
  if (filter.any.length > 0 && !filter.any.some(has)) return { kind: 'unwanted', because: 'filterAny' };
  return { kind: 'wanted' };
}

function isCategory(term: string): boolean {
  return categoryPrefix.test(term);
}

function nameOf(term: string): string {
  return term.replace(categoryPrefix, '');
}

/** " RIVER TREATIES ": each word between single spaces, without accents, in the one case that folds ß and ς, too. */
function wordsOf(text: string): string {
  // What parts words goes first: normalised, "Wix™" would be the word "WixTM".
  const bare = text.replace(parting, ' ').normalize('NFKD').replace(accents, '').toUpperCase();
  const folded = bare.replace(barred, (letter) => plainLetters[letter] ?? letter);
  return ` ${(folded.match(word) ?? []).join(' ')} `;
}
