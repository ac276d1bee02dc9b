// Faults in which an answer and what it is about come apart, and the many faces of a rate limit.

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FaultRule } from '../../sandbox/discord/faults.ts';
import { type LocalDiscord, startLocalDiscord } from '../../sandbox/discord/localDiscord.ts';
import { sendAsBot } from '../unit/sandbox/sendAsBot.ts';

let discord: LocalDiscord;

beforeEach(async () => {
  discord = await startLocalDiscord({ rateScale: 0 });
});
afterEach(() => discord.close());

const news = () => discord.channel('news').id;
const posted = () => discord.messages(news()).length;
const createMessage = { method: 'POST', route: /\/messages$/ } as const;
const post = (nonce?: string) =>
  sendAsBot(discord, 'POST', `/channels/${news()}/messages`, {
    content: 'A text',
    allowed_mentions: { parse: [] },
    ...(nonce ? { nonce, enforce_nonce: true } : {}),
  });

/** The raw answer to one message, whatever it is made of. */
async function rawAnswer(rule: FaultRule): Promise<{ response: Response; text: string }> {
  const remove = discord.fault({ ...rule, ...createMessage });
  const response = await fetch(`${discord.apiUrl}/v10/channels/${news()}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ content: 'A text', allowed_mentions: { parse: [] } }),
  });
  remove();
  return { response, text: await response.text() };
}

test('a request whose connection was cut can land later, and meets the nonce of the one tried again', async () => {
  discord.fault({ ...createMessage, mode: 'commitLate', delayMs: 500, times: 1 });
  await expect(post('n1')).rejects.toThrow();
  expect(posted()).toBe(0);
  await expect.poll(posted, { timeout: 5000 }).toBe(1);
  expect((await post('n1')).body.id).toBe(discord.messages(news())[0]?.id);
  expect(posted()).toBe(1);
});

test('a request answered 504 can land later', async () => {
  discord.fault({ ...createMessage, mode: 'commitLate', status: 504, delayMs: 30, times: 1 });
  expect((await post()).status).toBe(504);
  expect(discord.requests.at(-1)?.status).toBe(504);
  await expect.poll(posted, { timeout: 5000 }).toBe(1);
});

test('a message can be there long before its answer', async () => {
  discord.fault({ ...createMessage, mode: 'delayAnswer', delayMs: 50, times: 1 });
  expect((await post()).status).toBe(200);
  discord.fault({ ...createMessage, mode: 'delayAnswer', delayMs: 60_000, times: 1 });
  const waiting = post().catch((error: unknown) => error);
  await expect.poll(posted, { timeout: 5000 }).toBe(2);
  expect(discord.requests.at(-1)?.status).toBe(0);
  await discord.close();
  expect(await waiting).toBeInstanceOf(Error);
});

test('an answer can break off in the middle although the message is there', async () => {
  discord.fault({ ...createMessage, mode: 'halfJson', times: 1 });
  await expect(post()).rejects.toThrow();
  expect(posted()).toBe(1);
  expect(discord.requests.at(-1)?.status).toBe(200);
});

test('the network before Discord refuses with a page instead of JSON', async () => {
  for (const status of [403, 429]) {
    const { response, text } = await rawAnswer({ mode: 'html', status });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(text).toMatch(/^<!DOCTYPE html>/);
  }
  expect(posted()).toBe(0);
});

test('a rate limit is the bot’s own, everybody’s, for everything, or says nothing at all', async () => {
  const about = async (rule: FaultRule) => {
    const { response, text } = await rawAnswer(rule);
    const header = (name: string) => response.headers.get(name);
    return [response.status, header('x-ratelimit-scope'), header('x-ratelimit-global'), header('retry-after'), text];
  };
  const body = (global: boolean) => JSON.stringify({ message: 'You are being rate limited.', retry_after: 1, global });
  expect(await about({ mode: 'rateLimit' })).toEqual([429, 'user', null, '1', body(false)]);
  expect(await about({ mode: 'rateLimit', scope: 'shared' })).toEqual([429, 'shared', null, '1', body(false)]);
  expect(await about({ mode: 'rateLimit', scope: 'global' })).toEqual([429, 'global', 'true', '1', body(true)]);
  expect(await about({ mode: 'bareRateLimit' })).toEqual([429, null, null, null, '']);
});

test('a rule strikes by chance as often as its random says, and passes the others on to the next rule', async () => {
  const draws = [0.9, 0.05, 0.07, 0.01];
  const random = () => draws.shift() ?? 1;
  discord.fault({ ...createMessage, mode: 'refuse', status: 503, chance: 0.07, random, times: 2 });
  discord.fault({ ...createMessage, mode: 'refuse', status: 500 });
  const statuses: number[] = [];
  for (let tries = 0; tries < 5; tries += 1) statuses.push((await post()).status);
  expect(statuses).toEqual([500, 503, 500, 503, 500]);
});

test('the record says when each request arrived and what it was answered', async () => {
  const before = Date.now();
  discord.fault({ ...createMessage, mode: 'delay', delayMs: 40, times: 1 });
  await post();
  const [first] = discord.requests;
  expect(first?.startedAt).toBeGreaterThanOrEqual(before);
  expect(Date.now() - Number(first?.startedAt)).toBeGreaterThanOrEqual(35);
  expect(first?.status).toBe(200);
});
