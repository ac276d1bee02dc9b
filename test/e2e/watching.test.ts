import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askBot } from '../support/askBot.ts';
import { startWorld, type World } from '../support/startWorld.ts';
import { waitFor } from '../support/waitFor.ts';

/** A port that nobody listens on; with `taken`, one that somebody does. */
async function choosePort(taken = false): Promise<{ port: number; free(): void }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  if (!taken) await new Promise((resolve) => server.close(resolve));
  return { port, free: () => server.close() };
}

describe('those who run the bot', () => {
  let world: World;
  let port: number;
  const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
  const ask = (command: string, given: Parameters<typeof askBot>[2]) => askBot(world.discord, command, given);
  const follow = async (url: string) => {
    await ask('setup', { articles: { channel: 'news' } });
    await ask('sources add', { url });
  };
  const figures = async () => (await get('/metrics')).text();

  beforeEach(async () => {
    ({ port } = await choosePort());
    world = await startWorld({ http: { host: '127.0.0.1', port } });
  });
  afterEach(() => world.close());

  it('see that it is ready and what it has done, without an id, address or name among the labels, until it stops', async () => {
    const { site } = world;
    const bot = await world.startBot();
    expect(await (await get('/readyz')).json()).toEqual({ isReady: true, failing: {} });
    await follow(site.feedUrl);
    await ask('sources add', { url: 'http://10.0.0.1/feed' });
    site.publishNext();
    await waitFor('the article', async () => (await figures()).includes('bot_post_latency_seconds_count 1'));

    const lines = (await figures()).split('\n');
    const figure = (series: string) =>
      Number(
        lines
          .find((line) => line.startsWith(`${series} `))
          ?.split(' ')
          .at(-1),
      );
    expect(figure('bot_feed_polls_total{outcome="200"}')).toBeGreaterThan(0);
    expect(figure('bot_ssrf_refused_total{reason="addressPrivate"}')).toBeGreaterThan(0);
    expect(figure('bot_discord_requests_total{route="POST /channels/:id/messages",status="200"}')).toBeGreaterThan(0);
    expect(figure('bot_posts_total{kind="message",outcome="done"}')).toBe(1);
    expect(figure('bot_post_latency_seconds_count')).toBe(1);
    expect(figure('bot_db_commit_seconds_count')).toBeGreaterThan(5);
    expect(figure('bot_interaction_ack_seconds_count')).toBe(3);
    expect(figure('bot_gateway_events_total{event="ready"}')).toBe(1);
    expect(figure('bot_gateway_up')).toBe(1);
    expect(figure('bot_feeds{state="fine"}')).toBe(1);
    expect(figure('bot_db_wal_bytes')).toBeGreaterThan(4096);
    expect(figure('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);

    const labels = lines.flatMap((line) => [...line.matchAll(/="([^"]*)"/g)].map(([, value = '']) => value));
    expect(labels).toContain('POST /interactions/:id/:token/callback');
    expect(labels.filter((label) => /\d{6}|:\/\/|127\.0|news|local-|other/.test(label))).toEqual([]);

    await bot.stop();
    await expect(get('/healthz')).rejects.toThrow();
  });

  it('see it alive but not ready while Discord cannot be reached, and ready again by itself', async () => {
    const mend = world.discord.fault({ mode: 'refuse', route: /^\/gateway\/bot$/ });
    const starting = world.startBot();
    const unready = await waitFor('an answer', () => get('/readyz').catch(() => undefined));
    expect(unready.status).toBe(503);
    expect(await unready.json()).toEqual({ isReady: false, failing: { discord: expect.stringContaining('trying') } });
    expect((await get('/healthz')).status).toBe(200);
    expect(await figures()).toContain('bot_gateway_up 0');
    mend();
    await starting;
    expect((await get('/readyz')).status).toBe(200);
  });

  it('see it not ready once Discord no longer takes its token', async () => {
    const { discord, site } = world;
    await world.startBot();
    await follow(site.feedUrl);
    discord.fault({ mode: 'refuse', status: 401, method: 'POST', route: /^\/channels\/\d+\/messages$/ });
    site.publishNext();
    const unready = await waitFor('readiness to end', async () => {
      const answer = await get('/readyz');
      return answer.status === 503 ? answer : undefined;
    });
    expect(await unready.json()).toMatchObject({ failing: { discord: expect.stringContaining('token') } });
    expect(await figures()).toContain('bot_discord_invalid_requests_total{status="401",scope="none"} 1');
  });

  it('keep a bot that posts when its port is taken', async () => {
    const { discord, site } = world;
    const taken = await choosePort(true);
    await world.startBot({ http: { host: '127.0.0.1', port: taken.port } });
    await follow(site.feedUrl);
    site.publishNext();
    await waitFor('the article', () => discord.messages(discord.channel('news').id).length === 1);
    taken.free();
  });
});
