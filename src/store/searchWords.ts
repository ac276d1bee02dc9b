// What a person types, as FTS5 understands it. Every word is quoted, so that no text is an error and none is an operator.

import { wellFormed } from './wellFormed.ts';

/** Nobody types more into a search by hand; each word costs time. Characters. */
const queryLimit = 200;

/**
 * All words must occur; "words in quotes" in that order; the last word may be unfinished.
 * @returns undefined where the text has no word to look for
 * @see https://www.sqlite.org/fts5.html#full_text_query_syntax
 */
export function matchExpression(text: string): string | undefined {
  const typed = wellFormed(text.slice(0, queryLimit)).replace(/[“”„«»]/g, '"');
  const parts = [...typed.matchAll(/"([^"]*)"|[^\s"]+/g)]
    .map(([whole, phrase]) => ({ words: phrase ?? whole, isQuoted: phrase !== undefined }))
    .filter(({ words }) => /[\p{L}\p{N}]/u.test(words));
  if (parts.length === 0) return undefined;
  return parts
    .map(({ words, isQuoted }, index) => `"${words}"${isQuoted || index < parts.length - 1 ? '' : '*'}`)
    .join(' ');
}
