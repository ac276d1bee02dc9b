import { beforeEach, describe, expect, it } from 'vitest';
import { planRecovery } from '../../../src/delivery/planEdits.ts';
import type { ChannelId } from '../../../src/domain/ids.ts';
import { createWorker, leaseMs } from './outboxWorker.ts';
import { delivery, newsId, now, openTestStore, type TestStore } from './testStore.ts';

const otherId = '201' as ChannelId;
let store: TestStore;

beforeEach(async () => {
  store = await openTestStore();
});

const { claim, claimOne, sendOne } = createWorker(() => store);

describe('held deliveries', () => {
  it('are listed once a channel and let go, after a look where one may have landed', async () => {
    await store.outbox.add([delivery({ orderedAt: 1 }), delivery({ orderedAt: 2 })], now);
    await store.outbox.record(
      await sendOne(),
      'worker',
      { to: 'held', reason: 'missingPermissions', missing: ['EmbedLinks'] },
      now + 1,
    );
    const [route, ...others] = await store.outbox.listHeld();
    expect(others).toEqual([]);
    expect(route).toMatchObject({
      channelId: newsId,
      waiting: 2,
      delivery: { reason: 'missingPermissions', missing: ['EmbedLinks'], heldAt: now + 1 },
    });
    expect(await store.outbox.releaseHeld(newsId, now + 5)).toBe(1);
    const released = await claimOne('worker', now + 5);
    expect(released.state).toBe('unknown');
    expect([released.reason, released.missing, released.heldAt]).toEqual([undefined, undefined, now + 1]);
  });

  it('go on without a look where the step was never begun', async () => {
    await store.outbox.add([delivery()], now);
    await store.outbox.record(await claimOne(), 'worker', { to: 'held', reason: 'historyHidden', missing: [] }, now);
    await store.outbox.releaseHeld(newsId, now);
    expect((await claimOne()).state).toBe('pending');
  });

  it('let moderators be told again when the channel is in trouble again', async () => {
    const alert = delivery({
      channelId: otherId,
      purpose: 'alert',
      steps: ['message'],
      dedupeKey: `alert:${newsId}:missingAccess`,
    });
    const about = delivery({
      channelId: otherId,
      purpose: 'alert',
      steps: ['message'],
      dedupeKey: `alert:${newsId}9:missingAccess`,
    });
    await store.outbox.add([delivery({ steps: ['message'] }), alert, about], now);
    const hold = async (at: number) => {
      const row = (await claim('worker', at)).find(({ channelId }) => channelId === newsId);
      if (!row) throw new Error('nothing in the channel');
      await store.outbox.record(row, 'worker', { to: 'held', reason: 'missingAccess', missing: [] }, at);
    };
    const end = async (at: number) => {
      await store.outbox.endHeldAlerts(at, planRecovery);
      return store.outbox.add([alert], at);
    };
    await hold(now);
    expect(await end(now)).toBe(0);
    await store.outbox.releaseHeld(newsId, now);
    // It is tried again, and nobody knows yet whether all is well.
    expect(await end(now)).toBe(0);
    await hold(now + leaseMs);
    await store.outbox.releaseHeld(newsId, now + leaseMs);
    const again = (await claim('worker', now + leaseMs)).find(({ channelId }) => channelId === newsId);
    if (!again) throw new Error('nothing was let go');
    await store.outbox.record(again, 'worker', { to: 'done', id: '1' }, now + leaseMs);
    expect(await end(now + leaseMs)).toBe(1);
    // The other channel's alert ended, too: nothing is held there.
    expect(await store.outbox.add([about], now)).toBe(1);
  });

  it('are still published where moderators leave out only the discussion', async () => {
    const steps = ['message', 'thread', 'question', 'crosspost'] as const;
    await store.outbox.add([delivery({ targetKind: 'announcement', steps })], now);
    await store.outbox.record(await sendOne(), 'worker', { to: 'done', id: '7' }, now);
    const held = { to: 'held', reason: 'missingPermissions', missing: ['CreatePublicThreads'] } as const;
    await store.outbox.record(await sendOne(), 'worker', held, now);
    expect(await store.outbox.leaveOut(newsId, now)).toBe(1);
    expect(await claimOne()).toMatchObject({ step: 'crosspost', state: 'pending', attempt: 0 });
    expect(await store.outbox.listHeld()).toEqual([]);
  });

  it('are not published where moderators leave that out', async () => {
    await store.outbox.add([delivery({ targetKind: 'announcement', steps: ['message', 'crosspost'] })], now);
    await store.outbox.record(await sendOne(), 'worker', { to: 'done', id: '7' }, now);
    await store.outbox.record(await sendOne(), 'worker', { to: 'held', reason: 'refused', missing: [] }, now);
    expect(await store.outbox.leaveOut(newsId, now)).toBe(1);
    expect(await store.outbox.count(delivery().guildId)).toMatchObject({ sent: 1, waiting: 0, held: 0 });
  });
});
