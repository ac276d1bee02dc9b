// Discord's own events beside the record, with the real discord.js, SQLite and the local Discord.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PermissionFlagsBits as Allow, type APIGuildScheduledEvent } from 'discord-api-types/v10';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultGuild } from '../../sandbox/discord/defaultGuild.ts';
import { type LocalDiscord, startLocalDiscord } from '../../sandbox/discord/localDiscord.ts';
import type { ChannelId, GuildId } from '../../src/domain/ids.ts';
import { defaultSettings } from '../../src/domain/settings.ts';
import { buildBot } from '../support/buildBot.ts';
import { isWell, runEventWorld } from '../support/events/eventWorld.ts';
import { facts, factsOf, put } from '../support/events/programme.ts';
import { type EventBot, startEventBot } from '../support/events/startEventBot.ts';
import { quickTiming } from '../support/quickTiming.ts';
import { saveSettings } from '../unit/store/testStore.ts';
import { textOf } from '../unit/views/readView.ts';

let folder: string;
let discord: LocalDiscord;
let bot: EventBot;
let aheadMs = 0;
const hourMs = 3_600_000;

beforeEach(async () => {
  aheadMs = 0;
  folder = mkdtempSync(join(tmpdir(), 'society-bot-events-'));
  discord = await startLocalDiscord({ rateScale: 0 });
  bot = await startBot();
});
afterEach(async () => {
  await bot.stop();
  expect(discord.violations).toEqual([]);
  await discord.close();
  rmSync(folder, { recursive: true, force: true });
});

function startBot() {
  return startEventBot(
    {
      discordToken: discord.token,
      discordApiUrl: discord.apiUrl,
      databaseUrl: `file:${join(folder, 'bot.sqlite')}`,
      pollIntervalMs: 1_000,
      fetchAllowHosts: [],
      logLevel: 'silent',
    },
    quickTiming,
    () => aheadMs,
  );
}

const guildId = () => discord.guildId as GuildId;
const say = (...[number, inDays, change]: Parameters<typeof facts>) =>
  put(bot.store, guildId(), facts(number, inDays, change));
const again = (conference: Awaited<ReturnType<typeof say>>, change: Parameters<typeof facts>[2]) =>
  put(bot.store, guildId(), { ...factsOf(conference), ...change }, conference.id);
const names = (status = 1) =>
  discord.scheduledEvents().flatMap((event) => (event.status === status ? [event.name] : []));
const only = (): APIGuildScheduledEvent => {
  const [event, ...others] = discord.scheduledEvents();
  if (!event || others.length > 0) throw new Error(`${others.length + (event ? 1 : 0)} events instead of one`);
  return event;
};
const eventRequests = () => discord.requests.filter(({ path }) => path.includes('/scheduled-events'));
/** The bot looks at everything once an hour. */
const anHourLater = () => {
  aheadMs += hourMs;
  return bot.work();
};

test('a conference gets one event, which follows it and is made once', async () => {
  const conference = await say(1, 10);
  await bot.work();
  expect(only()).toMatchObject({ name: 'Workshop 1 on public debt', entity_metadata: { location: 'Hall 1' } });
  await again(conference, { title: 'Workshop on debt', place: 'Great hall' });
  await bot.work();
  await anHourLater();
  expect(only()).toMatchObject({ name: 'Workshop on debt', entity_metadata: { location: 'Great hall' } });
});

test('Discord is asked nothing while nothing has changed', async () => {
  await say(1, 10);
  await bot.work();
  const { length } = eventRequests();
  for (let times = 0; times < 5; times += 1) await bot.work();
  expect(eventRequests()).toHaveLength(length);
});

test('what a person changed stays theirs, and the rest goes on following', async () => {
  const conference = await say(1, 10);
  await bot.work();
  discord.changeEvent(only().id, { name: 'The spring workshop' });
  await again(conference, { title: 'Workshop on debt', place: 'Great hall' });
  await bot.work();
  await anHourLater();
  expect(only()).toMatchObject({ name: 'The spring workshop', entity_metadata: { location: 'Great hall' } });
});

test.each([
  ['deleted', (id: string) => discord.deleteEvent(id), 0],
  ['cancelled', (id: string) => void discord.changeEvent(id, { status: 4 }), 1],
])('an event that a person %s is not made again', async (_, act, left) => {
  const conference = await say(1, 10);
  await bot.work();
  act(only().id);
  await anHourLater();
  await again(conference, { title: 'Workshop on debt' });
  await bot.work();
  await anHourLater();
  expect(discord.scheduledEvents()).toHaveLength(left);
  expect(names()).toEqual([]);
});

test('a cancelled conference cancels its event, and gets a new one when it takes place after all', async () => {
  const conference = await say(1, 10);
  await bot.work();
  const cancelled = await again(conference, { status: 'cancelled' });
  await bot.work();
  expect(only().status).toBe(4);
  await again(cancelled, { status: 'confirmed' });
  await bot.work();
  await anHourLater();
  expect(discord.scheduledEvents().map(({ status }) => status)).toEqual([4, 1]);
});

test('an event that a person made for the conference is adopted and left as it is', async () => {
  const conference = facts(1, 10);
  const startsAt = conference.time?.kind === 'instants' ? conference.time.startsAt : 0;
  discord.addEvent('member', {
    name: 'workshop 1  on public debt',
    scheduled_start_time: new Date(startsAt).toISOString(),
    scheduled_end_time: new Date(startsAt + hourMs).toISOString(),
    entity_metadata: { location: 'My place' },
  });
  const saved = await put(bot.store, guildId(), conference);
  await bot.work();
  await again(saved, { status: 'cancelled' });
  await bot.work();
  expect(only()).toMatchObject({ status: 1, entity_metadata: { location: 'My place' } });
});

test('an event of that name at another hour of the day is another event', async () => {
  const conference = facts(1, 10);
  const startsAt = (conference.time?.kind === 'instants' ? conference.time.startsAt : 0) + 4 * hourMs;
  discord.addEvent('member', {
    name: conference.title,
    scheduled_start_time: new Date(startsAt).toISOString(),
    scheduled_end_time: new Date(startsAt + hourMs).toISOString(),
    entity_metadata: { location: 'My place' },
  });
  await put(bot.store, guildId(), conference);
  await bot.work();
  expect(names()).toHaveLength(2);
});

test('an event whose answer was lost is found again, whatever the conference is called by then', async () => {
  discord.fault({ mode: 'commitThenReset', method: 'POST', route: /scheduled-events$/, times: 1 });
  const conference = await say(1, 10);
  await bot.work();
  await again(conference, { title: 'Workshop on debt' });
  await expect
    .poll(
      async () => {
        await bot.work();
        return names();
      },
      { timeout: 10_000 },
    )
    .toEqual(['Workshop on debt']);
  expect(only().name).toBe('Workshop on debt');
});

test('a conference that is going on begins in a minute, one that is over has no event', async () => {
  const now = Date.now();
  const at = (startsAt: number, endsAt: number) =>
    ({ time: { kind: 'instants', startsAt, endsAt, timeZone: 'UTC' } }) as const;
  await say(1, 0, at(now - hourMs, now + hourMs));
  await say(2, 0, at(now - 2 * hourMs, now - hourMs));
  await bot.work();
  expect(Date.parse(only().scheduled_start_time)).toBeGreaterThan(now);
  await anHourLater();
  expect(names()).toEqual(['Workshop 1 on public debt']);
});

test('moderators are told once which permission is missing, and events are made when it is there', async () => {
  await saveSettings(bot.store, {
    ...defaultSettings(guildId()),
    alertsChannelId: discord.channel('moderators').id as ChannelId,
  });
  discord.setRolePermissions('bot', defaultGuild.botPermissions & ~Allow.CreateEvents);
  await expect.poll(() => discord.isConnected()).toBe(true);
  for (const number of [1, 2, 3]) await say(number, 10 + number);
  const alerts = () => discord.messages(discord.channel('moderators').id);
  await expect
    .poll(async () => {
      await bot.work();
      return alerts().length;
    })
    .toBe(1);
  expect(textOf({ components: alerts()[0]?.components as never })).toContain('**Create Events**');
  await anHourLater();
  expect(alerts()).toHaveLength(1);
  expect(discord.scheduledEvents()).toEqual([]);
  discord.setRolePermissions('bot', defaultGuild.botPermissions);
  await expect
    .poll(async () => {
      await bot.work();
      return names().length;
    })
    .toBe(3);
});

test('where Discord says that there is no place, the farthest event makes room for a nearer conference', async () => {
  discord.setEventLimit(3);
  for (const number of [11, 12, 13]) await say(number, number);
  await bot.work();
  await say(1, 1);
  for (let times = 0; times < 4; times += 1) await bot.work();
  expect(names().sort()).toEqual([1, 11, 12].map((number) => `Workshop ${number} on public debt`));
});

test('fifteen conferences, two kills and bad answers leave no double, no stray and no gap', async () => {
  const built = await buildBot('test/support/events/eventBot.ts');
  try {
    const counted = await runEventWorld({ program: built.program, conferences: 15, kills: 2, faults: 0.07, seed: 5 });
    expect(counted).toSatisfy(isWell);
    expect(counted.shown).toBeGreaterThan(5);
  } finally {
    built.remove();
  }
});
