// A bot in several guilds, and in very many: each with its own channels, permissions and fate.

import { type Client, Events, MessageFlags } from 'discord.js';
import { PermissionFlagsBits as Allow } from 'discord-api-types/v10';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../sandbox/discord/localDiscord.ts';
import { smallGuild } from '../../sandbox/discord/smallGuild.ts';
import { connectBot, noMentions } from '../unit/sandbox/connectBot.ts';
import { sendAsBot } from '../unit/sandbox/sendAsBot.ts';

let discord: LocalDiscord;
let client: Client<true> | undefined;

beforeEach(async () => {
  discord = await startLocalDiscord({ rateScale: 0, otherGuilds: [smallGuild('History'), smallGuild('Physics')] });
});
afterEach(async () => {
  await client?.destroy();
  client = undefined;
  await discord.close();
});

const history = () => discord.guild('History').id;
const historyNews = () => discord.channel('news-1', history()).id;
const message = { content: 'A text', allowed_mentions: { parse: [] } };
const say = (channelId: string) => sendAsBot(discord, 'POST', `/channels/${channelId}/messages`, message);

test('the bot is in all of them, and each has its own channels, roles and threads', async () => {
  client = await connectBot(discord);
  const names = client.guilds.cache.map((guild) => guild.name);
  expect(names).toEqual(['Economics Society', 'History', 'Physics']);
  expect(discord.guildId).toBe(client.guilds.cache.firstKey());
  const own = client.guilds.cache.get(history());
  expect(own?.channels.cache.map((channel) => channel.name)).toEqual(['general', 'news-1', 'announcements', 'forum']);
  expect(discord.channel('general').guildId).toBe(discord.guildId);
  const forum = discord.channel('forum', history()).id;
  const post = await sendAsBot(discord, 'POST', `/channels/${forum}/threads`, { name: 'a', message });
  expect(post).toMatchObject({ status: 201, body: { guild_id: history() } });
  expect((await own?.channels.fetchActiveThreads())?.threads.size).toBe(1);
  const elsewhere = await sendAsBot(discord, 'GET', `/guilds/${discord.guildId}/threads/active`);
  expect(elsewhere.body.threads).toEqual([]);
  const roles = await sendAsBot(discord, 'GET', `/guilds/${history()}/roles`);
  expect(roles.body.map((role) => role.id)).toContain(history());
  expect(discord.violations).toEqual([]);
});

test('what a guild forbids the bot is allowed in the next, and full of threads is each for itself', async () => {
  discord.setPermissions(historyNews(), { role: 'bot', deny: Allow.SendMessages });
  discord.setActiveThreadLimit(0, history());
  expect(await say(historyNews())).toMatchObject({ status: 403, body: { code: 50013 } });
  const physics = discord.channel('news-1', discord.guild('Physics').id).id;
  const { status, body } = await say(physics);
  expect(status).toBe(200);
  const thread = await sendAsBot(discord, 'POST', `/channels/${physics}/messages/${body.id}/threads`, { name: 'a' });
  expect(thread.status).toBe(201);
});

test('people use commands in the guild they are in', async () => {
  client = await connectBot(discord);
  await client.application.commands.set([{ name: 'hello', description: 'Says hello' }]);
  client.on(Events.InteractionCreate, (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const content = `${interaction.guild?.name} ${interaction.inCachedGuild() && interaction.member.roles.cache.size}`;
    void interaction.reply({ content, flags: MessageFlags.Ephemeral, ...noMentions });
  });
  const answer = await discord.slash({ name: 'hello', channel: historyNews(), user: 'moderator' });
  expect(answer.message?.content).toBe('History 2');
  discord.grantCommand('hello', [{ id: history(), type: 1, permission: false }], history());
  await expect(discord.slash({ name: 'hello', channel: historyNews() })).rejects.toThrow('does not offer');
  expect((await discord.slash({ name: 'hello' })).message?.content).toBe('Economics Society 1');
  expect(discord.violations).toEqual([]);
});

test('a bot removed from a guild hears of it and reaches nothing there any more', async () => {
  client = await connectBot(discord);
  const heard: string[] = [];
  client.on(Events.GuildDelete, (guild) => heard.push(guild.name));
  discord.removeGuild(history());
  await expect.poll(() => heard).toEqual(['History']);
  expect(await say(historyNews())).toMatchObject({ status: 403, body: { code: 50001 } });
  expect(await sendAsBot(discord, 'GET', `/guilds/${history()}`)).toMatchObject({ status: 404, body: { code: 10004 } });
  const own = await sendAsBot(discord, 'GET', '/users/@me/guilds');
  expect(own.body.map((guild) => guild.name)).toEqual(['Economics Society', 'Physics']);
  await client.destroy();
  client = await connectBot(discord);
  expect(client.guilds.cache.has(history())).toBe(false);
  discord.inviteAgain(history());
  await expect.poll(() => client?.guilds.cache.get(history())?.name).toBe('History');
  expect((await say(historyNews())).status).toBe(200);
  expect(discord.violations).toEqual([]);
});

test('an outage takes a guild away and gives it back', async () => {
  client = await connectBot(discord);
  const heard: string[] = [];
  client.on(Events.GuildDelete, () => heard.push('removed'));
  client.on(Events.GuildUnavailable, (guild) => heard.push(`lost ${guild.name}`));
  client.on(Events.GuildAvailable, (guild) => heard.push(`back ${guild.name}`));
  discord.setGuildAvailable(history(), false);
  await expect.poll(() => heard).toEqual(['lost History']);
  discord.setGuildAvailable(history(), true);
  await expect.poll(() => heard).toEqual(['lost History', 'back History']);
});

test('the bot hears of a guild that it is invited into', async () => {
  client = await connectBot(discord);
  const heard: string[] = [];
  client.on(Events.GuildCreate, (guild) => heard.push(`${guild.name} ${guild.channels.cache.size}`));
  const { id } = discord.addGuild(smallGuild('Law', 3));
  await expect.poll(() => heard).toEqual(['Law 6']);
  expect((await say(discord.channel('news-3', id).id)).status).toBe(200);
});

test('a bot logs in to a thousand guilds', async () => {
  await discord.close();
  const otherGuilds = Array.from({ length: 999 }, (_, at) => smallGuild(`Society ${at + 2}`));
  discord = await startLocalDiscord({ rateScale: 0, otherGuilds });
  client = await connectBot(discord);
  expect(client.guilds.cache.filter((guild) => guild.available).size).toBe(1000);
  expect((await say(discord.channel('news-1', discord.guild('Society 1000').id).id)).status).toBe(200);
  const page = await sendAsBot(discord, 'GET', `/users/@me/guilds?after=${discord.guildId}`);
  expect(page.body).toHaveLength(200);
});
