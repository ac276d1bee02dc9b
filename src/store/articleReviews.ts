// All SQL of which articles were looked over for conferences.

import { sql } from 'kysely';
import type { Article } from '../domain/article.ts';
import { defaultSettings } from '../domain/settings.ts';
import type { ArticleReader, ArticleReviews, UnreviewedArticle } from '../ports/articleReviews.ts';
import { listArticles } from './articleTable.ts';
import { inChunks } from './rows.ts';
import type { Connections, Db } from './schema.ts';
import { listSettings } from './settings.ts';

/** How long the text of an article's page is waited for. Milliseconds. */
const pagePatienceMs = 3_600_000;

/**
 * In place of a revision: the article is looked over, and nothing of it is news. What it tells may have been told, or was there
 * before anybody asked.
 */
export const toldOfBefore = 0;

export function createArticleReviews({ read, write }: Connections): ArticleReviews {
  return {
    async listUnreviewed(limit, now) {
      const rows = await read
        .selectFrom('articles')
        .select(['id', 'conferencesRead'])
        // As the index says it.
        .where(sql<boolean>`(conferences_read IS NULL OR conferences_read < revision)`)
        .where(({ eb, or }) =>
          or([
            eb('text', '!=', ''),
            eb('pageReadAt', 'is not', null),
            eb('url', 'is', null),
            eb('firstSeenAt', '<', now - pagePatienceMs),
          ]),
        )
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      const articles = await listArticles(
        read,
        rows.map(({ id }) => id),
      );
      const old = new Set(rows.flatMap(({ id, conferencesRead }) => (conferencesRead === toldOfBefore ? id : [])));
      return Promise.all(
        articles.map(async (article) => ({ article, readers: await listReaders(read, article, old.has(article.id)) })),
      );
    },

    async markReviewed({ id, revision }) {
      await write.updateTable('articles').set({ conferencesRead: revision }).where('id', '=', id).execute();
    },
  };
}

/** What a source showed while a lost database was the bot's: its conferences may have been announced. */
export async function markToldOfBefore(tx: Db, articles: readonly Pick<Article, 'id'>[]): Promise<void> {
  for (const chunk of inChunks(articles.map(({ id }) => id))) {
    await tx.updateTable('articles').set({ conferencesRead: toldOfBefore }).where('id', 'in', chunk).execute();
  }
}

async function listReaders(
  db: Db,
  { id, sourceId }: UnreviewedArticle['article'],
  isOld: boolean,
): Promise<ArticleReader[]> {
  const rows = await db
    .selectFrom('subscriptions')
    .innerJoin('sources', 'sources.id', 'subscriptions.sourceId')
    .select(['guildId', 'baselineArticleId'])
    .where('sourceId', '=', sourceId)
    .where('pausedAt', 'is', null)
    // What is only recommended of a site is not followed.
    .where('kind', '!=', 'recommended')
    .execute();
  const guildIds = rows.map(({ guildId }) => guildId);
  const settings = guildIds.length === 0 ? new Map<never, never>() : await listSettings(db, guildIds);
  return rows.map(({ guildId, baselineArticleId }) => {
    const { timeZone } = settings.get(guildId) ?? defaultSettings(guildId);
    return { guildId, timeZone, isNews: !isOld && baselineArticleId !== null && id > baselineArticleId };
  });
}
