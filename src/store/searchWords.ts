// What a person types, as FTS5 understands it. Every word is quoted, so that no text is an error and none is an operator.

import type { SourceId } from '../domain/ids.ts';
import { porterStem } from './porterStem.ts';
import { wordsOf } from './resemblance.ts';
import { wellFormed } from './wellFormed.ts';

/** Nobody types more into a search by hand; each word costs time. Characters. */
const queryLimit = 200;
/** A single letter begins too many words to tell anything. Letters. */
const leastPrefix = 2;
/** What is left of a word that is shortened to find something, and how much of it is cut at most. Letters. */
const leastShortened = 3;
const mostCut = 4;

/** A word, or several that a person put in quotes and wants in that order. */
export interface SearchTerm {
  /** Holds a letter or a digit, and no quote. */
  readonly words: string;
  readonly isQuoted: boolean;
}

/** @returns nothing where the text has no word to look for */
export function parseSearch(text: string): SearchTerm[] {
  const typed = wellFormed(text.slice(0, queryLimit))
    .replace(/[“”„«»]/g, '"')
    // The words of the index that stand for a source.
    .replace(/\p{Private_Use}/gu, ' ');
  return [...typed.matchAll(/"([^"]*)"|[^\s"]+/g)]
    .map(([whole, phrase]) => ({ words: phrase ?? whole, isQuoted: phrase !== undefined }))
    .filter(({ words }) => /[\p{L}\p{N}]/u.test(words));
}

/** A source that a search may find its articles by. */
export interface NamedSource {
  readonly id: SourceId;
  readonly title: string;
}

/**
 * All terms must occur, each anywhere in the article or in the name of its source.
 * @param isUnfinished whether the last word may go on
 * @see https://www.sqlite.org/fts5.html#full_text_query_syntax
 */
export function matchExpression(
  terms: readonly SearchTerm[],
  isUnfinished: boolean,
  sources: readonly NamedSource[] = [],
): string {
  return terms
    .map(({ words }, index) => {
      const mayGoOn = isUnfinished && index === terms.length - 1;
      const named = sources.filter(({ title }) => isNamed(title, words, mayGoOn)).map(({ id }) => id);
      const phrase = `"${words}"${mayGoOn ? '*' : ''}`;
      return named.length === 0 ? phrase : `(${phrase} OR ${ofSources(named)})`;
    })
    .join(' AND ');
}

/** Articles of any of these, by the words that the view article_words gives them. */
export function ofSources(ids: readonly SourceId[]): string {
  return `source : (${ids.map((id) => `"\uE000${id}"`).join(' OR ')})`;
}

function isNamed(title: string, words: string, mayGoOn: boolean): boolean {
  const names = wordsOf(title);
  const wanted = wordsOf(words);
  return (
    wanted.length > 0 &&
    wanted.every((word, index) =>
      names.some((name) => name === word || (mayGoOn && index === wanted.length - 1 && name.startsWith(word))),
    )
  );
}

/**
 * What to look for with the last word as the beginning of one, one after the other until something is found. The index holds stems,
 * so the beginning of a word may be longer than its stem: where nothing was found, ever shorter beginnings are tried.
 * @param hasFound whether the words as they stand have found something
 */
export function unfinishedTerms(terms: readonly SearchTerm[], hasFound: boolean): (readonly SearchTerm[])[] {
  const last = terms.at(-1);
  if (!last || last.isQuoted || [...last.words].length < leastPrefix) return [];
  const [word = '', ...others] = wordsOf(last.words);
  // The stem of "cars" begins "carbon" as well.
  if (hasFound) return porterStem(word) === word ? [terms] : [];
  if (others.length > 0) return [terms];
  const shorter = Array.from({ length: mostCut }, (_, cut) => word.slice(0, -1 - cut));
  return [
    terms,
    ...shorter
      .filter((beginning) => beginning.length >= leastShortened)
      .map((words) => [...terms.slice(0, -1), { words, isQuoted: false }]),
  ];
}
