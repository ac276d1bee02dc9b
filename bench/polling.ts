// Polls a second, unchanged and full, beside a bare undici loop on the same server. Each poll dials anew, because in life each
// goes to another site; so does the loop. The loop that keeps its connections is printed besides.

import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, request } from 'undici';
import { createPollSources } from '../src/jobs/pollSources.ts';
import { createLog } from '../src/kit/log.ts';
import { noMetrics } from '../src/ports/metrics.ts';
import { createReader } from '../src/sources/createReader.ts';
import { openStore } from '../src/store/openStore.ts';
import type { Bench, Row } from './bench.ts';

const rounds = 5;
const pollsPerRound = 320;
const sourceCount = 32;
/** Loopback addresses that stand for as many sites: one site is asked one thing at a time. */
const siteCount = 16;
const dayMs = 86_400_000;

interface Pace {
  readonly perSecond: number;
  readonly cpuMs: number;
}

export const polling: Bench = {
  name: 'polling',
  async run() {
    const server = fork(new URL('./pollServer.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
    try {
      const port = await new Promise<number>((resolve) =>
        server.once('message', (message) => resolve(Number(message))),
      );
      return [...(await compare('unchanged', port)), ...(await compare('full', port))];
    } finally {
      server.disconnect();
    }
  },
};

async function compare(kind: 'unchanged' | 'full', port: number): Promise<Row[]> {
  const hosts = Array.from({ length: siteCount }, (_, index) => `127.0.0.${index + 1}:${port}`);
  const urls = Array.from({ length: sourceCount }, (_, index) => `http://${hosts[index % siteCount]}/${kind}${index}`);
  const bot = await openBot(hosts, urls);
  const dialling = new Agent({ pipelining: 0 });
  const keeping = new Agent();
  const paces = { bot: [] as Pace[], dialling: [] as Pace[], keeping: [] as Pace[] };
  for (let round = 0; round < rounds; round += 1) {
    paces.bot.push(await paceOf(bot.pollAll));
    paces.dialling.push(await paceOf(() => loop(urls, dialling)));
    paces.keeping.push(await paceOf(() => loop(urls, keeping)));
  }
  await Promise.all([bot.close(), dialling.close(), keeping.close()]);
  const [ours, bare, kept] = [best(paces.bot), best(paces.dialling), best(paces.keeping)];
  const row = (figure: string, pace: Pace, yardstick: string, ratio: number): Row => ({
    bench: 'polling',
    figure,
    value: `${pace.perSecond.toFixed(0)} /s, ${pace.cpuMs.toFixed(2)} ms CPU each`,
    yardstick,
    ratio,
  });
  return [
    row(`${kind} polls`, ours, 'bare undici, a connection each', ours.perSecond / bare.perSecond),
    row(
      `bare undici, a connection each (${kind})`,
      bare,
      'bare undici, kept connections',
      bare.perSecond / kept.perSecond,
    ),
  ];
}

/** The job as it runs, but for its clock, which jumps ahead from poll to poll. */
async function openBot(allowHosts: readonly string[], urls: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'society-bot-bench-'));
  const store = await openStore(`file:${join(folder, 'bench.sqlite')}`);
  let now = Date.now();
  const clock = { now: () => now };
  const reader = createReader({ allowHosts, version: 'bench', clock, ...store });
  const parts = {
    ...store,
    reader,
    clock,
    log: createLog('silent'),
    metrics: noMetrics,
    passCheckpoint: () => undefined,
  };
  const polls = createPollSources({ ...parts, intervalMs: () => dayMs / 4 });
  const sources = await Promise.all(urls.map((url) => store.sources.save({ url, title: url }, now)));
  const poll = async (index: number) => {
    const source = sources[index % sourceCount];
    now += 1000;
    if (source) await polls.pollNow(source.id);
  };
  for (const index of sources.keys()) await poll(index);
  return {
    pollAll: () => inTurns(poll),
    async close() {
      await reader.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function loop(urls: readonly string[], dispatcher: Agent): Promise<void> {
  return inTurns(async (index) => {
    const { body } = await request(urls[index % sourceCount] ?? '', {
      dispatcher,
      headers: { 'if-none-match': '"same"' },
    });
    await body.text();
  });
}

/** As many at a time as there are sites. */
async function inTurns(poll: (index: number) => Promise<void>): Promise<void> {
  const work = async (first: number) => {
    for (let index = first; index < pollsPerRound; index += siteCount) await poll(index);
  };
  await Promise.all(Array.from({ length: siteCount }, (_, first) => work(first)));
}

async function paceOf(work: () => Promise<void>): Promise<Pace> {
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  await work();
  const ms = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(cpu);
  return { perSecond: (pollsPerRound * 1000) / ms, cpuMs: (user + system) / 1000 / pollsPerRound };
}

function best(paces: readonly Pace[]): Pace {
  return {
    perSecond: Math.max(...paces.map(({ perSecond }) => perSecond)),
    cpuMs: Math.min(...paces.map(({ cpuMs }) => cpuMs)),
  };
}
