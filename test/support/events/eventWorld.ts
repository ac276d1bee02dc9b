// A guild whose programme is followed by a bot that is killed over and over while Discord answers badly; people make, change and
// delete events meanwhile. In the end what Discord shows is held against the record.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { APIGuildScheduledEvent } from 'discord-api-types/v10';
import { type LocalDiscord, startLocalDiscord } from '../../../sandbox/discord/localDiscord.ts';
import type { Config } from '../../../src/config.ts';
import type { Conference } from '../../../src/domain/conference.ts';
import type { GuildId } from '../../../src/domain/ids.ts';
import { eventsKept } from '../../../src/domain/scheduledEvent.ts';
import { openStore, type Store } from '../../../src/store/openStore.ts';
import { crashTiming } from '../crash/crashTiming.ts';
import { strikeByChance } from '../crash/faultsByChance.ts';
import { seededRandom } from '../etiquette/seededRandom.ts';
import { startProcess } from '../killing/botProcess.ts';
import { facts, factsOf, put } from './programme.ts';

export interface EventRun {
  readonly program: string;
  readonly conferences: number;
  readonly kills: number;
  /** Share of Discord's answers that go wrong, from 0 to 1. */
  readonly faults: number;
  readonly seed: number;
}

export interface EventCount {
  /** Events of ours that are to come. */
  readonly shown: number;
  readonly expected: number;
  readonly doubled: readonly string[];
  readonly missing: readonly string[];
  /** Ours, of conferences that are to have none. */
  readonly strays: readonly string[];
  /** What the bot did to what people had done. */
  readonly disrespected: readonly string[];
  readonly requests: number;
  readonly violations: number;
}

const eventRoute = /^\/guilds\/\d+\/scheduled-events/;
/** How long the bot lives after its first request about events. Milliseconds. */
const livesMs = [5, 3_000] as const;
const drainMs = 240_000;
/** Longer than a lost request takes to settle; each life without faults is twice as long as the one before. */
const firstLifeMs = 3_000;
const personsName = 'Called otherwise by a person';

/** What people did: places of conferences, but of the renamed event its id. */
interface Deeds {
  deleted?: string;
  renamed?: string;
  /** Of the conference that a person has made an event for. */
  readonly made: string;
}

export async function runEventWorld({ program, conferences, kills, faults, seed }: EventRun): Promise<EventCount> {
  const random = seededRandom(seed);
  const folder = mkdtempSync(join(tmpdir(), 'society-bot-events-'));
  const discord = await startLocalDiscord({ rateScale: 0 });
  const config: Config = {
    discordToken: discord.token,
    discordApiUrl: discord.apiUrl,
    databaseUrl: `file:${join(folder, 'bot.sqlite')}`,
    pollIntervalMs: 1_000,
    fetchAllowHosts: [],
    logLevel: 'silent',
  };
  const guildId = discord.guildId as GuildId;
  const changeRecord = async <Result>(change: (store: Store) => Promise<Result>) => {
    const store = await openStore(config.databaseUrl);
    return change(store).finally(() => store.close());
  };
  const start = () => startProcess(program, { config, timing: crashTiming });
  try {
    await changeRecord(async (store) => {
      for (let number = 1; number <= conferences; number += 1) await put(store, guildId, facts(number, 10 + number));
    });
    const deeds: Deeds = { made: 'Hall 2' };
    makePeoplesEvents(discord);
    const stopFaults = strikeByChance(discord, faults, random, eventRoute);
    for (let kill = 0; kill < kills; kill += 1) {
      const bot = start();
      await Promise.race([firstEventRequest(discord), pause(5_000)]);
      await pause(livesMs[0] + (livesMs[1] - livesMs[0]) * random());
      await bot.kill();
      await changeRecord((store) => stir(store, guildId, conferences, kill, random));
      interfere(discord, deeds);
    }
    stopFaults();
    return await drain(start, () => changeRecord((store) => count(store, guildId, discord, deeds)));
  } finally {
    await discord.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export function isWell({ doubled, missing, strays, disrespected, violations }: EventCount): boolean {
  return [doubled, missing, strays, disrespected].every(({ length }) => length === 0) && violations === 0;
}

/** Three of their own, and one for a conference of the programme. */
function makePeoplesEvents(discord: LocalDiscord): void {
  const { title, time } = facts(2, 12);
  const startsAt = time?.kind === 'instants' ? time.startsAt : 0;
  for (const name of ['Summer party', 'Reading group', 'Board meeting', title]) {
    discord.addEvent('member', {
      name,
      scheduled_start_time: new Date(startsAt).toISOString(),
      scheduled_end_time: new Date(startsAt + 3_600_000).toISOString(),
      entity_metadata: { location: 'The usual place' },
    });
  }
}

function firstEventRequest(discord: LocalDiscord): Promise<void> {
  return new Promise((resolve) => {
    const stop = discord.onRequest(({ path }) => {
      if (!eventRoute.test(path)) return;
      stop();
      resolve();
    });
  });
}

/** Some are called otherwise, some moved, cancelled, or take place after all; now and then a near one is new. */
async function stir(store: Store, guildId: GuildId, conferences: number, kill: number, random: () => number) {
  const listed = await listAll(store, guildId);
  const draw = () => listed[Math.floor(random() * listed.length)];
  const [renamed, moved, ended] = [draw(), draw(), draw()];
  if (renamed) await put(store, guildId, { ...factsOf(renamed), title: `${renamed.title}, round ${kill}` }, renamed.id);
  // Where a person has made the event, the day stays, so that it is known again.
  if (moved?.time?.kind === 'instants' && moved.place !== 'Hall 2') {
    const { time } = facts(0, 10 + Math.floor(random() * conferences));
    const known = await store.conferences.find(guildId, moved.id);
    if (known && time) await put(store, guildId, { ...factsOf(known), time }, moved.id);
  }
  if (ended && ended.place !== 'Hall 2') {
    const known = await store.conferences.find(guildId, ended.id);
    const status = known?.status === 'cancelled' ? 'confirmed' : 'cancelled';
    if (known) await put(store, guildId, { ...factsOf(known), status }, ended.id);
  }
  if (kill % 4 === 3) await put(store, guildId, facts(1_000 + kill, 1 + kill / 10));
}

/** Once there is something: a person deletes one event and calls another differently. */
function interfere(discord: LocalDiscord, deeds: Deeds): void {
  const own = ownEvents(discord).filter(({ status }) => status === 1);
  const [first, second] = own;
  if (!first || !second || deeds.deleted !== undefined || own.length < 5) return;
  deeds.deleted = placeOf(first);
  discord.deleteEvent(first.id);
  deeds.renamed = second.id;
  discord.changeEvent(second.id, { name: personsName });
}

/** Lives without faults until all is as it is to be, or time is up. */
async function drain(start: () => ReturnType<typeof startProcess>, judge: () => Promise<EventCount>) {
  const until = Date.now() + drainMs;
  for (let lifeMs = firstLifeMs; ; lifeMs *= 2) {
    const bot = start();
    await bot.started;
    await pause(lifeMs);
    await bot.kill();
    const counted = await judge();
    if (isWell(counted) || Date.now() > until) return counted;
  }
}

async function count(store: Store, guildId: GuildId, discord: LocalDiscord, deeds: Deeds): Promise<EventCount> {
  const live = ownEvents(discord).filter(({ status }) => status === 1 || status === 2);
  const theirs = discord.scheduledEvents().filter(({ creator_id }) => creator_id !== discord.botUserId);
  const places = live.map(placeOf);
  const wanted = (await listAll(store, guildId))
    .filter(({ status, place }) => status !== 'cancelled' && place !== deeds.deleted && place !== deeds.made)
    .map(({ place = '' }) => place)
    .slice(0, eventsKept - theirs.length);
  const renamed = live.find(({ id }) => id === deeds.renamed);
  const disrespected = [
    ...(deeds.deleted !== undefined && places.includes(deeds.deleted) ? [`made again: ${deeds.deleted}`] : []),
    ...(renamed && renamed.name !== personsName ? [`renamed: ${deeds.renamed}`] : []),
    ...(places.includes(deeds.made) ? [`doubled a person's: ${deeds.made}`] : []),
    ...(theirs.some(({ status, entity_metadata }) => status !== 1 || entity_metadata?.location !== 'The usual place')
      ? ["touched a person's"]
      : []),
  ];
  return {
    shown: live.length,
    expected: wanted.length,
    doubled: places.filter((place, at) => places.indexOf(place) !== at),
    missing: wanted.filter((place) => !places.includes(place)),
    strays: places.filter((place) => !wanted.includes(place)),
    disrespected,
    requests: discord.requests.filter(({ path }) => eventRoute.test(path)).length,
    violations: discord.violations.length,
  };
}

function listAll(store: Store, guildId: GuildId): Promise<Conference[]> {
  return store.conferences.listUpcoming(guildId, Date.now(), Date.now() + 5 * 365 * 86_400_000);
}

function ownEvents(discord: LocalDiscord): APIGuildScheduledEvent[] {
  return discord.scheduledEvents().filter(({ creator_id }) => creator_id === discord.botUserId);
}

function placeOf({ entity_metadata }: APIGuildScheduledEvent): string {
  return entity_metadata?.location ?? '';
}
