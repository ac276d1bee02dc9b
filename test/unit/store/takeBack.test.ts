import { beforeEach, describe, expect, it } from 'vitest';
import type { Delivery } from '../../../src/domain/delivery.ts';
import type { DeliveryId, GuildId } from '../../../src/domain/ids.ts';
import { delivery, guildId, newsId, now, openTestStore, type TestStore } from './testStore.ts';

let store: TestStore;

beforeEach(async () => {
  store = await openTestStore();
});

const claim = (at = now) => store.outbox.claimDue({ owner: 'worker', now: at, leaseMs: 60_000, limit: 20 });

async function claimOne(at = now): Promise<Delivery> {
  const [row] = await claim(at);
  if (!row) throw new Error('nothing was due');
  return row;
}

/** A post with its card in Discord. @param steps what is to be done for it in all */
async function posted(steps: Delivery['steps'] = ['message']): Promise<Delivery> {
  await store.outbox.add([delivery({ steps, dedupeKey: 'article:200:one' })], now);
  const row = await store.outbox.markSending(await claimOne(), 'worker', now);
  const sent = row && (await store.outbox.record(row, 'worker', { to: 'done', id: '900' }, now));
  if (!sent) throw new Error('the lease was lost');
  return sent;
}

describe('a post that is taken back', () => {
  it('stays sent, and a row of its own removes its card once', async () => {
    const post = await posted();
    expect(await store.outbox.takeBack(post.id, guildId, now)).toBe('taken');
    expect(await store.outbox.takeBack(post.id, guildId, now)).toBe('already');
    const taken = { state: 'sent', reason: 'removedByPerson', results: { message: '900' } };
    expect(await store.outbox.find(post.id)).toMatchObject(taken);
    const removals = await claim();
    expect(removals).toMatchObject([{ purpose: 'removal', step: 'delete', channelId: newsId }]);
    expect(removals[0]?.payload).toEqual({ editsId: post.id });
  });

  it('goes no further where its discussion was still to be opened', async () => {
    const post = await posted(['message', 'thread', 'question']);
    await store.outbox.takeBack(post.id, guildId, now);
    expect(await store.outbox.find(post.id)).toMatchObject({ state: 'dead', reason: 'removedByPerson' });
    expect((await claim()).map(({ purpose }) => purpose)).toEqual(['removal']);
  });

  it('is posted first where its card is under way, so that it is known what to remove', async () => {
    await store.outbox.add([delivery({ steps: ['message'] })], now);
    const sending = await store.outbox.markSending(await claimOne(), 'worker', now);
    if (!sending) throw new Error('the lease was lost');
    await store.outbox.takeBack(sending.id, guildId, now);
    expect(await claim()).toEqual([]);
    await store.outbox.record(sending, 'worker', { to: 'done', id: '900' }, now);
    expect(await store.outbox.find(sending.id)).toMatchObject({ state: 'sent', results: { message: '900' } });
    expect((await claim()).map(({ purpose }) => purpose)).toEqual(['removal']);
  });

  it('is given up by the worker that holds it', async () => {
    await posted(['message', 'thread']);
    const held = await claimOne();
    await store.outbox.takeBack(held.id, guildId, now);
    expect(await store.outbox.markSending(held, 'worker', now)).toBeUndefined();
    expect(await store.outbox.record(held, 'worker', { to: 'done', id: '900' }, now)).toBeUndefined();
  });

  it('goes before all that waits in its channel', async () => {
    const post = await posted();
    await store.outbox.add([delivery({ orderedAt: now + 1 }), delivery({ orderedAt: now + 2 })], now);
    await store.outbox.takeBack(post.id, guildId, now + 3);
    expect((await claimOne(now + 3)).purpose).toBe('removal');
  });

  it('is not made again when the article is seen again', async () => {
    const post = await posted();
    await store.outbox.takeBack(post.id, guildId, now);
    expect(await store.outbox.add([delivery({ dedupeKey: 'article:200:one' })], now)).toBe(0);
  });

  it('is only ever a post of articles of that server', async () => {
    const post = await posted();
    await store.outbox.add([delivery({ purpose: 'alert', steps: ['message'] })], now);
    const alert = await claimOne();
    expect(await store.outbox.takeBack(alert.id, guildId, now)).toBe('unknown');
    expect(await store.outbox.takeBack(post.id, '999' as GuildId, now)).toBe('unknown');
    expect(await store.outbox.takeBack('nosuchdelivery22' as DeliveryId, guildId, now)).toBe('unknown');
    expect((await claim(now + 60_000)).map(({ purpose }) => purpose)).toEqual(['alert']);
  });
});
