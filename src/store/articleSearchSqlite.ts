// Full-text search over the articles in SQLite's dialect (FTS5).

import { sql } from 'kysely';
import type { ArticleId, Instant, SourceId } from '../domain/ids.ts';
import type { Page } from '../ports/articles.ts';
import type { Db } from './schema.ts';

export interface Found {
  readonly ids: readonly ArticleId[];
  readonly total: number;
  /** By article; the hit between U+0002 and U+0003. Where the text has no hit (the title or an author has), its beginning. */
  readonly snippets: ReadonlyMap<ArticleId, string>;
}

/** Words of a snippet. At most 64. @see https://www.sqlite.org/fts5.html#the_snippet_function */
const snippetWords = 24;
/** A word in the title says more about an article than one in its text; then the authors. */
const weights = sql`10.0, 1.0, 4.0`;

/** Best first. @param match a query of FTS5, see searchWords.ts */
export async function searchArticles(
  db: Db,
  sourceIds: readonly SourceId[],
  match: string,
  page: Page,
  since: Instant = Number.MIN_SAFE_INTEGER,
): Promise<Found> {
  const matching = sql`
    FROM articles_fts JOIN articles ON articles.id = articles_fts.rowid
    WHERE articles_fts MATCH ${match} AND source_id IN (${sql.join(sourceIds)}) AND ordered_at >= ${since}`;
  const counted = await sql<{ total: number }>`SELECT count(*) AS total ${matching}`.execute(db);
  const found = await sql<{ id: ArticleId }>`
    SELECT articles.id ${matching}
    ORDER BY bm25(articles_fts, ${weights}), ordered_at DESC, articles.id DESC
    LIMIT ${page.limit} OFFSET ${page.offset}`.execute(db);
  const ids = found.rows.map(({ id }) => id);
  return { ids, total: counted.rows[0]?.total ?? 0, snippets: await listSnippets(db, ids, match) };
}

/** Snippets read whole texts, so only those of the page are made. */
async function listSnippets(db: Db, ids: readonly ArticleId[], match: string): Promise<Map<ArticleId, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ rowid: ArticleId; snippet: string }>`
    SELECT rowid, snippet(articles_fts, 1, char(2), char(3), '…', ${sql.lit(snippetWords)}) AS snippet
    FROM articles_fts WHERE articles_fts MATCH ${match} AND rowid IN (${sql.join(ids)})`.execute(db);
  return new Map(rows.map(({ rowid, snippet }) => [rowid, snippet]));
}

/** Articles whose title has the words, newest first. */
export async function searchTitles(db: Db, sourceIds: readonly SourceId[], match: string, limit: number) {
  const { rows } = await sql<{ id: ArticleId; title: string }>`
    SELECT articles.id, articles.title
    FROM articles_fts JOIN articles ON articles.id = articles_fts.rowid
    WHERE articles_fts MATCH ${`{title} : (${match})`} AND source_id IN (${sql.join(sourceIds)})
    ORDER BY ordered_at DESC, articles.id DESC LIMIT ${limit}`.execute(db);
  return rows;
}
