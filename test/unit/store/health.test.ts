import { statSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ChannelId, GuildId } from '../../../src/domain/ids.ts';
import { addSource, delivery, follow, hourMs, newsId, now, openTestStore, type TestStore } from './testStore.ts';

const otherId = '201' as ChannelId;
let store: TestStore;

beforeEach(async () => {
  store = await openTestStore();
});

describe('the health of the outbox', () => {
  it('counts what is on its way by state, and nothing that is settled', async () => {
    await store.outbox.add([delivery(), delivery(), delivery({ channelId: otherId })], now);
    store.inspect.exec("UPDATE outbox SET state = 'held' WHERE channel_id = '201'");
    store.inspect.exec("UPDATE outbox SET state = 'sent', settled_at = 1 WHERE sequence = 1");
    expect(await store.outboxHealth.countOpen()).toEqual(
      new Map([
        ['pending', 1],
        ['held', 1],
      ]),
    );
  });

  it('knows since when the oldest delivery could have gone', async () => {
    expect(await store.outboxHealth.findOldestDue(now)).toBeUndefined();
    await store.outbox.add([delivery({ dueAt: now + hourMs })], now);
    expect(await store.outboxHealth.findOldestDue(now)).toBeUndefined();
    expect(await store.outboxHealth.findOldestDue(now + 2 * hourMs)).toBe(now + hourMs);
    await store.outbox.add([delivery()], now);
    expect(await store.outboxHealth.findOldestDue(now)).toBe(now);
  });

  it('counts a step that is tried again from its first attempt on', async () => {
    await store.outbox.add([delivery()], now);
    const [row] = await store.outbox.claimDue({ owner: 'one', now, leaseMs: 60_000, limit: 1 });
    const sending = row && (await store.outbox.markSending(row, 'one', now + 5));
    if (!sending) throw new Error('nothing was claimed');
    await store.outbox.record(sending, 'one', { to: 'pending', dueAt: now + hourMs }, now + 6);
    expect(await store.outboxHealth.findOldestDue(now + 10)).toBe(now + 5);
  });

  it('does not count what waits for moderators, nor what waits behind it', async () => {
    await store.outbox.add([delivery({ channelId: otherId }), delivery({ channelId: otherId })], now);
    store.inspect.exec("UPDATE outbox SET state = 'held' WHERE sequence = 1");
    expect(await store.outboxHealth.findOldestDue(now + hourMs)).toBeUndefined();
    await store.outbox.add([delivery({ channelId: newsId })], now + 7);
    expect(await store.outboxHealth.findOldestDue(now + hourMs)).toBe(now + 7);
  });
});

describe('the health of the sources', () => {
  it('tells those that are read, in trouble, gone and followed by nobody', async () => {
    const [fine, troubled, gone, paused] = await Promise.all(
      ['a', 'b', 'c', 'd', 'e'].map((name) => addSource(store, `https://${name}.example/`)),
    );
    for (const id of [fine, troubled, gone, paused]) if (id) await follow(store, id);
    if (fine) await follow(store, fine, { guildId: '101' as GuildId });
    store.inspect.prepare('UPDATE sources SET trouble_count = 2 WHERE id = ?').run(troubled);
    store.inspect.prepare('UPDATE sources SET trouble_count = 3, stopped_at = 1 WHERE id = ?').run(gone);
    store.inspect.prepare('UPDATE subscriptions SET paused_at = 1 WHERE source_id = ?').run(paused);
    expect(Object.fromEntries(await store.sourceHealth.countByState())).toEqual({
      fine: 1,
      trouble: 1,
      stopped: 1,
      idle: 2,
    });
  });

  it('knows when the next one is to be read', async () => {
    expect(await store.sourceHealth.findNextPollAt()).toBeUndefined();
    const [early, late] = [await addSource(store, 'https://a.example/'), await addSource(store, 'https://b.example/')];
    await store.sources.postpone(early, now - hourMs);
    expect(await store.sourceHealth.findNextPollAt()).toBeUndefined();
    await follow(store, late);
    expect(await store.sourceHealth.findNextPollAt()).toBe(now);
    await follow(store, early);
    expect(await store.sourceHealth.findNextPollAt()).toBe(now - hourMs);
  });
});

describe('the size of the store', () => {
  it('measures the file and its log', () => {
    const { databaseBytes, walBytes } = store.storeSize.measure();
    expect(databaseBytes).toBe(statSync(store.path).size);
    expect(walBytes).toBe(statSync(`${store.path}-wal`).size);
  });
});
