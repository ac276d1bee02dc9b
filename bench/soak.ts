// `npm run soak`: a simulated day of a thousand guilds and five thousand sources. Prints the bot's memory, its lateness and what it
// did after each hour, and whether every article came once. Takes the hours to simulate as its argument; a day unless told.

import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import type { ChannelId, GuildId, UserId } from '../src/domain/ids.ts';
import { openStore } from '../src/store/openStore.ts';
import type { Arrival, DiscordPlace, Order } from './discordServer.ts';
import type { HourReport, SoakSettings } from './soakBot.ts';
import type { SitesPlace } from './soakSites.ts';

const guildCount = 1_000;
const sourcesPerGuild = 5;
const sourceCount = guildCount * sourcesPerGuild;
const siteCount = 500;
const hours = Number(process.argv[2] ?? 24);
const startsAt = Date.UTC(2026, 0, 5);
const hourMs = 3_600_000;
/** From then on memory is to stay as it is. */
const settledHour = 2;
const lagResolutionMs = 10;

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const forkServer = (name: string, ...args: (string | number)[]) =>
  fork(here(name), args.map(String), { execArgv: ['--import', 'tsx'] });

execFileSync(process.execPath, [here('../node_modules/typescript/bin/tsc'), '-p', here('tsconfig.soak.json')], {
  stdio: 'inherit',
});
const discord = forkServer('discordServer.ts', guildCount, sourcesPerGuild, 'unlimited');
const sites = forkServer('soakSites.ts', siteCount);
const [[place], [{ hosts }]] = (await Promise.all([once(discord, 'message'), once(sites, 'message')])) as [
  [DiscordPlace],
  [SitesPlace],
];
const folder = await mkdtemp(join(tmpdir(), 'society-bot-soak-'));
const databaseUrl = `file:${join(folder, 'soak.sqlite')}`;
await follow(place, hosts, databaseUrl);

const idle = monitorEventLoopDelay({ resolution: lagResolutionMs });
const bot = fork(here('../dist/bench/soakBot.js'), {
  execArgv: startFlags(),
  stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
});
await once(bot, 'message');
const settings: SoakSettings = {
  token: place.token,
  discordApiUrl: place.apiUrl,
  databaseUrl,
  fetchAllowHosts: hosts,
  startsAt,
  hours,
};
bot.send(settings);
idle.enable();

const channelIds = new Set(place.guilds.flatMap((guild) => guild.channelIds));
const cards = new Map<string, number>();
let requests = 0;
let refused = 0;
const reports: HourReport[] = [];
const print = (line: string) => process.stdout.write(`${line}\n`);
print('hour     RSS MB  heap MB  lag p50 ms  p99 ms    CPU s  CPU share    polls    posts  requests  refused');
bot.on('message', async (report: HourReport) => {
  reports.push(report);
  await countArrivals();
  const cpuShare = report.elapsedMs > 0 ? report.cpuMs / report.elapsedMs : 0;
  const cells = [
    report.rssMb.toFixed(1).padStart(10),
    report.heapMb.toFixed(1).padStart(8),
    report.lagP50Ms.toFixed(2).padStart(11),
    report.lagP99Ms.toFixed(2).padStart(7),
    (report.cpuMs / 1_000).toFixed(0).padStart(8),
    `${(cpuShare * 100).toFixed(0)} %`.padStart(10),
    ...[report.polls, cards.size, requests, refused].map((count) => String(count).padStart(8)),
  ];
  print(`${String(report.hour).padStart(4)} ${cells.join(' ')}`);
});
const [exitCode] = await once(bot, 'exit');
await countArrivals();
if (exitCode !== 0) print(`The bot ended with ${exitCode}.`);
summarise();
discord.disconnect();
sites.disconnect();
await rm(folder, { recursive: true, force: true });

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

/** What `npm start` gives to node. */
function startFlags(): string[] {
  const { scripts } = JSON.parse(readFileSync(here('../package.json'), 'utf8')) as { scripts: { start: string } };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}

async function countArrivals(): Promise<void> {
  const reported = once(discord, 'message');
  discord.send('report' satisfies Order);
  const [arrivals] = (await reported) as [readonly Arrival[]];
  requests += arrivals.length;
  for (const { path, article, status, method } of arrivals) {
    if (status === 429) refused += 1;
    // A question stands in a channel of its own.
    const isCard =
      method === 'POST' &&
      article !== undefined &&
      path.endsWith('/messages') &&
      channelIds.has(path.split('/')[2] ?? '');
    const key = `${path} ${article}`;
    if (isCard && status === 200) cards.set(key, (cards.get(key) ?? 0) + 1);
  }
}

function summarise(): void {
  const settled = reports.filter(({ hour }) => hour >= settledHour);
  const most = Math.max(...reports.map(({ rssMb }) => rssMb));
  const last = reports.at(-1);
  const doubled = [...cards.values()].filter((count) => count > 1).length;
  const idleP99Ms = Math.max(0, idle.percentile(99) / 1e6 - lagResolutionMs);
  print(`most memory                ${most.toFixed(1)} MB`);
  print(`growth since hour ${settledHour}       ${(growthOf(settled) * 100).toFixed(1)} %`);
  print(
    `lag p99                    ${last?.lagP99Ms.toFixed(2)} ms; of a process that does nothing ${idleP99Ms.toFixed(2)} ms`,
  );
  print(`posts                      ${cards.size} of ${sourceCount}, ${doubled} doubled`);
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
