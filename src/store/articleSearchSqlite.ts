// Full-text search over the articles in SQLite's dialect (FTS5).

import { type RawBuilder, sql } from 'kysely';
import { type Article, articleText } from '../domain/article.ts';
import type { ArticleId, Instant } from '../domain/ids.ts';
import type { Page } from '../ports/articles.ts';
import { asInteger } from './asInteger.ts';
import { compiledOnce } from './compiledOnce.ts';
import { wordsOf } from './resemblance.ts';
import type { Db } from './schema.ts';
import { type FullTextIndex, type Hits, hitsWithin, inScope, narrowed, type Within } from './scopeFilter.ts';
import { matchExpression, type SearchTerm, unfinishedTerms } from './searchWords.ts';
import { snippetOf } from './snippets.ts';

export interface Found {
  readonly ids: readonly ArticleId[];
  /** At most `rankedLimit` for each way in which an article may fit. */
  readonly total: number;
  /** True where there are more than `total`: older ones. */
  readonly hasMore: boolean;
  /** Of one of these; the hit between U+0002 and U+0003. Where the text has no hit (the title or an author has), its beginning. */
  snippetOf(article: Article): string;
}

/** Of more articles than this with the words, the newest are put in order of relevance: weighing a hundred thousand takes half a second. */
const rankedLimit = 500;
/** A query of more words finds few articles, whose order hardly matters; each word that most articles have costs milliseconds to weigh. */
const wordsWeighed = 6;
/** Of the newest articles. */
const commonShare = 0.25;
/** A word that more than half of the articles have weighs nothing. @see https://www.sqlite.org/fts5.html#the_bm25_function */
const tellingShare = 0.5;
/** A phrase takes ten times as long to weigh as a word. */
const phraseShare = 0.05;
/** Articles by which it is guessed how many have a word. */
const newestCounted = 100;
/** Where fewer articles have the words as they stand, those are added in which the last word goes on. */
const fewFound = 100;
/** How much a word says about an article that stands in its title, its text, its authors. The name of its source says least. */
const weights = sql.raw('10.0, 1.0, 4.0, 0.0');
/** Scores within this share of the best one count as equal: the newer article comes first. */
const scoreStep = 0.1;

/** Articles that fit in one way, best first. */
interface Fitting {
  readonly ids: readonly ArticleId[];
  readonly hasMore: boolean;
}

/** What an article was found by. */
interface Way {
  readonly terms: readonly SearchTerm[];
  readonly isUnfinished: boolean;
}

/** Best first: the words in the title, then anywhere, then with the last word going on. */
export async function searchArticles(db: Db, terms: readonly SearchTerm[], within: Within, page: Page): Promise<Found> {
  const ways = new Map<ArticleId, Way>();
  let hasMore = false;
  const find = async (wanted: readonly SearchTerm[], isUnfinished: boolean) => {
    const way = { terms: wanted, isUnfinished };
    for (const fitting of await findFitting(db, way, within)) {
      for (const id of fitting.ids) if (!ways.has(id)) ways.set(id, way);
      hasMore ||= fitting.hasMore;
    }
  };
  await find(terms, false);
  if (ways.size < fewFound) {
    for (const beginning of unfinishedTerms(terms, ways.size > 0)) {
      await find(beginning, true);
      if (ways.size > 0) break;
    }
  }
  return {
    ids: [...ways.keys()].slice(page.offset, page.offset + page.limit),
    total: ways.size,
    hasMore,
    snippetOf(article) {
      const { terms: found, isUnfinished } = ways.get(article.id) ?? { terms, isUnfinished: false };
      return snippetOf(articleText(article), found, isUnfinished);
    },
  };
}

/** With all words as they are in the title, newest first; then all, by relevance. The index of titles is small, and has no stems. */
async function findFitting(db: Db, { terms, isUnfinished }: Way, within: Within): Promise<Fitting[]> {
  const expression = matchExpression(terms, isUnfinished, within.sources);
  const inTitle = `title : (${matchExpression(terms, isUnfinished)})`;
  const [newest = [], titled = []] = await listMatches(db, expression, inTitle, within);
  const oldest = areCommon(newest) ? newest.at(-1)?.id : undefined;
  const isWorthWeighing = newest.length > 1 && oldest === undefined && !isUnfinished && terms.length <= wordsWeighed;
  const all = isWorthWeighing ? await weigh(db, newest, terms, within) : newest;
  return [
    // Those with all words in the title are among all.
    { ids: ranked(titled.filter(({ id }) => id >= (oldest ?? 0))), hasMore: false },
    { ids: ranked(all), hasMore: newest.length > rankedLimit },
  ];
}

/** Words that so many of the newest articles have tell nothing of relevance, and take longest to weigh. */
function areCommon(newest: readonly Match[]): boolean {
  const span = (newest[0]?.id ?? 0) - (newest.at(-1)?.id ?? 0);
  return newest.length > rankedLimit && newest.length > span * commonShare;
}

interface Match {
  readonly id: ArticleId;
  readonly orderedAt: Instant;
  /** In thousandths; less is better, as FTS5 has it. */
  readonly score: number;
}

/** Of the index of whole articles, then of the one of titles. */
async function listMatches(db: Db, anywhere: string, inTitle: string, within: Within): Promise<Match[][]> {
  const rows = await selectMatches(db, {
    ...hitsWithin(within),
    anywhere: narrowed(anywhere, within),
    inTitle: narrowed(inTitle, within),
  });
  return rows.map(({ matches }) => readMatches(matches ?? ''));
}

interface Sought extends Hits {
  readonly anywhere: string;
  readonly inTitle: string;
}

const selectMatches = compiledOnce(
  (_, { anywhere, inTitle, ...hits }: Sought) => sql<{ matches: string | null }>`
    ${newestMatches('articles_fts', anywhere, hits)} UNION ALL ${newestMatches('articles_fts_titles', inTitle, hits)}`,
);

/** One text of all matches: a row for each would take longer to read than to find. */
function newestMatches(index: FullTextIndex, match: string, hits: Hits): RawBuilder<unknown> {
  const from = sql.raw(index);
  return sql`
    SELECT group_concat(id || ',' || ordered_at) AS matches FROM (
      SELECT ${from}.rowid AS id, ordered_at
      FROM ${from} CROSS JOIN articles INDEXED BY articles_by_id ON articles.id = ${from}.rowid
      WHERE ${from} MATCH ${match} AND ${inScope(index, hits)}
      ORDER BY ${from}.rowid DESC LIMIT ${asInteger(rankedLimit + 1)}
    )`;
}

/**
 * The same with their scores. To learn how telling a term is, bm25() reads all articles of the index that have it, in sight or not:
 * it is asked for those terms alone where that is quick.
 */
async function weigh(
  db: Db,
  matches: readonly Match[],
  terms: readonly SearchTerm[],
  within: Within,
): Promise<Match[]> {
  const telling = await listTelling(db, terms);
  if (telling.length === 0) return [...matches];
  const ids = matches.map(({ id }) => id);
  const match = narrowed(matchExpression(telling, false, within.sources), within);
  const [row] = await selectScores(db, { match, oldest: ids.at(-1) ?? 0, ids: JSON.stringify(ids) });
  const numbers = readNumbers(row?.scores ?? '');
  const scores = new Map<number, number>();
  for (let at = 0; at < numbers.length; at += 2) scores.set(numbers[at] ?? 0, numbers[at + 1] ?? 0);
  return matches.map(({ id, orderedAt }) => ({ id, orderedAt, score: scores.get(id) ?? 0 }));
}

interface Weighed {
  readonly match: string;
  readonly oldest: ArticleId | 0;
  /** A JSON list. */
  readonly ids: string;
}

const selectScores = compiledOnce(
  (_, { match, oldest, ids }: Weighed) => sql<{ scores: string | null }>`
    WITH weighed AS MATERIALIZED (
      SELECT rowid AS id, CAST(1000 * bm25(articles_fts, ${weights}) AS INTEGER) AS score FROM articles_fts
      WHERE articles_fts MATCH ${match} AND rowid >= ${asInteger(oldest)} AND +rowid IN (SELECT value FROM json_each(${ids}))
    )
    SELECT group_concat(id || ',' || score) AS scores FROM weighed`,
);

/** Terms without the words that tell nothing; of a phrase that takes too long to weigh, its words. */
async function listTelling(db: Db, terms: readonly SearchTerm[]): Promise<SearchTerm[]> {
  const shares = await guessShares(db, [...new Set(terms.flatMap(({ words }) => wordsOf(words)))]);
  return terms.flatMap((term) => {
    const words = wordsOf(term.words);
    const telling = words.filter((word) => (shares.get(word) ?? 0) < tellingShare);
    const isRare = words.length === 1 || words.some((word) => (shares.get(word) ?? 0) < phraseShare);
    return isRare && telling.length > 0 ? [term] : telling.map((word) => ({ words: word, isQuoted: true }));
  });
}

/** Which share of all articles has each word, by how far apart the newest with it are. */
async function guessShares(db: Db, words: readonly string[]): Promise<Map<string, number>> {
  const rows = await selectOldOnes(db, { wanted: JSON.stringify(words.map((word) => `"${word}"`)) });
  const shareOf = ({ id, newest }: { id: ArticleId | null; newest: ArticleId }) =>
    id === null ? 0 : newestCounted / (newest - id);
  return new Map(words.map((word, index) => [word, rows[index] ? shareOf(rows[index]) : 0]));
}

const selectOldOnes = compiledOnce(
  (_, { wanted }: { readonly wanted: string }) => sql<{ id: ArticleId | null; newest: ArticleId }>`
    SELECT (
      SELECT rowid FROM articles_fts WHERE articles_fts MATCH wanted.value
      ORDER BY rowid DESC LIMIT 1 OFFSET ${newestCounted}
    ) AS id, (SELECT max(id) FROM articles) AS newest
    FROM json_each(${wanted}) AS wanted ORDER BY wanted.key`,
);

/** Newest first. @param text an id and an instant, the next id, … */
function readMatches(text: string): Match[] {
  const numbers = readNumbers(text);
  const matches: Match[] = [];
  for (let at = 0; at < numbers.length; at += 2)
    matches.push({ id: numbers[at] as ArticleId, orderedAt: numbers[at + 1] as Instant, score: 0 });
  // SQLite promises no order of what it puts together, and takes longer to sort.
  return matches.sort((left, right) => right.id - left.id);
}

/** @param text numbers with commas between them */
function readNumbers(text: string): number[] {
  return JSON.parse(`[${text}]`);
}

function ranked(newestFirst: readonly Match[]): ArticleId[] {
  const matches = newestFirst.slice(0, rankedLimit);
  const best = matches.reduce((least, { score }) => Math.min(least, score), 0);
  const rankOf = ({ score }: Match) => (best === 0 ? 0 : Math.round((best - score) / (best * scoreStep)));
  return matches
    .sort((left, right) => rankOf(left) - rankOf(right) || right.orderedAt - left.orderedAt || right.id - left.id)
    .map(({ id }) => id);
}
