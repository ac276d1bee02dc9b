// Quotations of an answer that are not in the article word for word.

import { fold } from './plainSigns.ts';

/** Single marks are apostrophes, too: such a quotation has this many words at least. */
const wordsInSingleMarks = 2;

/** Both with plain signs. @returns each quotation that the article does not have */
export function findForeignQuotes(answer: string, article: string): string[] {
  const known = wordsOf(article);
  const double = [...answer.matchAll(/"([^"]+)"/gu)].map((match) => match[1] ?? '');
  const single = [...answer.matchAll(/(?<![\p{L}\p{N}])'([^'"]+(?:'(?=\p{L})[^'"]+)*)'(?![\p{L}\p{N}])/gu)]
    .map((match) => match[1] ?? '')
    .filter((quote) => quote.trim().split(' ').length >= wordsInSingleMarks);
  return [...double, ...single].filter((quote) => !partsOf(quote).every((part) => known.includes(wordsOf(part))));
}

/** What stands between signs of omission and insertions must be there; the rest must not be. */
function partsOf(quote: string): string[] {
  return quote.split(/\.{3}|…|\[[^\]]*\]/u).filter((part) => /[\p{L}\p{N}]/u.test(part));
}

/** Words alone, between spaces, so that no half of a word counts. */
function wordsOf(text: string): string {
  return ` ${(fold(text.replace(/'s(?!\p{L})/gu, '')).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
}
