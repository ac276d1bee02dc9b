// How much of Discord's 50 requests a second the real bot uses for an article that 500 channels wait for, beside a bare loop that
// asks the same server as fast as it is allowed to. The local Discord limits as the real one does.

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Agent, request } from 'undici';
import type { ChannelId, GuildId, UserId } from '../src/domain/ids.ts';
import { start } from '../src/main.ts';
import { openStore } from '../src/store/openStore.ts';
import type { Bench, Row } from './bench.ts';
import type { Arrival, DiscordPlace, Limits, Order } from './discordServer.ts';

const guildCount = 100;
const channelsPerGuild = 5;
/** The second one shows whether the order is kept in every channel. */
const articleCount = 2;
const channelCount = guildCount * channelsPerGuild;
/** A card, its discussion and the discussion's question. */
const requestsPerPost = 3;
const allowedPerSecond = 50;

export const delivering: Bench = {
  name: 'delivering',
  async run() {
    const limits: Limits = 'limited';
    const server = fork(
      new URL('./discordServer.ts', import.meta.url),
      [String(guildCount), String(channelsPerGuild), limits],
      { execArgv: ['--import', 'tsx'] },
    );
    try {
      const [place] = (await once(server, 'message')) as [DiscordPlace];
      const bare = await askBarely(place, server);
      const bot = await deliverArticles(place, server);
      return toRows(bot, bare, place);
    } finally {
      server.disconnect();
    }
  },
};

interface Run {
  readonly startedAt: number;
  readonly arrivals: readonly Arrival[];
  readonly cpuMs: number;
}

async function deliverArticles(place: DiscordPlace, server: ChildProcess): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), 'society-bot-bench-'));
  const databaseUrl = `file:${join(folder, 'bench.sqlite')}`;
  await follow(place, databaseUrl);
  const bot = await start({
    discordToken: place.token,
    discordApiUrl: place.apiUrl,
    databaseUrl,
    pollIntervalMs: 1_000,
    fetchAllowHosts: [new URL(place.url).host],
    logLevel: 'silent',
  });
  try {
    // The feeds' first reading is the baseline.
    await pause(5_000);
    await report(server);
    return await measure(() => {
      for (let article = 0; article < articleCount; article += 1) tell(server, 'publish');
      return collect(server, articleCount * channelCount * requestsPerPost);
    });
  } finally {
    await bot.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Five addresses of one feed, because a guild follows an address in one channel. */
async function follow({ url, guilds }: DiscordPlace, databaseUrl: string): Promise<void> {
  const store = await openStore(databaseUrl);
  for (let channel = 0; channel < channelsPerGuild; channel += 1) {
    const { id: sourceId } = await store.sources.save({ url: `${url}/feed${channel}`, title: 'Bench' }, Date.now());
    for (const { id, channelIds } of guilds) {
      await store.subscriptions.addUnread({
        guildId: id as GuildId,
        channelId: channelIds[channel] as ChannelId,
        sourceId,
        addedBy: '1' as UserId,
        addedAt: Date.now(),
      });
    }
  }
  await store.close();
}

/** The same number of messages, as evenly as a timer can. */
async function askBarely({ apiUrl, token, guilds }: DiscordPlace, server: ChildProcess): Promise<Run> {
  const channelIds = guilds.flatMap((guild) => guild.channelIds);
  const dispatcher = new Agent();
  const headers = { authorization: `Bot ${token}`, 'content-type': 'application/json' };
  const count = channelCount * requestsPerPost;
  const send = async (index: number, startedAt: number) => {
    await pause(Math.max(0, startedAt + (index * 1_000) / allowedPerSecond - performance.now()));
    const url = `${apiUrl}/v10/channels/${channelIds[index % channelCount]}/messages`;
    const body = JSON.stringify({ content: `Message ${index}` });
    const answer = await request(url, { method: 'POST', dispatcher, headers, body });
    await answer.body.dump();
  };
  const run = await measure(async () => {
    const startedAt = performance.now();
    await Promise.all(Array.from({ length: count }, (_, index) => send(index, startedAt)));
    return collect(server, count);
  });
  await dispatcher.close();
  return run;
}

async function measure(work: () => Promise<readonly Arrival[]>): Promise<Run> {
  const startedAt = Date.now();
  const before = process.cpuUsage();
  const arrivals = await work();
  const { user, system } = process.cpuUsage(before);
  return { startedAt, arrivals, cpuMs: (user + system) / 1_000 };
}

/** What is asked of channels, once so much of it has been answered or nothing more comes. */
async function collect(server: ChildProcess, count: number): Promise<readonly Arrival[]> {
  const arrivals: Arrival[] = [];
  for (let silentSeconds = 0; arrivals.length < count && silentSeconds < 60; ) {
    await pause(1_000);
    const fresh = (await report(server)).filter(({ path }) => path.startsWith('/channels/'));
    silentSeconds = fresh.length > 0 ? 0 : silentSeconds + 1;
    arrivals.push(...fresh);
  }
  return arrivals;
}

async function report(server: ChildProcess): Promise<readonly Arrival[]> {
  const reported = once(server, 'message');
  tell(server, 'report');
  const [arrivals] = (await reported) as [readonly Arrival[]];
  return arrivals;
}

function tell(server: ChildProcess, order: Order): void {
  server.send(order);
}

function toRows(bot: Run, bare: Run, place: DiscordPlace): Row[] {
  const [rate, bareRate] = [perSecond(bot), perSecond(bare)];
  const [refused, bareRefused] = [countRefused(bot), countRefused(bare)];
  const waits = waitsOf(bot, place);
  const worst = Math.max(...waits);
  const mean = waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
  const [cpu, bareCpu] = [bot, bare].map(({ cpuMs, arrivals }) => cpuMs / arrivals.length) as [number, number];
  const row = (figure: string, value: string, yardstick: string, ratio: number): Row => ({
    bench: 'delivering',
    figure,
    value,
    yardstick,
    ratio,
  });
  return [
    row(
      `requests a second, ${channelCount} channels`,
      `${rate.toFixed(1)} /s, ${refused} refused`,
      'the 50 allowed',
      rate / 50,
    ),
    row(
      'bare undici at 50 a second',
      `${bareRate.toFixed(1)} /s, ${bareRefused} refused`,
      'the 50 allowed',
      bareRate / 50,
    ),
    row('processor time of a request', `${cpu.toFixed(2)} ms`, 'bare undici', bareCpu / cpu),
    row('longest wait of a guild for its first card', `${worst.toFixed(2)} s`, 'the mean wait', mean / worst),
    row(
      'channels in order',
      `${countOrdered(bot, place)} of ${channelCount}`,
      'all',
      countOrdered(bot, place) / channelCount,
    ),
  ];
}

/** Without the first and the last twentieth: the run up and the end, when only what follows the last posts is left. */
function perSecond({ arrivals }: Run): number {
  const times = arrivals.map(({ startedAt }) => startedAt).sort((a, b) => a - b);
  const edge = Math.floor(times.length / 20);
  const steady = times.slice(edge, times.length - edge);
  return ((steady.length - 1) * 1_000) / ((steady.at(-1) ?? 0) - (steady[0] ?? 0));
}

function countRefused({ arrivals }: Run): number {
  return arrivals.filter(({ status }) => status === 429).length;
}

/** Seconds from publication to each guild's first card. */
function waitsOf({ startedAt, arrivals }: Run, { guilds }: DiscordPlace): number[] {
  const cards = arrivals.filter(isCard);
  const firsts = guilds.map(
    ({ channelIds }) => cards.find(({ path }) => channelIds.includes(channelOf(path)))?.startedAt,
  );
  return firsts.map((at = Number.POSITIVE_INFINITY) => (at - startedAt) / 1_000);
}

function isCard({ path, article }: Arrival): boolean {
  return article !== undefined && path.endsWith('/messages');
}

function channelOf(path: string): string {
  return path.split('/')[2] ?? '';
}

/** Channels that got each article once, in the order of publication, each with its discussion before the next card. */
function countOrdered({ arrivals }: Run, { guilds }: DiscordPlace): number {
  const expected = Array.from({ length: articleCount }, (_, index) => [
    `${index + 1} messages`,
    `${index + 1} threads`,
  ]).flat();
  return guilds
    .flatMap(({ channelIds }) => channelIds)
    .filter((id) => {
      const seen = arrivals
        .filter(({ path, method, status }) => channelOf(path) === id && method === 'POST' && status !== 429)
        .map(({ path, article }) => `${article} ${path.split('/').at(-1)}`);
      return seen.join() === expected.join();
    }).length;
}
