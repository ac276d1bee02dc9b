// Earlier articles on the same subject, by the words that an article shares with few others. What comes later changes nothing of it:
// a card that is composed again, or edited, names the same ones.

import { sql } from 'kysely';
import { type Article, articleText } from '../domain/article.ts';
import type { ArticleId, SourceId } from '../domain/ids.ts';
import { asInteger } from './asInteger.ts';
import { compiledOnce } from './compiledOnce.ts';
import { type CountEarlier, createEarlierCounts, matchesOf, type StemmedWord } from './earlierCounts.ts';
import { porterStem } from './porterStem.ts';
import { folded, wordsOf } from './resemblance.ts';
import { inChunks } from './rows.ts';
import type { Db } from './schema.ts';

/** Words of a text that are looked at, from its beginning. */
const wordsRead = 3_000;
const leastLetters = 4;
/** Words that are looked up in the index: all of the title, and those the text repeats most. */
const wordsTried = 40;
/** The most telling of them, by which articles are compared. */
const wordsCompared = 12;
/** A word tells something where at most this share of the earlier articles has it, or so few, and never more than so many. */
const tellingShare = 0.04;
const tellingCount = { few: 4, many: 1_000 };
/** Among fewer earlier articles it cannot be known which words are rare. */
const leastEarlier = 20;
/** A word of the title counts as much as two of the text. */
const titleWeight = 2;
/** What two articles on the same subject share at least: of the weight of the compared words, and words. */
const leastShare = 0.3;
const leastShared = 3;
/** The nearest articles that are kept, of which some may not be in sight. */
const candidatesKept = 200;
/** So many of them are read at a time: the first few are usually enough. */
const candidatesRead = 40;

interface TellingWord extends StemmedWord {
  readonly weight: number;
  readonly isOfTitle: boolean;
}

interface Nearness {
  readonly weight: number;
  readonly words: number;
  readonly isOfTitle: boolean;
}

/** The nearest earlier articles of any source, nearest first. */
export interface Nearest {
  /** They share rare words, one of which stands in the title of the later article. */
  readonly ids: readonly ArticleId[];
  /** One of these must stand in the title of the earlier one. */
  readonly stems: ReadonlySet<string>;
}

export type FindNearest = (article: Article) => Promise<Nearest>;

export function createNearest(db: Db): FindNearest {
  const countEarlier = createEarlierCounts(db, tellingCount.many);
  return async (article) => {
    if (article.id <= leastEarlier) return { ids: [], stems: new Set() };
    const telling = await findTellingWords(countEarlier, article);
    return { ids: await listNearest(db, article, telling), stems: new Set(telling.map(({ stem }) => stem)) };
  };
}

async function listNearest(db: Db, article: Article, telling: readonly TellingWord[]): Promise<ArticleId[]> {
  const least = leastShare * telling.reduce((sum, { weight }) => sum + weight, 0);
  const nearness = new Map<ArticleId, Nearness>();
  const having = await listEarlierWith(db, telling, article.id);
  for (const [index, { weight, isOfTitle }] of telling.entries()) {
    for (const other of having[index] ?? []) {
      const known = nearness.get(other) ?? { weight: 0, words: 0, isOfTitle: false };
      nearness.set(other, {
        weight: known.weight + weight,
        words: known.words + 1,
        isOfTitle: known.isOfTitle || isOfTitle,
      });
    }
  }
  return [...nearness]
    .filter(([, { weight, words, isOfTitle }]) => weight >= least && words >= leastShared && isOfTitle)
    .sort(([leftId, left], [rightId, right]) => right.weight - left.weight || rightId - leftId)
    .slice(0, candidatesKept)
    .map(([other]) => other);
}

/** Of these, the first ones of the given sources; the same article from another source, or under the same title, is none. */
export async function chooseRelated(
  db: Db,
  article: Article,
  { ids, stems }: Nearest,
  sourceIds: readonly SourceId[],
  limit: number,
): Promise<ArticleId[]> {
  const seen = new Set(namesOf(article));
  const chosen: ArticleId[] = [];
  for (const chunk of inChunks(sourceIds.length === 0 ? [] : ids, candidatesRead)) {
    const rows = await selectCandidates(db, { ids: chunk });
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const id of chunk) {
      const row = byId.get(id);
      if (!row || !sourceIds.includes(row.sourceId)) continue;
      if (!wordsOf(row.title).some((word) => stems.has(porterStem(word)))) continue;
      const names = namesOf(row);
      if (!names.some((name) => seen.has(name))) chosen.push(id);
      for (const name of names) seen.add(name);
      if (chosen.length === limit) return chosen;
    }
  }
  return chosen;
}

const selectCandidates = compiledOnce((db, { ids }: { readonly ids: readonly ArticleId[] }) =>
  db.selectFrom('articles').select(['id', 'title', 'canonicalLink', 'sourceId']).where('id', 'in', ids),
);

function namesOf({ title, canonicalLink }: { title: string; canonicalLink?: string | null }): string[] {
  return [`title:${folded(title)}`, ...(canonicalLink ? [`link:${canonicalLink}`] : [])];
}

/** The rarest words of the title and of what the text repeats, each with its weight. */
async function findTellingWords(countEarlier: CountEarlier, article: Article): Promise<TellingWord[]> {
  const most = Math.min(Math.max(tellingCount.few, article.id * tellingShare), tellingCount.many);
  const words = listWords(article);
  const counts = await countEarlier(words, article.id, most);
  const telling = words.flatMap(({ word, stem, isOfTitle }, index): TellingWord[] => {
    const earlier = counts[index] ?? 0;
    if (earlier === 0 || earlier > most) return [];
    const weight = Math.log(article.id / earlier) * (isOfTitle ? titleWeight : 1);
    return weight > 0 ? [{ word, stem, weight, isOfTitle }] : [];
  });
  return telling.sort((left, right) => right.weight - left.weight).slice(0, wordsCompared);
}

/** One word for each stem: those of the title, then those of the text that it uses more than once, most often first. */
function listWords(article: Article): (StemmedWord & { isOfTitle: boolean })[] {
  const words = new Map<string, StemmedWord & { count: number; isOfTitle: boolean }>();
  const read = (text: string, isOfTitle: boolean) => {
    const counts = new Map<string, number>();
    for (const word of wordsOf(text).slice(0, wordsRead)) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const [word, count] of counts) {
      if (word.length < leastLetters || !/\p{L}/u.test(word)) continue;
      const stem = porterStem(word);
      const known = words.get(stem);
      if (known) known.count += count;
      else words.set(stem, { word, stem, count, isOfTitle });
    }
  };
  read(article.title, true);
  read(articleText(article), false);
  return [...words.values()]
    .filter(({ count, isOfTitle }) => isOfTitle || count > 1)
    .sort((left, right) => Number(right.isOfTitle) - Number(left.isOfTitle) || right.count - left.count)
    .slice(0, wordsTried);
}

/** For each word the earlier articles that have it: one text of all ids is read much faster than a row for each. */
async function listEarlierWith(db: Db, words: readonly StemmedWord[], id: ArticleId): Promise<ArticleId[][]> {
  const rows = await selectEarlier(db, { wanted: matchesOf(words), id });
  return rows.map(({ ids }) => (ids ?? '').split(',').filter(Boolean).map(Number) as ArticleId[]);
}

const selectEarlier = compiledOnce(
  (_, { wanted, id }: { readonly wanted: string; readonly id: ArticleId }) => sql<{ ids: string | null }>`
    SELECT (
      SELECT group_concat(rowid) FROM articles_fts WHERE articles_fts MATCH wanted.value AND rowid < ${asInteger(id)}
    ) AS ids
    FROM json_each(${wanted}) AS wanted ORDER BY wanted.key`,
);
