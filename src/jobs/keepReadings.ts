// Reads articles when they come in, so that nobody waits for it who asks for a summary.

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

/** In the length that a summary has unless another is asked for. An article that cannot be read keeps no other from being read. */
export async function keepReadings({ articleReadings, log }: KeepReadingsParts): Promise<void> {
  for (const article of await articleReadings.listUnread(articlesAtOnce)) {
    try {
      await articleReadings.keep(article, readArticle(article, 'standard'));
    } catch (error) {
      if (!isDefect(error)) throw error;
      log.error('reading.notKept', { articleId: article.id, err: error });
    }
  }
}
