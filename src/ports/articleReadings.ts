import type { Article } from '../domain/article.ts';
import type { ArticleReading } from '../domain/articleReading.ts';

/**
 * What was read of articles when they came in, in the usual length of a summary, with the earlier articles nearest to each: reading an
 * article takes longer than everything else that an answer needs. Another version of the bot reads anew; so does a change of the words.
 */
export interface ArticleReadings {
  find(article: Pick<Article, 'id'>): Promise<ArticleReading | undefined>;
  /** Of the articles that came last, those of which nothing is kept; newest first. */
  listUnread(limit: number): Promise<Article[]>;
  /** Nothing is kept where the article was changed meanwhile. */
  keep(article: Article, reading: ArticleReading): Promise<void>;
}
