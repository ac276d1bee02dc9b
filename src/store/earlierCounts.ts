// In how many earlier articles a word stands. Most words of any article are common; those are remembered, for they stay so.

import { sql } from 'kysely';
import type { ArticleId } from '../domain/ids.ts';
import { createLastUsed } from '../kit/lastUsed.ts';
import { asInteger } from './asInteger.ts';
import { compiledOnce } from './compiledOnce.ts';
import type { Db } from './schema.ts';

/** Enough for those of a large library. Words. */
const wordsRemembered = 10_000;

export interface StemmedWord {
  readonly word: string;
  readonly stem: string;
}

/** For each word in how many articles before `id` it stands; more than `most` need not be the true number. */
export type CountEarlier = (words: readonly StemmedWord[], id: ArticleId, most: number) => Promise<number[]>;

/** @param limit no word is counted further; at least any `most` */
export function createEarlierCounts(db: Db, limit: number): CountEarlier {
  const common = createLastUsed<{ readonly count: number; readonly before: ArticleId }>(wordsRemembered);
  return async (words, id, most) => {
    const known = words.map(({ stem }) => common.get(stem));
    const isCommon = known.map((one) => one !== undefined && one.before <= id && one.count > most);
    const counted = await countEarlier(
      db,
      words.filter((_, index) => !isCommon[index]),
      id,
      limit,
    );
    return words.map(({ stem }, index) => {
      if (isCommon[index]) return known[index]?.count ?? 0;
      const count = counted.shift() ?? 0;
      if (count > most) common.set(stem, { count, before: id });
      return count;
    });
  };
}

async function countEarlier(db: Db, words: readonly StemmedWord[], id: ArticleId, limit: number): Promise<number[]> {
  const rows = await selectCounts(db, { wanted: matchesOf(words), id, most: limit + 1 });
  return rows.map(({ count }) => count);
}

interface Counted {
  readonly wanted: string;
  readonly id: ArticleId;
  readonly most: number;
}

const selectCounts = compiledOnce(
  (_, { wanted, id, most }: Counted) => sql<{ count: number }>`
    SELECT (
      SELECT count(*) FROM (
        SELECT 1 FROM articles_fts WHERE articles_fts MATCH wanted.value AND rowid < ${asInteger(id)}
        LIMIT ${asInteger(most)}
      )
    ) AS count
    FROM json_each(${wanted}) AS wanted ORDER BY wanted.key`,
);

/** A JSON list. @see https://www.sqlite.org/fts5.html#full_text_query_syntax */
export function matchesOf(words: readonly { readonly word: string }[]): string {
  return JSON.stringify(words.map(({ word }) => `"${word}"`));
}
