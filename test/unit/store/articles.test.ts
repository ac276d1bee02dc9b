import { beforeEach, describe, expect, it } from 'vitest';
import { beginningLimit, inBrief } from '../../../src/domain/article.ts';
import type { ChannelId, GuildId, SourceId } from '../../../src/domain/ids.ts';
import {
  addSource,
  entry,
  follow,
  hourMs,
  newsId,
  now,
  openTestStore,
  readInto,
  scope,
  type TestStore,
} from './testStore.ts';

const page = { limit: 10, offset: 0 };
let store: TestStore;
let sourceId: SourceId;

beforeEach(async () => {
  store = await openTestStore();
  sourceId = await addSource(store);
  await follow(store, sourceId);
  await readInto(store, sourceId, [
    entry('climate', {
      title: 'Climate and the coast',
      text: 'How the tides move the dunes of the northern coast.',
      authors: ['Zoé Ångström'],
      publishedAt: now - hourMs,
    }),
    entry('dunes', {
      title: 'A walk in the hills',
      teaser: 'Nothing here of the sea.',
      text: 'The climate of the hills differs from the climate of the valleys.',
      publishedAt: now - 2 * hourMs,
    }),
    entry('money', { title: 'Balance of payments', teaser: 'On trade.', publishedAt: now - 3 * hourMs }),
  ]);
});

const search = async (text: string, query = {}, where = scope) => {
  const { hits, total } = await store.articles.search(where, text, query, page);
  expect(hits).toHaveLength(total);
  return hits.map(({ article }) => article.title);
};
const suggest = async (typed: string) => (await store.articles.suggest(scope, typed, 5)).map(({ title }) => title);

describe('search', () => {
  it('puts a hit in the title first', async () => {
    expect(await search('climate')).toEqual(['Climate and the coast', 'A walk in the hills']);
  });

  it('wants all words, in any case, with or without accents, the last one perhaps unfinished', async () => {
    expect(await search('CLIMATE vall')).toEqual(['A walk in the hills']);
    expect(await search('climate payments')).toEqual([]);
    expect(await search('zoe angstrom')).toEqual(['Climate and the coast']);
  });

  it('finds a word by its other forms', async () => {
    expect(await search('tide')).toEqual(['Climate and the coast']);
    expect(await search('moving dune')).toEqual(['Climate and the coast']);
    expect(await search('payment')).toEqual(['Balance of payments']);
  });

  it('finds by an unfinished word, after what has the word itself', async () => {
    await readInto(store, sourceId, [entry('x', { title: 'Tidewater towns' })], now + 1);
    expect(await search('tide')).toEqual(['Climate and the coast', 'Tidewater towns']);
    expect(await search('diff')).toEqual(['A walk in the hills']);
    // The stem of "differs" is "differ": its beginning is longer.
    expect(await search('differs')).toEqual(['A walk in the hills']);
    expect(await search('hills differe')).toEqual(['A walk in the hills']);
  });

  it('does not take the stem of a whole word for a beginning', async () => {
    await readInto(
      store,
      sourceId,
      [entry('x', { title: 'Cars in the city' }), entry('y', { title: 'Carbon in the air' })],
      now + 1,
    );
    expect(await search('cars')).toEqual(['Cars in the city']);
  });

  it('finds by the name of a source, after titles', async () => {
    const other = await addSource(store, 'https://other.example/feed.xml');
    await follow(store, other);
    await readInto(store, other, [entry('x', { title: 'An article about news' }), entry('y')], now + 1);
    const found = await search('news');
    expect(found[0]).toBe('An article about news');
    expect(found).toHaveLength(5);
    expect(await search('news dunes')).toEqual(['Climate and the coast']);
    expect(await search('\ue0001')).toEqual([]);
  });

  it('puts the newer of two that fit alike first', async () => {
    const alike = (name: string, age: number) =>
      entry(name, { text: 'A glacier is a river of ice.', publishedAt: now - age });
    await readInto(store, sourceId, [alike('old', 9), alike('new', 1), alike('middle', 5)], now + 1);
    expect(await search('glacier')).toEqual(['Title of new', 'Title of middle', 'Title of old']);
  });

  it('puts what speaks most of the words first, also where many articles have the words of a phrase', async () => {
    const others = Array.from({ length: 300 }, (_, index) => entry(`o${index}`));
    const salty = Array.from({ length: 110 }, (_, index) => entry(`s${index}`, { text: 'A lake without salt.' }));
    const much = entry('much', {
      text: 'Salt lake country: salt, salt and more salt by the lake.',
      publishedAt: now - 9,
    });
    const little = entry('little', { text: 'A salt lake.', publishedAt: now });
    await readInto(store, sourceId, [...others, ...salty, much, little], now + 1);
    expect(await search('"salt lake"')).toEqual(['Title of much', 'Title of little']);
  });

  it('leaves out older articles where very many have the words, and says so', async () => {
    const many = Array.from({ length: 620 }, (_, index) =>
      entry(`m${index}`, { text: 'All about lichens.', publishedAt: now - index * 1000 }),
    );
    await readInto(store, sourceId, many, now + 1);
    await readInto(store, sourceId, [entry('t', { title: 'Lichens', publishedAt: now - hourMs })], now + 2);
    const { hits, total, hasMore } = await store.articles.search(scope, 'lichens', {}, page);
    expect([total, hasMore]).toEqual([500, true]);
    expect(hits.slice(0, 2).map(({ article }) => article.title)).toEqual(['Lichens', 'Title of m0']);
  });

  it('finds a few articles among the many of other servers', async () => {
    const other = await addSource(store, 'https://other.example/feed.xml');
    const many = Array.from({ length: 100 }, (_, index) => entry(`m${index}`, { text: 'The climate elsewhere.' }));
    await readInto(store, other, many, now + 1);
    expect(await search('climate')).toEqual(['Climate and the coast', 'A walk in the hills']);
    expect(await suggest('climate')).toEqual(['Climate and the coast']);
  });

  it('finds words of scripts without spaces anywhere in a clause', async () => {
    await readInto(
      store,
      sourceId,
      [entry('x', { title: '経済の話', text: '今年の気候変動と海岸について。' }), entry('y', { title: '気候の話' })],
      now + 1,
    );
    expect(await search('気候')).toEqual(['気候の話', '経済の話']);
    expect(await search('海岸 経済')).toEqual(['経済の話']);
    expect(await search('海%')).toEqual([]);
    const { hits } = await store.articles.search(scope, '変動', {}, page);
    expect(hits[0]?.snippet).toBe('今年の気候\u0002変動\u0003と海岸について。');
    expect(await suggest('の話')).toHaveLength(2);
  });

  it('takes words in quotes in their order', async () => {
    expect(await search('"climate of the hills"')).toEqual(['A walk in the hills']);
    expect(await search('"hills the of climate"')).toEqual([]);
  });

  it('marks the hit among a few words around it', async () => {
    const { hits } = await store.articles.search(scope, 'tides', {}, page);
    expect(hits[0]?.snippet).toContain('the \u0002tides\u0003 move');
  });

  it('never takes a mark that came with a text for a hit', async () => {
    await readInto(store, sourceId, [entry('fake', { text: 'A forged \u0002mark\u0003 of a lighthouse.' })], now + 1);
    const { hits } = await store.articles.search(scope, 'lighthouse', {}, page);
    expect(hits[0]?.snippet).toBe('A forged mark of a \u0002lighthouse\u0003.');
  });

  it.each([
    ['"', ''],
    ['""', ''],
    ['NEAR(', 'near'],
    ['title:', 'title'],
    ['* AND', 'and'],
    ["'; DROP TABLE articles", 'drop table articles'],
    ['-x', 'x'],
    ['^', ''],
    ['…', ''],
    ['\u0000', ''],
    ['climate"', 'climate'],
  ])('takes the signs of %j for no more than its words', async (text, words) => {
    expect(await search(text)).toEqual(await search(words));
  });

  it('finds by the words beside such signs', async () => {
    await readInto(store, sourceId, [entry('sign', { title: 'The lighthouse and its keeper' })], now + 1);
    expect(await search('lighthouse" AND')).toEqual(['The lighthouse and its keeper']);
  });

  it('finds the new words of a corrected article and no longer its old ones', async () => {
    await readInto(store, sourceId, [entry('money', { title: 'Balance of trade', teaser: 'On tariffs.' })], now + 1);
    expect(await search('payments')).toEqual([]);
    expect(await search('tariffs')).toEqual(['Balance of trade']);
    store.inspect.exec("INSERT INTO articles_fts (articles_fts) VALUES ('integrity-check')");
  });

  it('pages, and narrows to a source and to a time', async () => {
    const second = await store.articles.search(scope, 'the', {}, { limit: 1, offset: 1 });
    expect([second.hits.length, second.total]).toEqual([1, 2]);
    expect(await search('climate', { since: now - 1.5 * hourMs })).toEqual(['Climate and the coast']);
    expect(await search('climate', { sourceId })).toHaveLength(2);
    expect(await search('climate', { sourceId: 99 })).toEqual([]);
  });
});

describe('suggestions', () => {
  it('are the newest while nothing is typed', async () => {
    expect(await suggest('')).toEqual(['Climate and the coast', 'A walk in the hills', 'Balance of payments']);
  });

  it('begin with what was typed, else have its words, else resemble it', async () => {
    await readInto(store, sourceId, [entry('x', { title: 'The balance sheet' })], now + 1);
    expect(await suggest('balance')).toEqual(['Balance of payments', 'The balance sheet']);
    expect(await suggest('coast cli')).toEqual(['Climate and the coast']);
    expect(await suggest('climte')).toEqual(['Climate and the coast']);
    expect(await suggest('zzzz')).toEqual([]);
  });

  it('resemble one of the newest by date, however late older ones were read', async () => {
    const many = Array.from({ length: 600 }, (_, index) =>
      entry(`n${index}`, { publishedAt: now - (99 + index) * hourMs }),
    );
    const middle = entry('middle', { title: 'Glaciers', publishedAt: now - 350 * hourMs });
    await readInto(store, sourceId, [...many, middle], now + 1);
    expect(await suggest('glaciesr')).toEqual(['Glaciers']);
    expect(await suggest('climte')).toEqual(['Climate and the coast']);
    const newer = many.slice(0, 500).map((_, index) => entry(`m${index}`, { publishedAt: now - index }));
    await readInto(store, sourceId, newer, now + 2);
    expect(await suggest('climte')).toEqual([]);
  });

  it('find an old title by its words', async () => {
    const many = Array.from({ length: 600 }, (_, index) => entry(`n${index}`));
    await readInto(store, sourceId, many, now + 1);
    expect(await suggest('payments')).toEqual(['Balance of payments']);
  });
});

describe('an address', () => {
  it('finds its article however it is spelled', async () => {
    const found = await store.articles.findByUrl('http://www.society.example/money/?utm_source=x#top', scope);
    expect(found?.title).toBe('Balance of payments');
    expect(await store.articles.findByUrl('https://society.example/nothing', scope)).toBeUndefined();
  });
});

describe('the newest', () => {
  it('are counted no further than anybody is shown of them, also from a later page', async () => {
    const many = Array.from({ length: 20 }, (_, index) => entry(`n${index}`, { publishedAt: now - index }));
    await readInto(store, sourceId, many, now + 1);
    const [first, second] = await Promise.all(
      [0, 5].map((offset) => store.articles.listLatest(scope, {}, { limit: 5, offset })),
    );
    expect(first?.articles.map(({ title }) => title)).toEqual([0, 1, 2, 3, 4].map((index) => `Title of n${index}`));
    expect(second?.articles.map(({ title }) => title)).toEqual([5, 6, 7, 8, 9].map((index) => `Title of n${index}`));
    expect([first?.total, second?.total]).toEqual([10, 15]);
  });

  it('come as an article is in brief: with its teaser, else the beginning of its text', async () => {
    const long = 'Prices rise. '.repeat(200);
    const [teased, told] = [
      entry('teased', { publishedAt: now - 1 }),
      entry('told', { publishedAt: now - 2, teaser: '', text: long }),
    ];
    await readInto(store, sourceId, [teased, told], now + 1);
    const { articles } = await store.articles.listLatest(scope, {}, { limit: 2, offset: 0 });
    const whole = await Promise.all(articles.map(({ id }) => store.articles.get(id)));
    expect(articles).toEqual(whole.map((article) => article && inBrief(article)));
    expect(articles.map(({ beginning }) => beginning)).toEqual([teased.teaser, long.slice(0, beginningLimit)]);
  });
});

describe('what a member may not view', () => {
  const elsewhere = { guildId: '999' as GuildId, channelIds: new Set([newsId]) };
  const hidden = { ...scope, channelIds: new Set(['201' as ChannelId]) };

  it.each([
    ['another guild', elsewhere],
    ['a hidden channel', hidden],
  ])('is not found from %s, in any way', async (_, where) => {
    const { articles } = await store.articles.listLatest(scope, {}, page);
    const [first] = articles;
    if (!first) throw new Error('there are articles');
    expect((await store.articles.find(first.id, scope))?.id).toBe(first.id);
    expect(await store.articles.find(first.id, where)).toBeUndefined();
    expect(await store.articles.findByUrl(first.url ?? '', where)).toBeUndefined();
    expect(await store.articles.listLatest(where, {}, page)).toEqual({ articles: [], total: 0 });
    expect(await search('climate', {}, where)).toEqual([]);
    expect(await store.articles.suggest(where, 'climate', 5)).toEqual([]);
  });

  it('stays in sight while the subscription is paused', async () => {
    const [followed] = await store.subscriptions.list(scope.guildId);
    if (!followed) throw new Error('there is a subscription');
    await store.subscriptions.pause(followed.subscription.id, now);
    expect((await store.articles.listLatest(scope, {}, page)).total).toBe(3);
  });
});
