import { expect, it } from 'vitest';
import { defaultTiming } from '../../../src/domain/timing.ts';
import { type AdvanceParts, advance } from '../../../src/jobs/advance.ts';
import { createDeliver } from '../../../src/jobs/deliver.ts';
import type { Fate } from '../../support/modelDiscord.ts';
import { startAdvancing } from '../../support/startAdvancing.ts';
import { waitFor } from '../../support/waitFor.ts';
import { entry, guildId, now, readInto, saveSettings, type TestStore } from '../store/testStore.ts';

/** A society with one article to be posted, and a Discord whose requests meet these fates, then none. */
async function startWith(...fates: Fate[]) {
  const { sourceId, ...started } = await startAdvancing(now, fates);
  await readInto(started.store, sourceId, [entry('a')], now);
  return started;
}

/** Takes up what is due, a minute later each time, until nothing is. */
async function workOn(store: TestStore, parts: AdvanceParts, time: { at: number }, rounds = 10) {
  for (let round = 0; round < rounds; round += 1) {
    const claim = { owner: 'worker', now: time.at, leaseMs: defaultTiming.leaseMs, limit: 9 };
    for (const row of await store.outbox.claimDue(claim)) await advance(row, parts);
    time.at += 61_000;
  }
}

it('gives up an article that cannot be put into words, tells the moderators and posts the next one', async () => {
  const { store, discord, parts, time } = await startWith();
  const settings = await store.settings.get(guildId);
  await saveSettings(store, { ...settings, alertsChannelId: '205' as never });
  const articles: AdvanceParts['articles'] = {
    ...store.articles,
    get: async (id) => {
      const article = await store.articles.get(id);
      return article && { ...article, categories: undefined as never, title: undefined as never };
    },
  };
  await workOn(store, { ...parts, articles }, time, 3);
  expect(await store.outbox.count(guildId)).toMatchObject({ dead: 1 });
  await workOn(store, parts, time, 3);
  expect(discord.posted.map(({ channelId }) => channelId)).toEqual(['205']);
});

it('tries again what the store could not tell', async () => {
  const { store, discord, parts, time } = await startWith();
  const failing = { error: Object.assign(new Error('disk I/O error'), { name: 'SqliteError' }) as Error | undefined };
  const settings: AdvanceParts['settings'] = {
    ...store.settings,
    get: async (id) => {
      if (failing.error) throw failing.error;
      return store.settings.get(id);
    },
  };
  await workOn(store, { ...parts, settings }, time, 3);
  failing.error = undefined;
  await workOn(store, { ...parts, settings }, time, 5);
  expect(discord.posted.filter(({ channelId }) => channelId === '200')).toHaveLength(1);
});

it('never posts what moderators took back while nobody knew whether it was there', async () => {
  const { store, discord, parts, time } = await startWith('lostBefore');
  await workOn(store, parts, time, 1);
  const id = store.inspect.prepare('SELECT id FROM outbox').pluck().get();
  await store.outbox.takeBack(id as never, guildId, time.at);
  await workOn(store, parts, time);
  expect(discord.posted).toEqual([]);
  expect(await store.outbox.count(guildId)).toMatchObject({ waiting: 0, held: 0 });
});

it('sends nothing twice where a lost request lands late, the next one is refused, and nobody is there for ten minutes', async () => {
  const { store, discord, parts, time } = await startWith('late', 'done', 'limited');
  // The look that finds nothing yet is 16 s after the request, which lands after 20 s.
  for (const afterMs of [0, 16_000, 600_000, 60_000, 60_000]) {
    time.at += afterMs;
    const claim = { owner: 'worker', now: time.at, leaseMs: defaultTiming.leaseMs, limit: 9 };
    for (const row of await store.outbox.claimDue(claim)) await advance(row, parts);
  }
  const cards = discord.posted.filter(({ channelId }) => channelId === '200');
  expect(cards.map(({ at }) => at)).toEqual([now + 20_000]);
  expect(await store.outbox.count(guildId)).toMatchObject({ waiting: 0, sent: 1 });
});

it('sends nothing twice where a lost request lands late, and the channel cannot be described for the next one', async () => {
  const { store, discord, parts, time } = await startWith('late');
  let describes = 0;
  const publisher: AdvanceParts['publisher'] = {
    ...parts.publisher,
    describePlace: async (...asked) => {
      describes += 1;
      return describes === 2
        ? { kind: 'notSent', cause: '429', retryAfterMs: 5_000 }
        : parts.publisher.describePlace(...asked);
    },
  };
  for (const afterMs of [0, 16_000, 600_000, 60_000, 60_000]) {
    time.at += afterMs;
    const claim = { owner: 'worker', now: time.at, leaseMs: defaultTiming.leaseMs, limit: 9 };
    for (const row of await store.outbox.claimDue(claim)) await advance(row, { ...parts, publisher });
  }
  const cards = discord.posted.filter(({ channelId }) => channelId === '200');
  expect(cards.map(({ at }) => at)).toEqual([now + 20_000]);
  expect(await store.outbox.count(guildId)).toMatchObject({ waiting: 0, sent: 1 });
});

it('does not post what was taken back while it was being refused, once the channel is mended', async () => {
  const { store, discord, parts, time } = await startWith();
  const claim = () =>
    store.outbox.claimDue({ owner: 'worker', now: time.at, leaseMs: defaultTiming.leaseMs, limit: 9 });
  let isRefused = true;
  const publisher: AdvanceParts['publisher'] = {
    ...parts.publisher,
    sendMessage: async (...sent) => {
      if (!isRefused) return parts.publisher.sendMessage(...sent);
      const id = store.inspect.prepare('SELECT id FROM outbox').pluck().get();
      expect(await store.outbox.takeBack(id as never, guildId, time.at)).toBe('taken');
      return { kind: 'refused', reason: 'missingPermissions', detail: '50013' };
    },
  };
  for (const row of await claim()) await advance(row, { ...parts, publisher });
  isRefused = false;
  await store.outbox.releaseHeld('200' as never, time.at);
  await workOn(store, { ...parts, publisher }, time);
  expect(discord.posted).toEqual([]);
  expect(await store.outbox.count(guildId)).toMatchObject({ waiting: 0, held: 0 });
});

it('saves nothing between a look that finds nothing and the request that follows', async () => {
  const { store, discord, parts, time } = await startWith('lostBefore');
  const claim = () =>
    store.outbox.claimDue({ owner: 'worker', now: time.at, leaseMs: defaultTiming.leaseMs, limit: 9 });
  for (const row of await claim()) await advance(row, parts);
  time.at += 16_000;
  for (const row of await claim()) await advance(row, parts);
  expect(discord.posted).toHaveLength(1);
});

it('begins nothing twice in a process that stood still for longer than its lease', async () => {
  const { store, parts, time } = await startWith();
  let sends = 0;
  const waiting: (() => void)[] = [];
  const described = new Promise<void>((resolve) => waiting.push(resolve));
  const publisher: AdvanceParts['publisher'] = {
    ...parts.publisher,
    describePlace: async (...asked) => {
      sends += 1;
      await described;
      return parts.publisher.describePlace(...asked);
    },
  };
  const deliverer = createDeliver({ ...parts, publisher, abortDeliveries: () => undefined });
  const run = deliverer.run();
  await waitFor('the first try', () => sends === 1);
  time.at += 10 * defaultTiming.leaseMs;
  const leased = () => Number(store.inspect.prepare('SELECT lease_until FROM outbox').pluck().get());
  await waitFor('the second claim', () => leased() > time.at);
  expect(sends).toBe(1);
  for (const resolve of waiting) resolve();
  await deliverer.stop();
  await run;
});
