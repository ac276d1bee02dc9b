import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askBot, textOf } from '../support/askBot.ts';
import { startWorld, type World } from '../support/startWorld.ts';
import { waitFor } from '../support/waitFor.ts';

const crosspostedFlag = 1 << 1;

describe('an article', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    await world.startBot();
  });
  afterEach(async () => {
    expect(world.discord.violations).toEqual([]);
    await world.close();
  });

  const follow = async (channel: string) => {
    await askBot(world.discord, 'setup', { articles: { channel }, alerts: { channel: 'moderators' } });
    await askBot(world.discord, 'sources add', { url: world.site.feedUrl });
  };
  const questionsIn = (channelId: string) =>
    world.discord.messages(channelId).filter((message) => /where you disagree/.test(textOf(message)));

  it('is a post of a forum, named as it is, with its card first and its question second', async () => {
    await follow('forum');
    const { title } = world.site.publishNext();
    const forum = world.discord.channel('forum').id;
    const thread = await waitFor('the post', () => world.discord.threads(forum)[0]);
    await waitFor('its question', () => questionsIn(thread.id)[0]);
    expect(title.startsWith(thread.name.replace(/…$/, ''))).toBe(true);
    expect(world.discord.messages(thread.id).map(({ id }) => id)[0]).toBe(thread.id);
    expect(world.discord.messages(thread.id)).toHaveLength(2);
  }, 60_000);

  it('takes a tag of a forum that asks for one, and none that only moderators set', async () => {
    await follow('papers-forum');
    world.site.publishNext();
    const forum = world.discord.channel('papers-forum').id;
    const thread = await waitFor('the post', () => world.discord.threads(forum)[0]);
    expect(thread.thread?.appliedTags).toHaveLength(1);
    await waitFor('its question', () => questionsIn(thread.id)[0]);
  }, 60_000);

  it('is published from an announcement channel to the servers that follow it', async () => {
    await follow('announcements');
    world.site.publishNext();
    const channel = world.discord.channel('announcements').id;
    const published = await waitFor('the published card', () =>
      world.discord.messages(channel).find(({ flags }) => Number(flags) & crosspostedFlag),
    );
    expect(world.discord.threads(channel).map(({ id }) => id)).toEqual([published.id]);
    expect(questionsIn(published.id)).toHaveLength(1);
  }, 60_000);

  it('goes out without a discussion where none may be opened, and gets it when that is mended', async () => {
    const { discord, site } = world;
    await follow('news');
    const news = discord.channel('news').id;
    discord.setPermissions(news, { role: 'bot', deny: 1n << 35n });
    site.publishNext();
    site.publishNext();
    await waitFor('both cards', () => discord.messages(news).length === 2);
    const moderators = discord.channel('moderators').id;
    const alert = await waitFor('the alert', () => discord.messages(moderators)[0]);
    expect(textOf(alert)).toMatch(
      /can't open discussions there: the permission \*\*Create Public Threads\*\* is missing/,
    );
    expect(discord.threads(news)).toEqual([]);
    discord.setPermissions(news, { role: 'bot', allow: 1n << 35n });
    await waitFor('both discussions', () => discord.threads(news).length === 2, 45_000);
    await waitFor('the end of the alert', () => /again since/.test(textOf(discord.messages(moderators)[0])));
    expect(discord.messages(moderators)).toHaveLength(1);
  }, 90_000);
});
