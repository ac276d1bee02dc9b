// The bot of the soak, built as it is in life and composed as in src/main.ts, but for its clock: it goes on by ten seconds as soon as
// the work of the last ten is done, so that a day takes as long as its work.

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type CommandPorts, commands } from '../commands/index.ts';
import { createDiscord } from '../src/discord/createDiscord.ts';
import { defaultTiming } from '../src/domain/timing.ts';
import { createWatching } from '../src/http/watching.ts';
import { backUp } from '../src/jobs/backUp.ts';
import { createPreviewing } from '../src/jobs/composeCard.ts';
import { createDeliver } from '../src/jobs/deliver.ts';
import { housekeeping } from '../src/jobs/housekeeping.ts';
import { createPollCalendars } from '../src/jobs/pollCalendars.ts';
import { createPollSources } from '../src/jobs/pollSources.ts';
import { readPages } from '../src/jobs/readPages.ts';
import { releaseHeld } from '../src/jobs/releaseHeld.ts';
import { createLog } from '../src/kit/log.ts';
import { noModel } from '../src/ports/model.ts';
import { createReader } from '../src/sources/createReader.ts';
import { openStore } from '../src/store/openStore.ts';

export interface SoakSettings {
  readonly token: string;
  readonly discordApiUrl: string;
  readonly databaseUrl: string;
  readonly fetchAllowHosts: readonly string[];
  readonly startsAt: number;
  readonly hours: number;
}

/** Told at the start and after each hour. Megabytes and milliseconds; lateness and processor time since the start. */
export interface HourReport {
  readonly hour: number;
  readonly rssMb: number;
  readonly heapMb: number;
  readonly lagP50Ms: number;
  readonly lagP99Ms: number;
  readonly cpuMs: number;
  readonly elapsedMs: number;
  readonly polls: number;
}

const stepSeconds = 10;
const hourSeconds = 3_600;
/** At which it looks after its store once a day. */
const quietHour = 3;
const pollIntervalMs = hourSeconds * 1_000;
const lagResolutionMs = 10;

process.on('disconnect', () => process.exit(0));
process.once('message', (settings: SoakSettings) => void run(settings));
process.send?.('ready');

async function run({ token, startsAt, hours, ...settings }: SoakSettings): Promise<void> {
  let now = startsAt;
  let polls = 0;
  const clock = { now: () => now };
  const log = createLog('info', { secrets: [token] });
  const http = { host: '127.0.0.1', port: 0 };
  const { metrics: counted, ...watching } = createWatching({ http, version: 'soak', log });
  const metrics = {
    ...counted,
    polled(...poll: Parameters<typeof counted.polled>) {
      polls += 1;
      counted.polled(...poll);
    },
  };
  const tools = { clock, timing: defaultTiming, log, metrics, passCheckpoint: () => undefined };
  const store = await openStore(settings.databaseUrl, clock, metrics);
  const reader = createReader({ allowHosts: settings.fetchAllowHosts, ...store, ...tools, version: 'soak' });
  const discord = createDiscord({ ...settings, ...store, ...tools, token });
  const parts = { ...store, ...discord, ...tools, reader, model: noModel };
  const deliverer = createDeliver(parts);
  const polling = createPollSources({ ...parts, intervalMs: () => pollIntervalMs });
  await watching.serve(parts);
  const ports: CommandPorts = {
    ...store,
    ...discord,
    reader,
    model: noModel,
    polling,
    previewing: createPreviewing(parts),
    calendarImporting: createPollCalendars({ ...parts, intervalMs: () => pollIntervalMs }),
  };
  await discord.serve(commands, ports);

  const lag = monitorEventLoopDelay({ resolution: lagResolutionMs });
  lag.enable();
  const beganAt = performance.now();
  const cpu = process.cpuUsage();
  const report = (hour: number) => {
    const { rss, heapUsed } = process.memoryUsage();
    const { user, system } = process.cpuUsage(cpu);
    const late = (percentile: number) => Math.max(0, lag.percentile(percentile) / 1e6 - lagResolutionMs);
    const told: HourReport = {
      hour,
      rssMb: rss / 2 ** 20,
      heapMb: heapUsed / 2 ** 20,
      lagP50Ms: late(50),
      lagP99Ms: late(99),
      cpuMs: (user + system) / 1_000,
      elapsedMs: performance.now() - beganAt,
      polls,
    };
    process.send?.(told);
  };
  const pollAllDue = async () => {
    do {
      await polling.pollDue();
      await polling.settle();
    } while ((await store.sources.listDue(now, 1)).length > 0);
  };

  report(0);
  for (let second = stepSeconds; second <= hours * hourSeconds; second += stepSeconds) {
    now += stepSeconds * 1_000;
    await Promise.all([pollAllDue(), deliverer.run()]);
    if (second % 30 === 0) await Promise.all([releaseHeld(parts), readPages(parts)]);
    if (second % hourSeconds > 0) continue;
    await backUp(parts);
    if (second === quietHour * hourSeconds) await housekeeping(parts);
    report(second / hourSeconds);
  }
  await deliverer.run();
  await Promise.all([watching.close(), deliverer.stop(), polling.finish(), reader.close()]);
  await discord.close();
  await store.close();
  process.disconnect();
}
