import { describe, expect, it } from 'vitest';
import { articleKey, planRecommendation } from '../../../src/delivery/planArticleDeliveries.ts';
import type { ChannelId, GuildId } from '../../../src/domain/ids.ts';
import { type RecommendationDraft, unsavedArticle } from '../../../src/domain/recommendation.ts';
import { subscriptionsPerGuild } from '../../../src/domain/subscription.ts';
import { readSetUp } from '../../../src/store/readSetUp.ts';
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

const otherId = '201' as ChannelId;
const url = 'https://www.harbour.example/tides?utm_source=mail';
const dedupeKey = `article:${newsId}:https://harbour.example/tides`;

function draftOf(changes: Partial<RecommendationDraft> = {}): RecommendationDraft {
  const text = 'Tide tables are older than most ports that use them. Planners read them as promises.';
  const words = { title: 'What tides teach planners', teaser: '', text, publishedAt: now - 400 * 24 * hourMs };
  return {
    channelId: newsId,
    entry: { url, ...words, authors: ['A. Writer'], categories: [] },
    siteName: 'Harbour Review',
    note: 'Short.',
    question: 'Who should own the tables?',
    ...changes,
  };
}

const post = (store: TestStore, draft = draftOf()) => {
  const key = articleKey(draft.channelId, unsavedArticle(draft, now));
  return store.recommendations.post({ guildId, draft, dedupeKey: key, by: userId, at: now }, (article, interest) =>
    planRecommendation(article, interest, { note: draft.note ?? '' }, now),
  );
};
const latest = async (store: TestStore, channelId: ChannelId = newsId, guild: GuildId = guildId) => {
  const wanted = { guildId: guild, channelIds: new Set([channelId]) };
  return (await store.articles.listLatest(wanted, {}, { limit: 10, offset: 0 })).articles.map(({ title }) => title);
};

describe('a recommended article', () => {
  it('is found by who may view its channel: the newest, by search, by address, by the name of its site', async () => {
    const store = await openTestStore();
    const source = await addSource(store);
    await follow(store, source);
    await readInto(store, source, [entry('own', { publishedAt: now - hourMs })]);
    const { delivery, isNew } = await post(store);
    expect([isNew, delivery.dedupeKey]).toEqual([true, dedupeKey]);
    expect(delivery).toMatchObject({ purpose: 'article', payload: { recommendation: { note: 'Short.' } } });
    expect(await latest(store)).toEqual(['What tides teach planners', 'Title of own']);
    expect((await store.articles.findByUrl('http://harbour.example/tides/', scope))?.sourceTitle).toBe(
      'Harbour Review',
    );
    for (const typed of ['promises', 'harbour tides']) {
      const { hits } = await store.articles.search(scope, typed, {}, { limit: 5, offset: 0 });
      expect(hits.map(({ article }) => article.url)).toEqual([url]);
    }
    expect(await latest(store, otherId)).toEqual([]);
    expect(await latest(store, newsId, '999' as GuildId)).toEqual([]);
  });

  it('makes no source of its site that a look at all sources would read', async () => {
    const store = await openTestStore();
    await post(store);
    const { sources, subscriptions } = await readSetUp(store.path);
    expect(sources).toEqual([]);
    expect(subscriptions).toMatchObject([{ guildId, channelId: newsId }]);
  });

  it('opens its discussion with the question that was shown', async () => {
    const store = await openTestStore();
    const { delivery } = await post(store);
    expect(await store.questions.find(delivery.id)).toEqual({
      text: 'Who should own the tables?',
      isByModerator: true,
    });
  });

  it('is posted once in a channel, and in another channel as well', async () => {
    const store = await openTestStore();
    const first = await post(store);
    const second = await post(store, draftOf({ note: 'Another one.', siteName: 'The Harbour Review' }));
    expect([second.isNew, second.delivery.id]).toEqual([false, first.delivery.id]);
    expect((await post(store, draftOf({ channelId: otherId }))).isNew).toBe(true);
    expect(await store.recommendations.findPosted(dedupeKey)).toMatchObject({ id: first.delivery.id });
    expect(store.inspect.prepare('SELECT count(*) FROM outbox').pluck().get()).toBe(2);
    expect(await latest(store)).toEqual(['What tides teach planners']);
    expect(store.inspect.prepare('SELECT title FROM sources').pluck().all()).toEqual([
      'Harbour Review',
      'Harbour Review',
    ]);
  });

  it('is not posted again by a feed that brings it later', async () => {
    const store = await openTestStore();
    const source = await addSource(store);
    await follow(store, source);
    await readInto(store, source, []);
    await post(store);
    const { saved } = await readInto(store, source, [entry('tides', { url: 'https://harbour.example/tides' })]);
    expect(saved).toMatchObject({ newArticles: 1, deliveries: 0 });
  });

  it('is the very article where the channel knows it from a feed', async () => {
    const store = await openTestStore();
    const source = await addSource(store);
    await follow(store, source);
    await readInto(store, source, [entry('tides', { url })]);
    const articleId = (await store.articles.findByUrl(url, scope))?.id;
    if (articleId === undefined) throw new Error('not known');
    const { delivery } = await post(store, draftOf({ articleId }));
    expect(delivery.articleId).toBe(articleId);
    expect(await latest(store)).toEqual(['Title of tides']);
  });

  it('may be posted again where Discord never took it, and never where a person removed it', async () => {
    const store = await openTestStore();
    const { delivery } = await post(store);
    const end = store.inspect.prepare("UPDATE outbox SET state = 'dead', reason = ?, settled_at = 1 WHERE id = ?");
    end.run('removedByPerson', delivery.id);
    expect((await post(store)).isNew).toBe(false);
    end.run('blocked', delivery.id);
    expect(await store.recommendations.findPosted(dedupeKey)).toBeUndefined();
    const again = await post(store);
    expect(again.isNew).toBe(true);
    expect(again.delivery.articleId).toBe(delivery.articleId);
    store.inspect.prepare(`UPDATE outbox SET results = '{"message":"900"}' WHERE id = ?`).run(again.delivery.id);
    end.run('blocked', again.delivery.id);
    expect((await post(store)).isNew).toBe(false);
  });

  it('makes its site no source that is followed, read, counted or looked over for conferences', async () => {
    const store = await openTestStore();
    await post(store);
    expect(await store.subscriptions.list(guildId)).toEqual([]);
    expect(await store.sources.listDue(now + 1000 * hourMs, 10)).toEqual([]);
    expect([...(await store.sourceHealth.countByState())]).toEqual([]);
    expect(await store.sourceHealth.findNextPollAt()).toBeUndefined();
    expect(await store.articles.listWithoutText(10)).toEqual([]);
    const reviewed = await store.articleReviews.listUnreviewed(10, now);
    expect(reviewed.flatMap(({ readers }) => readers)).toEqual([]);
    for (let index = 0; index < subscriptionsPerGuild; index += 1) {
      await follow(store, await addSource(store, `https://society.example/${index}.xml`));
    }
    await post(
      store,
      draftOf({ siteName: 'Yet another site', entry: { ...draftOf().entry, url: 'https://b.example/1' } }),
    );
    expect(await store.subscriptions.list(guildId)).toHaveLength(subscriptionsPerGuild);
  }, 30_000);

  it('is related to what came before it, also before it is saved', async () => {
    const store = await openTestStore();
    const source = await addSource(store);
    await follow(store, source);
    const filler = Array.from({ length: 60 }, (_, index) =>
      entry(`other${index}`, { text: `Nothing but filler ${index}.` }),
    );
    const near = entry('near', {
      title: 'Planners and tides in harbours',
      text: 'Tides, planners, harbours, promises, tables. Tides, planners, harbours, promises, tables.',
    });
    await readInto(store, source, [...filler, near]);
    const text =
      'Tides and planners meet in harbours. Tides, planners and harbours, tables and promises; tables and promises.';
    const draft = draftOf({ entry: { ...draftOf().entry, title: 'Tides for planners of harbours', text } });
    const before = await store.articles.listRelated(unsavedArticle(draft, now), scope, 3);
    expect(before.map(({ title }) => title)).toEqual(['Planners and tides in harbours']);
    const { delivery } = await post(store, draft);
    const article = await store.articles.get(delivery.articleId as never);
    if (!article) throw new Error('not saved');
    expect(await store.articles.listRelated(article, scope, 3)).toEqual(before);
  });
});

describe('a draft', () => {
  it('is kept for its guild, for thirty days', async () => {
    const store = await openTestStore();
    const id = await store.recommendations.keep(guildId, draftOf(), now);
    expect(id).toMatch(/^[a-z2-7]{16}$/);
    expect(await store.recommendations.find(id, guildId)).toEqual(draftOf());
    expect(await store.recommendations.find(id, '999' as GuildId)).toBeUndefined();
    await store.recommendations.keep(guildId, draftOf(), now + 31 * 24 * hourMs);
    expect(await store.recommendations.find(id, guildId)).toBeUndefined();
  });
});
