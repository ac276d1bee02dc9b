// Which hits of a full-text index a person may see, in SQLite's dialect.

import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '../domain/ids.ts';
import { countUpTo, findNewestId } from './articleTable.ts';
import type { Db } from './schema.ts';
import type { NamedSource } from './searchWords.ts';

/** Whose articles, and since when. */
export interface Within {
  readonly sources: readonly NamedSource[];
  readonly since?: Instant;
}

/**
 * A scope of so few articles, and of so small a share of all, is listed once and each hit looked up in it; for a greater one each
 * hit's source is looked up, until enough are found.
 */
const smallScope = { most: 5_000, share: 0.1 };

/**
 * A condition for hits of `index` that are joined with `articles`. The unary plus keeps SQLite from asking the index anew for
 * each article or source.
 */
export async function filterFor(
  db: Db,
  { sources, since = Number.MIN_SAFE_INTEGER }: Within,
  index: 'articles_fts' | 'articles_fts_titles',
): Promise<RawBuilder<unknown>> {
  const sourceIds = sources.map(({ id }) => id);
  const few = Math.min(smallScope.most, Math.floor(smallScope.share * (await findNewestId(db))));
  return (await countUpTo(db, few, sourceIds, since)) < few
    ? sql`+${sql.raw(index)}.rowid IN (SELECT own.id FROM articles AS own INDEXED BY articles_newest
        WHERE own.source_id IN (${sql.join(sourceIds)}) AND own.ordered_at >= ${since})`
    : sql`+articles.source_id IN (${sql.join(sourceIds)}) AND +articles.ordered_at >= ${since}`;
}
