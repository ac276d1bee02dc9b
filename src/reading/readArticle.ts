// What a card and a summary show of an article, from its words alone. Read once: a summary is asked for soonest of an article whose
// card has just gone out, to many servers, and reading it takes longer than everything else an answer needs.

import { createHash } from 'node:crypto';
import { articleText, type Entry } from '../domain/article.ts';
import type { ArticleReading } from '../domain/articleReading.ts';
import { createLastUsed } from '../kit/lastUsed.ts';
import { findQuotedSource } from './curatedPost.ts';
import { findKeyFigures } from './keyFigures.ts';
import { type SummaryLength, summarise } from './summarise.ts';

/** Articles, each in one length; a kilobyte or two for each. */
const readingsKept = 300;

type Words = Pick<Entry, 'title' | 'teaser' | 'text' | 'language'>;

const readings = createLastUsed<ArticleReading>(readingsKept);

export function readArticle(article: Words & Pick<Entry, 'quotes'>, length: SummaryLength): ArticleReading {
  const key = keyOf(article, length);
  const known = readings.get(key);
  // A copy: V8 would keep the whole text for each part of it.
  const reading = known ?? structuredClone(readWords(article, length));
  if (!known) readings.set(key, reading);
  return article.quotes === undefined ? reading : { ...reading, quotes: article.quotes };
}

function readWords(article: Words, length: SummaryLength): ArticleReading {
  const { text, language } = summarise(article, length);
  const whole = articleText(article);
  const quotes = findQuotedSource(whole);
  return {
    text,
    figures: findKeyFigures({ title: article.title, text: whole }),
    ...(language === undefined ? {} : { language }),
    ...(quotes === undefined ? {} : { quotes }),
  };
}

/** Every word counts: an article that was corrected is read anew. */
function keyOf({ title, teaser, text, language }: Words, length: SummaryLength): string {
  return createHash('sha256')
    .update(JSON.stringify([length, language, title, teaser, text]))
    .digest('base64url');
}
