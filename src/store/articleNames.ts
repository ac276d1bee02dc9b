// All SQL of article_aliases: the names by which a source's articles are known.

import type { Article } from '../domain/article.ts';
import type { Alias, SharedMark } from '../domain/identity.ts';
import type { ArticleId, SourceId } from '../domain/ids.ts';
import type { KnownNames } from '../domain/matchEntries.ts';
import { findArticle } from './articleTable.ts';
import { inChunks } from './rows.ts';
import type { Db } from './schema.ts';

/** The article that goes by one of these names, the earlier name first. */
export async function findByNames(
  db: Db,
  sourceIds: readonly SourceId[],
  names: readonly Alias[],
): Promise<Article | undefined> {
  const rows = await db
    .selectFrom('articleAliases')
    .select(['alias', 'articleId'])
    .where('sourceId', 'in', sourceIds)
    .where('alias', 'in', names)
    .orderBy('articleId', 'desc')
    .execute();
  const row = names.map((name) => rows.find(({ alias }) => alias === name)).find((found) => found !== undefined);
  return row && findArticle(db, row.articleId);
}

/** Which article each of these names means in a source. */
export async function listNames(
  db: Db,
  sourceId: SourceId,
  names: readonly (Alias | SharedMark)[],
): Promise<KnownNames> {
  const known = new Map<Alias | SharedMark, ArticleId>();
  for (const chunk of inChunks(names)) {
    const rows = await db
      .selectFrom('articleAliases')
      .select(['alias', 'articleId'])
      .where('sourceId', '=', sourceId)
      .where('alias', 'in', chunk)
      .execute();
    for (const row of rows) known.set(row.alias, row.articleId);
  }
  return known;
}

/** A name that means another article already goes on to mean it. */
export async function saveNames(
  db: Db,
  sourceId: SourceId,
  articleId: ArticleId,
  names: readonly (Alias | SharedMark)[],
): Promise<void> {
  if (names.length === 0) return;
  await db
    .insertInto('articleAliases')
    .values(names.map((alias) => ({ sourceId, alias, articleId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
