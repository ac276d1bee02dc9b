// The local Discord as a server that can refuse, forget, limit and fail like the real one.

import { PermissionFlagsBits as Allow } from 'discord-api-types/v10';
import { afterEach, beforeEach, expect, test } from 'vitest';
import WebSocket from 'ws';
import { type LocalDiscord, startLocalDiscord, type ViewedState } from '../../sandbox/discord/localDiscord.ts';
import { type Json, sendAsBot } from '../unit/sandbox/sendAsBot.ts';

let discord: LocalDiscord;

beforeEach(async () => {
  discord = await startLocalDiscord({ rateScale: 0.1 });
});
afterEach(() => discord.close());

const send = (method: string, path: string, body?: unknown) => sendAsBot(discord, method, path, body);
const allowed_mentions = { parse: [] };
const news = () => discord.channel('news').id;
const path = (channel = 'news') => `/channels/${discord.channel(channel).id}/messages`;
const post = (content: string, more: Json = {}) => send('POST', path(), { content, allowed_mentions, ...more });
const once = (content: string, nonce = 'n1') => post(content, { nonce, enforce_nonce: true });

test('the same nonce within the window gives the same message, and another one after it', async () => {
  const first = await once('a');
  expect((await once('a')).body.id).toBe(first.body.id);
  expect(first.body.nonce).toBe('n1');
  discord.setNonceWindow(-1);
  expect((await once('a')).body.id).not.toBe(first.body.id);
  expect(discord.messages(news())).toHaveLength(2);
  expect(discord.messages(news())[0]).not.toHaveProperty('nonce');
});

test('a nonce whose message a person has removed answers 10008', async () => {
  const { body } = await once('a');
  discord.deleteMessage(news(), String(body.id));
  expect(await once('a')).toMatchObject({ status: 404, body: { code: 10008 } });
});

test('a nonce without enforce_nonce makes a second message', async () => {
  await post('a', { nonce: 'n' });
  await post('a', { nonce: 'n' });
  expect(discord.messages(news())).toHaveLength(2);
});

test('what the bot may not see or do is refused with the code that says which', async () => {
  discord.setPermissions(news(), { role: 'bot', deny: Allow.SendMessages });
  expect(await post('a')).toMatchObject({ status: 403, body: { code: 50013 } });
  discord.setPermissions(news(), { role: 'bot', deny: Allow.ViewChannel });
  expect(await post('a')).toMatchObject({ status: 403, body: { code: 50001 } });
  discord.setPermissions(news(), { role: 'bot', deny: Allow.EmbedLinks });
  expect((await post('a')).status).toBe(200);
  expect(await post('a', { embeds: [{ title: 'b' }] })).toMatchObject({ status: 403, body: { code: 50013 } });
  expect(await send('GET', '/channels/1')).toMatchObject({ status: 404, body: { code: 10003 } });
  expect(await send('GET', `${path()}/1`)).toMatchObject({ status: 404, body: { code: 10008 } });
});

test('threads inherit the permissions of their channel', async () => {
  const { body } = await post('a');
  const thread = `${path()}/${body.id}/threads`;
  discord.setPermissions(news(), { role: 'bot', deny: Allow.CreatePublicThreads });
  expect(await send('POST', thread, { name: 'a' })).toMatchObject({ status: 403, body: { code: 50013 } });
  discord.setPermissions(news(), { role: 'bot', deny: Allow.SendMessagesInThreads });
  expect((await send('POST', thread, { name: 'a' })).status).toBe(201);
  const inThread = await send('POST', `/channels/${body.id}/messages`, { content: 'a', allowed_mentions });
  expect(inThread).toMatchObject({ status: 403, body: { code: 50013 } });
});

test('the moderators’ channel is open to the bot and closed to members', () => {
  const sees = (name: string) => discord.channel(name);
  expect(sees('moderators').overwrites).toHaveLength(3);
  expect(discord.role('bot').permissions & Allow.ManageThreads).toBeTruthy();
  expect(discord.role('bot').permissions & Allow.ManageMessages).toBe(0n);
});

test('without Read Message History the list is empty, not refused', async () => {
  await post('a');
  discord.setPermissions(news(), { role: 'bot', deny: Allow.ReadMessageHistory });
  expect(await send('GET', path())).toMatchObject({ status: 200, body: [] });
});

test('lists run from the newest backwards, in every direction', async () => {
  const fixed = await startLocalDiscord({ rateScale: 0 });
  await discord.close();
  discord = fixed;
  const ids: string[] = [];
  for (const content of ['a', 'b', 'c', 'd', 'e']) ids.push(String((await post(content)).body.id));
  const list = async (query: string) =>
    (await send('GET', `${path()}?${query}`)).body.map((one) => one.content).join('');
  expect(await list('limit=2')).toBe('ed');
  expect(await list(`before=${ids[3]}&limit=2`)).toBe('cb');
  expect(await list(`after=${ids[0]}&limit=2`)).toBe('cb');
  expect(await list(`around=${ids[2]}&limit=3`)).toBe('dcb');
  expect(discord.violations).toEqual([]);
});

test('the sixth message in five seconds gets 429 with the headers of the bucket', async () => {
  await discord.close();
  discord = await startLocalDiscord({ rateScale: 0.2 });
  const answers = await Promise.all(['1', '2', '3', '4', '5', '6'].map((content) => post(content)));
  const refused = answers.find((answer) => answer.status === 429);
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(5);
  expect(refused?.body.retry_after).toBeGreaterThan(0);
  expect(refused?.headers.get('x-ratelimit-scope')).toBe('user');
  expect(refused?.headers.get('x-ratelimit-remaining')).toBe('0');
  expect(refused?.headers.get('retry-after')).toBe('1');
  await expect.poll(async () => (await post('7')).status, { timeout: 5000 }).toBe(200);
});

test('more than fifty requests in its window meet the global limit', async () => {
  await discord.close();
  discord = await startLocalDiscord({ rateScale: 60 });
  const answers = await Promise.all(Array.from({ length: 55 }, (_, n) => send('GET', `/users/${n}`)));
  const refused = answers.filter((answer) => answer.status === 429);
  expect(refused).toHaveLength(5);
  expect(refused[0]?.headers.get('x-ratelimit-global')).toBe('true');
});

test('an answer can be lost after the message was made', async () => {
  discord.fault({ method: 'POST', route: /\/messages$/, mode: 'commitThenReset', times: 1 });
  await expect(post('a')).rejects.toThrow();
  expect(discord.messages(news())).toHaveLength(1);
  expect(discord.requests.at(-1)?.status).toBe(0);
  expect((await post('b')).status).toBe(200);
});

test('an answer can be a failure although the message was made', async () => {
  discord.fault({ method: 'POST', route: /\/messages$/, mode: 'commitThenStatus', status: 503, times: 1 });
  expect((await post('a')).status).toBe(503);
  expect(discord.messages(news())).toHaveLength(1);
});

test('requests can be refused, delayed, limited and left without an answer', async () => {
  const remove = discord.fault({
    mode: 'refuse',
    route: /messages/,
    status: 403,
    code: 50013,
    body: { code: 50013, message: 'x' },
  });
  expect(await post('a')).toMatchObject({ status: 403, body: { code: 50013 } });
  remove();
  discord.fault({ mode: 'rateLimit', times: 1, delayMs: 2500, headers: { 'retry-after': null } });
  const limited = await post('a');
  expect(limited).toMatchObject({ status: 429, body: { retry_after: 2.5 } });
  expect(limited.headers.get('retry-after')).toBeNull();
  discord.fault({ mode: 'delay', times: 1, delayMs: 60 });
  const startedAt = Date.now();
  expect((await post('a')).status).toBe(200);
  expect(Date.now() - startedAt).toBeGreaterThanOrEqual(55);
  discord.fault({ mode: 'hang', times: 1 });
  const hanging = post('b').catch((error: unknown) => error);
  await expect.poll(() => discord.requests.length).toBe(4);
  await discord.close();
  expect(await hanging).toBeInstanceOf(Error);
  expect(discord.messages(news())).toHaveLength(1);
});

type Payload = { op: number; t?: string; d?: Json };

/** A bare connection: sends one payload at HELLO and keeps what comes. */
function connect(opening: unknown): { socket: WebSocket; heard: Payload[]; closed: Promise<number> } {
  const socket = new WebSocket(discord.url.replace('http', 'ws'));
  const heard: Payload[] = [];
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  socket.on('message', (data) => {
    const payload: Payload = JSON.parse(String(data));
    heard.push(payload);
    if (payload.op === 10) socket.send(JSON.stringify(opening));
  });
  return { socket, heard, closed };
}
const identify = (token: string, intents = 1) => ({ op: 2, d: { token, intents } });

test('a wrong token closes the gateway with 4004', async () => {
  expect(await connect(identify('wrong')).closed).toBe(4004);
});

test('a session that was taken away cannot be resumed', async () => {
  const first = connect(identify(discord.token));
  await expect.poll(() => first.heard.map((one) => one.t ?? one.op)).toEqual([10, 'READY', 'GUILD_CREATE']);
  discord.invalidateSessions();
  await expect.poll(() => first.heard.at(-1)).toMatchObject({ op: 9, d: false });
  const { session_id } = first.heard[1]?.d ?? {};
  const second = connect({ op: 6, d: { token: discord.token, session_id, seq: 2 } });
  await expect.poll(() => second.heard.at(-1)).toMatchObject({ op: 9, d: false });
});

test('events go to those who asked for them', async () => {
  const quiet = connect(identify(discord.token));
  const curious = connect(identify(discord.token, 1 | (1 << 9)));
  await expect.poll(() => [quiet, curious].map((one) => one.heard.length)).toEqual([3, 3]);
  await post('a');
  discord.setRolePermissions('bot', Allow.ViewChannel);
  await expect.poll(() => quiet.heard.slice(3).map((one) => one.t)).toEqual(['GUILD_ROLE_UPDATE']);
  await expect.poll(() => curious.heard.slice(3).map((one) => one.t)).toEqual(['MESSAGE_CREATE', 'GUILD_ROLE_UPDATE']);
});

test('the page sees the state, hears of changes, and no other site may ask', async () => {
  const state = async (headers: Record<string, string> = {}) => fetch(`${discord.url}/sandbox/state`, { headers });
  const events = await fetch(`${discord.url}/sandbox/events`);
  const reader = events.body?.getReader();
  await reader?.read();
  await post('a');
  expect(new TextDecoder().decode((await reader?.read())?.value)).toContain('event: change');
  await reader?.cancel();
  const seen = (await (await state()).json()) as ViewedState;
  expect(seen).toMatchObject({ guild: { name: 'Economics Society' }, requestCount: 1, violations: [] });
  const [moderator, member] = seen.users;
  if (!moderator || !member) throw new Error('people are missing');
  expect(moderator).toMatchObject({ name: 'moderator', isModerator: true });
  expect(moderator.canView.length - member.canView.length).toBe(1);
  expect(seen.messages[news()]?.[0]?.content).toBe('a');
  expect((await state({ origin: 'https://example.org' })).status).toBe(403);
  expect((await state({ origin: discord.url })).status).toBe(200);
  const act = await fetch(`${discord.url}/sandbox/slash`, { method: 'POST', body: '{"name":"help"}' });
  expect(await act.json()).toMatchObject({ error: expect.stringContaining('no command "help"') });
});
