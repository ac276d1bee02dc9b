// "Related: …": earlier articles on the same subject, in one line.

import type { Article } from '../domain/article.ts';
import type { Say } from '../kit/translate.ts';
import { countCharacters, cutText, linkTo, oneLine } from './text.ts';

/** Characters of a title before escaping, and of the line with its addresses. */
const titleLimit = 70;
const lineLimit = 600;

/** Empty without articles; one that cannot be linked, or whose address is too long for the line, is left out. */
export function relatedLine(related: readonly Pick<Article, 'title' | 'url'>[], say: Say): string {
  const links = related
    .map(({ title, url }) => linkTo(cutText(oneLine(title), titleLimit) || '…', url))
    .filter((link) => link.startsWith('['));
  let line = '';
  for (const link of links) {
    const longer = line === '' ? link : `${line} · ${link}`;
    if (countCharacters(longer) <= lineLimit) line = longer;
  }
  return line === '' ? '' : say('article.related', { articles: line });
}
