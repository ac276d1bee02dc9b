// What a worker needs to advance a row: the real store, a Discord of the test's choice, and a clock the test sets.

import { createAttempts } from '../../src/delivery/attempts.ts';
import { createRouteHealth } from '../../src/delivery/routeHealth.ts';
import { defaultTiming } from '../../src/domain/timing.ts';
import { type AdvanceParts, advance } from '../../src/jobs/advance.ts';
import { createLog } from '../../src/kit/log.ts';
import { noMetrics } from '../../src/ports/metrics.ts';
import { noModel } from '../../src/ports/model.ts';
import { addSource, entry, follow, now, openTestStore, readInto, type TestStore } from '../unit/store/testStore.ts';
import { createModelDiscord, type Fate } from './modelDiscord.ts';
import { noGuildEvents } from './noGuildEvents.ts';
import { readyGuilds } from './readyGuilds.ts';

/** A society that follows an empty source, and a Discord whose requests meet these fates, then none. @param startsAt the first instant */
export async function startAdvancing(startsAt: number, fates: Fate[] = []) {
  const store = await openTestStore();
  const sourceId = await addSource(store);
  await readInto(store, sourceId, []);
  await follow(store, sourceId);
  const time = { at: startsAt };
  const discord = createModelDiscord(
    () => time.at,
    () => 'text',
    () => fates.shift() ?? 'done',
  );
  const parts: AdvanceParts = {
    ...store,
    publisher: discord.publisher,
    guildEvents: noGuildEvents,
    memberRoles: { mayManage: () => false },
    model: noModel,
    guilds: readyGuilds,
    clock: { now: () => time.at },
    timing: defaultTiming,
    log: createLog('silent'),
    metrics: noMetrics,
    passCheckpoint: () => undefined,
    health: createRouteHealth(defaultTiming),
    attempts: createAttempts(() => time.at),
    owner: 'worker',
  };
  return { store, sourceId, discord, parts, time };
}

/** A society with one article to be posted in channel 200. */
export async function startWithArticle(...fates: Fate[]) {
  const { sourceId, ...started } = await startAdvancing(now, fates);
  await readInto(started.store, sourceId, [entry('a')], now);
  return { sourceId, ...started };
}

/** Lets time pass, takes up what is due then and does a step of each. */
export async function takeTurn(store: TestStore, parts: AdvanceParts, time: { at: number }, afterMs: number) {
  time.at += afterMs;
  const claim = { owner: 'worker', now: time.at, leaseMs: defaultTiming.leaseMs, limit: 9 };
  for (const row of await store.outbox.claimDue(claim)) await advance(row, parts);
}

export async function takeTurns(
  store: TestStore,
  parts: AdvanceParts,
  time: { at: number },
  pausesMs: readonly number[],
): Promise<void> {
  for (const pauseMs of pausesMs) await takeTurn(store, parts, time, pauseMs);
}
