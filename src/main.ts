// Composition root: what the bot consists of, and how it starts and stops. Read it as a table of contents.

import { type CommandPorts, commands } from '../commands/index.ts';
import { type Config, pollIntervalFor, readConfig } from './config.ts';
import type { PassCheckpoint } from './delivery/checkpoints.ts';
import { createDiscord } from './discord/createDiscord.ts';
import { defaultTiming, type Timing } from './domain/timing.ts';
import { createWatching } from './http/watching.ts';
import { careForStore } from './jobs/careForStore.ts';
import { createPreviewing } from './jobs/composeCard.ts';
import { createDeliver } from './jobs/deliver.ts';
import { createPollSources } from './jobs/pollSources.ts';
import { readPages } from './jobs/readPages.ts';
import { releaseHeld } from './jobs/releaseHeld.ts';
import { startSchedule } from './jobs/schedule.ts';
import { createLog } from './kit/log.ts';
import type { Clock } from './ports/clock.ts';
import { type Bot, runProcess } from './runProcess.ts';
import { createReader } from './sources/createReader.ts';
import { openStore } from './store/openStore.ts';
import { version } from './version.ts';

export type { Bot };

export interface StartOptions {
  readonly clock?: Clock;
  readonly timing?: Partial<Timing>;
  readonly passCheckpoint?: PassCheckpoint;
}

/** Resolves once commands are answered. @throws StoreInUse @throws TokenRefused */
export async function start(config: Config, options: StartOptions = {}): Promise<Bot> {
  const { clock = { now: Date.now }, passCheckpoint = () => undefined } = options;
  const timing = { ...defaultTiming, ...options.timing };
  const log = createLog(config.logLevel, { secrets: [config.discordToken] });
  const { metrics, ...watching } = createWatching({ ...config, version, log });
  const tools = { clock, timing, log, metrics, passCheckpoint };
  const store = await openStore(config.databaseUrl, clock, metrics);
  const reader = createReader({ ...config, ...store, ...tools, allowHosts: config.fetchAllowHosts, version });
  const onUnauthorised = () => log.error('bot.failed', { reason: 'unauthorised' });
  const discord = createDiscord({ ...config, ...store, ...tools, token: config.discordToken, onUnauthorised });
  const parts = { ...store, ...discord, ...tools, reader };
  const previewing = createPreviewing(parts);
  const deliverer = createDeliver(parts);
  const polling = createPollSources({ ...parts, intervalMs: (url) => pollIntervalFor(config, url) });
  await store.outbox.recoverAbandoned(clock.now());
  const { storeJobs, whileStoreWorks } = await careForStore(parts);

  const schedule = startSchedule(
    [
      { name: 'poll', every: 'everySecond', run: whileStoreWorks(polling.pollDue) },
      { name: 'deliver', every: 'everySecond', run: whileStoreWorks(deliverer.run) },
      { name: 'releaseHeld', every: 'everyHalfMinute', run: whileStoreWorks(() => releaseHeld(parts)) },
      { name: 'readPages', every: 'everyHalfMinute', run: whileStoreWorks(() => readPages(parts)) },
      ...storeJobs,
    ],
    log,
  );
  discord.onGuildChange(
    (guildId) => void releaseHeld(parts, guildId).then((count) => count > 0 && schedule.wake('deliver')),
  );

  const stop = async () => {
    store.backups.abandon();
    const delivered = deliverer.stop(timing.finishMs).then(discord.abortDeliveries);
    await Promise.all([watching.close(), schedule.stop(), delivered]);
    await Promise.all([polling.finish(), reader.close()]);
    await discord.close();
    await store.close();
    log.info('bot.stopped');
  };
  try {
    await watching.serve(parts);
    const ports: CommandPorts = { ...store, ...discord, reader, polling, previewing };
    await discord.serve(commands, ports);
  } catch (error) {
    await stop();
    throw error;
  }
  log.info('bot.started', { version });
  return { stop };
}

if (import.meta.filename === process.argv[1]) await runProcess(start, readConfig);
