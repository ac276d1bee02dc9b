// What a society's site may do to its articles between two readings, and what is posted of it all the same: each once.

import { beforeEach, describe, expect, it } from 'vitest';
import { articleKey, planArticleDeliveries } from '../../../src/delivery/planArticleDeliveries.ts';
import { planning } from '../../../src/delivery/planning.ts';
import type { Entry } from '../../../src/domain/article.ts';
import type { ChannelId, GuildId, SourceId } from '../../../src/domain/ids.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import {
  addSource,
  entry,
  follow,
  guildId,
  hourMs,
  newsId,
  now,
  openTestStore,
  readInto,
  scope,
  type TestStore,
  userId,
} from './testStore.ts';

let store: TestStore;
let sourceId: SourceId;

beforeEach(async () => {
  store = await openTestStore();
  sourceId = await addSource(store);
});

const read = (entries: readonly Entry[], at: number, id = sourceId) =>
  readInto(store, id, entries, at, planArticleDeliveries);
const waiting = async () => (await store.outbox.count(guildId)).waiting;

describe('an article whose address changes after it was posted', () => {
  beforeEach(async () => {
    await read([], now);
    await follow(store, sourceId);
    await read([entry('a')], now + 1);
    expect(await waiting()).toBe(1);
    await read([entry('a', { url: 'https://society.example/a-corrected' })], now + 2);
  });

  it('is not posted again when another source brings it under the new address', async () => {
    const other = await addSource(store, 'https://society.example/category.xml');
    await read([], now + 3, other);
    await follow(store, other);
    await read([entry('x', { url: 'https://society.example/a-corrected' })], now + 4, other);
    expect(await waiting()).toBe(1);
  });

  it('is not posted again by who follows the source anew with some of the past', async () => {
    const [followed] = await store.subscriptions.list(guildId);
    if (!followed) throw new Error('nothing is followed');
    store.inspect.prepare(`UPDATE outbox SET state = 'sent', settled_at = 1, results = '{"message":"1"}'`).run();
    await store.subscriptions.remove(followed.subscription.id);
    const wanted = { guildId, channelId: newsId, sourceId, addedBy: userId, addedAt: now + 4 };
    await store.subscriptions.add(wanted, 1, (articles, subscription) =>
      planArticleDeliveries(articles, [{ subscription, settings: defaultSettings(guildId) }]),
    );
    expect(store.inspect.prepare("SELECT count(*) FROM outbox WHERE purpose = 'article'").pluck().get()).toBe(1);
  });
});

it('says of an article whose address has changed that it was posted, when moderators recommend it', async () => {
  await read([], now);
  await follow(store, sourceId);
  await read([entry('a')], now + 1);
  const moved = entry('a', { url: 'https://society.example/a-corrected' });
  await read([moved], now + 2);
  const known = await store.articles.findByUrl('https://society.example/a', scope);
  if (!known?.url) throw new Error('not known');
  const [articleId, channelId] = [known.id, newsId];
  const dedupeKey = articleKey(channelId, known);
  expect(await store.recommendations.findPosted(dedupeKey, { articleId, channelId })).toMatchObject({ articleId });
  const draft = { articleId, channelId, entry: { ...moved, url: known.url }, siteName: 'Society', question: 'Why?' };
  const confirmed = { guildId, draft, dedupeKey, by: userId, at: now + 3 };
  const { isNew } = await store.recommendations.post(confirmed, () => {
    throw new Error('planned again');
  });
  expect(isNew).toBe(false);
});

describe('a source that nobody read while it was paused', () => {
  const meanwhile = () => [entry('during'), entry('old')];

  beforeEach(async () => {
    await read([entry('old')], now);
    const { id } = await follow(store, sourceId);
    await store.subscriptions.pause(id, now + 1);
    await store.subscriptions.resume(id, now + 2 * hourMs);
  });

  it('has shown what appeared meanwhile before, and posts what comes after it', async () => {
    await read(meanwhile(), now + 3 * hourMs);
    expect(await waiting()).toBe(0);
    await read([entry('after'), ...meanwhile()], now + 4 * hourMs);
    expect(await waiting()).toBe(1);
  });
});

it('keeps posting what appears before the next reading where another server had a paused source read', async () => {
  await read([entry('old')], now);
  await follow(store, sourceId, { guildId: '101' as GuildId, channelId: '201' as ChannelId });
  const { id } = await follow(store, sourceId);
  await store.subscriptions.pause(id, now + 1);
  await read([entry('during'), entry('old')], now + 2);
  await store.subscriptions.resume(id, now + 3);
  await read([entry('after'), entry('during'), entry('old')], now + 4);
  expect(await waiting()).toBe(1);
});

describe('a feed of the newest articles from which one is taken down', () => {
  const dated = (name: string, day: number) => entry(name, { publishedAt: now - day * 24 * hourMs });
  const [e, d, c, b, a] = [dated('e', 0), dated('d', 1), dated('c', 2), dated('b', 3), dated('a', 9)];

  beforeEach(async () => {
    await read([d, c, b], now);
    await follow(store, sourceId);
  });

  it.each([
    ['the newest', [c, b, a]],
    ['one between', [d, b, a]],
  ])('does not post the older one that takes the place of %s', async (_, shown) => {
    const { saved } = await read(shown, now + 1);
    expect([saved.newArticles, await waiting()]).toEqual([0, 0]);
    const isReviewed = "SELECT conferences_read IS NOT NULL FROM articles WHERE title = 'Title of a'";
    expect(store.inspect.prepare(isReviewed).pluck().get()).toBe(1);
    expect((await read([d, c, b], now + 2)).saved.newArticles).toBe(0);
    expect((await read([e, ...shown], now + 3)).titles).toEqual(['Title of e']);
  });

  it.each([
    ['at the top, whatever its date', [{ ...e, publishedAt: 0 }, d, b]],
    ['at the bottom, where nothing was taken down', [d, c, b, e]],
    ['at the bottom, where the oldest makes room', [d, c, e]],
    ['beside the only one that is known', [c, e]],
  ])('posts a new one %s', async (_, shown) => {
    expect((await read(shown, now + 1)).titles).toEqual(['Title of e']);
  });

  it('posts a new one at the bottom of a feed that begins with its oldest', async () => {
    await read([b, c, d], now + 1);
    expect((await read([c, d, e], now + 2)).titles).toEqual(['Title of e']);
    expect((await read([c, e, dated('f', -1)], now + 3)).titles).toEqual(['Title of f']);
  });

  it('takes no article for an older one because the document ended early', async () => {
    const findings = { entries: [c, b, e], isPartial: true, validators: {}, readAt: now + 1, nextPollAt: now + 2 };
    expect((await store.sources.saveReading(sourceId, findings, planning)).newArticles).toBe(1);
  });
});

it.each(['before', 'after'])(
  'takes what a cut document left out for no news, followed %s it was read',
  async (when) => {
    const readCut = (entries: readonly Entry[], at: number, isCut: boolean) => {
      const document = { entries, isPartial: isCut, isCut };
      return store.sources.saveReading(sourceId, { ...document, validators: {}, readAt: at, nextPollAt: at }, planning);
    };
    if (when === 'before') await follow(store, sourceId);
    await readCut([entry('c')], now, true);
    if (when === 'after') await follow(store, sourceId);
    await readCut([entry('c'), entry('b'), entry('a')], now + 1, false);
    expect(await waiting()).toBe(0);
    await readCut([entry('d'), entry('c')], now + 2, true);
    expect(await waiting()).toBe(1);
  },
);

it('tells articles without guids apart that all link to one page', async () => {
  const page = 'https://society.example/news.html';
  const bare = (name: string): Entry => {
    const { guid: _, ...rest } = entry(name, { url: page });
    return rest;
  };
  await read([bare('b'), bare('a')], now);
  await follow(store, sourceId);
  await read([bare('c'), bare('b'), bare('a')], now + 1);
  expect(await waiting()).toBe(1);
  await read([bare('d'), bare('c'), bare('b')], now + 2);
  expect(await waiting()).toBe(2);
  expect((await read([bare('d'), bare('c'), bare('b')], now + 3)).saved).toMatchObject({ newArticles: 0 });
});

it('posts nothing that a rebuilt page shows when it is followed anew, and what comes after it', async () => {
  await read([entry('old')], now);
  await follow(store, sourceId, { guildId: '101' as GuildId, channelId: '201' as ChannelId });
  const anew = { entries: [entry('new-b'), entry('new-a')], validators: {}, readAt: now + 1, nextPollAt: now + 2 };
  expect(await store.sources.saveReading(sourceId, { ...anew, isRebuilt: true }, planning)).toMatchObject({
    newArticles: 2,
    deliveries: 0,
  });
  await follow(store, sourceId);
  expect((await read([entry('new-c'), entry('new-b'), entry('new-a')], now + 3)).saved.deliveries).toBe(2);
});
