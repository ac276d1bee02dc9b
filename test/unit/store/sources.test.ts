import { beforeEach, describe, expect, it } from 'vitest';
import { planning } from '../../../src/delivery/planning.ts';
import type { ChannelId, GuildId, SourceId } from '../../../src/domain/ids.ts';
import {
  addSource,
  deliveryOf,
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
} from './testStore.ts';

let store: TestStore;
let sourceId: SourceId;

beforeEach(async () => {
  store = await openTestStore();
  sourceId = await addSource(store);
});

const latest = async () => (await store.articles.listLatest(scope, {}, { limit: 50, offset: 0 })).articles;

describe('the first reading of a source', () => {
  it('posts nothing, whoever followed it before', async () => {
    await follow(store, sourceId);
    const { saved } = await readInto(store, sourceId, [entry('a'), entry('b')]);
    expect(saved).toEqual({ newArticles: 2, changedArticles: 0, deliveries: 0 });
    expect((await readInto(store, sourceId, [entry('c'), entry('a')], now + 1)).titles).toEqual(['Title of c']);
  });

  it('is the baseline also when the feed was empty, so the first post of a new blog is posted', async () => {
    await readInto(store, sourceId, []);
    await follow(store, sourceId);
    const { saved } = await readInto(store, sourceId, [entry('first')], now + hourMs);
    expect(saved.deliveries).toBe(1);
  });

  it('of an empty feed is the baseline of one who followed before it', async () => {
    await follow(store, sourceId);
    await readInto(store, sourceId, []);
    expect((await readInto(store, sourceId, [entry('first')], now + hourMs)).saved.deliveries).toBe(1);
  });
});

describe('a later reading', () => {
  beforeEach(async () => {
    await readInto(store, sourceId, [entry('old')]);
    await follow(store, sourceId);
  });

  it('hands new articles over from the oldest to the newest', async () => {
    const entries = [
      entry('middle', { publishedAt: now - 2 * hourMs }),
      entry('future', { publishedAt: now + 99 * hourMs }),
      entry('upper'),
      entry('lower'),
      entry('oldest', { publishedAt: now - 5 * hourMs }),
    ];
    const { titles } = await readInto(store, sourceId, entries, now + 1);
    expect(titles).toEqual([
      'Title of oldest',
      'Title of middle',
      'Title of lower',
      'Title of upper',
      'Title of future',
    ]);
    expect((await latest()).map(({ title }) => title).filter((title) => title !== 'Title of old')).toEqual(
      [...titles].reverse(),
    );
  });

  it('is saved whole or not at all', async () => {
    const failing = readInto(store, sourceId, [entry('new'), entry('old', { title: 'Changed' })], now + 1, () => {
      throw new Error('no plan');
    });
    await expect(failing).rejects.toThrow('no plan');
    expect((await latest()).map(({ title }) => title)).toEqual(['Title of old']);
    expect((await store.sources.get(sourceId)).validators.etag).toBe(`"${now}"`);
    expect((await readInto(store, sourceId, [entry('new'), entry('old')], now + 2)).titles).toEqual(['Title of new']);
  });

  it('is delivered to every active subscription and to no paused one', async () => {
    const paused = await follow(store, sourceId, { guildId: '101' as GuildId, channelId: '201' as ChannelId });
    await follow(store, sourceId, { guildId: '102' as GuildId, channelId: '202' as ChannelId });
    await store.subscriptions.pause(paused.id, now);
    expect((await readInto(store, sourceId, [entry('new')], now + 1)).saved.deliveries).toBe(2);
    await store.subscriptions.resume(paused.id, now);
    expect((await readInto(store, sourceId, [entry('new'), entry('newer')], now + 2)).saved.deliveries).toBe(3);
  });

  it('gives one post a channel for two sources that publish the same address', async () => {
    const other = await addSource(store, 'https://society.example/atom.xml');
    await readInto(store, other, []);
    await follow(store, other);
    expect((await readInto(store, sourceId, [entry('same')], now + 1)).saved.deliveries).toBe(1);
    expect((await readInto(store, other, [entry('same')], now + 2)).saved.deliveries).toBe(0);
  });

  it('finds exactly one new article behind a repeated guid with another link', async () => {
    const repeated = entry('old', {
      url: 'https://society.example/second',
      title: 'Second',
      teaser: 'A second article that uses the guid of the first one again.',
    });
    const { saved, titles } = await readInto(store, sourceId, [repeated, entry('old')], now + 1);
    expect(saved.newArticles).toBe(1);
    expect(titles).toEqual(['Second']);
    expect((await readInto(store, sourceId, [repeated, entry('old')], now + 2)).saved.newArticles).toBe(0);
  });

  it('tells which entries are unknown, as the very objects it was given', async () => {
    const unknown = entry('new \ud800');
    expect(await store.sources.listUnknown(sourceId, [entry('old'), unknown])).toEqual([unknown]);
    expect((await store.sources.listUnknown(sourceId, [unknown]))[0]).toBe(unknown);
  });
});

describe('a known article', () => {
  const read = async (changes: Parameters<typeof entry>[1], at: number) => {
    const { saved } = await readInto(store, sourceId, [entry('a', changes)], at);
    const [article] = await latest();
    const whole = article && (await store.articles.get(article.id));
    return { changed: saved.changedArticles, article: whole, revision: whole?.revision };
  };

  beforeEach(async () => {
    await follow(store, sourceId);
    await read({}, now);
  });

  it('keeps the text of its page when a later reading does not tell it', async () => {
    expect(
      await read(
        { text: 'The whole page.', authors: ['A. Author'], picture: { url: 'https://society.example/a.png' } },
        now + 1,
      ),
    ).toMatchObject({ changed: 0, revision: 1 });
    const { changed, article } = await read({}, now + 2);
    expect(changed).toBe(0);
    expect(article).toMatchObject({
      text: 'The whole page.',
      authors: ['A. Author'],
      picture: { url: 'https://society.example/a.png' },
    });
  });

  it('has a new revision when its title, teaser or text has other words, not other spaces', async () => {
    expect((await read({ title: ' Title  of\na' }, now + 1)).revision).toBe(1);
    expect((await read({ title: 'Corrected' }, now + 2)).revision).toBe(2);
    expect((await read({ title: 'Corrected', text: 'One.' }, now + 3)).revision).toBe(2);
    expect((await read({ title: 'Corrected', text: 'Two.' }, now + 4)).revision).toBe(3);
    expect((await read({ title: 'Corrected', teaser: 'Another teaser' }, now + 5)).revision).toBe(4);
  });

  it('is neither new nor changed nor brought to the top by other dates', async () => {
    await readInto(store, sourceId, [entry('b', { publishedAt: now + 1 }), entry('a')], now + 1);
    const { saved } = await readInto(
      store,
      sourceId,
      [entry('b'), entry('a', { publishedAt: now + 9, updatedAt: now + 9 })],
      now + 9,
    );
    expect(saved).toMatchObject({ newArticles: 0, changedArticles: 0 });
    expect((await latest()).map(({ title }) => title)).toEqual(['Title of b', 'Title of a']);
  });

  it('is noted as vanished while the feed does not show it', async () => {
    const vanished = () => store.inspect.prepare('SELECT vanished_at FROM articles').pluck().get();
    expect(vanished()).toBeNull();
    await readInto(store, sourceId, [], now + 5);
    expect(vanished()).toBe(now + 5);
    await read({}, now + 6);
    expect(vanished()).toBeNull();
  });

  it('is found by text that half a surrogate pair has got into', async () => {
    const broken = entry('\ud800', { guid: 'urn:\udc00', title: 'Half \ud83d' });
    expect((await readInto(store, sourceId, [broken], now + 1)).saved.newArticles).toBe(1);
    expect((await readInto(store, sourceId, [broken], now + 2)).saved).toMatchObject({
      newArticles: 0,
      changedArticles: 0,
    });
  });
});

describe('the cursor of a source', () => {
  it('is due once somebody follows it actively and its time has come', async () => {
    expect(await store.sources.listDue(now, 9)).toEqual([]);
    const { id } = await follow(store, sourceId);
    expect((await store.sources.listDue(now, 9)).map((source) => source.id)).toEqual([sourceId]);
    expect(await store.sources.listDue(now - 1, 9)).toEqual([]);
    await store.subscriptions.pause(id, now);
    expect(await store.sources.listDue(now, 9)).toEqual([]);
  });

  it('counts failures in a row from the first one and forgets them with a success', async () => {
    const failed = { code: 'timeout', detail: '20 s', at: now, nextPollAt: now + 1, isFinal: false };
    await store.sources.saveTrouble(sourceId, failed, planning);
    const again = { code: 'status', detail: '500', at: now + 5, nextPollAt: now + 10, isFinal: false };
    await store.sources.saveTrouble(sourceId, again, planning);
    expect(await store.sources.get(sourceId)).toMatchObject({
      nextPollAt: now + 10,
      trouble: { count: 2, sightings: 1, since: now, code: 'status', detail: '500' },
    });
    await store.sources.saveUnchanged(sourceId, { validators: {}, readAt: now + 6, nextPollAt: now + 20 }, planning);
    expect((await store.sources.get(sourceId)).trouble).toBeUndefined();
  });

  it('has the validators of the last answer', async () => {
    await readInto(store, sourceId, []);
    const validators = { etag: `"${now}"`, lastModified: 'Tue, 24 Nov 2026 12:00:00 GMT' };
    await store.sources.saveUnchanged(sourceId, { validators, readAt: now + 1, nextPollAt: now + 2 }, planning);
    expect((await store.sources.get(sourceId)).validators).toEqual({
      etag: `"${now}"`,
      lastModified: 'Tue, 24 Nov 2026 12:00:00 GMT',
    });
  });

  it('is kept when the same address is saved again, and can be put off', async () => {
    expect(await addSource(store)).toBe(sourceId);
    await readInto(store, sourceId, []);
    await store.sources.postpone(sourceId, now + 3);
    expect(await store.sources.findByUrl('https://society.example/feed.xml')).toMatchObject({
      id: sourceId,
      nextPollAt: now + 3,
    });
  });
});

describe('following a source', () => {
  it('posts the newest articles asked for, oldest first, and nothing else', async () => {
    await readInto(store, sourceId, [entry('new'), entry('middle'), entry('old')]);
    const planned: string[] = [];
    const wanted = { guildId, channelId: newsId, sourceId, addedBy: scopeUser, addedAt: now };
    await store.subscriptions.add(wanted, 2, (articles, subscription) => {
      planned.push(...articles.map(({ title }) => title));
      return articles.map((article) => deliveryOf(article, subscription));
    });
    expect(planned).toEqual(['Title of middle', 'Title of new']);
    expect((await store.outbox.count(guildId)).waiting).toBe(2);
    expect(await store.subscriptions.list(guildId)).toMatchObject([{ articleCount: 3, source: { id: sourceId } }]);
  });

  it('is refused a second time, and beyond the limit of a guild', async () => {
    await follow(store, sourceId);
    await expect(follow(store, sourceId)).rejects.toMatchObject({
      code: 'sourceKnown',
      args: { source: 'society.example' },
    });
    for (let index = 1; index < 100; index += 1)
      await follow(store, await addSource(store, `https://society.example/${index}`));
    const one = await addSource(store, 'https://society.example/more');
    await expect(follow(store, one)).rejects.toMatchObject({ code: 'sourcesFull', args: { limit: 100 } });
  });

  it('ends with what was waiting given up and the channel free for others', async () => {
    await readInto(store, sourceId, []);
    const { id } = await follow(store, sourceId);
    await readInto(store, sourceId, [entry('a')], now + 1);
    await store.subscriptions.remove(id);
    expect(await store.outbox.count(guildId)).toEqual({ waiting: 0, held: 0, sent: 0, dead: 1 });
    await follow(store, sourceId);
    expect((await readInto(store, sourceId, [entry('b'), entry('a')], now + 2)).saved.deliveries).toBe(1);
    const claimed = await store.outbox.claimDue({ owner: 'w', now: now + 9, leaseMs: 9, limit: 9 });
    expect(claimed).toHaveLength(1);
  });
});

const scopeUser = '300' as Parameters<TestStore['subscriptions']['add']>[0]['addedBy'];
