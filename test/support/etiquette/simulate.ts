// Days of polling in minutes: the clock jumps from one due source to the next, the bot reads real servers, and is stopped and
// started again at instants that the seed decides, sometimes in the middle of a reading.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import type { Instant, SourceId } from '../../../src/domain/ids.ts';
import { dayMs } from './answer.ts';
import type { Behaviour } from './behaviours.ts';
import { judgeSite } from './judgeSite.ts';
import { seededRandom } from './seededRandom.ts';
import { type BotOptions, followFeed, type SimulatedBot, startBot } from './simulatedBot.ts';
import { openSite, type Site, type Surroundings } from './site.ts';
import { type Spoiling, spoilByHost } from './spoiling.ts';
import type { Verdict } from './verdict.ts';

export interface SimulationOptions {
  readonly behaviours: readonly Behaviour[];
  readonly days: number;
  readonly restarts: number;
  readonly intervalMs: number;
  readonly seed: number;
  /** Behaviours whose sites are read worse than they should be. */
  readonly spoilings?: ReadonlyMap<Behaviour, Spoiling>;
}

/** A Wednesday, so that three days do not pass without a weekday or a night. */
const startedAt = Date.UTC(2026, 10, 25, 9, 30);

/** @returns a verdict for each behaviour, in their order */
export async function simulate(options: SimulationOptions): Promise<Verdict[]> {
  const { behaviours, days, restarts, intervalMs, seed, spoilings } = options;
  const random = seededRandom(seed);
  let now: Instant = startedAt;
  const clock = { now: () => now };
  const surroundings: Surroundings = { clock, startedAt, run: 0, dying: undefined };
  const sites = await Promise.all(behaviours.map((behaviour) => openSite(behaviour, surroundings)));
  const folder = mkdtempSync(join(tmpdir(), 'society-bot-etiquette-'));
  const databasePath = join(folder, 'bot.sqlite');
  const allowHosts = sites.flatMap(({ hosts }) => hosts);
  const spoiling = spoilByHost(
    new Map(sites.flatMap(({ behaviour, hosts }) => hosts.map((host) => [host, spoilings?.get(behaviour) ?? {}]))),
  );
  const botOptions: BotOptions = { databasePath, clock, allowHosts, intervalMs, random, spoiling };
  const isDying = () => surroundings.dying !== undefined;

  let bot = await startBot(botOptions, isDying);
  const inspect = new SqliteDatabase(databasePath, { readonly: true });
  try {
    const sourceIds = new Map<string, SourceId>();
    for (const url of sites.flatMap(({ feedUrls }) => feedUrls))
      sourceIds.set(url, await followFeed(bot.store, url, startedAt));
    const endsAt = startedAt + days * dayMs;
    const restartsAt = Array.from({ length: restarts }, () => startedAt + random() * days * dayMs).sort(
      (a, b) => a - b,
    );
    for (let next = findNextDue(inspect); next !== undefined && next <= endsAt; next = findNextDue(inspect)) {
      now = Math.max(now, next);
      if (restartsAt[surroundings.run] !== undefined && now >= Number(restartsAt[surroundings.run])) {
        await die(bot, surroundings, sites);
        bot = await startBot(botOptions, isDying);
      }
      await pollAll(bot, inspect, now);
    }
    return sites.map((site) =>
      judgeSite(site, { startedAt, endsAt, intervalMs, articles: countArticles(inspect, site, sourceIds) }),
    );
  } finally {
    inspect.close();
    await bot.stop();
    await Promise.all(sites.map((site) => site.close()));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Reads until nothing is due any more; each pass begins at most sixteen readings. */
async function pollAll(bot: SimulatedBot, inspect: Database, now: Instant): Promise<void> {
  for (let passes = 0; (findNextDue(inspect) ?? Number.POSITIVE_INFINITY) <= now; passes += 1) {
    if (passes > 100) throw new Error(`still due after ${passes} passes at ${new Date(now).toISOString()}`);
    await bot.polling.pollDue();
    await bot.polling.settle();
  }
}

/**
 * The process ends while sites are being asked: every other time before they answer, else after, but before what they said is
 * remembered.
 */
async function die({ polling, stop }: SimulatedBot, surroundings: Surroundings, sites: readonly Site[]): Promise<void> {
  let release = () => {};
  surroundings.dying = new Promise((resolve) => {
    release = resolve;
  });
  const isBeforeAnswers = surroundings.run % 2 === 0;
  if (!isBeforeAnswers) release();
  await polling.pollDue();
  if (isBeforeAnswers) await Promise.race([polling.settle(), someIsAsked(sites)]);
  await stop();
  release();
  // What was on its way has come once the connections are gone.
  for (const site of sites) await site.idle();
  surroundings.run += 1;
  surroundings.dying = undefined;
}

async function someIsAsked(sites: readonly Site[]): Promise<void> {
  const count = () => sites.reduce((sum, { exchanges }) => sum + exchanges.length, 0);
  for (const before = count(); count() === before; ) await new Promise(setImmediate);
}

function findNextDue(inspect: Database): Instant | undefined {
  const due = inspect.prepare('SELECT min(next_poll_at) AS at FROM sources WHERE stopped_at IS NULL').get();
  return (due as { at: Instant | null }).at ?? undefined;
}

/** Of all feeds of a site, by the address under which the simulation added them. */
function countArticles(inspect: Database, { feedUrls }: Site, sourceIds: ReadonlyMap<string, SourceId>): number[] {
  const count = inspect.prepare('SELECT count(*) AS articles FROM articles WHERE source_id = ?');
  return feedUrls.map((url) => (count.get(sourceIds.get(url)) as { articles: number }).articles);
}
