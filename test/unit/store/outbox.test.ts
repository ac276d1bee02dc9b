import { beforeEach, describe, expect, it } from 'vitest';
import type { ChannelId, GuildId } from '../../../src/domain/ids.ts';
import { createWorker, leaseMs } from './outboxWorker.ts';
import {
  addSource,
  delivery,
  entry,
  follow,
  guildId,
  newsId,
  now,
  openTestStore,
  readInto,
  scope,
  type TestStore,
} from './testStore.ts';

const otherId = '201' as ChannelId;
let store: TestStore;

beforeEach(async () => {
  store = await openTestStore();
});

const { claim, claimOne, sendOne } = createWorker(() => store);

describe('claiming', () => {
  it('gives the first row of each channel, in order of publication and then of creation', async () => {
    await store.outbox.add(
      [
        delivery({ orderedAt: 2, payload: { n: 2 } }),
        delivery({ orderedAt: 1, payload: { n: 1 } }),
        delivery({ orderedAt: 1, payload: { n: 'later' } }),
        delivery({ channelId: otherId, payload: { n: 'other' } }),
      ],
      now,
    );
    expect((await claim()).map(({ payload }) => payload?.n).sort()).toEqual([1, 'other']);
  });

  it('never gives a row to two workers before its lease has run out', async () => {
    await store.outbox.add([delivery()], now);
    const first = await claimOne('one');
    expect(await claim('two', now + leaseMs - 1)).toEqual([]);
    expect((await claimOne('two', now + leaseMs)).id).toBe(first.id);
  });

  it.each(['held', 'unknown'] as const)('lets a channel with a %s row wait and no other', async (state) => {
    await store.outbox.add(
      [delivery({ orderedAt: 1 }), delivery({ orderedAt: 2 }), delivery({ channelId: otherId })],
      now,
    );
    const rows = await claim();
    const stuck = rows.find(({ channelId }) => channelId === newsId);
    if (!stuck) throw new Error('nothing in the channel');
    const row = await store.outbox.markSending(stuck, 'worker', now);
    await store.outbox.record(
      row ?? stuck,
      'worker',
      state === 'held'
        ? { to: 'held', reason: 'missingAccess', missing: ['ViewChannel'] }
        : { to: 'unknown', dueAt: now + leaseMs * 9 },
      now,
    );
    const later = await claim('worker', now + leaseMs);
    expect(later.map(({ channelId }) => channelId)).toEqual([otherId]);
  });

  it('gives a row whose worker was lost while sending as unknown', async () => {
    await store.outbox.add([delivery()], now);
    const sent = await sendOne('lost');
    expect(await claimOne('next', now + leaseMs)).toMatchObject({
      id: sent.id,
      state: 'unknown',
      attempt: 1,
      stepBegunAt: now,
    });
  });

  it('lets a post go before a discussion whose kind of request rests', async () => {
    const sourceId = await addSource(store);
    await readInto(store, sourceId, []);
    await follow(store, sourceId);
    await readInto(store, sourceId, [entry('a')], now);
    await store.outbox.record(await sendOne(), 'worker', { to: 'done', id: '1' }, now);
    await readInto(store, sourceId, [entry('a'), entry('b')], now + 1);
    const found = { owner: 'worker', now: now + 1_000, leaseMs, limit: 9, except: ['thread'] } as const;
    expect((await store.outbox.claimDue(found)).map(({ step }) => step)).toEqual(['message']);
  });

  it('renews no lease of what is under way', async () => {
    await store.outbox.add([delivery()], now);
    const { id } = await claimOne('one');
    const found = { owner: 'one', now: now + leaseMs, leaseMs, limit: 9 };
    expect(await store.outbox.claimDue({ ...found, underWay: [id] })).toEqual([]);
    expect(await store.outbox.claimDue(found)).toHaveLength(1);
  });

  it('lets guilds take turns', async () => {
    const busy = Array.from({ length: 30 }, (_, index) => delivery({ channelId: `9${index}` as ChannelId }));
    await store.outbox.add([...busy, delivery({ guildId: '101' as GuildId, channelId: otherId })], now);
    expect((await claim('worker', now, 4)).map((row) => row.guildId)).toContain('101');
  });

  it('shows the revision the article has when it is claimed', async () => {
    const sourceId = await addSource(store);
    await readInto(store, sourceId, []);
    await follow(store, sourceId);
    await readInto(store, sourceId, [entry('a')], now);
    await readInto(store, sourceId, [entry('a', { title: 'Corrected' })], now + 1);
    expect((await claimOne('worker', now + 2)).revision).toBe(2);
  });

  it('is in vain where the words changed before the row was sent: it is claimed anew with the new ones', async () => {
    const sourceId = await addSource(store);
    await readInto(store, sourceId, []);
    await follow(store, sourceId);
    await readInto(store, sourceId, [entry('a')], now);
    const stale = await claimOne('worker', now);
    await readInto(store, sourceId, [entry('a', { title: 'Corrected' })], now + 1);
    expect(await store.outbox.markSending(stale, 'worker', now + 2)).toBeUndefined();
    const anew = await claimOne('worker', now + leaseMs);
    expect(await store.outbox.markSending(anew, 'worker', now + leaseMs)).toMatchObject({ revision: 2, attempt: 1 });
  });
});

describe('a worker that lost its lease', () => {
  it('may neither send nor record', async () => {
    await store.outbox.add([delivery()], now);
    const stale = await claimOne('slow');
    await claimOne('next', now + leaseMs);
    expect(await store.outbox.markSending(stale, 'slow', now + leaseMs)).toBeUndefined();
    expect(await store.outbox.record(stale, 'slow', { to: 'dead', reason: 'invalid' }, now)).toBeUndefined();
    expect((await store.outbox.count(guildId)).dead).toBe(0);
  });

  it('may not send after its lease has run out, even if nobody has taken the row', async () => {
    await store.outbox.add([delivery()], now);
    expect(await store.outbox.markSending(await claimOne(), 'worker', now + leaseMs)).toBeUndefined();
  });

  it('may not record an earlier attempt or an earlier step under the same name', async () => {
    await store.outbox.add([delivery()], now);
    const first = await sendOne();
    await store.outbox.record(first, 'worker', { to: 'pending', dueAt: now }, now);
    const second = await sendOne();
    expect(second.attempt).toBe(2);
    expect(await store.outbox.record(first, 'worker', { to: 'done', id: '1' }, now)).toBeUndefined();
    await store.outbox.record(second, 'worker', { to: 'done', id: '2' }, now);
    const thread = await sendOne();
    expect(thread).toMatchObject({ step: 'thread', attempt: 1 });
    expect(await store.outbox.record(first, 'worker', { to: 'dead', reason: 'invalid' }, now)).toBeUndefined();
  });
});

describe('recording', () => {
  /** An article under way, whose source is given up meanwhile. */
  async function sendUnfollowed() {
    const sourceId = await addSource(store);
    await readInto(store, sourceId, []);
    const { id } = await follow(store, sourceId);
    await readInto(store, sourceId, [entry('a')], now);
    const row = await sendOne();
    await store.subscriptions.remove(id);
    return row;
  }

  it('goes from step to step and keeps what each gave', async () => {
    await store.outbox.add([delivery()], now);
    const ids = { message: '1', thread: '2', question: '3' } as const;
    for (const step of ['message', 'thread', 'question'] as const) {
      const row = await sendOne();
      expect(row).toMatchObject({ step, state: 'sending', attempt: 1, stepBegunAt: now });
      const recorded = await store.outbox.record(row, 'worker', { to: 'done', id: ids[step] }, now);
      expect(recorded?.state).toBe(step === 'question' ? 'sent' : 'pending');
      expect(recorded?.stepBegunAt === undefined).toBe(step !== 'question');
    }
    expect(await claim()).toEqual([]);
    expect(await store.outbox.count(guildId)).toEqual({ waiting: 0, held: 0, sent: 1, dead: 0 });
  });

  it('lets what is published meanwhile go before a change that waits', async () => {
    await store.outbox.add([delivery({ purpose: 'edit', steps: ['edit'], orderedAt: now })], now);
    const row = await sendOne('worker');
    await store.outbox.record(row, 'worker', { to: 'pending', dueAt: now + 600_000 }, now);
    await store.outbox.add([delivery({ orderedAt: now + 1 })], now + 1);
    expect(await claimOne('worker', now + 2)).toMatchObject({ purpose: 'article' });
  });

  it('remembers since when a step may have landed over all its attempts', async () => {
    await store.outbox.add([delivery()], now);
    await store.outbox.record(await sendOne(), 'worker', { to: 'pending', dueAt: now + 5, isPlain: true }, now);
    expect(await claim('worker', now + 4)).toEqual([]);
    expect(await sendOne('worker', now + 5)).toMatchObject({
      attempt: 2,
      stepBegunAt: now,
      attemptedAt: now + 5,
      isPlain: true,
    });
  });

  it('ends a row whose subscription was removed while it was under way, keeping what was posted', async () => {
    const row = await sendUnfollowed();
    expect(await store.outbox.record(row, 'worker', { to: 'done', id: '1' }, now)).toMatchObject({
      state: 'dead',
      reason: 'unsubscribed',
      results: { message: '1' },
    });
    expect(await claim('worker', now + leaseMs)).toEqual([]);
  });

  it('lets what was refused meanwhile come again once the source is followed again', async () => {
    const row = await sendUnfollowed();
    const held = { to: 'held', reason: 'missingPermissions', missing: [], isUntouched: true } as const;
    await store.outbox.record(row, 'worker', held, now);
    expect((await store.outbox.find(row.id))?.dedupeKey).toBeUndefined();
  });

  it('counts what was published to other servers, not what was left unpublished', async () => {
    await store.outbox.add([delivery({ steps: ['message', 'crosspost'], targetKind: 'announcement' })], now);
    await store.outbox.record(await sendOne(), 'worker', { to: 'done', id: '1' }, now);
    await store.outbox.record(await sendOne(), 'worker', { to: 'passed' }, now);
    expect(await store.outbox.listCrossposts(newsId, now - 1)).toEqual([]);
    await store.outbox.add([delivery({ steps: ['message', 'crosspost'], targetKind: 'announcement' })], now);
    await store.outbox.record(await sendOne(), 'worker', { to: 'done', id: '2' }, now);
    await store.outbox.record(await sendOne(), 'worker', { to: 'done', id: '2' }, now + 1);
    expect(await store.outbox.listCrossposts(newsId, now - 1)).toEqual([now + 1]);
  });

  it('makes no second row with the same key', async () => {
    expect(await store.outbox.add([delivery({ dedupeKey: 'k' }), delivery({ dedupeKey: 'k' }), delivery()], now)).toBe(
      2,
    );
    expect(await store.outbox.add([delivery({ dedupeKey: 'k' })], now)).toBe(0);
  });

  it('names deliveries so that they fit a custom_id', async () => {
    await store.outbox.add([delivery()], now);
    expect((await claimOne()).id).toMatch(/^[a-z2-7]{16}$/);
  });
});

describe('after a crash', () => {
  it('looks for what was being sent and frees every lease', async () => {
    await store.outbox.add([delivery(), delivery({ channelId: otherId, payload: { only: 'claimed' } })], now);
    const [first, second] = await claim('dead');
    if (!first || !second) throw new Error('two were due');
    await store.outbox.markSending(first, 'dead', now);
    expect(await store.outbox.recoverAbandoned(now + 1)).toBe(1);
    const states = (await claim('next', now + 1)).map(({ id, state }) => [id, state]);
    expect(new Map(states as [string, string][])).toEqual(
      new Map([
        [first.id, 'unknown'],
        [second.id, 'pending'],
      ]),
    );
  });
});

it('finds the discussion of an article, also under the address another source gives it', async () => {
  const [first, second] = [await addSource(store), await addSource(store, 'https://society.example/atom.xml')];
  for (const id of [first, second]) {
    await readInto(store, id, []);
    await follow(store, id);
    await readInto(store, id, [entry('a')], now);
  }
  await store.outbox.record(await sendOne(), 'worker', { to: 'done', id: '1' }, now);
  await store.outbox.record(await sendOne(), 'worker', { to: 'done', id: '77' }, now);
  const { articles } = await store.articles.listLatest(scope, {}, { limit: 5, offset: 0 });
  expect(articles).toHaveLength(2);
  for (const { id } of articles) {
    expect(await store.articles.findDiscussion(id, scope)).toBe('77');
    expect(await store.articles.findDiscussion(id, { ...scope, channelIds: new Set() })).toBeUndefined();
  }
});
