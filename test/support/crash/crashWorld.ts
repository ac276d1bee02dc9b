// One society whose bot is killed over and over, at any instant, while Discord answers badly. In the end everything is mended, and
// what Discord shows is counted.

import { setTimeout as pause } from 'node:timers/promises';
import { seededRandom } from '../etiquette/seededRandom.ts';
import type { BotProcess } from '../killing/botProcess.ts';
import { countPosts, countUnsettled, type PostCount, type Published } from '../killing/countPosts.ts';
import { type KillWorld, type Place, places, startKillWorld } from '../killing/killWorld.ts';
import { crashTiming, nonceWindowMs } from './crashTiming.ts';
import { strikeByChance } from './faultsByChance.ts';

export interface CrashOptions {
  readonly program: string;
  readonly kills: number;
  /** Share of Discord's answers that go wrong, from 0 to 1. */
  readonly faults: number;
  readonly seed: number;
}

export interface CrashResult {
  readonly world: KillWorld;
  readonly seed: number;
  readonly counts: readonly PostCount[];
  readonly killedAt: readonly number[];
  /** Deliveries the bot has not brought to an end. */
  readonly unsettled: number;
  /** How often the bot ended by itself, because Discord did not answer while it started; whoever supervises it starts it again. */
  readonly failedStarts: number;
}

/** A quarter goes to forums, a tenth to an announcement channel, the rest to text channels, some of it into a thread. */
const shares = { text: 0.5, thread: 0.15, announcement: 0.1, forum: 0.25 } as const;
/** Discord lets a channel publish ten messages an hour, and lost answers cost some of them. */
const announcementLimit = 6;
/** More of a feed at once would be a question to the moderators. */
const waitingLimit = 3;
const shareOfEdits = 0.3;
/** After the first request of a delivery, in milliseconds. */
const killAfterMs = [3, 400] as const;
/** How long a bot that has nothing to deliver lives longer. */
const idleMs = 1_000;
const drainLimitMs = 120_000;

export async function runCrashWorld({ program, kills, faults, seed }: CrashOptions): Promise<CrashResult> {
  const random = seededRandom(seed);
  const world = await startKillWorld({ program, timing: crashTiming, nonceWindowMs });
  const stopFaults = strikeByChance(world.discord, faults, random);
  const published: Published[] = [];
  const killedAt: number[] = [];
  let failedStarts = 0;
  while (killedAt.length < kills) {
    publishSome(world, published, random);
    const isForgotten = random() < 0.5;
    if (isForgotten && killedAt.length > 0) await pause(nonceWindowMs);
    failedStarts += await liveBriefly(world, killAfterMs[0] + (killAfterMs[1] - killAfterMs[0]) * random());
    killedAt.push(Date.now());
  }
  stopFaults();
  const unsettled = await drain(world, published);
  return { world, seed, counts: countPosts(world, published), killedAt, unsettled, failedStarts };
}

/** Nothing lost, nothing doubled, nothing left, and no rule of Discord broken. */
export function isWell({ counts, unsettled, world }: CrashResult): boolean {
  return unsettled === 0 && world.discord.violations.length === 0 && counts.every(({ faults }) => faults.length === 0);
}

/** A new article in most rounds, and now and then other words for one that is there. */
function publishSome(world: KillWorld, published: Published[], random: () => number): void {
  const counts = countPosts(world, published);
  const place = choosePlace(published, random);
  const waiting = counts.filter(({ published: { feed }, cards }) => feed === place.feed && cards.length === 0).length;
  if (waiting < waitingLimit) {
    const number = published.length + 1;
    publish(world, published, { ...place, note: { number, title: `Note ${number} on the price of patience` } });
  }
  const [edited] = counts.filter(
    ({ cards, published: { note } }) => cards.length > 0 && !note.title.includes('mended'),
  );
  if (!edited || random() >= shareOfEdits) return;
  const { note } = edited.published;
  publish(world, published, { ...edited.published, note: { ...note, title: `Note ${note.number}, mended` } });
}

function publish({ feeds }: KillWorld, published: Published[], one: Published): void {
  published[one.note.number - 1] = one;
  feeds.publish(one.feed, one.note);
}

function choosePlace(published: readonly Published[], random: () => number): Place {
  const draw = random();
  const isFull = published.filter(({ kind }) => kind === 'announcement').length >= announcementLimit;
  let kind: keyof typeof shares = 'text';
  let sum = 0;
  for (const candidate of ['forum', 'announcement', 'thread'] as const) {
    const isIn = draw >= sum && draw < sum + shares[candidate];
    if (isIn && !(candidate === 'announcement' && isFull)) kind = candidate;
    sum += shares[candidate];
  }
  const fitting = places.filter((place) => place.kind === kind);
  return fitting[Math.floor(random() * fitting.length)] ?? (places[0] as Place);
}

/** Starts the bot and kills it that long after the first request of a delivery, or of anything where there is nothing to deliver. @returns 1 where it ended by itself */
async function liveBriefly({ discord, feeds, startBot }: KillWorld, lifeMs: number): Promise<number> {
  const bot = startBot();
  const [isPolling, stopFeeds] = firstCall((call) => feeds.onRequest(call));
  const [isDelivering, stopDiscord] = firstCall((call) =>
    discord.onRequest(({ path }) => path.startsWith('/channels/') && call()),
  );
  await Promise.race([isDelivering, isPolling.then(() => pause(idleMs)), bot.killed.catch(() => undefined)]);
  stopFeeds();
  stopDiscord();
  await pause(lifeMs);
  return endOf(bot);
}

function endOf(bot: BotProcess): Promise<number> {
  return bot.kill().then(
    () => 0,
    () => 1,
  );
}

function firstCall(listen: (call: () => void) => () => void): [Promise<void>, () => void] {
  let stop = () => {};
  const called = new Promise<void>((resolve) => {
    stop = listen(resolve);
  });
  return [called, stop];
}

/** Waits until the bot has nothing left to do. @returns how much it has left all the same */
async function drain(world: KillWorld, published: readonly Published[]): Promise<number> {
  const until = Date.now() + drainLimitMs;
  for (;;) {
    const bot = world.startBot();
    let isAlive = true;
    bot.killed.catch(() => {
      isAlive = false;
    });
    while (isAlive) {
      const unsettled = countUnsettled(world);
      const isWell = countPosts(world, published).every(({ faults }) => faults.length === 0);
      if ((unsettled === 0 && isWell) || Date.now() > until) {
        await endOf(bot);
        return unsettled;
      }
      await pause(250);
    }
  }
}
