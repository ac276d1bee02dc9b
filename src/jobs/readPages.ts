// Reads the pages of articles known by a teaser alone, a few at a time, so that summaries and search have the whole text. What
// is new gets its text when it is first seen (pollSources); this is for what was there before.

import { lacksText } from '../domain/article.ts';
import { SourceError } from '../domain/errors.ts';
import type { Log } from '../kit/log.ts';
import type { Articles } from '../ports/articles.ts';
import type { Clock } from '../ports/clock.ts';
import type { Reader } from '../ports/reader.ts';

/** Pages of one round: with a round every half minute a blog of a hundred posts is read within the hour. */
const pagesAtOnce = 2;

export interface ReadPagesParts {
  readonly articles: Articles;
  readonly reader: Reader;
  readonly clock: Clock;
  readonly log: Log;
}

/** Each page is tried once: a teaser is enough where it cannot be read. */
export async function readPages({ articles, reader, clock, log }: ReadPagesParts): Promise<void> {
  for (const article of await articles.listWithoutText(pagesAtOnce)) {
    if (!lacksText(article)) continue;
    try {
      await articles.savePage(article.id, await reader.readPage(article.url), clock.now());
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      // A host that asked for a pause is asked again after it.
      if (error.code === 'limited') return;
      log.warn('page.failed', { articleId: article.id, code: error.code });
      await articles.savePage(article.id, { text: '', authors: [] }, clock.now());
    }
  }
}
