// Which hits of a full-text index a person may see, in SQLite's dialect.

import { type RawBuilder, sql } from 'kysely';
import type { Instant, SourceId } from '../domain/ids.ts';
import { countUpTo, findNewestId } from './articleTable.ts';
import { rememberLast } from './rememberLast.ts';
import type { Db } from './schema.ts';
import { type NamedSource, ofSources } from './searchWords.ts';

/** Whose articles, and since when. */
export interface Within {
  readonly sources: readonly NamedSource[];
  /** See createScopeSizes. */
  readonly isSmall: boolean;
  readonly since?: Instant;
}

export type FullTextIndex = 'articles_fts' | 'articles_fts_titles';

/**
 * In a scope that is a small share of all articles, most hits are out of sight: there the index itself is asked for the sources.
 * Elsewhere that would take longer than looking at each hit's source until enough are found.
 */
const smallScope = { most: 5_000, share: 0.1 };
/** Scopes; a server has one for each set of channels that a member may view. */
const scopesRemembered = 1_000;
const hourMs = 3_600_000;

/** Whether a scope is small. It is asked anew every hour: it makes a search quick, not right. */
export function createScopeSizes(db: Db): (sources: readonly NamedSource[]) => Promise<boolean> {
  const isSmall = rememberLast(
    scopesRemembered,
    (ids) => `${Math.floor(performance.now() / hourMs)} ${ids}`,
    async (ids: readonly SourceId[]) => {
      const few = Math.min(smallScope.most, Math.floor(smallScope.share * (await findNewestId(db))));
      return (await countUpTo(db, few, ids)) < few;
    },
  );
  return (sources) => isSmall(sources.map(({ id }) => id));
}

/** The same query with what makes it quick for this scope. */
export function narrowed(match: string, { sources, isSmall }: Within): string {
  return isSmall ? `${ofSources(sources.map(({ id }) => id))} AND (${match})` : match;
}

/** Whose hits of an index count. */
export interface Hits {
  readonly sourceIds: readonly SourceId[];
  readonly since: Instant | undefined;
}

export function hitsWithin({ sources, since }: Within): Hits {
  return { sourceIds: sources.map(({ id }) => id), since };
}

/** For hits of the index that are joined with `articles`: what decides. */
export function inScope(index: FullTextIndex, { sourceIds, since }: Hits): RawBuilder<unknown> {
  const ids = sql.join(sourceIds);
  // The unary plus keeps SQLite from asking the index anew for each source.
  const isOfSources = sql`+articles.source_id IN (${ids})`;
  return since === undefined
    ? isOfSources
    : sql`${isOfSources} AND +articles.ordered_at >= ${since} AND ${sql.raw(index)}.rowid >= (
        SELECT min(id) FROM articles AS own INDEXED BY articles_newest
        WHERE own.source_id IN (${ids}) AND own.ordered_at >= ${since})`;
}
