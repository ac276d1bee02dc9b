// Search, autocomplete and related reading over ever more articles, each beside a bare count of the same words in the same index.
// Half of the articles are of sources that the asking server follows; a small server follows one source in a hundred.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article } from '../src/domain/article.ts';
import type { ArticleId, ChannelId, GuildId, UserId } from '../src/domain/ids.ts';
import type { Scope } from '../src/ports/articles.ts';
import { openConnection } from '../src/store/openDatabase.ts';
import { openStore, type Store } from '../src/store/openStore.ts';
import type { Bench, Row } from './bench.ts';
import { fillStore } from './fillStore.ts';
import { createMaker, type MadeArticle, type Maker } from './sampleArticles.ts';

const sizes = [1_000, 10_000, 100_000];
const sourceCount = 100;
const followedByMany = 50;
/** So many that the slowest hundredth is more than a few. */
const queriesEach = 1_000;
/** Compiled before it counts. */
const warmUps = 200;
/** Of the vocabulary: each stands in nearly every article. */
const commonWords = 10;
const page = { limit: 5, offset: 0 };
const choicesLimit = 25;
const relatedLimit = 3;

const society = { guildId: '1' as GuildId, channelIds: new Set(['10' as ChannelId]) };
const smallSociety = { guildId: '2' as GuildId, channelIds: new Set(['20' as ChannelId]) };

export const searching: Bench = {
  name: 'searching',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'society-bot-bench-'));
    const path = join(folder, 'bench.sqlite');
    const maker = createMaker(1);
    const made: MadeArticle[] = [];
    const rows: Row[] = [];
    try {
      await follow(path);
      for (const size of sizes) {
        fillStore(path, maker, made, size, sourceCount);
        rows.push(...(await measureAt(path, maker, made)));
      }
      return rows;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function follow(path: string): Promise<void> {
  const store = await openStore(`file:${path}`);
  const added = { addedBy: '1' as UserId, addedAt: 0 };
  const [ofMany, ofOne] = [society, smallSociety].map(({ guildId, channelIds: [channelId] }) => ({
    guildId,
    channelId: channelId as ChannelId,
  }));
  for (let number = 1; number <= sourceCount; number += 1) {
    const { id: sourceId } = await store.sources.save({ url: `https://${number}.example/feed`, title: 'Bench' }, 0);
    if (number <= followedByMany && ofMany) await store.subscriptions.addUnread({ ...ofMany, ...added, sourceId });
    if (number === sourceCount && ofOne) await store.subscriptions.addUnread({ ...ofOne, ...added, sourceId });
  }
  await store.close();
}

interface Times {
  readonly ms: number[];
  readonly bareMs: number[];
}

async function measureAt(path: string, maker: Maker, made: readonly MadeArticle[]): Promise<Row[]> {
  const store = await openStore(`file:${path}`);
  const bare = openConnection(path, true);
  const countOf = (index: string) => {
    const statement = bare.prepare(`SELECT count(*) FROM ${index} WHERE ${index} MATCH ?`);
    return (typed: string) => statement.get(wordsOf(typed));
  };
  const countAll = countOf('articles_fts');
  const countTitles = countOf('articles_fts_titles');
  const searchIn =
    (scope: Scope) =>
    (typed: string, since = {}) =>
      store.articles.search(scope, typed, since, page);
  const suggest = (typed: string) => store.articles.suggest(society, typed, choicesLimit);
  try {
    const typed = Array.from({ length: queriesEach }, () => makeQuery(maker, made));
    const common = Array.from({ length: queriesEach }, () => makeCommonQuery(maker));
    const letters = Array.from({ length: queriesEach }, () => makeLetters(maker, made));
    const rows = [
      toRow('search', made, await time(typed, searchIn(society), countAll)),
      toRow('search, most common words', made, await time(common, searchIn(society), countAll)),
      toRow('search in a small society', made, await time([...typed, ...common], searchIn(smallSociety), countAll)),
      toRow('autocomplete', made, await time(letters, suggest, countTitles)),
    ];
    return [...rows, ...(await measureRelated(store, maker, made, countAll))];
  } finally {
    bare.close();
    await store.close();
  }
}

/** Each in turn with the bare one, so that whatever else the machine does weighs on both. */
async function time<Input>(
  inputs: readonly Input[],
  work: (input: Input) => Promise<unknown>,
  bare: (input: Input) => unknown,
): Promise<Times> {
  const times: Times = { ms: [], bareMs: [] };
  for (const input of inputs.slice(0, warmUps)) await work(input);
  for (const input of inputs) {
    times.ms.push(await cpuMsOf(() => work(input)));
    times.bareMs.push(await cpuMsOf(() => bare(input)));
  }
  return times;
}

/** Processor time: the bench shares its machine with others. */
async function cpuMsOf(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** Related reading of articles that nobody asked about before, and how many of those named are on the same subject. */
async function measureRelated(
  { articles }: Store,
  maker: Maker,
  made: readonly MadeArticle[],
  bare: (typed: string) => unknown,
): Promise<Row[]> {
  const ids = Array.from({ length: queriesEach }, () => made.length - Math.floor(maker.random() * made.length * 0.5));
  const asked: Article[] = [];
  for (const id of new Set(ids)) {
    const article = await articles.get(id as ArticleId);
    if (article) asked.push(article);
  }
  const named: boolean[] = [];
  const work = async (article: Article) => {
    const related = await articles.listRelated(article, society, relatedLimit);
    const subject = made[article.id - 1]?.subject;
    named.push(...related.map(({ id }) => made[id - 1]?.subject === subject));
  };
  const times = await time(asked, work, ({ title }) => bare(title));
  const right = named.filter(Boolean).length;
  return [
    toRow('related reading', made, times),
    {
      bench: 'searching',
      figure: `related on the same subject, ${inThousands(made)}`,
      value: `${right} of ${named.length}`,
      yardstick: 'all',
      ratio: right / named.length,
    },
  ];
}

/** As people type: some words of an article, a word that is not finished, words in quotes. */
function makeQuery({ random }: Maker, made: readonly MadeArticle[]): string {
  const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)] as Value;
  const { title, text } = pick(made);
  const words = text.split(/\W+/).filter((word) => word !== '');
  const kinds = [
    () => pick(words),
    () => `${pick(words)} ${pick(words)}`,
    () => `${pick(words)} ${pick(words)} ${pick(words)}`,
    () => title.split(' ').slice(0, 3).join(' '),
    () => pick(words).slice(0, 2 + Math.floor(random() * 5)),
    () => `${pick(words)} ${pick(words).slice(0, 4)}`,
    () => {
      const start = Math.floor(random() * (words.length - 2));
      return `"${words.slice(start, start + 2).join(' ')}"`;
    },
  ];
  return pick(kinds)();
}

function makeCommonQuery({ vocabulary, random }: Maker): string {
  const count = 1 + Math.floor(random() * 3);
  return Array.from({ length: count }, () => vocabulary[Math.floor(random() * commonWords)]).join(' ');
}

/** The beginning of a title, every third time with a slip. */
function makeLetters({ random }: Maker, made: readonly MadeArticle[]): string {
  const title = made[Math.floor(random() * made.length)]?.title ?? '';
  const typed = title.slice(0, 1 + Math.floor(random() * 15));
  return random() < 0.33 && typed.length > 5 ? typed.slice(0, 3) + typed.slice(4) : typed;
}

/** The words alone, as a bare query takes them. */
function wordsOf(typed: string): string {
  return (typed.match(/\w+/g) ?? []).map((word) => `"${word}"`).join(' ') || '""';
}

function toRow(figure: string, made: readonly MadeArticle[], { ms, bareMs }: Times): Row {
  return {
    bench: 'searching',
    figure: `${figure}, ${inThousands(made)}`,
    value: `p50 ${percentile(ms, 0.5).toFixed(2)} ms, p99 ${percentile(ms, 0.99).toFixed(2)} ms`,
    yardstick: `a bare count (p50 ${percentile(bareMs, 0.5).toFixed(2)} ms)`,
    ratio: percentile(bareMs, 0.5) / percentile(ms, 0.5),
  };
}

function inThousands(made: readonly MadeArticle[]): string {
  return `${made.length / 1_000}k articles`;
}

function percentile(figures: readonly number[], share: number): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length * share)] ?? 0;
}
