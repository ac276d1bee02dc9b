// Forums with tags, and channels whose settings moderators change while the bot runs.

import { type Client, Events, ForumChannel, NewsChannel } from 'discord.js';
import { PermissionFlagsBits as Allow, ChannelType } from 'discord-api-types/v10';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../sandbox/discord/localDiscord.ts';
import { connectBot } from '../unit/sandbox/connectBot.ts';
import { sendAsBot } from '../unit/sandbox/sendAsBot.ts';

let discord: LocalDiscord;
let client: Client<true> | undefined;

beforeEach(async () => {
  discord = await startLocalDiscord({ rateScale: 0 });
});
afterEach(async () => {
  await client?.destroy();
  client = undefined;
  await discord.close();
});

const forum = () => discord.channel('papers-forum');
const tagNamed = (name: string) => forum().tags.find((tag) => tag.name === name)?.id;
const message = { content: 'A text', allowed_mentions: { parse: [] } };
const post = (applied_tags: unknown[], channel = forum().id) =>
  sendAsBot(discord, 'POST', `/channels/${channel}/threads`, { name: 'An article', message, applied_tags });
const withoutThreads = Allow.ViewChannel | Allow.SendMessages | Allow.SendMessagesInThreads;

test('a forum tells its tags, that one is required, and when its posts go to sleep', async () => {
  const { body } = await sendAsBot(discord, 'GET', `/channels/${forum().id}`);
  expect(body).toMatchObject({ flags: 1 << 4, default_auto_archive_duration: 10080 });
  expect(body.available_tags).toContainEqual({
    id: tagNamed('Published'),
    name: 'Published',
    moderated: false,
    emoji_id: null,
    emoji_name: null,
  });
  const made = await post([tagNamed('Published')]);
  expect(made).toMatchObject({ status: 201, body: { applied_tags: [tagNamed('Published')] } });
  expect(made.body.thread_metadata).toMatchObject({ auto_archive_duration: 10080 });
  expect(discord.violations).toEqual([]);
});

test('a post without the tag it needs, with too many, or with one the forum does not have, is refused', async () => {
  expect(await post([])).toMatchObject({ status: 400, body: { code: 40067 } });
  const unknown = await post([tagNamed('Published'), '1']);
  expect(unknown).toMatchObject({ status: 400, body: { code: 50035, errors: { applied_tags: { '1': {} } } } });
  expect(await post(Array(6).fill(tagNamed('Published')))).toMatchObject({ status: 400, body: { code: 50035 } });
  discord.setRequiresTag(forum().id, false);
  expect((await post([])).status).toBe(201);
  expect(discord.threads(forum().id)).toHaveLength(1);
});

test('moderators’ tags need Manage Threads', async () => {
  expect((await post([tagNamed('Pick of the month')])).status).toBe(201);
  discord.setRolePermissions('bot', withoutThreads);
  expect(await post([tagNamed('Pick of the month')])).toMatchObject({ status: 403, body: { code: 50013 } });
  discord.setForumTags(forum().id, [{ name: 'Pick of the month', moderated: true }]);
  expect(await post([])).toMatchObject({ status: 400, body: { code: 40066 } });
});

test('a post needs a message, and its message keeps the rules of messages', async () => {
  const send = (body: unknown) => sendAsBot(discord, 'POST', `/channels/${discord.channel('forum').id}/threads`, body);
  expect(await send({ name: 'a' })).toMatchObject({ status: 400, body: { code: 50035, errors: { message: {} } } });
  const empty = await send({ name: 'a', message: { content: ' ', allowed_mentions: { parse: [] } } });
  expect(empty).toMatchObject({ status: 400, body: { code: 50006 } });
});

test('a tag that moderators rename away leaves the posts, one that stays keeps its id', async () => {
  const [kept, gone] = [tagNamed('Published'), tagNamed('Working paper')];
  const { body } = await post([kept, gone]);
  discord.setForumTags(forum().id, [{ name: 'Published' }, { name: 'Preprint' }]);
  expect(discord.channel(String(body.id)).thread?.appliedTags).toEqual([kept]);
  expect(await post([gone])).toMatchObject({ status: 400, body: { code: 50035 } });
  const retagged = await sendAsBot(discord, 'PATCH', `/channels/${body.id}`, { applied_tags: [tagNamed('Preprint')] });
  expect(retagged).toMatchObject({ status: 200, body: { applied_tags: [tagNamed('Preprint')] } });
  const bare = await sendAsBot(discord, 'PATCH', `/channels/${body.id}`, { applied_tags: [] });
  expect(bare).toMatchObject({ status: 400, body: { code: 40067 } });
});

test('the bot hears of new tags, of a requirement, and of a text channel turned into announcements', async () => {
  client = await connectBot(discord);
  const heard: string[] = [];
  client.on(Events.ChannelUpdate, (_before, after) => {
    if (after instanceof ForumChannel) heard.push(`${after.availableTags.length} ${after.flags.has('RequireTag')}`);
    if (after instanceof NewsChannel) heard.push(after.name);
  });
  discord.setForumTags(forum().id, [{ name: 'Preprint' }]);
  discord.setRequiresTag(forum().id, false);
  discord.setChannelType(discord.channel('news').id, ChannelType.GuildAnnouncement);
  await expect.poll(() => heard).toEqual(['1 true', '1 false', 'news']);
  expect(() => discord.setChannelType(forum().id, ChannelType.GuildText)).toThrow('cannot be changed');
});
