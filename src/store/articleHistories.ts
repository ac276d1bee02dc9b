// What became of the newest articles of a source for one subscription, put together from articles, outbox and floods.

import type { ArticleHistory } from '../domain/articleHistory.ts';
import type { Flood } from '../domain/flood.ts';
import type { ArticleId } from '../domain/ids.ts';
import { listNewest, listSameAs } from './articleTable.ts';
import { listFloods } from './floodTable.ts';
import { listBringing } from './outboxTable.ts';
import type { Db } from './schema.ts';
import type { SubscriptionRow } from './subscriptionRows.ts';

/** Newest first. */
export async function listHistory(db: Db, subscription: SubscriptionRow, limit: number): Promise<ArticleHistory[]> {
  const { id, sourceId, baselineArticleId } = subscription;
  const articles = await listNewest(db, [sourceId], { limit, offset: 0 });
  const same = await listSameAs(
    db,
    articles.map((article) => article.id),
  );
  const deliveries = await listBringing(db, [...new Set([...same.values()].flat())], subscription);
  const floods = await listFloods(db, id);
  return articles.map((article) => {
    const ids = same.get(article.id) ?? [];
    const delivery =
      deliveries.find(({ articleId }) => articleId === article.id) ??
      deliveries.find(({ articleId }) => articleId !== undefined && ids.includes(articleId));
    const flood = floodOf(article.id, floods);
    return {
      article,
      isBaseline: baselineArticleId === null || article.id <= baselineArticleId,
      ...(delivery ? { delivery } : {}),
      ...(flood ? { flood: flood.answer ?? 'open' } : {}),
    };
  });
}

function floodOf(id: ArticleId, floods: readonly Flood[]): Flood | undefined {
  return floods.find(({ articleIds }) => articleIds.includes(id));
}
