// Composition root: what the bot consists of, and how it starts and stops. Read it as a table of contents.

import { commands } from '../commands/index.ts';
import { type Config, intervalsOf, readConfig, secretsOf } from './config.ts';
import type { PassCheckpoint } from './delivery/checkpoints.ts';
import { createDiscord } from './discord/createDiscord.ts';
import { defaultTiming, type Timing } from './domain/timing.ts';
import { createWatching } from './http/watching.ts';
import { careForStore } from './jobs/careForStore.ts';
import { createPreviewing } from './jobs/composeCard.ts';
import { createDeliver } from './jobs/deliver.ts';
import { programmeJobs } from './jobs/programmeJobs.ts';
import { createReadWeb } from './jobs/readWeb.ts';
import { releaseHeld } from './jobs/releaseHeld.ts';
import { type Job, startSchedule } from './jobs/schedule.ts';
import { welcome } from './jobs/welcome.ts';
import { createLog } from './kit/log.ts';
import { createModel } from './model/createModel.ts';
import type { Clock } from './ports/clock.ts';
import { type Bot, isProgram, runProcess } from './runProcess.ts';
import { createReader } from './sources/createReader.ts';
import { openStore } from './store/openStore.ts';
import { version } from './version.ts';

export type { Bot };

export interface StartOptions {
  readonly clock?: Clock;
  readonly timing?: Partial<Timing>;
  readonly passCheckpoint?: PassCheckpoint;
  readonly signal?: AbortSignal;
}

/** Resolves once commands are answered. @throws StoreInUse @throws BotRefused @throws the reason of `signal` */
export async function start(config: Config, options: StartOptions = {}): Promise<Bot> {
  const { clock = { now: Date.now }, passCheckpoint = () => undefined } = options;
  const timing = { ...defaultTiming, ...options.timing };
  const log = createLog(config.logLevel, { secrets: secretsOf(config) });
  const { metrics, ...watching } = createWatching({ ...config, version, log });
  const tools = { clock, timing, log, metrics, passCheckpoint, publicUrl: config.publicUrl };
  const store = await openStore(config.databaseUrl, clock, metrics, version);
  const reader = createReader({ ...config, ...store, ...tools, allowHosts: config.fetchAllowHosts, version });
  const discord = createDiscord({ ...config, ...store, ...tools, token: config.discordToken });
  const parts = { ...store, ...discord, ...tools, reader, model: createModel({ ...config, ...store, ...tools }) };
  const deliverer = createDeliver(parts);
  const web = createReadWeb({ ...parts, ...intervalsOf(config) });
  await store.outbox.recoverAbandoned(clock.now());
  const { storeJobs, whileStoreWorks } = await careForStore(parts);
  const jobs: Job[] = [
    ...web.webJobs.map((job) => ({ ...job, run: whileStoreWorks(job.run) })),
    { name: 'deliver', every: 'everySecond', run: whileStoreWorks(deliverer.run) },
    { name: 'releaseHeld', every: 'everyHalfMinute', run: whileStoreWorks(() => releaseHeld(parts)) },
    { name: 'tellTrouble', every: 'everyHalfMinute', run: whileStoreWorks(deliverer.tellTrouble) },
    ...programmeJobs(parts).map((job) => ({ ...job, run: whileStoreWorks(job.run) })),
    ...storeJobs,
  ];
  const schedule = startSchedule(jobs, log);
  discord.onGuildChange((guildIds) => releaseHeld(parts, guildIds));
  discord.onArrival((arrival) => welcome(parts, arrival));
  const stop = async () => {
    store.backups.abandon();
    await Promise.all([watching.close(), schedule.stop(), deliverer.stop()]);
    await Promise.all([web.finish(), parts.model.close(), reader.close(), discord.close()]);
    await store.close();
    log.info('bot.stopped');
  };
  try {
    await watching.serve(parts);
    await discord.serve(commands, { ...parts, ...web, previewing: createPreviewing(parts) }, options.signal);
  } catch (error) {
    await stop();
    throw error;
  }
  log.info('bot.started', { version });
  return { stop, failed: discord.failed };
}

if (isProgram(import.meta.filename)) await runProcess(start, readConfig);
