// What the gateway may cost, what ends the bot there, and guilds that go: each test with a bot and a local Discord of its own.

import SqliteDatabase from 'better-sqlite3';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, describe, expect, it } from 'vitest';
import type { Timing } from '../../src/domain/timing.ts';
import type { Bot } from '../../src/main.ts';
import { start } from '../../src/main.ts';
import { askBot } from '../support/askBot.ts';
import { followSite } from '../support/followSite.ts';
import { quickTiming } from '../support/quickTiming.ts';
import { startWorld, type World } from '../support/startWorld.ts';
import { waitFor } from '../support/waitFor.ts';

let world: World;
const bots: Bot[] = [];

afterEach(async () => {
  await Promise.all(bots.splice(0).map((bot) => bot.stop()));
  await world.close();
});

/** Resolves once the bot is online, or rejects as its start does. */
async function startBot(timing: Partial<Timing> = {}, signal?: AbortSignal): Promise<Bot> {
  const bot = await start(world.config, { timing: { ...quickTiming, ...timing }, ...(signal ? { signal } : {}) });
  bots.push(bot);
  return bot;
}

const posted = () => world.discord.messages(world.discord.channel('news').id).length;
const asked = () => world.discord.requests.filter(({ route }) => route === '/gateway/bot').length;

describe('the logins that Discord allows', { timeout: 120_000 }, () => {
  it('are not used by a bot that starts again and again, and it posts meanwhile', async () => {
    world = await startWorld();
    const first = await startBot();
    await followSite(world);
    await first.stop();
    const { identifies } = world.discord.gateway;

    const stopping = new AbortController();
    const second = startBot({ loginPausesMs: [600_000, 900_000] }, stopping.signal);
    world.site.publishNext();
    await waitFor('the article', () => posted() === 1);
    expect(world.discord.gateway.identifies).toBe(identifies);
    stopping.abort(new Error('asked to stop'));
    await expect(second).rejects.toThrow('asked to stop');
  });

  it('are left alone when few remain, until Discord grants new ones', async () => {
    world = await startWorld();
    const { gateway } = world.discord;
    gateway.sessionStarts.remaining = 49;
    gateway.sessionStarts.resetAfterMs = 300;
    const bot = startBot();
    await waitFor('the bot to ask several times', () => asked() > 4);
    expect(gateway.identifies).toBe(0);
    gateway.sessionStarts.remaining = 1000;
    await bot;
    expect(gateway.identifies).toBe(1);
  });

  it('are not even asked for when none is left', async () => {
    world = await startWorld();
    const { gateway } = world.discord;
    gateway.sessionStarts.remaining = 0;
    gateway.sessionStarts.resetAfterMs = 300;
    const bot = startBot();
    await waitFor('the bot to ask several times', () => asked() > 2);
    expect(gateway.attemptsAt).toEqual([]);
    gateway.sessionStarts.remaining = 1000;
    await bot;
    expect(gateway.identifies).toBe(1);
  });

  it('are used ever more slowly by a bot that is thrown out after each', async () => {
    world = await startWorld();
    const { gateway } = world.discord;
    gateway.refusal = 4008;
    const bot = startBot({ loginPausesMs: [200, 60_000] });
    await waitFor('six logins', () => gateway.identifies > 5, 40_000);
    const gaps = gateway.attemptsAt.slice(1).map((at, index) => at - (gateway.attemptsAt[index] ?? at));
    expect(gaps[4]).toBeGreaterThan(2 * Math.min(...gaps));
    gateway.refusal = undefined;
    await bot;
  });
});

describe('a gateway that is down', { timeout: 120_000 }, () => {
  it('is tried ever more slowly, without a login', async () => {
    world = await startWorld();
    const { gateway } = world.discord;
    gateway.accepts = false;
    const bot = startBot({ connectPausesMs: [100, 20_000] });
    await waitFor('six attempts', () => gateway.attemptsAt.length > 5, 40_000);
    const gaps = gateway.attemptsAt.slice(1).map((at, index) => at - (gateway.attemptsAt[index] ?? at));
    expect(gaps[4]).toBeGreaterThan(1.5 * Math.min(...gaps));
    expect(gateway.identifies).toBe(0);
    gateway.accepts = true;
    await bot;
  });

  it('leaves the bot as able as ever: it notices that a permission is there again', async () => {
    world = await startWorld();
    const { discord, site } = world;
    discord.fault({ mode: 'refuse', status: 500, route: /^\/gateway\/bot$/, times: 2 });
    await startBot();
    await followSite(world);
    const news = discord.channel('news').id;
    discord.setPermissions(news, { role: 'bot', deny: PermissionFlagsBits.SendMessages });
    site.publishNext();
    await waitFor('a refused post', () => discord.requests.some(({ status }) => status === 403));
    discord.setPermissions(news, { role: 'bot' });
    await waitFor('the article', () => posted() === 1);
  });
});

describe('what waiting does not mend', { timeout: 120_000 }, () => {
  it.each([
    [4004, /^DISCORD_TOKEN is not taken/],
    [4010, /Upgrade society-bot/],
    [4011, /more servers .* Upgrade society-bot/],
    [4012, /Upgrade society-bot/],
    [4013, /intents .* Privileged Gateway Intents/],
    [4014, /intents .* Privileged Gateway Intents/],
  ])('ends the bot when Discord closes with %i, at the start and later', async (code, sentence) => {
    world = await startWorld();
    const bot = await startBot();
    world.discord.dropGateway(code);
    const later = await bot.failed;
    expect(later).toMatchObject({ name: 'BotRefused', message: expect.stringMatching(sentence) });
    await bot.stop();
    bots.splice(0);

    world.discord.gateway.refusal = code;
    await expect(startBot()).rejects.toMatchObject({ name: 'BotRefused', message: expect.stringMatching(sentence) });
  });

  it('is told from a token that stops being taken between two logins', async () => {
    world = await startWorld();
    const bot = await startBot();
    world.discord.fault({ mode: 'refuse', status: 401, route: /^\/gateway\/bot$/ });
    world.discord.invalidateSessions();
    expect(await bot.failed).toMatchObject({ name: 'BotRefused', message: expect.stringMatching(/^DISCORD_TOKEN/) });
  });
});

describe('a guild', { timeout: 120_000 }, () => {
  it('is served on through an outage that hides it', async () => {
    world = await startWorld();
    await startBot();
    await followSite(world);
    world.discord.setGuildAvailable(world.discord.guildId, false);
    world.site.publishNext();
    await waitFor('the article', () => posted() === 1);
    world.discord.setGuildAvailable(world.discord.guildId, true);
    await askBot(world.discord, 'articles latest', {}, { user: 'member' });
    expect(countDepartures()).toBe(0);
  });

  it('that removes the bot is remembered as gone', async () => {
    world = await startWorld();
    await startBot();
    await followSite(world);
    world.discord.removeGuild(world.discord.guildId);
    await waitFor('the departure', () => countDepartures() === 1);
  });

  it('that removed the bot while it was away is noticed at the next login', async () => {
    world = await startWorld();
    const first = await startBot();
    await followSite(world);
    await first.stop();
    world.discord.removeGuild(world.discord.guildId);
    await startBot();
    await waitFor('the departure', () => countDepartures() === 1);
  });
});

function countDepartures(): number {
  const database = new SqliteDatabase(world.config.databaseUrl.replace('file:', ''), { readonly: true });
  const count = database.prepare('SELECT count(*) FROM guild_departures').pluck().get();
  database.close();
  return Number(count);
}
