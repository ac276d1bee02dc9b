// `npm run soak`: a simulated day of a thousand guilds and five thousand sources. Prints the bot's memory, its lateness and what it
// did after each hour, and whether every article came once.

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import type { ChannelId, GuildId, UserId } from '../src/domain/ids.ts';
import { openStore } from '../src/store/openStore.ts';
import type { Bench, Row } from './bench.ts';
import { type CardCount, countCards } from './countCards.ts';
import type { DiscordPlace } from './discordServer.ts';
import type { HourReport, SoakSettings } from './soakBot.ts';
import type { SitesPlace } from './soakSites.ts';
import { buildBots } from './startBuilt.ts';
import { startFlags } from './startFlags.ts';

const guildCount = 1_000;
const sourcesPerGuild = 5;
const sourceCount = guildCount * sourcesPerGuild;
const siteCount = 500;
const hours = 24;
const startsAt = Date.UTC(2026, 0, 5);
const hourMs = 3_600_000;
/** From then on memory is to stay as it is. */
const settledHour = 2;
const lagResolutionMs = 10;

export const soaking: Bench = {
  name: 'soaking',
  isLong: true,
  async run() {
    buildBots();
    const discord = forkServer('discordServer.ts', guildCount, sourcesPerGuild, 'unlimited');
    const sites = forkServer('soakSites.ts', siteCount);
    const folder = await mkdtemp(join(tmpdir(), 'society-bot-soak-'));
    try {
      const [[place], [{ hosts }]] = (await Promise.all([once(discord, 'message'), once(sites, 'message')])) as [
        [DiscordPlace],
        [SitesPlace],
      ];
      const databaseUrl = `file:${join(folder, 'soak.sqlite')}`;
      await follow(place, hosts, databaseUrl);
      const { token, apiUrl: discordApiUrl } = place;
      const settings = { token, discordApiUrl, databaseUrl, fetchAllowHosts: hosts, startsAt, hours };
      return await live(settings, place, discord);
    } finally {
      discord.disconnect();
      sites.disconnect();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** One life of the bot, as long as the day. */
async function live(settings: SoakSettings, place: DiscordPlace, discord: ChildProcess): Promise<Row[]> {
  const cards = countCards(place, discord);
  const idle = monitorEventLoopDelay({ resolution: lagResolutionMs });
  const bot = fork(here('../dist/bench/soakBot.js'), {
    execArgv: startFlags(),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(bot, 'message');
  bot.send(settings);
  idle.enable();
  const reports: HourReport[] = [];
  print('hour     RSS MB  heap MB  lag p50 ms  p99 ms    CPU s  CPU share    polls    posts  requests  refused');
  bot.on('message', async (report: HourReport) => {
    reports.push(report);
    await cards.count();
    printHour(report, cards);
  });
  const [exitCode] = await once(bot, 'exit');
  if (exitCode !== 0) throw new Error(`the bot ended with ${exitCode}`);
  await cards.count();
  const idleP99Ms = Math.max(0, idle.percentile(99) / 1e6 - lagResolutionMs);
  return toRows(reports, cards, idleP99Ms);
}

/** Each guild follows five sources of its own, each in a channel of its own. Their first polls are spread over the first hour. */
async function follow({ guilds }: DiscordPlace, siteHosts: readonly string[], url: string): Promise<void> {
  const store = await openStore(url, { now: () => startsAt });
  const adding = guilds.flatMap(({ id, channelIds }, guild) =>
    channelIds.map(async (channelId, channel) => {
      const feed = guild * sourcesPerGuild + channel;
      const address = `http://${siteHosts[feed % siteHosts.length]}/feed${feed}`;
      const firstPollAt = startsAt + Math.floor((feed * hourMs) / sourceCount);
      const { id: sourceId } = await store.sources.save({ url: address, title: `Feed ${feed}` }, firstPollAt);
      await store.subscriptions.addUnread({
        guildId: id as GuildId,
        channelId: channelId as ChannelId,
        sourceId,
        addedBy: '1' as UserId,
        addedAt: startsAt,
      });
    }),
  );
  await Promise.all(adding);
  await store.close();
}

function printHour(report: HourReport, cards: CardCount): void {
  const cpuShare = report.elapsedMs > 0 ? report.cpuMs / report.elapsedMs : 0;
  const cells = [
    report.rssMb.toFixed(1).padStart(10),
    report.heapMb.toFixed(1).padStart(8),
    report.lagP50Ms.toFixed(2).padStart(11),
    report.lagP99Ms.toFixed(2).padStart(7),
    (report.cpuMs / 1_000).toFixed(0).padStart(8),
    `${(cpuShare * 100).toFixed(0)} %`.padStart(10),
    ...[report.polls, cards.seen.size, cards.requests, cards.refused].map((count) => String(count).padStart(8)),
  ];
  print(`${String(report.hour).padStart(4)} ${cells.join(' ')}`);
}

function toRows(reports: readonly HourReport[], { seen }: CardCount, idleP99Ms: number): Row[] {
  const bench = soaking.name;
  const settled = reports.filter(({ hour }) => hour >= settledHour);
  const most = Math.max(...reports.map(({ rssMb }) => rssMb));
  const [first, last] = [reports[0], reports.at(-1)];
  if (!first || !last) throw new Error('the bot did not live for an hour');
  const doubled = [...seen.values()].filter((count) => count > 1).length;
  const growth = `growth ${(growthOf(settled) * 100).toFixed(1)} % from hour ${settledHour}`;
  const lateness = `p50 ${last.lagP50Ms.toFixed(1)} ms, p99 ${last.lagP99Ms.toFixed(1)} ms`;
  const begun = 'its memory at the start';
  return [
    {
      bench,
      figure: 'most memory',
      value: `${most.toFixed(0)} MB, ${growth}`,
      yardstick: begun,
      ratio: first.rssMb / most,
    },
    {
      bench,
      figure: 'lateness of the event loop',
      value: lateness,
      yardstick: 'an idle process (p99)',
      ratio: idleP99Ms / last.lagP99Ms,
    },
    {
      bench,
      figure: 'processor time of a day for 100 sources',
      value: `${((last.cpuMs * 100) / sourceCount / 1_000).toFixed(1)} s`,
      yardstick: 'one core',
      ratio: (hours * 3_600_000 * (sourceCount / 100)) / last.cpuMs,
    },
    {
      bench,
      figure: 'articles posted',
      value: `${seen.size}, ${doubled} of them doubled`,
      yardstick: 'published',
      ratio: seen.size / sourceCount,
    },
  ];
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function here(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

function forkServer(name: string, ...args: (string | number)[]): ChildProcess {
  return fork(here(name), args.map(String), { execArgv: ['--import', 'tsx'] });
}

/** Of the line that fits the hours best, as a share of where it begins. */
function growthOf(hourly: readonly HourReport[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [hour, rss] = [mean(hourly.map((one) => one.hour)), mean(hourly.map((one) => one.rssMb))];
  const covariance = mean(hourly.map((one) => (one.hour - hour) * (one.rssMb - rss)));
  const slope = covariance / mean(hourly.map((one) => (one.hour - hour) ** 2));
  const begin = rss + slope * ((hourly[0]?.hour ?? 0) - hour);
  return (slope * ((hourly.at(-1)?.hour ?? 0) - (hourly[0]?.hour ?? 0))) / begin;
}
