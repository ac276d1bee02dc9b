// Whose article a curated post quotes: the line that keeps the source apart from the words taken from it.

import type { QuotedSource } from '../domain/quotedSource.ts';
import type { Say } from '../kit/translate.ts';
import { cutText, escapeLine, firstFitting, linkTo, oneLine } from './text.ts';

const quotedNameLimit = 80;
const quotedTitleLimit = 120;
/** Characters of the line that says who is quoted; a long address is not linked. */
const quotedLineLimit = 600;

export function quotedLine(quotes: QuotedSource, say: Say): string {
  return firstFitting(
    quotedLineLimit,
    () => quotedWords(quotes, quotes.url, say),
    () => quotedWords(quotes, undefined, say),
  );
}

function quotedWords({ name, title }: QuotedSource, url: string | undefined, say: Say): string {
  if (title === undefined) return say('article.quotes', { name: linkTo(cutText(oneLine(name), quotedNameLimit), url) });
  return say('article.quotesTitle', {
    name: escapeLine(name, quotedNameLimit),
    title: linkTo(cutText(oneLine(title), quotedTitleLimit), url),
  });
}
