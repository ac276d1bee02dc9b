// Composition root: what the bot consists of, and how it starts and stops. Read it as a table of contents.

import { type CommandPorts, commands } from '../commands/index.ts';
import { type Config, pollIntervalFor, readConfig } from './config.ts';
import type { PassCheckpoint } from './delivery/checkpoints.ts';
import { createDiscord } from './discord/createDiscord.ts';
import { defaultTiming, type Timing } from './domain/timing.ts';
import { createPreviewing } from './jobs/composeCard.ts';
import { createDeliver } from './jobs/deliver.ts';
import { housekeeping } from './jobs/housekeeping.ts';
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
  const log = createLog(config.logLevel);
  const store = await openStore(config.databaseUrl);
  const reader = createReader({ ...config, allowHosts: config.fetchAllowHosts, version, clock, ...store });
  const onUnauthorised = () => log.error('bot.failed', { reason: 'unauthorised' });
  const discord = createDiscord({
    ...config,
    ...store,
    token: config.discordToken,
    timing,
    log,
    clock,
    onUnauthorised,
  });
  const parts = { ...store, ...discord, reader, clock, timing, log, passCheckpoint };
  const previewing = createPreviewing(parts);
  const deliverer = createDeliver(parts);
  const polling = createPollSources({ ...parts, intervalMs: (url) => pollIntervalFor(config, url) });
  await store.outbox.recoverAbandoned(clock.now());

  const schedule = startSchedule(
    [
      { name: 'poll', every: 'everySecond', run: polling.pollDue },
      { name: 'deliver', every: 'everySecond', run: deliverer.run },
      { name: 'releaseHeld', every: 'everyHalfMinute', run: () => releaseHeld(parts) },
      { name: 'readPages', every: 'everyHalfMinute', run: () => readPages(parts) },
      { name: 'housekeeping', every: 'daily', run: () => housekeeping(parts) },
    ],
    log,
  );
  discord.onGuildChange(
    (guildId) => void releaseHeld(parts, guildId).then((count) => count > 0 && schedule.wake('deliver')),
  );

  const stop = async () => {
    const delivered = deliverer.stop(timing.finishMs).then(discord.abortDeliveries);
    await Promise.all([schedule.stop(), delivered]);
    await Promise.all([polling.finish(), reader.close()]);
    await discord.close();
    await store.close();
    log.info('bot.stopped');
  };
  try {
    const ports: CommandPorts = { ...store, guilds: discord.guilds, reader, polling, previewing };
    await discord.serve(commands, ports);
  } catch (error) {
    await stop();
    throw error;
  }
  log.info('bot.started', { version });
  return { stop };
}

if (import.meta.filename === process.argv[1]) await runProcess(start, readConfig);
