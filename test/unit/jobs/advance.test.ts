import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { defaultTiming } from '../../../src/domain/timing.ts';
import type { AdvanceParts } from '../../../src/jobs/advance.ts';
import { createDeliver } from '../../../src/jobs/deliver.ts';
import { startWithArticle, takeTurns } from '../../support/startAdvancing.ts';
import { waitFor } from '../../support/waitFor.ts';
import { delivery, guildId, saveSettings, type TestStore } from '../store/testStore.ts';

/** Takes up what is due, a minute later each time, until nothing is. */
const workOn = (store: TestStore, parts: AdvanceParts, time: { at: number }, rounds = 10) =>
  takeTurns(store, parts, time, [0, ...Array(rounds - 1).fill(61_000)]);

it('gives up an article that cannot be put into words, tells the moderators and posts the next one', async () => {
  const { store, discord, parts, time } = await startWithArticle();
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

it('keeps nothing else waiting for an event that cannot be looked for, because of a defect', async () => {
  const { store, parts, time } = await startWithArticle();
  const row = (conferenceId: number) =>
    delivery({
      purpose: 'event',
      channelId: guildId as never,
      steps: ['event'],
      payload: { conferenceId, action: 'create' },
    });
  await store.outbox.add([row(1), row(2)], time.at);
  store.inspect
    .prepare(
      "UPDATE outbox SET state = 'unknown', step_begun_at = ?, attempted_at = ? WHERE payload ->> 'conferenceId' = 1",
    )
    .run(time.at, time.at);
  const conferences: AdvanceParts['conferences'] = {
    ...store.conferences,
    find: async (guild, id) => {
      if (Number(id) === 1) throw new RangeError('no such time zone');
      return store.conferences.find(guild, id);
    },
  };
  await takeTurns(store, { ...parts, conferences }, time, [0, 1_000, 61_000, 1_000]);
  const states = store.inspect.prepare("SELECT state FROM outbox WHERE purpose = 'event' ORDER BY sequence").pluck();
  expect(states.all()).toEqual(['unknown', 'sent']);
});

it('tries again what the store could not tell', async () => {
  const { store, discord, parts, time } = await startWithArticle();
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
  const { store, discord, parts, time } = await startWithArticle('lostBefore');
  await workOn(store, parts, time, 1);
  const id = store.inspect.prepare('SELECT id FROM outbox').pluck().get();
  await store.outbox.takeBack(id as never, guildId, time.at);
  await workOn(store, parts, time);
  expect(discord.posted).toEqual([]);
  expect(await store.outbox.count(guildId)).toMatchObject({ waiting: 0, held: 0 });
});

it('begins nothing twice in a process that stood still for longer than its lease', async () => {
  const { parts, time } = await startWithArticle();
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
  // Two claims later.
  await pause(1_200);
  expect(sends).toBe(1);
  for (const resolve of waiting) resolve();
  await deliverer.stop();
  await run;
});
