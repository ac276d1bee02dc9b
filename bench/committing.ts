// What the outbox's transactions take on a store that has been at work for long, beside one bare row committed to a file of its own
// on the same disk. Contestants take turns: whatever else the disk does weighs on all alike.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Delivery, NewDelivery } from '../src/domain/delivery.ts';
import type { ChannelId, GuildId } from '../src/domain/ids.ts';
import { noMetrics } from '../src/ports/metrics.ts';
import { openConnection } from '../src/store/openDatabase.ts';
import { openStore, type Store } from '../src/store/openStore.ts';
import type { Bench, Row } from './bench.ts';

const settledRows = 100_000;
const waitingRows = 10_000;
const channels = 500;
const guilds = 100;
/** Rows claimed at once when many wait. */
const claimed = 16;
const turns = 60;
const leaseMs = 60_000;
const now = Date.now();

type Times = Record<'claim' | 'mark' | 'record' | 'commit' | 'bare', number[]>;

export const committing: Bench = {
  name: 'committing',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'society-bot-bench-'));
    const times: Times = { claim: [], mark: [], record: [], commit: [], bare: [] };
    const path = join(folder, 'bench.sqlite');
    await fill(path);
    const committed = (ms: number) => times.commit.push(ms);
    const store = await openStore(`file:${path}`, { now: () => now }, { ...noMetrics, committed });
    const bare = openBare(join(folder, 'bare.sqlite'));
    try {
      for (let turn = 0; turn < turns; turn += 1) await takeTurn(store, bare.insert, times);
      return toRows(times);
    } finally {
      bare.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** Settled rows first, as time has it. */
async function fill(path: string): Promise<void> {
  const store = await openStore(`file:${path}`);
  await store.outbox.add(
    Array.from({ length: settledRows }, (_, index) => delivery(index)),
    now - 2,
  );
  await store.close();
  const database = openConnection(path, false);
  database.prepare("UPDATE outbox SET state = 'sent', step = 'question', settled_at = created_at").run();
  database.close();
  const filled = await openStore(`file:${path}`);
  await filled.outbox.add(
    Array.from({ length: waitingRows }, (_, index) => delivery(settledRows + index)),
    now - 1,
  );
  await filled.close();
}

function delivery(index: number): NewDelivery {
  const channel = index % channels;
  return {
    guildId: String(1_000 + (channel % guilds)) as GuildId,
    channelId: String(100_000 + channel) as ChannelId,
    targetKind: 'text',
    purpose: 'article',
    steps: ['message', 'thread', 'question'],
    dedupeKey: `article:${index}`,
    orderedAt: now - 1,
  };
}

/** Each row one step further, each transaction with a bare one beside it. */
async function takeTurn({ outbox }: Store, insertBare: () => void, times: Times): Promise<void> {
  const owner = 'bench';
  const rows = await timed(times.claim, () => outbox.claimDue({ owner, now, leaseMs, limit: claimed }));
  for (const row of rows) {
    const marked = await timed(times.mark, () => outbox.markSending(row, owner, now));
    await timed(times.bare, insertBare);
    await timed(times.record, () => outbox.record(marked as Delivery, owner, { to: 'done', id: '1' }, now));
  }
}

async function timed<Result>(times: number[], work: () => Result): Promise<Awaited<Result>> {
  const startedAt = performance.now();
  const result = await work();
  times.push(performance.now() - startedAt);
  return result;
}

/** One small table with the same promises to the disk. */
function openBare(path: string) {
  const database = openConnection(path, false);
  database.exec('CREATE TABLE bare (id INTEGER PRIMARY KEY, text TEXT NOT NULL)');
  const insert = database.prepare('INSERT INTO bare (text) VALUES (?)');
  const text = 'x'.repeat(200);
  return { insert: database.transaction(() => void insert.run(text)).immediate, close: () => database.close() };
}

function toRows(times: Times): Row[] {
  const names = {
    claim: `claim of ${claimed} rows`,
    mark: 'marking a row',
    record: 'recording a step',
    commit: 'commits alone',
  };
  const half = percentile(times.bare, 0.5);
  const row = (figure: string, ms: readonly number[]): Row => ({
    bench: 'committing',
    figure,
    value: `p50 ${percentile(ms, 0.5).toFixed(2)} ms, p99 ${percentile(ms, 0.99).toFixed(2)} ms`,
    yardstick: 'bare insert (p50)',
    ratio: half / percentile(ms, 0.5),
  });
  return [
    ...(Object.keys(names) as (keyof typeof names)[]).map((name) => row(names[name], times[name])),
    row('a bare insert', times.bare),
  ];
}

function percentile(figures: readonly number[], share: number): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length * share)] ?? 0;
}
