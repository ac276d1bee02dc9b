// Reads articles when they come in, so that nobody waits for it who asks for a summary.

import type { ArticleId } from '../domain/ids.ts';
import type { Log } from '../kit/log.ts';
import type { ArticleReadings } from '../ports/articleReadings.ts';
import { readArticle } from '../reading/readArticle.ts';
import { isDefect } from './isDefect.ts';

/** Articles of one round; each takes a few milliseconds. */
const articlesAtOnce = 20;

export interface KeepReadingsParts {
  readonly articleReadings: ArticleReadings;
  readonly log: Log;
}

/**
 * In the length that a summary has unless another is asked for. An article that cannot be read keeps no other from being read: it is
 * tried again after the next start.
 */
export function createKeepReadings({ articleReadings, log }: KeepReadingsParts): () => Promise<void> {
  const failed = new Set<ArticleId>();
  return async () => {
    const unread = await articleReadings.listUnread(articlesAtOnce + failed.size);
    for (const article of unread.filter(({ id }) => !failed.has(id))) {
      try {
        await articleReadings.keep(article, readArticle(article, 'standard'));
      } catch (error) {
        if (!isDefect(error)) throw error;
        failed.add(article.id);
        log.error('reading.notKept', { articleId: article.id, err: error });
      }
    }
  };
}
