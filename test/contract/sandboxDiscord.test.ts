// Real discord.js against the local Discord: what a bot does all day works, and neither side breaks the contract.

import { ChannelType, type Client, Events, ForumChannel, NewsChannel, PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../sandbox/discord/localDiscord.ts';
import { card, connectBot, textChannel as findTextChannel, noMentions } from '../unit/sandbox/connectBot.ts';

let discord: LocalDiscord;
let client: Client<true>;

beforeEach(async () => {
  discord = await startLocalDiscord({ rateScale: 0.02 });
  client = await connectBot(discord);
});

afterEach(async () => {
  await client.destroy();
  await discord.close();
});

const textChannel = (name: string) => findTextChannel(client, discord.channel(name).id);

test('a bot logs in, posts a card, opens a thread and asks in it, without a violation on either side', async () => {
  const message = await (await textChannel('news')).send(card());
  const thread = await message.startThread({ name: 'Discussion' });
  await thread.send({ content: 'What do you think?', nonce: 'q1', enforceNonce: true, ...noMentions });
  const [stored] = discord.messages(discord.channel('news').id);
  expect(thread.id).toBe(message.id);
  expect(stored?.components?.[0]).toMatchObject({
    type: 17,
    id: 1,
    components: [{ id: 2 }, { id: 3, components: [{ id: 4 }] }],
  });
  expect(discord.messages(thread.id).map((one) => one.type)).toEqual([21, 0]);
  expect((await message.fetch(true)).hasThread).toBe(true);
  expect(discord.violations).toEqual([]);
});

test('a second thread for the same message is refused with 160004', async () => {
  const channel = await textChannel('news');
  const message = await channel.send(card());
  await message.startThread({ name: 'First' });
  const again = channel.threads.create({ name: 'Second', startMessage: message.id });
  await expect(again).rejects.toMatchObject({ code: 160004 });
});

test('a forum post is a thread whose first message has its id, and archived posts are listed', async () => {
  const forum = await client.channels.fetch(discord.channel('forum').id);
  if (!(forum instanceof ForumChannel)) throw new Error('not a forum');
  const post = await forum.threads.create({ name: 'An article', message: { content: 'Text', ...noMentions } });
  expect(discord.messages(post.id)[0]?.id).toBe(post.id);
  expect(
    (await client.guilds.fetch(discord.guildId).then((guild) => guild.channels.fetchActiveThreads())).threads.size,
  ).toBe(1);
  await post.setArchived(true);
  expect((await forum.threads.fetchArchived()).threads.map((thread) => thread.name)).toEqual(['An article']);
  expect(discord.threads(forum.id)).toHaveLength(1);
  expect(discord.violations).toEqual([]);
});

test('a message of an announcement channel is published once', async () => {
  const news = await client.channels.fetch(discord.channel('announcements').id);
  if (!(news instanceof NewsChannel)) throw new Error('not an announcement channel');
  const message = await news.send({ content: 'News', ...noMentions });
  await message.crosspost();
  await expect(message.crosspost()).rejects.toMatchObject({ code: 40033 });
  expect(discord.violations).toEqual([]);
});

test('direct messages, attachments and scheduled events work', async () => {
  const person = await client.users.fetch(discord.user('member').id);
  await person.send({ content: 'A reminder', ...noMentions });
  const files = [{ attachment: Buffer.from('BEGIN:VCALENDAR'), name: 'event.ics' }];
  const sent = await (await textChannel('conferences')).send({ content: 'Calendar', files, ...noMentions });
  const guild = await client.guilds.fetch(discord.guildId);
  const event = await guild.scheduledEvents.create({
    name: 'Annual conference',
    scheduledStartTime: new Date(Date.now() + 86_400_000),
    scheduledEndTime: new Date(Date.now() + 2 * 86_400_000),
    privacyLevel: 2,
    entityType: 3,
    entityMetadata: { location: 'Rome' },
  });
  await event.edit({ name: 'Annual meeting' });
  expect(sent.attachments.first()?.name).toBe('event.ics');
  expect(discord.messages(discord.channel('dm-member').id)[0]?.content).toBe('A reminder');
  expect(discord.scheduledEvents().map((one) => one.name)).toEqual(['Annual meeting']);
  expect(discord.violations).toEqual([]);
});

test('the bot hears of changed permissions and deleted channels, and resumes after its connection is cut', async () => {
  const heard: string[] = [];
  client.on(Events.ChannelUpdate, (_before, after) => heard.push(`update ${'name' in after ? after.name : ''}`));
  client.on(Events.ChannelDelete, (channel) => heard.push(`delete ${'name' in channel ? channel.name : ''}`));
  const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
  discord.setPermissions(discord.channel('news').id, { role: 'everyone', deny: PermissionFlagsBits.SendMessages });
  await expect.poll(() => heard).toEqual(['update news']);
  discord.dropGateway();
  discord.deleteChannel(discord.channel('papers').id);
  await resumed;
  await expect.poll(() => heard).toEqual(['update news', 'delete papers']);
});

test('the bot reconnects when it is asked to', async () => {
  const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
  discord.requestReconnect();
  await resumed;
  await expect.poll(() => discord.isConnected()).toBe(true);
});

test('a bot without the messages intent gets no messages over the gateway', async () => {
  const heard: unknown[] = [];
  client.on(Events.MessageCreate, (message) => heard.push(message));
  await (await textChannel('news')).send(card());
  discord.say({ channel: 'news', content: 'hello' });
  const update = new Promise((resolve) => client.once(Events.ThreadCreate, resolve));
  await (await textChannel('news')).threads.create({ name: 'A thread', type: ChannelType.PublicThread });
  await update;
  expect(heard).toEqual([]);
  expect(discord.violations).toEqual([]);
});
