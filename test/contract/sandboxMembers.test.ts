// Roles of members, direct messages that a person may close, and what happens to a message the bot takes back.

import { type Client, Events, GatewayIntentBits } from 'discord.js';
import { PermissionFlagsBits as Allow } from 'discord-api-types/v10';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultGuild } from '../../sandbox/discord/defaultGuild.ts';
import { type LocalDiscord, startLocalDiscord } from '../../sandbox/discord/localDiscord.ts';
import { allComponents } from '../../sandbox/discord/payloads/componentPayload.ts';
import { card, connectBot } from '../unit/sandbox/connectBot.ts';
import { type Json, sendAsBot } from '../unit/sandbox/sendAsBot.ts';

let discord: LocalDiscord;
let client: Client<true> | undefined;

beforeEach(async () => {
  const roles = [...defaultGuild.roles, { name: 'Board', permissions: 0n, aboveBot: true }];
  discord = await startLocalDiscord({ rateScale: 0, guild: { ...defaultGuild, roles } });
});
afterEach(async () => {
  await client?.destroy();
  client = undefined;
  await discord.close();
});

const send = (method: string, path: string, body?: unknown) => sendAsBot(discord, method, path, body);
const refused = (status: number, code: number) => ({ status, body: { code } });
const member = () => discord.user('member').id;
const rolePath = (role: string, user = member()) =>
  `/guilds/${discord.guildId}/members/${user}/roles/${discord.role(role).id}`;
const rolesOf = (user: string) => discord.guild(discord.guildId).members.get(user)?.roles;

test('the bot gives and takes roles below its own, and no others', async () => {
  expect(await send('PUT', rolePath('Readers'))).toMatchObject(refused(403, 50013));
  discord.setRolePermissions('bot', discord.role('bot').permissions | Allow.ManageRoles);
  expect((await send('PUT', rolePath('Readers'))).status).toBe(204);
  expect((await send('PUT', rolePath('Readers'))).status).toBe(204);
  expect(rolesOf(member())).toEqual([discord.role('Readers').id]);
  expect((await send('DELETE', rolePath('Readers'))).status).toBe(204);
  expect(rolesOf(member())).toEqual([]);
  for (const role of ['Board', 'bot', 'everyone'])
    expect(await send('PUT', rolePath(role))).toMatchObject(refused(403, 50013));
  expect(await send('PUT', rolePath('Readers', '1'))).toMatchObject(refused(404, 10007));
  expect(await send('PUT', `/guilds/${discord.guildId}/members/${member()}/roles/1`)).toMatchObject(
    refused(404, 10011),
  );
});

test('a role lost takes its permissions along, and the bot hears of its own without asking for members', async () => {
  client = await connectBot(discord);
  const heard: string[] = [];
  client.on(Events.GuildMemberUpdate, (_before, after) =>
    heard.push(`${after.user.username} ${after.roles.cache.size}`),
  );
  discord.giveRole('member', 'Readers');
  discord.takeRole('society-bot', 'bot');
  await expect.poll(() => heard).toEqual(['society-bot 1']);
  const event = await send('POST', `/guilds/${discord.guildId}/scheduled-events`, {
    name: 'Annual meeting',
    privacy_level: 2,
    entity_type: 3,
    scheduled_start_time: new Date(Date.now() + 86_400_000).toISOString(),
    scheduled_end_time: new Date(Date.now() + 90_000_000).toISOString(),
    entity_metadata: { location: 'Rome' },
  });
  expect(event).toMatchObject(refused(403, 50013));
});

async function openDirect(): Promise<string> {
  const { body } = await send('POST', '/users/@me/channels', { recipient_id: member() });
  return `/channels/${body.id}/messages`;
}

test('a direct message is found again by its marker', async () => {
  const direct = await openDirect();
  const { components, flags } = card('v1:reminders:cancel:7');
  const body = { components: components.map((one) => one.toJSON()), flags, allowed_mentions: { parse: [] } };
  const first = await send('POST', direct, { ...body, nonce: 'n1', enforce_nonce: true });
  expect((await send('POST', direct, { ...body, nonce: 'n1', enforce_nonce: true })).body.id).toBe(first.body.id);
  const later = discord.say({ channel: 'dm-member', content: 'thank you' });
  const list = await send('GET', `${direct}?after=${BigInt(String(first.body.id)) - 1n}&limit=100`);
  expect(list.body.map((message) => message.id)).toEqual([later.id, first.body.id]);
  const found = allComponents(list.body[1]?.components as Json[]).map((one) => one.custom_id);
  expect(found).toContain('v1:reminders:cancel:7');
  expect(await send('PATCH', `${direct}/${first.body.id}`, body)).toMatchObject({ status: 200 });
  expect(discord.violations).toEqual([]);
});

test('a person may close direct messages and open them again', async () => {
  const direct = await openDirect();
  const text = { content: 'A reminder', allowed_mentions: { parse: [] } };
  discord.closeDirectMessages('member');
  expect(await send('POST', direct, text)).toMatchObject(refused(403, 50007));
  discord.openDirectMessages('member');
  expect((await send('POST', direct, text)).status).toBe(200);
  discord.removeGuild(discord.guildId);
  expect(await send('POST', direct, text)).toMatchObject(refused(403, 50278));
  expect(discord.messages(discord.channel('dm-member').id)).toHaveLength(1);
});

test('the bot takes its own message back, not another’s, and the discussion stays', async () => {
  const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages];
  client = await connectBot(discord, intents);
  const heard: string[] = [];
  client.on(Events.MessageDelete, (message) => heard.push(message.id));
  const news = `/channels/${discord.channel('news').id}/messages`;
  const { body } = await send('POST', news, { content: 'A card', allowed_mentions: { parse: [] } });
  await send('POST', `${news}/${body.id}/threads`, { name: 'Discussion' });
  const others = discord.say({ channel: 'news', content: 'by a person' });
  expect(await send('DELETE', `${news}/${others.id}`)).toMatchObject(refused(403, 50013));
  expect((await send('DELETE', `${news}/${body.id}`)).status).toBe(204);
  expect(await send('DELETE', `${news}/${body.id}`)).toMatchObject(refused(404, 10008));
  expect(discord.messages(discord.channel('news').id).map((message) => message.id)).toEqual([others.id]);
  expect(discord.threads(discord.channel('news').id)).toHaveLength(1);
  await expect.poll(() => heard).toEqual([body.id]);
});
