// Titles for what a person is typing: those that begin with it, those that have its words, and of the newest those that resemble it.

import { sql } from 'kysely';
import type { TitledArticle } from '../ports/articles.ts';
import { listTitles } from './articleTable.ts';
import { asInteger } from './asInteger.ts';
import { compiledOnce } from './compiledOnce.ts';
import { resemblanceTo } from './resemblance.ts';
import type { Db } from './schema.ts';
import { type Hits, hitsWithin, inScope, narrowed, type Within } from './scopeFilter.ts';
import { matchExpression, parseSearch, type SearchTerm } from './searchWords.ts';

/** Among this many of the newest titles a resembling one is looked for; a title with the very words is found among all. */
const titlesCompared = 500;
/** Where as many titles have the very words, nobody is in want of one that only resembles them. */
const enoughWorded = 5;

/** Nearest first. */
export async function suggestTitles(db: Db, within: Within, typed: string, limit: number): Promise<TitledArticle[]> {
  const sourceIds = within.sources.map(({ id }) => id);
  const terms = parseSearch(typed).map(({ words }) => ({ words, isQuoted: true }));
  const worded = terms.length === 0 ? [] : await searchTitles(db, within, terms, limit);
  const isEnough = new Set(worded.map(({ id }) => id)).size >= enoughWorded;
  const newest = isEnough ? [] : await listTitles(db, sourceIds, titlesCompared);
  const titles = new Map([...newest, ...worded].map(({ id, title }) => [id, title]));
  const resemblance = resemblanceTo(typed);
  return [...titles]
    .map(([id, title]) => ({ id, title, nearness: resemblance(title) }))
    .filter(({ nearness }) => nearness > 0)
    .sort((left, right) => right.nearness - left.nearness)
    .slice(0, limit)
    .map(({ id, title }) => ({ id, title }));
}

/**
 * The newest titles that begin with these words, and the newest that have them anywhere where there is room left for them; the last
 * word may go on.
 */
async function searchTitles(
  db: Db,
  within: Within,
  terms: readonly SearchTerm[],
  limit: number,
): Promise<TitledArticle[]> {
  const beginning = `title : ^ "${terms.map(({ words }) => words).join(' ')}"*`;
  const anywhere = `title : (${matchExpression(terms, true)})`;
  const select = (match: string) => selectWorded(db, { ...hitsWithin(within), match: narrowed(match, within), limit });
  const begun = await select(beginning);
  return begun.length < limit ? [...begun, ...(await select(anywhere))] : begun;
}

interface Worded extends Hits {
  readonly match: string;
  readonly limit: number;
}

const selectWorded = compiledOnce(
  (_, { match, limit, ...hits }: Worded) => sql<TitledArticle>`
    SELECT articles.id, title FROM articles WHERE id IN (
      SELECT articles_fts_titles.rowid
      FROM articles_fts_titles CROSS JOIN articles INDEXED BY articles_by_id ON articles.id = articles_fts_titles.rowid
      WHERE articles_fts_titles MATCH ${match} AND ${inScope('articles_fts_titles', hits)}
      ORDER BY articles_fts_titles.rowid DESC LIMIT ${asInteger(limit)}
    ) ORDER BY id DESC`,
);
