// All SQL of which articles were looked over for conferences.

import { sql } from 'kysely';
import { defaultSettings } from '../domain/settings.ts';
import type { ArticleReviews, UnreviewedArticle } from '../ports/articleReviews.ts';
import { listArticles } from './articleTable.ts';
import type { Connections, Db } from './schema.ts';
import { listSettings } from './settings.ts';

/** How long the text of an article's page is waited for. Milliseconds. */
const pagePatienceMs = 3_600_000;

export function createArticleReviews({ read, write }: Connections): ArticleReviews {
  return {
    async listUnreviewed(limit, now) {
      const rows = await read
        .selectFrom('articles')
        .select('id')
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
      return Promise.all(articles.map(async (article) => ({ article, readers: await listReaders(read, article) })));
    },

    async markReviewed({ id, revision }) {
      await write.updateTable('articles').set({ conferencesRead: revision }).where('id', '=', id).execute();
    },
  };
}

async function listReaders(db: Db, { id, sourceId }: UnreviewedArticle['article']) {
  const rows = await db
    .selectFrom('subscriptions')
    .select(['guildId', 'baselineArticleId'])
    .where('sourceId', '=', sourceId)
    .where('pausedAt', 'is', null)
    .where('baselineArticleId', 'is not', null)
    .execute();
  const guildIds = rows.map(({ guildId }) => guildId);
  const settings = guildIds.length === 0 ? new Map<never, never>() : await listSettings(db, guildIds);
  return rows.map(({ guildId, baselineArticleId }) => {
    const { timeZone } = settings.get(guildId) ?? defaultSettings(guildId);
    return { guildId, timeZone, isNews: id > (baselineArticleId ?? 0) };
  });
}
