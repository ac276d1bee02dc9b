// What there is to know about an article that was lost or doubled: its rows, its messages, the requests about it, the kills.

import SqliteDatabase from 'better-sqlite3';
import type { RecordedRequest } from '../../../sandbox/discord/localDiscord.ts';
import type { PostCount } from '../killing/countPosts.ts';
import { guidOf } from '../killing/feedServer.ts';
import type { CrashResult } from './crashWorld.ts';

/** Discord's first instant, from which the ids of messages count. */
const discordEpochMs = 1_420_070_400_000;

interface Moment {
  readonly at: number;
  readonly what: string;
}

export function explainFaults(result: CrashResult): string {
  const { world, counts, unsettled, seed } = result;
  const faulty = counts.filter(({ faults }) => faults.length > 0);
  const head = `${faulty.length} with faults, ${unsettled} unsettled, ${world.discord.violations.length} violations`;
  const violations = world.discord.violations.map((violation) => JSON.stringify(violation));
  const log = `seed ${seed}, log ${world.logPath}`;
  return [head, log, ...violations, ...faulty.map((one) => explainOne(one, result))].join('\n');
}

function explainOne({ published, cards, threads, questions, faults }: PostCount, result: CrashResult): string {
  const { world, killedAt } = result;
  const rows = readRows(world.databasePath, guidOf(published.feed, published.note));
  const shown = [...cards, ...threads, ...questions].map(({ id }) => id);
  const marks = [...rows.map(({ id }) => String(id)), ...shown, `Note ${published.note.number} `];
  const requests = world.discord.requests.filter((request) => isAbout(request, marks)).map(describeRequest);
  const created = [...new Set(shown)].map((id) => ({ at: createdAt(id), what: `Discord made ${id}` }));
  const moments = [...requests, ...created, ...killedAt.map((at) => ({ at, what: 'killed' }))];
  const begun = Math.min(...[...requests, ...created].map(({ at }) => at));
  return [
    `${published.feed}, "${published.note.title}": ${faults.join(', ')}`,
    ...rows.map((row) => `  row ${JSON.stringify(row)}`),
    ...moments
      .filter(({ at }) => at >= begun)
      .sort((left, right) => left.at - right.at)
      .map(({ at, what }) => `  ${String(at - begun).padStart(7)} ms  ${what}`),
  ].join('\n');
}

function isAbout({ path, body }: RecordedRequest, marks: readonly string[]): boolean {
  const text = `${path} ${JSON.stringify(body ?? '')}`;
  return marks.some((mark) => text.includes(mark));
}

function describeRequest({ startedAt, method, path, status }: RecordedRequest): Moment {
  return { at: startedAt, what: `${method} ${path} ${status || 'cut off'}` };
}

function createdAt(id: string): number {
  return Number(BigInt(id) >> 22n) + discordEpochMs;
}

function readRows(databasePath: string, guid: string): Record<string, unknown>[] {
  const database = new SqliteDatabase(databasePath, { readonly: true });
  const rows = database
    .prepare(
      `SELECT outbox.id, purpose, state, step, steps, attempt, reason, results, outbox.revision
       FROM outbox JOIN articles ON articles.id = article_id WHERE guid = ? ORDER BY sequence`,
    )
    .all(guid) as Record<string, unknown>[];
  database.close();
  return rows;
}
