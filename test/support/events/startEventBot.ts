// The part of the bot that keeps Discord's events: the real store, the real discord.js, without a clock of its own.

import type { Config } from '../../../src/config.ts';
import { createDiscord } from '../../../src/discord/createDiscord.ts';
import { defaultTiming, type Timing } from '../../../src/domain/timing.ts';
import { createDeliver } from '../../../src/jobs/deliver.ts';
import { releaseHeld } from '../../../src/jobs/releaseHeld.ts';
import { createSyncEvents } from '../../../src/jobs/syncEvents.ts';
import { createLog } from '../../../src/kit/log.ts';
import { noMetrics } from '../../../src/ports/metrics.ts';
import { noModel } from '../../../src/ports/model.ts';
import { openStore, type Store } from '../../../src/store/openStore.ts';

export interface EventBot {
  readonly store: Store;
  /** As the schedule would: looks what is to be done, and does what is due. */
  work(): Promise<void>;
  stop(): Promise<void>;
}

/** @param aheadMs how far the bot's clock is ahead of the present */
export async function startEventBot(config: Config, changes: Partial<Timing>, aheadMs = () => 0): Promise<EventBot> {
  const clock = { now: () => Date.now() + aheadMs() };
  const timing = { ...defaultTiming, ...changes };
  const log = createLog(config.logLevel);
  const store = await openStore(config.databaseUrl, clock);
  await store.outbox.recoverAbandoned(clock.now());
  const tools = { clock, timing, log, metrics: noMetrics, passCheckpoint: () => undefined };
  const discord = createDiscord({ ...config, ...store, ...tools, token: config.discordToken });
  const parts = { ...store, ...discord, ...tools, model: noModel };
  const deliverer = createDeliver(parts);
  const sync = createSyncEvents(parts);
  await discord.serve([], {});
  return {
    store,
    async work() {
      await sync();
      await releaseHeld(parts);
      await deliverer.run();
    },
    async stop() {
      await deliverer.stop();
      await discord.close();
      await store.close();
    },
  };
}
