// Threads that are locked, archived or too many, and the lists in which a bot finds them again.

import { PermissionFlagsBits as Allow } from 'discord-api-types/v10';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../sandbox/discord/localDiscord.ts';
import { type Json, sendAsBot } from '../unit/sandbox/sendAsBot.ts';

let discord: LocalDiscord;

beforeEach(async () => {
  discord = await startLocalDiscord({ rateScale: 0 });
});
afterEach(async () => {
  expect(discord.violations).toEqual([]);
  await discord.close();
});

const send = (method: string, path: string, body?: unknown) => sendAsBot(discord, method, path, body);
const text = { content: 'A text', allowed_mentions: { parse: [] } };
const say = (channelId: string) => send('POST', `/channels/${channelId}/messages`, text);
const refused = (status: number, code: number) => ({ status, body: { code } });

function loseManageThreads(): void {
  discord.setRolePermissions('bot', discord.role('bot').permissions & ~Allow.ManageThreads);
}

/** A thread of the bot on its own message. */
async function openThread(channel = 'news'): Promise<string> {
  const place = discord.channel(channel).id;
  const { body } = await say(place);
  const made = await send('POST', `/channels/${place}/messages/${body.id}/threads`, { name: 'Discussion' });
  if (made.status !== 201) throw new Error(`${made.status} ${made.body.code}`);
  return String(made.body.id);
}

test('a locked thread takes messages and edits only from who manages threads', async () => {
  const thread = await openThread();
  const { body } = await say(thread);
  discord.patchThread(thread, { locked: true });
  expect((await say(thread)).status).toBe(200);
  loseManageThreads();
  expect(await say(thread)).toMatchObject(refused(403, 160005));
  expect(await send('PATCH', `/channels/${thread}/messages/${body.id}`, text)).toMatchObject(refused(403, 160005));
  discord.patchThread(thread, { archived: true });
  expect(await say(thread)).toMatchObject(refused(400, 50083));
});

test('a message opens an archived thread, an edit or a removal does not and is refused', async () => {
  const thread = await openThread();
  const { body } = await say(thread);
  discord.patchThread(thread, { archived: true });
  const edit = () => send('PATCH', `/channels/${thread}/messages/${body.id}`, text);
  const remove = () => send('DELETE', `/channels/${thread}/messages/${body.id}`);
  for (const change of [edit, remove]) expect(await change()).toMatchObject(refused(400, 50083));
  expect((await say(thread)).status).toBe(200);
  expect((await edit()).status).toBe(200);
  expect((await remove()).status).toBe(204);
});

test('an archived thread changes only together with being opened', async () => {
  const thread = await openThread();
  const patch = (body: Json) => send('PATCH', `/channels/${thread}`, body);
  discord.patchThread(thread, { archived: true });
  expect(await patch({ name: 'New name' })).toMatchObject(refused(400, 50083));
  expect(await patch({ locked: true })).toMatchObject(refused(400, 50083));
  expect(await patch({ archived: false, name: 'New name' })).toMatchObject({ status: 200, body: { name: 'New name' } });
  loseManageThreads();
  expect(await patch({ locked: true })).toMatchObject(refused(403, 50013));
  discord.patchThread(thread, { archived: true, locked: true });
  expect(await patch({ archived: false })).toMatchObject(refused(403, 50013));
});

test('a full guild takes no more open threads, however they would be opened', async () => {
  const thread = await openThread();
  discord.patchThread(thread, { archived: true });
  discord.setActiveThreadLimit(1);
  await openThread();
  await expect(openThread()).rejects.toThrow('160006');
  await expect(openThread('announcements')).rejects.toThrow('160007');
  expect(await say(thread)).toMatchObject(refused(400, 160006));
  expect(await send('PATCH', `/channels/${thread}`, { archived: false })).toMatchObject(refused(400, 160006));
  const forum = discord.channel('forum').id;
  const post = await send('POST', `/channels/${forum}/threads`, { name: 'a', message: text });
  expect(post).toMatchObject(refused(400, 160006));
  expect(discord.threads(forum)).toEqual([]);
});

test('lists of threads run from the newest and say whether there are more', async () => {
  const news = discord.channel('news').id;
  const threads = [await openThread(), await openThread(), await openThread()];
  const ids = (body: Json) => (body.threads as Json[]).map((one) => one.id);
  const active = await send('GET', `/guilds/${discord.guildId}/threads/active`);
  expect(ids(active.body)).toEqual(threads.toReversed());
  for (const thread of [threads[1], threads[2], threads[0]]) {
    const archivedBefore = Date.now();
    await expect.poll(() => Date.now()).toBeGreaterThan(archivedBefore);
    discord.patchThread(String(thread), { archived: true });
  }
  const list = (query: string) => send('GET', `/channels/${news}/threads/archived/public?${query}`);
  const first = await list('limit=2');
  expect(ids(first.body)).toEqual([threads[0], threads[2]]);
  expect(first.body.has_more).toBe(true);
  const { archivedAt } = discord.channel(String(threads[2])).thread ?? {};
  const rest = await list(`before=${archivedAt}`);
  expect(ids(rest.body)).toEqual([threads[1]]);
  expect(rest.body.has_more).toBe(false);
});

test('ten messages an hour are published in a channel, and the next is told to wait', async () => {
  await discord.close();
  discord = await startLocalDiscord({ rateScale: 1 });
  const place = discord.channel('announcements').id;
  const publish = (id: unknown, channel = place) => send('POST', `/channels/${channel}/messages/${id}/crosspost`);
  const made = discord.say({ channel: 'announcements', content: 'by a person' });
  expect(await publish(made.id)).toMatchObject(refused(403, 50013));
  const inNews = await say(discord.channel('news').id);
  expect(await publish(inNews.body.id, discord.channel('news').id)).toMatchObject(refused(400, 50024));
  const own = await say(place);
  expect(await publish(own.body.id)).toMatchObject({ status: 200, body: { flags: 2 } });
  for (let tries = 0; tries < 7; tries += 1) expect(await publish(own.body.id)).toMatchObject(refused(400, 40033));
  discord.setPermissions(place, { role: 'bot', deny: Allow.SendMessages });
  expect(await publish(own.body.id)).toMatchObject(refused(403, 50013));
  const limited = await publish(own.body.id);
  expect(limited).toMatchObject({ status: 429, body: { global: false } });
  expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(3000);
});
