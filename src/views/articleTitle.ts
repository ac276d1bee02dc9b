// The head of an article wherever one is shown: its title, linked, and one quiet line of what is known about it.

import type { Article } from '../domain/article.ts';
import type { Say } from '../kit/translate.ts';
import { listInWords } from './listInWords.ts';
import { cutText, escapeLine, linkTo, oneLine, timestamp } from './text.ts';

/** Characters of a title before escaping. */
const titleLimit = 200;
const sourceNameLimit = 80;
const authorNameLimit = 60;
/** More authors than this become "and others". */
const authorsShown = 3;

/** One line of Markdown: the title, linked where the article has an address. */
export function articleTitle(article: Pick<Article, 'title' | 'url'>): string {
  return linkTo(cutText(oneLine(article.title), titleLimit) || '…', article.url);
}

/** "-# Source · by A. Member · 12 March 2027 · 6 min read", or less where less is known. */
export function articleByline(
  article: Pick<Article, 'sourceTitle' | 'authors' | 'publishedAt'>,
  minutes: number | undefined,
  say: Say,
): string {
  const parts = [
    escapeLine(article.sourceTitle, sourceNameLimit),
    authorsInWords(article.authors, say),
    article.publishedAt === undefined ? '' : timestamp(article.publishedAt, 'D'),
    minutes === undefined ? '' : say('article.minutes', { count: minutes }),
  ];
  const known = parts.filter((part) => part !== '');
  return known.length === 0 ? '' : `-# ${known.join(' · ')}`;
}

function authorsInWords(authors: readonly string[], say: Say): string {
  const names = authors.map((name) => escapeLine(name, authorNameLimit)).filter((name) => name !== '');
  if (names.length === 0) return '';
  const shown = names.slice(0, authorsShown);
  if (names.length > authorsShown) return say('article.byMany', { authors: shown.join(', ') });
  return say('article.by', { authors: listInWords(shown, say) });
}
