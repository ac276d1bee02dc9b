// All SQL of articles, but for the full-text search. Everything else composes these.

import { type Selectable, sql } from 'kysely';
import { type Article, type BriefArticle, beginningLimit, type ReadableArticle } from '../domain/article.ts';
import type { ArticleId, Instant, SourceId } from '../domain/ids.ts';
import type { Placed } from '../domain/refills.ts';
import type { ArticleQuery, Page } from '../ports/articles.ts';
import { asInteger } from './asInteger.ts';
import { compiledOnce } from './compiledOnce.ts';
import { inChunks, withoutNulls } from './rows.ts';
import type { ArticlesTable, Db } from './schema.ts';

export type ArticleRow = Selectable<ArticlesTable>;
/** What a reading writes of an article. */
export type ArticleColumns = Omit<ArticleRow, 'id' | 'conferencesRead'>;

export async function findArticle(db: Db, id: ArticleId): Promise<Article | undefined> {
  const [row] = await selectArticles(db, { ids: [id] });
  return row && toArticle(row);
}

/** In the order of `ids`; those that are not there are left out. */
export async function listArticles(db: Db, ids: readonly ArticleId[]): Promise<Article[]> {
  if (ids.length === 0) return [];
  const rows = await selectArticles(db, { ids });
  const articles = new Map(rows.map((row) => [row.id, toArticle(row)]));
  return ids.map((id) => articles.get(id)).filter((article) => article !== undefined);
}

/** The same, without their texts: most of a text lies on other pages of the file than the rest. */
export async function listInBrief(db: Db, ids: readonly ArticleId[]): Promise<BriefArticle[]> {
  if (ids.length === 0) return [];
  const rows = await selectInBrief(db, { ids });
  const articles = new Map(rows.map((row) => [row.id, withoutNulls(row)]));
  return ids.map((id) => articles.get(id)).filter((article) => article !== undefined);
}

/** The same, with their texts, and without what no list shows. */
export async function listReadable(db: Db, ids: readonly ArticleId[]): Promise<ReadableArticle[]> {
  if (ids.length === 0) return [];
  const rows = await selectReadable(db, { ids });
  return ids.flatMap((id) => rows.filter((row) => row.id === id).map(withoutNulls));
}

/** Newest first. */
export async function listNewest(
  db: Db,
  sourceIds: readonly SourceId[],
  page: Page,
  since?: Instant,
): Promise<Article[]> {
  // Narrow rows are sorted first; whole texts are read only for the page itself.
  return listArticles(db, await listNewestIds(db, sourceIds, page, since));
}

/** Newest first. */
export async function listNewestIds(
  db: Db,
  sourceIds: readonly SourceId[],
  page: Page,
  since?: Instant,
): Promise<ArticleId[]> {
  const { limit, offset } = page;
  const rows = await selectNewest(db, { sourceIds, since, limit, offset, most: limit + offset });
  return rows.map(({ id }) => id);
}

/** Titles of the newest articles, newest first. */
export function listTitles(
  db: Db,
  sourceIds: readonly SourceId[],
  limit: number,
): Promise<{ id: ArticleId; title: string }[]> {
  return selectTitles(db, { sourceIds, since: undefined, limit, offset: 0, most: limit });
}

interface Newest extends Page {
  readonly sourceIds: readonly SourceId[];
  readonly since: Instant | undefined;
  /** limit + offset. */
  readonly most: number;
}

/** Ids among which a scope of a tenth of all articles has as many as anybody wants titles. */
const latestIds = 5_000;

/** Those with the latest ids tell how far back in time to look at most: all others need not be put in order. */
function newest({ sourceIds, since, limit, offset, most }: Newest) {
  const ids = sql.join(sourceIds);
  return sql<{ id: ArticleId }>`
    SELECT id FROM articles WHERE source_id IN (${ids}) AND ordered_at >= (
      SELECT CASE count(*) WHEN ${most} THEN min(ordered_at) ELSE ${Number.MIN_SAFE_INTEGER} END FROM (
        SELECT ordered_at FROM articles INDEXED BY articles_by_id
        WHERE +source_id IN (${ids}) AND id > (SELECT max(id) FROM articles) - ${latestIds}
        ORDER BY id DESC LIMIT ${asInteger(most)}
      )
    ) ${since === undefined ? sql`` : sql`AND ordered_at >= ${since}`}
    ORDER BY ordered_at DESC, id DESC LIMIT ${asInteger(limit)} OFFSET ${offset}`;
}

const selectNewest = compiledOnce((_, wanted: Newest) => newest(wanted));
const selectTitles = compiledOnce(
  (_, wanted: Newest) => sql<{ id: ArticleId; title: string }>`
    SELECT id, title FROM articles WHERE id IN (${newest(wanted)}) ORDER BY ordered_at DESC, id DESC`,
);

/** Addresses of the newest articles, newest first. */
export async function listAddresses(db: Db, sourceId: SourceId, limit: number): Promise<string[]> {
  const rows = await fromSources(db, [sourceId])
    .select('url')
    .orderBy('orderedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.flatMap(({ url }) => url ?? []);
}

export async function countArticles(db: Db, sourceIds: readonly SourceId[]): Promise<number> {
  const { count } = await fromSources(db, sourceIds)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The same, but no further than `limit`: what is many need not be counted. */
export async function countUpTo(
  db: Db,
  limit: number,
  sourceIds: readonly SourceId[],
  since?: Instant,
): Promise<number> {
  const { count } = await db
    .selectFrom(fromSources(db, sourceIds, since).select('id').limit(limit).as('some'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The highest id of a source's articles, or of all; 0 where there are none. */
export async function findNewestId(db: Db, sourceId?: SourceId): Promise<ArticleId | 0> {
  const [row] = await selectNewestId(db, { sourceId });
  return row?.newest ?? 0;
}

const selectNewestId = compiledOnce((db, { sourceId }: { readonly sourceId: SourceId | undefined }) => {
  const all = db.selectFrom('articles').select(({ fn }) => fn.max('id').as('newest'));
  return sourceId === undefined ? all : all.where('sourceId', '=', sourceId);
});

/** The ids under which the bot knows the same article: in other sources, too. */
export async function listSame(db: Db, id: ArticleId): Promise<ArticleId[]> {
  const rows = await selectSame(db, { id });
  return [id, ...rows.map((row) => row.id)];
}

const selectSame = compiledOnce((db, { id }: { readonly id: ArticleId }) =>
  db
    .selectFrom('articles')
    .innerJoin('articles as same', 'same.canonicalLink', 'articles.canonicalLink')
    .select('same.id')
    .where('articles.id', '=', id),
);

/** The same for many articles: for each, all the ids of it. */
export async function listSameAs(db: Db, ids: readonly ArticleId[]): Promise<Map<ArticleId, ArticleId[]>> {
  const same = new Map<ArticleId, ArticleId[]>(ids.map((id) => [id, [id]]));
  if (ids.length === 0) return same;
  const rows = await db
    .selectFrom('articles')
    .innerJoin('articles as same', 'same.canonicalLink', 'articles.canonicalLink')
    .select(['articles.id as id', 'same.id as sameId'])
    .where('articles.id', 'in', ids)
    .execute();
  for (const { id, sameId } of rows) same.get(id)?.push(sameId);
  return same;
}

/** Rows by id. */
export async function listRows(db: Db, ids: readonly ArticleId[]): Promise<Map<ArticleId, ArticleRow>> {
  const rows = new Map<ArticleId, ArticleRow>();
  for (const chunk of inChunks(ids)) {
    for (const row of await db.selectFrom('articles').selectAll().where('id', 'in', chunk).execute())
      rows.set(row.id, row);
  }
  return rows;
}

export async function insertArticle(db: Db, columns: ArticleColumns): Promise<ArticleId> {
  const { id } = await db.insertInto('articles').values(columns).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function updateArticle(db: Db, id: ArticleId, columns: Partial<ArticleColumns>): Promise<void> {
  await db.updateTable('articles').set(columns).where('id', '=', id).execute();
}

/** Articles that the last whole document of the source showed. */
export function listShown(db: Db, sourceId: SourceId): Promise<Placed[]> {
  return db
    .selectFrom('articles')
    .select(['id', 'orderedAt'])
    .where('sourceId', '=', sourceId)
    .where('vanishedAt', 'is', null)
    .execute();
}

/** Notes which articles the feed has ceased to show. */
export async function markVanished(db: Db, missing: readonly Placed[], at: Instant): Promise<void> {
  for (const chunk of inChunks(missing.map(({ id }) => id))) {
    await db.updateTable('articles').set({ vanishedAt: at }).where('id', 'in', chunk).execute();
  }
}

/** @param row with the title of its source */
export function toArticle(row: ArticleColumns & Pick<ArticleRow, 'id'> & { readonly sourceTitle: string }): Article {
  const { id, sourceId, sourceTitle, title, teaser, text, firstSeenAt, revision } = row;
  const { guid, url, canonicalLink, language, publishedAt, updatedAt, picture, quotes, events } = row;
  return {
    ...{ id, sourceId, sourceTitle, title, teaser, text, firstSeenAt, revision },
    ...withoutNulls({ guid, url, canonicalLink, language, publishedAt, updatedAt }),
    authors: JSON.parse(row.authors),
    categories: JSON.parse(row.categories),
    ...(picture === null ? {} : { picture: JSON.parse(picture) }),
    ...(quotes === null ? {} : { quotes: JSON.parse(quotes) }),
    ...(events === null ? {} : { events: JSON.parse(events) }),
  };
}

/** What a query asks for, among the sources that may be seen. */
export function chosenSources(sourceIds: readonly SourceId[], { sourceId }: ArticleQuery): readonly SourceId[] {
  return sourceId === undefined ? sourceIds : sourceIds.filter((id) => id === sourceId);
}

const selectArticles = compiledOnce((db, { ids }: { readonly ids: readonly ArticleId[] }) =>
  db
    .selectFrom('articles')
    .innerJoin('sources', 'sources.id', 'articles.sourceId')
    .selectAll('articles')
    .select('sources.title as sourceTitle')
    .where('articles.id', 'in', ids),
);

const selectInBrief = compiledOnce((db, { ids }: { readonly ids: readonly ArticleId[] }) =>
  listed(db, ids).select(
    sql<string>`CASE teaser WHEN '' THEN substr(text, 1, ${sql.lit(beginningLimit)}) ELSE teaser END`.as('beginning'),
  ),
);

const selectReadable = compiledOnce((db, { ids }: { readonly ids: readonly ArticleId[] }) =>
  listed(db, ids).select(['articles.teaser', 'articles.text']),
);

/** What a list shows of each. */
function listed(db: Db, ids: readonly ArticleId[]) {
  return db
    .selectFrom('articles')
    .innerJoin('sources', 'sources.id', 'articles.sourceId')
    .select(['articles.id', 'articles.title', 'articles.url', 'sources.title as sourceTitle', 'articles.publishedAt'])
    .where('articles.id', 'in', ids);
}

function fromSources(db: Db, sourceIds: readonly SourceId[], since?: Instant) {
  const articles = db.selectFrom('articles').where('sourceId', 'in', sourceIds);
  return since === undefined ? articles : articles.where('orderedAt', '>=', since);
}
