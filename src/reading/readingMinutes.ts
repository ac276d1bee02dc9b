// How long an article takes to read, for the card's line of facts.

import { countWords } from './plainText.ts';

/** Silent reading of English non-fiction, words a minute. @see Brysbaert 2019, doi.org/10.1016/j.jml.2019.104047 (238, rounded down) */
const wordsPerMinute = 230;

/** Below this a text is a teaser, and its length says nothing of the article's. Words. */
const fewestWords = 150;

/** Whole minutes, at least 1; undefined for a text too short to be the article. */
export function readingMinutes(text: string): number | undefined {
  const words = countWords(text);
  return words < fewestWords ? undefined : Math.max(1, Math.round(words / wordsPerMinute));
}
