// The fault panel of the sandbox's page, from the server's side: what is started, what it strikes, and what is told of the recovery.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../sandbox/discord/localDiscord.ts';
import type { ViewedTrouble } from '../../sandbox/discord/troubles.ts';
import { sendAsBot } from '../unit/sandbox/sendAsBot.ts';

let discord: LocalDiscord;

beforeEach(async () => {
  discord = await startLocalDiscord({ rateScale: 0 });
});
afterEach(() => discord.close());

const ask = (path: string, body?: object) =>
  fetch(`${discord.url}/sandbox/${path}`, body ? { method: 'POST', body: JSON.stringify(body) } : {});
const trouble = async () => ((await (await ask('state')).json()) as { trouble: ViewedTrouble }).trouble;
const kinds = async () => (await trouble()).log.map(({ kind, what }) => `${kind} ${what}`);
const messages = () => `/channels/${discord.channel('news').id}/messages`;
const post = () => sendAsBot(discord, 'POST', messages(), { content: 'A text', allowed_mentions: { parse: [] } });

test('a broken Discord strikes a post each time it is asked to, and the one that works is the recovery', async () => {
  await ask('trouble', { name: 'serverError' });
  await ask('trouble', { name: 'serverError' });
  expect((await trouble()).waiting.serverError).toBe(2);
  expect((await post()).status).toBe(503);
  expect((await post()).status).toBe(503);
  expect((await post()).status).toBe(200);
  expect((await post()).status).toBe(200);
  expect(await kinds()).toEqual(['serverError struck', 'serverError struck', 'serverError recovered']);
  expect((await trouble()).waiting.serverError).toBe(0);
});

test('after a lost answer the post is there, and reading the channel finds it', async () => {
  await ask('trouble', { name: 'lostAnswer' });
  await expect(post()).rejects.toThrow();
  expect(discord.messages(discord.channel('news').id)).toHaveLength(1);
  await sendAsBot(discord, 'GET', `${messages()}?limit=50`);
  expect(await kinds()).toEqual(['lostAnswer struck', 'lostAnswer looked']);
});

test('only posts are struck, and trouble can be taken away again', async () => {
  await ask('trouble', { name: 'rateLimit' });
  expect((await sendAsBot(discord, 'GET', messages())).status).toBe(200);
  await ask('calm', {});
  expect((await post()).status).toBe(200);
  expect(await trouble()).toEqual({ waiting: { rateLimit: 0, serverError: 0, lostAnswer: 0 }, log: [] });
});

test('a trouble that nobody knows is refused in words', async () => {
  const answer = await ask('trouble', { name: 'earthquake' });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain('earthquake');
});
