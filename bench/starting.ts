// From the start of the process until the bot is ready, and what it holds in memory then: in a thousand guilds of fifty channels, with
// a hundred thousand articles stored, beside a discord.js client that does nothing. They take turns.

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '../src/store/openStore.ts';
import type { Bench } from './bench.ts';
import type { DiscordPlace } from './discordServer.ts';
import { fillStore } from './fillStore.ts';
import { createMaker } from './sampleArticles.ts';
import { buildBots, startBuilt } from './startBuilt.ts';
import { startFlags } from './startFlags.ts';

const guildCount = 1_000;
const channelCount = 50;
const articleCount = 100_000;
const sourceCount = 10;
const turns = 3;
/** After which what the start needed is given back. */
const restMs = 3_000;

interface Started {
  readonly readyMs: number;
  readonly rssMb: number;
}

export const starting: Bench = {
  name: 'starting',
  async run() {
    buildBots();
    const server = fork(
      new URL('./discordServer.ts', import.meta.url),
      [`${guildCount}`, `${channelCount}`, 'unlimited'],
      {
        execArgv: ['--import', 'tsx'],
      },
    );
    const folder = await mkdtemp(join(tmpdir(), 'society-bot-bench-'));
    try {
      const [{ token, apiUrl }] = (await once(server, 'message')) as [DiscordPlace];
      const path = join(folder, 'bench.sqlite');
      await fill(path);
      const environment = {
        DISCORD_TOKEN: token,
        DISCORD_API_URL: apiUrl,
        DATABASE_URL: `file:${path}`,
        LOG_LEVEL: 'info',
      };
      const [bot, bare]: [Started[], Started[]] = [[], []];
      for (let turn = 0; turn < turns; turn += 1) {
        bot.push(await startOnce('src/main.js', environment));
        bare.push(await startOnce('bench/bareLogin.js', {}, [token, apiUrl]));
      }
      return toRows(bot, bare);
    } finally {
      server.disconnect();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function fill(path: string): Promise<void> {
  const store = await openStore(`file:${path}`);
  for (let number = 1; number <= sourceCount; number += 1) {
    // Read by nobody during the bench.
    const source = { url: `https://${number}.example/feed`, title: 'Bench' };
    await store.sources.save(source, Date.now() + 86_400_000);
  }
  await store.close();
  fillStore(path, createMaker(2), [], articleCount, sourceCount);
}

async function startOnce(
  script: string,
  environment: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<Started> {
  const { pid, readyMs, stop } = await startBuilt(startFlags(), script, args, environment);
  try {
    await sleep(restMs);
    return { readyMs, rssMb: residentMb(pid) };
  } finally {
    await stop();
  }
}

function residentMb(pid: number): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

function toRows(bot: readonly Started[], bare: readonly Started[]) {
  const bench = starting.name;
  const of = (runs: readonly Started[], name: keyof Started) => median(runs.map((run) => run[name]));
  const [readyMs, bareMs] = [of(bot, 'readyMs'), of(bare, 'readyMs')];
  const [rssMb, bareMb] = [of(bot, 'rssMb'), of(bare, 'rssMb')];
  return [
    {
      bench,
      figure: 'ready, with 100,000 articles and 1,000 guilds',
      value: `${readyMs.toFixed(0)} ms, ${(readyMs - bareMs).toFixed(0)} ms after it`,
      yardstick: 'a bare login',
      ratio: bareMs / readyMs,
    },
    {
      bench,
      figure: 'memory once ready, 1,000 guilds × 50 channels',
      value: `${rssMb.toFixed(0)} MB`,
      yardstick: `a discord.js client as it is, ${bareMb.toFixed(0)} MB`,
      ratio: bareMb / rssMb,
    },
  ];
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
