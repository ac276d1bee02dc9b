// Full-text search over the articles in SQLite's dialect (FTS5).

import { type RawBuilder, sql } from 'kysely';
import type { ArticleId, Instant } from '../domain/ids.ts';
import type { Page } from '../ports/articles.ts';
import type { Db } from './schema.ts';
import { filterFor, type Within } from './scopeFilter.ts';
import { matchExpression, type NamedSource, type SearchTerm, unfinishedTerms } from './searchWords.ts';

export interface Found {
  readonly ids: readonly ArticleId[];
  /** At most `rankedLimit` for each way in which an article may fit. */
  readonly total: number;
  /** True where there are more than `total`: older ones. */
  readonly hasMore: boolean;
  /** By article; the hit between U+0002 and U+0003. Where the text has no hit (the title or an author has), its beginning. */
  readonly snippets: ReadonlyMap<ArticleId, string>;
}

/** Of more articles than this with the words, the newest are put in order of relevance: weighing a hundred thousand takes half a second. */
const rankedLimit = 500;
/** A query of more words finds few articles, whose order hardly matters; each word that most articles have costs milliseconds to weigh. */
const wordsWeighed = 6;
/** Where fewer articles have the words as they stand, those are added in which the last word goes on. */
const fewFound = 100;
/** Words of a snippet. At most 64. @see https://www.sqlite.org/fts5.html#the_snippet_function */
const snippetWords = 24;
/** How much a word says about an article that stands in its title, its text, its authors, the name of its source. */
const weights = sql.raw('10.0, 1.0, 4.0, 2.0');
/** Scores within this share of the best one count as equal: the newer article comes first. */
const scoreStep = 0.1;

/** Articles that fit in one way, best first. */
interface Fitting {
  readonly ids: readonly ArticleId[];
  readonly hasMore: boolean;
  readonly expression: string;
}

/** Best first: the words in the title, then anywhere, then with the last word going on. */
export async function searchArticles(db: Db, terms: readonly SearchTerm[], within: Within, page: Page): Promise<Found> {
  const filter = await filterFor(db, within, 'articles_fts');
  const whole = await findFitting(db, terms, false, within.sources, filter);
  const fitting = [...whole];
  if (count(whole) < fewFound) {
    for (const beginning of unfinishedTerms(terms, count(whole) > 0)) {
      fitting.push(...(await findFitting(db, beginning, true, within.sources, filter)));
      if (count(fitting) > 0) break;
    }
  }
  const expressions = new Map<ArticleId, string>();
  for (const { ids, expression } of fitting) {
    for (const id of ids) if (!expressions.has(id)) expressions.set(id, expression);
  }
  const shown = [...expressions].slice(page.offset, page.offset + page.limit);
  return {
    ids: shown.map(([id]) => id),
    total: expressions.size,
    hasMore: fitting.some(({ hasMore }) => hasMore),
    snippets: await listSnippets(db, shown),
  };
}

function count(fitting: readonly Fitting[]): number {
  return new Set(fitting.flatMap(({ ids }) => ids)).size;
}

/** With all words in the title, newest first; then all, by relevance. */
async function findFitting(
  db: Db,
  terms: readonly SearchTerm[],
  isUnfinished: boolean,
  sources: readonly NamedSource[],
  filter: RawBuilder<unknown>,
): Promise<Fitting[]> {
  const expression = matchExpression(terms, isUnfinished, sources);
  const inTitle = `title : (${matchExpression(terms, isUnfinished)})`;
  const weighed = terms.length > wordsWeighed ? sql`0` : sql`bm25(articles_fts, ${weights})`;
  const { rows } = await sql<{ matches: string | null }>`
    ${newestMatches(inTitle, sql`0`, filter)} UNION ALL ${newestMatches(expression, weighed, filter)}`.execute(db);
  return rows.map(({ matches }, index) => {
    const listed = (matches ?? '').split(',').filter(Boolean).map(readMatch);
    // Those with all words in the title are among all.
    return { ids: ranked(listed.slice(0, rankedLimit)), hasMore: index > 0 && listed.length > rankedLimit, expression };
  });
}

interface Match {
  readonly id: ArticleId;
  readonly orderedAt: Instant;
  /** In thousandths; less is better, as FTS5 has it. */
  readonly score: number;
}

/** One text of all matches, newest first: a row for each would take longer to read than to find. */
function newestMatches(match: string, score: RawBuilder<unknown>, filter: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    SELECT group_concat(id || ' ' || ordered_at || ' ' || score, ',' ORDER BY id DESC) AS matches FROM (
      SELECT articles_fts.rowid AS id, ordered_at, CAST(1000 * ${score} AS INTEGER) AS score
      FROM articles_fts CROSS JOIN articles INDEXED BY articles_by_id ON articles.id = articles_fts.rowid
      WHERE articles_fts MATCH ${match} AND ${filter}
      ORDER BY articles_fts.rowid DESC LIMIT ${rankedLimit + 1}
    )`;
}

function readMatch(text: string): Match {
  const [id, orderedAt = 0, score = 0] = text.split(' ').map(Number);
  return { id: id as ArticleId, orderedAt, score };
}

function ranked(matches: readonly Match[]): ArticleId[] {
  const best = matches.reduce((least, { score }) => Math.min(least, score), 0);
  const rankOf = ({ score }: Match) => (best === 0 ? 0 : Math.round((best - score) / (best * scoreStep)));
  return matches
    .map((match) => ({ ...match, rank: rankOf(match) }))
    .sort((left, right) => left.rank - right.rank || right.orderedAt - left.orderedAt || right.id - left.id)
    .map(({ id }) => id);
}

/** Snippets read whole texts, so only those of the page are made. */
async function listSnippets(db: Db, shown: readonly (readonly [ArticleId, string])[]): Promise<Map<ArticleId, string>> {
  const snippets = new Map<ArticleId, string>();
  for (const match of new Set(shown.map(([, expression]) => expression))) {
    const ids = shown.filter(([, expression]) => expression === match).map(([id]) => id);
    const { rows } = await sql<{ rowid: ArticleId; snippet: string }>`
      SELECT rowid, snippet(articles_fts, 1, char(2), char(3), '…', ${sql.lit(snippetWords)}) AS snippet
      FROM articles_fts
      WHERE articles_fts MATCH ${match} AND +rowid IN (${sql.join(ids)})
        AND rowid BETWEEN ${Math.min(...ids)} AND ${Math.max(...ids)}`.execute(db);
    for (const { rowid, snippet } of rows) snippets.set(rowid, snippet);
  }
  return snippets;
}
