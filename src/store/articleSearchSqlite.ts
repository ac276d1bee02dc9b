// Full-text search over the articles in SQLite's dialect (FTS5).

import { sql } from 'kysely';
import { articleText, type ReadableArticle } from '../domain/article.ts';
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
  snippetOf(article: ReadableArticle): string;
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
  const asTyped = { terms, isUnfinished: false };
  const fitting = await findFitting(db, asTyped, within);
  const further = fitting.ids.length < fewFound ? await findFurther(db, terms, within, fitting.ids) : undefined;
  const ids = further ? [...fitting.ids, ...further.ids] : fitting.ids;
  return {
    ids: ids.slice(page.offset, page.offset + page.limit),
    total: ids.length,
    hasMore: fitting.hasMore || further?.hasMore === true,
    snippetOf(article) {
      const way = further?.ids.includes(article.id) ? further : asTyped;
      return snippetOf(articleText(article), way.terms, way.isUnfinished);
    },
  };
}

/** Besides those that are known, with the last word going on. */
async function findFurther(
  db: Db,
  terms: readonly SearchTerm[],
  within: Within,
  known: readonly ArticleId[],
): Promise<(Fitting & Way) | undefined> {
  for (const beginning of unfinishedTerms(terms, known.length > 0)) {
    const way = { terms: beginning, isUnfinished: true };
    const { ids, hasMore } = await findFitting(db, way, within);
    if (ids.length > 0) return { ...way, hasMore, ids: ids.filter((id) => !known.includes(id)) };
  }
  return undefined;
}

/** With all words as they are in the title, newest first; then all, by relevance. The index of titles is small, and has no stems. */
async function findFitting(db: Db, way: Way, within: Within): Promise<Fitting> {
  const { terms, isUnfinished } = way;
  const expression = matchExpression(terms, isUnfinished, within.sources);
  const newest = await listMatches(db, 'articles_fts', expression, within);
  const oldest = areCommon(newest) ? newest.at(-1)?.id : undefined;
  const isWorthWeighing = newest.length > 1 && oldest === undefined && !isUnfinished && terms.length <= wordsWeighed;
  const scores = isWorthWeighing ? await weigh(db, newest, terms, within) : unweighed;
  const first = ranked(await listTitled(db, way, within, newest), unweighed);
  const isFirst = new Set(first);
  const others = ranked(newest, scores).filter((id) => !isFirst.has(id));
  return { ids: [...first, ...others], hasMore: newest.length > rankedLimit };
}

/** Newest first; of words that are common no older ones than the newest. */
async function listTitled(
  db: Db,
  { terms, isUnfinished }: Way,
  within: Within,
  newest: readonly Match[],
): Promise<readonly Match[]> {
  const inTitle = `title : (${matchExpression(terms, isUnfinished)})`;
  const oldest = newest.at(-1)?.id ?? 0;
  const areNewest = newest.length <= rankedLimit || areCommon(newest);
  // A word that goes on may be in a title while its stem is not: "runni" begins "running", whose stem is "run".
  if (isUnfinished || !areNewest) {
    const titled = await listMatches(db, 'articles_fts_titles', inTitle, within);
    return areCommon(newest) ? titled.filter(({ id }) => id >= oldest) : titled;
  }
  if (newest.length < 2) return [];
  const [row] = await selectTitled(db, { inTitle: narrowed(inTitle, within), oldest });
  const titled = new Set(readNumbers(row?.ids ?? null));
  return newest.filter(({ id }) => titled.has(id));
}

const selectTitled = compiledOnce(
  (_, { inTitle, oldest }: { readonly inTitle: string; readonly oldest: number }) => sql<{ ids: string | null }>`
    SELECT group_concat(rowid) AS ids FROM articles_fts_titles
    WHERE articles_fts_titles MATCH ${inTitle} AND rowid >= ${asInteger(oldest)}`,
);

/** Words that so many of the newest articles have tell nothing of relevance, and take longest to weigh. */
function areCommon(newest: readonly Match[]): boolean {
  const span = (newest[0]?.id ?? 0) - (newest.at(-1)?.id ?? 0);
  return newest.length > rankedLimit && newest.length > span * commonShare;
}

interface Match {
  readonly id: ArticleId;
  readonly orderedAt: Instant;
}

/** In thousandths; less is better, as FTS5 has it. */
type Scores = ReadonlyMap<ArticleId, number>;

const unweighed: Scores = new Map();

/** Newest first. */
async function listMatches(db: Db, index: FullTextIndex, match: string, within: Within): Promise<Match[]> {
  const [row] = await selectMatches[index](db, { ...hitsWithin(within), match: narrowed(match, within) });
  return readMatches(row?.matches ?? null);
}

const selectMatches = {
  articles_fts: selectNewest('articles_fts'),
  articles_fts_titles: selectNewest('articles_fts_titles'),
};

/** One text of all matches: a row for each would take longer to read than to find. */
function selectNewest(index: FullTextIndex) {
  const from = sql.raw(index);
  return compiledOnce(
    (_, { match, ...hits }: Hits & { readonly match: string }) => sql<{ matches: string | null }>`
      SELECT group_concat(id || ',' || ordered_at) AS matches FROM (
        SELECT ${from}.rowid AS id, ordered_at
        FROM ${from} CROSS JOIN articles INDEXED BY articles_by_id ON articles.id = ${from}.rowid
        WHERE ${from} MATCH ${match} AND ${inScope(index, hits)}
        ORDER BY ${from}.rowid DESC LIMIT ${asInteger(rankedLimit + 1)}
      )`,
  );
}

/**
 * To learn how telling a term is, bm25() reads all articles of the index that have it, in sight or not: it is asked for those terms
 * alone where that is quick.
 */
async function weigh(db: Db, matches: readonly Match[], terms: readonly SearchTerm[], within: Within): Promise<Scores> {
  const telling = isRareWord(matches, terms, within) ? terms : await listTelling(db, terms);
  if (telling.length === 0) return unweighed;
  const ids = matches.map(({ id }) => id);
  const match = narrowed(matchExpression(telling, false, within.sources), within);
  const [row] = await selectScores(db, { match, oldest: ids.at(-1) ?? 0, ids: JSON.stringify(ids) });
  const scores = new Map<ArticleId, number>();
  const numbers = readNumbers(row?.scores ?? null);
  for (let at = 0; at < numbers.length; at += 2) scores.set(numbers[at] as ArticleId, numbers[at + 1] ?? 0);
  return scores;
}

/** Nobody need guess how many articles have a single word of which few are found in a large part of all, however old. */
function isRareWord(matches: readonly Match[], terms: readonly SearchTerm[], { isSmall, since }: Within): boolean {
  const words = terms.flatMap((term) => wordsOf(term.words));
  return words.length === 1 && matches.length <= rankedLimit && !isSmall && since === undefined;
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
function readMatches(text: string | null): Match[] {
  const numbers = readNumbers(text);
  const matches: Match[] = [];
  for (let at = 0; at < numbers.length; at += 2) {
    matches.push({ id: numbers[at] as ArticleId, orderedAt: numbers[at + 1] as Instant });
  }
  // SQLite promises no order of what it puts together, and takes longer to sort.
  return matches.sort((left, right) => right.id - left.id);
}

/** @param text with commas between them */
function readNumbers(text: string | null): readonly number[] {
  return JSON.parse(`[${text ?? ''}]`);
}

/** Best first. */
function ranked(newestFirst: readonly Match[], scores: Scores): ArticleId[] {
  const matches = newestFirst
    .slice(0, rankedLimit)
    .sort((left, right) => right.orderedAt - left.orderedAt || right.id - left.id);
  const best = Math.min(0, ...matches.map(({ id }) => scores.get(id) ?? 0));
  if (best === 0) return matches.map(({ id }) => id);
  const ranks: ArticleId[][] = [];
  for (const { id } of matches) {
    const rank = Math.round((best - (scores.get(id) ?? 0)) / (best * scoreStep));
    ranks[rank] ??= [];
    ranks[rank].push(id);
  }
  return ranks.flat();
}
