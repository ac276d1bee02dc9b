// The SQL of articles whose own page is still to be read.

import type { PageReading } from '../domain/article.ts';
import type { ArticleId, Instant } from '../domain/ids.ts';
import type { Db } from './schema.ts';

/** Only what stands this far up in its feed is worth a request; older articles are read by their teaser. */
const newestOfFeed = 50;

/** Of sources that somebody follows, newest first. */
export async function listIdsWithoutText(db: Db, limit: number): Promise<ArticleId[]> {
  const rows = await db
    .selectFrom('articles')
    .select('id')
    .where('text', '=', '')
    .where('pageReadAt', 'is', null)
    .where('url', 'is not', null)
    .where('vanishedAt', 'is', null)
    .where('feedPosition', '<', newestOfFeed)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('subscriptions')
          .select('subscriptions.id')
          .whereRef('subscriptions.sourceId', '=', 'articles.sourceId')
          .where('subscriptions.pausedAt', 'is', null),
      ),
    )
    .orderBy('orderedAt', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** What the feed says of an article stands; the page adds what the feed leaves out. */
export async function savePage(tx: Db, id: ArticleId, page: PageReading, readAt: Instant): Promise<void> {
  const row = await tx
    .selectFrom('articles')
    .select(['text', 'authors', 'language', 'picture', 'quotes', 'events', 'publishedAt'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return;
  await tx
    .updateTable('articles')
    .set({
      pageReadAt: readAt,
      text: row.text === '' ? page.text : row.text,
      authors: row.authors === '[]' ? JSON.stringify(page.authors) : row.authors,
      publishedAt: row.publishedAt ?? page.publishedAt ?? null,
      language: row.language ?? page.language ?? null,
      picture: row.picture ?? (page.picture ? JSON.stringify(page.picture) : null),
      events: page.events ? JSON.stringify(page.events) : row.events,
      quotes: row.quotes ?? (page.quotes ? JSON.stringify(page.quotes) : null),
    })
    .where('id', '=', id)
    .execute();
}
