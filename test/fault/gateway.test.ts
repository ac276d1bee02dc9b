// The real discord.js at a gateway that misbehaves: what it hears of it, what it costs, and that delivery does not depend on it.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalDiscord } from '../../sandbox/discord/localDiscordInterface.ts';
import { askBot, textOf } from '../support/askBot.ts';
import { followSite } from '../support/followSite.ts';
import { startWorld, type World } from '../support/startWorld.ts';
import { waitFor } from '../support/waitFor.ts';

const quickHeartbeatMs = 400;
const slowHeartbeatMs = 41_250;

/** Loses the session with a login that gives the next one other settings. */
async function logInAnew(discord: LocalDiscord): Promise<void> {
  const { identifies } = discord.gateway;
  discord.invalidateSessions();
  await waitFor('another login', () => discord.gateway.identifies > identifies && discord.isConnected());
}

describe('the bot at a gateway that misbehaves', () => {
  let world: World;
  let discord: LocalDiscord;
  let news: string;

  beforeAll(async () => {
    world = await startWorld();
    discord = world.discord;
    news = discord.channel('news').id;
    await world.startBot();
    await followSite(world);
  }, 120_000);
  afterAll(() => world?.close());

  const isAnswered = async () => {
    const answer = await askBot(discord, 'articles latest', {}, { user: 'member' });
    expect(textOf(answer.message)).not.toBe('');
  };

  it('posts an article while the gateway is down, and answers again when it is back', async () => {
    discord.gateway.accepts = false;
    discord.dropGateway();
    await waitFor('an attempt to come back', () => discord.gateway.attemptsAt.length > 1);
    world.site.publishNext();
    await waitFor('the article', () => discord.messages(news).length === 1);
    expect(discord.isConnected()).toBe(false);
    discord.gateway.accepts = true;
    await waitFor('the gateway', () => discord.isConnected());
    await isAnswered();
  });

  it('answers commands while no message can be posted, and posts once when it can', async () => {
    const before = discord.messages(news).length;
    const mend = discord.fault({ mode: 'refuse', method: 'POST', route: /^\/channels\/\d+\/messages$/, status: 503 });
    const refused = () => discord.requests.filter(({ status }) => status === 503).length;
    world.site.publishNext();
    await waitFor('a refused post', () => refused() > 0);
    await isAnswered();
    expect(discord.messages(news)).toHaveLength(before);
    mend();
    await waitFor('the article', () => discord.messages(news).length > before);
    expect(discord.messages(news)).toHaveLength(before + 1);
  });

  const closesWith = (code: number) => ({ what: `closes with ${code}`, misbehave: () => discord.dropGateway(code) });

  it.each([
    { what: 'asks it to reconnect', misbehave: () => discord.requestReconnect() },
    { what: 'calls the session invalid but resumable', misbehave: () => discord.invalidateSessions(true) },
    { what: 'cuts the connection without a word', misbehave: () => discord.dropGateway() },
    ...[4000, 4001, 4002, 4009].map(closesWith),
  ])('resumes without a login when Discord $what', async ({ misbehave }) => {
    await logInAnew(discord);
    const { identifies, resumes } = discord.gateway;
    misbehave();
    await waitFor('a resume', () => discord.gateway.resumes > resumes && discord.isConnected());
    await isAnswered();
    expect(discord.gateway.identifies).toBe(identifies);
  });

  it('notices within two heartbeats that a connection died unseen, and resumes', async () => {
    discord.gateway.heartbeatIntervalMs = quickHeartbeatMs;
    await logInAnew(discord);
    const { identifies, resumes } = discord.gateway;
    discord.gateway.acknowledges = false;
    await waitFor('a resume', () => discord.gateway.resumes > resumes);
    discord.gateway.acknowledges = true;
    discord.gateway.heartbeatIntervalMs = slowHeartbeatMs;
    await waitFor('the gateway', () => discord.isConnected());
    await isAnswered();
    expect(discord.gateway.identifies).toBe(identifies);
  });

  it.each([
    { what: 'calls the session invalid', misbehave: () => discord.invalidateSessions(false) },
    ...[4003, 4005, 4007, 4008].map(closesWith),
  ])('logs in once more when Discord $what', async ({ misbehave }) => {
    const { identifies } = discord.gateway;
    misbehave();
    await waitFor('a login', () => discord.gateway.identifies > identifies && discord.isConnected());
    await isAnswered();
    expect(discord.gateway.identifies).toBe(identifies + 1);
  });

  it.each([
    ['nobody listens', () => 'ws://127.0.0.1:1'],
    ['something else answers', () => world.site.url.replace('http', 'ws')],
  ])('logs in again when the address for resuming is dead because %s', async (_why, address) => {
    discord.gateway.resumeUrl = address();
    await logInAnew(discord);
    discord.gateway.resumeUrl = undefined;
    const { identifies } = discord.gateway;
    discord.dropGateway();
    await waitFor('a login', () => discord.gateway.identifies > identifies && discord.isConnected(), 25_000);
    await isAnswered();
  });

  it('has broken none of Discord’s rules', () => {
    expect(discord.violations).toEqual([]);
  });
});
