import { beforeEach, describe, expect, it } from 'vitest';
import { planFloodAnswer } from '../../../src/delivery/planFloodAnswer.ts';
import { planning } from '../../../src/delivery/planning.ts';
import type { FloodAnswer } from '../../../src/domain/flood.ts';
import type { FloodId, GuildId, SourceId, UserId } from '../../../src/domain/ids.ts';
import type { FloodFacts } from '../../../src/ports/floods.ts';
import { addSource, entry, follow, guildId, hourMs, now, openTestStore, type TestStore } from './testStore.ts';

let store: TestStore;
let sourceId: SourceId;

const read = (names: readonly string[], at: number) => {
  const findings = { entries: names.map((name) => entry(name)), validators: {}, readAt: at, nextPollAt: at + hourMs };
  return store.sources.saveReading(sourceId, findings, planning);
};
const answer = (id: FloodId, given: FloodAnswer, by: string) =>
  store.floods.answer(id, { answer: given, by: by as UserId, at: now + 2 }, (articles, interest) =>
    planFloodAnswer(given, articles, interest, now + 2),
  );
const waiting = async () => (await store.outbox.count(guildId)).waiting;

async function openFlood(): Promise<FloodFacts> {
  const [facts] = await store.floods.listOpen(guildId);
  if (!facts) throw new Error('nothing was asked');
  return facts;
}

beforeEach(async () => {
  store = await openTestStore();
  sourceId = await addSource(store);
  await read([], now);
  await follow(store, sourceId);
  await read(['f', 'e', 'd', 'c', 'b', 'a'], now + 1);
});

describe('a question about many new articles', () => {
  it('is open, with its articles from the oldest, until somebody answers', async () => {
    const { flood, articles } = await openFlood();
    expect(articles.map(({ title }) => title.at(-1)).join('')).toBe('abcdef');
    expect(await waiting()).toBe(0);
    await answer(flood.id, 'none', '301');
    expect(await store.floods.listOpen(guildId)).toEqual([]);
  });

  it('takes the first answer, with what it sets going, and no second one', async () => {
    const { flood } = await openFlood();
    const [first, second] = await Promise.all([answer(flood.id, 'newest', '301'), answer(flood.id, 'all', '302')]);
    expect(first).toMatchObject({ answer: 'newest', answeredBy: '301' });
    expect(second).toMatchObject({ answer: 'newest', answeredBy: '301' });
    expect(await waiting()).toBe(1);
  });

  it('is answered whole or not at all', async () => {
    const { flood } = await openFlood();
    const failing = store.floods.answer(flood.id, { answer: 'all', by: '301' as UserId, at: now }, () => {
      throw new Error('no plan');
    });
    await expect(failing).rejects.toThrow('no plan');
    expect((await openFlood()).flood.answer).toBeUndefined();
  });

  it('is nothing to another server, nor once nobody follows the source', async () => {
    const { flood } = await openFlood();
    expect(await store.floods.find(flood.id, '101' as GuildId)).toBeUndefined();
    await store.subscriptions.remove(flood.subscriptionId);
    expect(await store.floods.find(flood.id, guildId)).toBeUndefined();
    expect(await store.floods.listOpen(guildId)).toEqual([]);
  });

  it('goes on being answered only once a source that is paused meanwhile is resumed, and holds up nobody else', async () => {
    const { flood } = await openFlood();
    await answer(flood.id, 'all', '301');
    const [followed] = await store.subscriptions.list(guildId);
    if (!followed) throw new Error('nothing is followed');
    const { id } = followed.subscription;
    const claim = (at: number) => store.outbox.claimDue({ owner: 'w', now: at, leaseMs: 1, limit: 9 });
    await store.subscriptions.pause(id, now + 3);
    await store.subscriptions.pause(id, now + 3);
    expect(await claim(now + 9 * hourMs)).toEqual([]);
    const other = await addSource(store, 'https://other.example/feed');
    await follow(store, other);
    const seen = { validators: {}, readAt: now + 4, nextPollAt: now + hourMs };
    await store.sources.saveReading(other, { entries: [], ...seen }, planning);
    await store.sources.saveReading(other, { entries: [entry('z')], ...seen }, planning);
    expect(await claim(now + 9 * hourMs)).toHaveLength(1);
    await store.subscriptions.resume(id, now + 5);
    const [first] = await claim(now + 5);
    expect(first).toMatchObject({ articleId: flood.articleIds[0], dueAt: now + 2, orderedAt: now + 2 });
  });
});
