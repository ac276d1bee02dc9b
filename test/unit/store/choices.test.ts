import { describe, expect, it } from 'vitest';
import { planFloodAnswer } from '../../../src/delivery/planFloodAnswer.ts';
import { planning } from '../../../src/delivery/planning.ts';
import type { ChannelId, GuildId, RoleId, UserId } from '../../../src/domain/ids.ts';
import type { Subscription } from '../../../src/domain/subscription.ts';
import {
  addSource,
  delivery,
  entry,
  follow,
  guildId,
  hourMs,
  newsId,
  now,
  openTestStore,
  type TestStore,
  userId,
} from './testStore.ts';

const papersId = '201' as ChannelId;
const filter = { any: ['river'], all: [], none: ['“advert”'] };

const historyOf = async (store: TestStore, { id }: Subscription) =>
  (await store.subscriptions.listHistory(id, 10)).map(({ article, isBaseline, delivery, flood }) => [
    article.title.replace('Title of ', ''),
    isBaseline ? 'seen' : (delivery?.state ?? flood ?? 'none'),
  ]);

/** One reading, planned as in life. */
function readReally(store: TestStore, id: Subscription['sourceId'], names: readonly string[], at: number) {
  const findings = { entries: names.map((name) => entry(name)), validators: {}, readAt: at, nextPollAt: at + hourMs };
  return store.sources.saveReading(id, findings, planning);
}

/** A source whose articles of these names came in after it was followed. */
async function followWith(names: readonly string[]) {
  const store = await openTestStore();
  const sourceId = await addSource(store);
  const { id } = await follow(store, sourceId);
  await readReally(store, sourceId, [], now);
  await readReally(store, sourceId, names, now + hourMs);
  return { store, sourceId, id };
}

async function claim(store: TestStore) {
  return store.outbox.claimDue({ owner: 'worker', now: now + hourMs * 24, leaseMs: 1_000, limit: 10 });
}

describe('the choices of a subscription', () => {
  it('lose nothing when two moderators choose at once', async () => {
    const store = await openTestStore();
    const { id } = await follow(store, await addSource(store));
    await Promise.all([
      store.subscriptions.saveChoices(id, (before) => ({ ...before, filter }), now),
      store.subscriptions.saveChoices(id, (before) => ({ ...before, threads: false }), now),
    ]);
    expect(await store.subscriptions.find(id)).toMatchObject({ filter, threads: false });
    await store.subscriptions.remove(id);
    expect(await store.subscriptions.saveChoices(id, (before) => before, now)).toBeUndefined();
  });

  it('are kept whole, and what is unset becomes unset', async () => {
    const store = await openTestStore();
    const { id } = await follow(store, await addSource(store));
    const choices = { channelId: papersId, threads: false, question: false, pingRoleId: 'nobody' as const, filter };
    await store.subscriptions.saveChoices(id, () => choices, now);
    expect(await store.subscriptions.find(id)).toMatchObject(choices);
    await store.subscriptions.saveChoices(id, () => ({ channelId: papersId }), now);
    const bare = await store.subscriptions.find(id);
    expect(bare).not.toHaveProperty('threads');
    expect(bare).not.toHaveProperty('question');
    expect(bare).not.toHaveProperty('pingRoleId');
    expect(bare).not.toHaveProperty('filter');
    await store.subscriptions.remove(id);
    expect(await store.subscriptions.find(id)).toBeUndefined();
  });

  it('decide what a reading delivers', async () => {
    const store = await openTestStore();
    const sourceId = await addSource(store);
    const { id } = await follow(store, sourceId);
    const other = await follow(store, sourceId, { guildId: '999' as GuildId, channelId: '900' as ChannelId });
    await store.subscriptions.saveChoices(
      id,
      () => ({ channelId: newsId, filter: { ...filter, any: ['wanted'] } }),
      now,
    );
    await readReally(store, sourceId, ['old'], now);
    const saved = await readReally(store, sourceId, ['wanted', 'other', 'old'], now + hourMs);
    expect(saved).toMatchObject({ newArticles: 2, deliveries: 3 });
    const wanted = await store.subscriptions.find(id);
    expect(wanted && (await historyOf(store, wanted)).sort()).toEqual([
      ['old', 'seen'],
      ['other', 'none'],
      ['wanted', 'pending'],
    ]);
    expect((await historyOf(store, other)).filter(([, state]) => state === 'pending')).toHaveLength(2);
  });
});

describe('a new channel', () => {
  it('gets what waits and what is held, in order, once', async () => {
    const { store, id } = await followWith(['one', 'two', 'three']);
    const [first] = await claim(store);
    const sending = first && (await store.outbox.markSending(first, 'worker', now + hourMs));
    if (!sending) throw new Error('nothing to send');
    await store.outbox.record(sending, 'worker', { to: 'done', id: '5' }, now + hourMs);
    store.inspect
      .prepare(`UPDATE outbox SET state = 'held', reason = 'channelGone', held_at = 1 WHERE sequence = 2`)
      .run();

    const alert = delivery({
      purpose: 'alert',
      channelId: '202' as ChannelId,
      dedupeKey: `alert:${newsId}:channelGone`,
    });
    await store.outbox.add([alert], now);

    await store.subscriptions.saveChoices(id, () => ({ channelId: papersId }), now + hourMs);
    await store.outbox.endHeldAlerts(now, planning.recovery);
    // Moderators hear of the former channel again, should it be held another time.
    expect(await store.outbox.add([alert], now)).toBe(1);
    const rows = store.inspect
      .prepare("SELECT channel_id, state, reason, dedupe_key FROM outbox WHERE purpose = 'article' ORDER BY sequence")
      .all();
    // The first has its message in the old channel, and so does its thread.
    expect(rows).toMatchObject([
      { channel_id: newsId, state: 'pending' },
      { channel_id: papersId, state: 'pending', reason: null },
      { channel_id: papersId, state: 'pending' },
    ]);
    expect(rows).toMatchObject([
      {},
      ...rows.slice(1).map(() => ({ dedupe_key: expect.stringContaining(`:${papersId}:`) })),
    ]);
    expect(await store.outbox.listHeld()).toEqual([]);
  });

  it('does not get what a worker has begun: its message may be on the way to the former one', async () => {
    const { store, id } = await followWith(['sending', 'begun']);
    const [first] = await claim(store);
    if (first) await store.outbox.markSending(first, 'worker', now + hourMs);
    store.inspect.prepare(`UPDATE outbox SET state = 'unknown', step_begun_at = 1 WHERE id != ?`).run(first?.id);
    await store.subscriptions.saveChoices(id, () => ({ channelId: papersId }), now + hourMs);
    const rows = store.inspect.prepare('SELECT DISTINCT channel_id FROM outbox').all();
    expect(rows).toEqual([{ channel_id: newsId }]);
  });

  it('gets what a worker holds and has not begun, and that worker sends nothing to the former one', async () => {
    const { store, id } = await followWith(['claimed']);
    const [claimed] = await claim(store);
    if (!claimed) throw new Error('nothing was claimed');
    await store.subscriptions.saveChoices(id, () => ({ channelId: papersId }), now + hourMs);
    expect(await store.outbox.markSending(claimed, 'worker', now + hourMs)).toBeUndefined();
    const refused = { to: 'held', reason: 'missingAccess', missing: [] } as const;
    expect(await store.outbox.record(claimed, 'worker', refused, now + hourMs)).toBeUndefined();
    expect(await claim(store)).toMatchObject([{ channelId: papersId, state: 'pending' }]);
  });

  it('gets the very post that Discord refused in the former one, with the discussion it was to have', async () => {
    const { store, id } = await followWith(['refused']);
    const [first] = await claim(store);
    const fitting = { targetKind: 'forum', steps: ['message', 'question'] } as const;
    const sending = first && (await store.outbox.markSending(first, 'worker', now + hourMs, fitting));
    if (!sending) throw new Error('nothing to send');
    const transition = { to: 'held', reason: 'missingPermissions', missing: [], isUntouched: true } as const;
    await store.outbox.record(sending, 'worker', transition, now + hourMs);
    await store.subscriptions.saveChoices(id, () => ({ channelId: papersId }), now + hourMs);
    expect(await store.outbox.find(sending.id)).toMatchObject({
      channelId: papersId,
      state: 'pending',
      targetKind: 'text',
      steps: ['message', 'thread', 'question'],
    });
  });

  it('does not get what it has from another source', async () => {
    const store = await openTestStore();
    const [one, two] = [await addSource(store), await addSource(store, 'https://society.example/atom.xml')];
    const moving = await follow(store, one);
    await follow(store, two, { channelId: papersId });
    for (const id of [one, two]) {
      await readReally(store, id, [], now);
      await readReally(store, id, ['same'], now + hourMs);
    }
    await store.subscriptions.saveChoices(moving.id, () => ({ channelId: papersId }), now + hourMs);
    const states = store.inspect.prepare('SELECT state, channel_id FROM outbox ORDER BY sequence').all();
    expect(states).toEqual([
      { state: 'dead', channel_id: newsId },
      { state: 'pending', channel_id: papersId },
    ]);
    // The preview of the one that moved tells of the other's post.
    const moved = await store.subscriptions.find(moving.id);
    expect(moved && (await historyOf(store, moved))).toEqual([['same', 'pending']]);
  });
});

describe('the history of a subscription', () => {
  it('tells what many at once became', async () => {
    const store = await openTestStore();
    const sourceId = await addSource(store);
    const subscription = await follow(store, sourceId);
    await readReally(store, sourceId, [], now);
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    await readReally(store, sourceId, names, now + hourMs);
    expect(await historyOf(store, subscription)).toEqual(expect.arrayContaining(names.map((name) => [name, 'open'])));
    const [open] = await store.floods.listOpen(guildId);
    if (!open) throw new Error('nobody was asked');
    await store.floods.answer(open.flood.id, { answer: 'newest', by: userId, at: now }, (articles, interest) =>
      planFloodAnswer('newest', articles, interest, now),
    );
    const states = (await historyOf(store, subscription)).map(([, state]) => state);
    expect(states.sort()).toEqual(['newest', 'newest', 'newest', 'newest', 'newest', 'pending']);
  });

  it('tells of a post that an earlier subscription made, and forgets one that was dropped', async () => {
    const { store, sourceId, id } = await followWith(['posted', 'dropped']);
    const [first] = await claim(store);
    const sending = first && (await store.outbox.markSending(first, 'worker', now + hourMs));
    if (!sending) throw new Error('nothing to send');
    await store.outbox.record(sending, 'worker', { to: 'done', id: '5' }, now + hourMs);
    await store.subscriptions.remove(id);
    const again = await follow(store, sourceId);
    const histories = await store.subscriptions.listHistory(again.id, 10);
    expect(histories.map(({ isBaseline }) => isBaseline)).toEqual([true, true]);
    expect(histories.flatMap(({ delivery }) => delivery?.results.message ?? [])).toEqual(['5']);
    expect(histories.filter(({ delivery }) => delivery === undefined)).toHaveLength(1);
  });
});

describe('a source that is followed without being read', () => {
  const choices = { channelId: '900' as ChannelId, threads: false, pingRoleId: '400' as RoleId, filter };
  const wanted = { ...choices, guildId: '999' as GuildId, addedBy: '301' as UserId, addedAt: now };

  it('takes its next reading as the baseline, also where others have followed it for long', async () => {
    const store = await openTestStore();
    const sourceId = await addSource(store);
    await follow(store, sourceId);
    const findings = {
      entries: [entry('old')],
      validators: { etag: '"1"' },
      fingerprint: 'f',
      readAt: now,
      nextPollAt: now,
    };
    await store.sources.saveReading(sourceId, findings, planning);
    const added = await store.subscriptions.addUnread({ ...wanted, sourceId, pausedAt: now });
    expect(added).toMatchObject({ ...choices, pausedAt: now });
    await store.subscriptions.resume(added.id, now);

    expect(await readReally(store, sourceId, ['river-meanwhile', 'old'], now + hourMs)).toMatchObject({
      deliveries: 1,
    });
    const saved = await readReally(store, sourceId, ['river', 'river-meanwhile', 'old'], now + 2 * hourMs);
    expect(saved).toMatchObject({ newArticles: 1, deliveries: 2 });
  });

  it('takes an answer without news as the baseline, too', async () => {
    const store = await openTestStore();
    const sourceId = await addSource(store);
    await readReally(store, sourceId, ['old'], now);
    await store.subscriptions.addUnread({ ...wanted, sourceId });
    await store.sources.saveUnchanged(sourceId, { validators: {}, readAt: now + 1, nextPollAt: now + 2 }, planning);
    const saved = await readReally(store, sourceId, ['river', 'old'], now + hourMs);
    expect(saved).toMatchObject({ newArticles: 1, deliveries: 1 });
  });

  it('is refused where the server follows it already', async () => {
    const store = await openTestStore();
    const sourceId = await addSource(store);
    await follow(store, sourceId);
    await expect(store.subscriptions.addUnread({ ...wanted, guildId, sourceId })).rejects.toMatchObject({
      code: 'sourceKnown',
    });
  });
});
