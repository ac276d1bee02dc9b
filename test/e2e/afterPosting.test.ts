import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askBot, customIdOf, textOf } from '../support/askBot.ts';
import { startWorld, type World } from '../support/startWorld.ts';
import { waitFor } from '../support/waitFor.ts';

const corrected = 'A title that was corrected';

describe('what was posted', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    await world.startBot();
  });
  afterEach(async () => {
    expect(world.discord.violations).toEqual([]);
    await world.close();
  });

  const publishInto = async (channel: string) => {
    const { discord, site } = world;
    await askBot(discord, 'setup', { articles: { channel } });
    await askBot(discord, 'sources add', { url: site.feedUrl });
    const { slug } = site.publishNext();
    const thread = await waitFor('the discussion', () => discord.threads(discord.channel(channel).id)[0]);
    await waitFor('the question', () =>
      discord.messages(thread.id).some((one) => /where you disagree/.test(textOf(one))),
    );
    return { slug, thread };
  };

  it('is renamed with its article, in the card and in its discussion', async () => {
    const { slug, thread } = await publishInto('news');
    world.site.retitle(slug, corrected);
    const { discord } = world;
    await waitFor('the card', () => textOf(discord.messages(discord.channel('news').id)[0]).includes(corrected));
    await waitFor('the name', () => discord.channel(thread.id).name === corrected);
    expect(discord.threads(discord.channel('news').id)).toHaveLength(1);
  }, 60_000);

  it('keeps the name that a person gave its discussion', async () => {
    const { slug, thread } = await publishInto('news');
    const { discord, site } = world;
    discord.patchThread(thread.id, { name: 'Our evening with the author' });
    site.retitle(slug, corrected);
    await waitFor('the card', () => textOf(discord.messages(discord.channel('news').id)[0]).includes(corrected));
    // What is published next comes after all that was left to do.
    site.publishNext();
    await waitFor('the next article', () => discord.messages(discord.channel('news').id).length === 2);
    expect(discord.channel(thread.id).name).toBe('Our evening with the author');
  }, 60_000);

  it('is corrected in a forum whose post Discord has archived', async () => {
    const { slug, thread } = await publishInto('forum');
    const { discord, site } = world;
    discord.patchThread(thread.id, { archived: true });
    site.retitle(slug, corrected);
    await waitFor('the card', () => textOf(discord.messages(thread.id)[0]).includes(corrected));
    await waitFor('the name', () => discord.channel(thread.id).name === corrected);
    expect(discord.threads(discord.channel('forum').id)).toHaveLength(1);
  }, 60_000);

  it.each(['news', 'forum'])(
    'is taken back from %s when a moderator says so, and its discussion stays',
    async (channel) => {
      const { thread } = await publishInto(channel);
      const { discord } = world;
      const place = channel === 'forum' ? thread.id : discord.channel(channel).id;
      const card = discord.messages(place)[0];
      const asked = await discord.menu({ user: 'moderator', name: 'Delete post', messageId: card?.id ?? '' });
      const customId = customIdOf(asked.message, /Take it back/);
      await discord.click({ user: 'moderator', messageId: asked.message?.id ?? '', customId });
      await waitFor('the card to go', () => !discord.messages(place).some(({ id }) => id === card?.id));
      expect(discord.threads(discord.channel(channel).id)).toHaveLength(1);
      expect(discord.messages(thread.id).some((one) => /where you disagree/.test(textOf(one)))).toBe(true);
    },
    60_000,
  );

  it('or could not be posted, is told by direct message to whoever set the bot up where there is no channel for alerts', async () => {
    const { discord, site } = world;
    await askBot(discord, 'setup', { articles: { channel: 'news' } });
    await askBot(discord, 'sources add', { url: site.feedUrl });
    const news = discord.channel('news').id;
    discord.setPermissions(news, { role: 'bot', deny: 1n << 11n });
    site.publishNext();
    await waitFor('the direct message', () =>
      discord.requests.some(({ route, status }) => route === '/users/@me/channels' && status === 200),
    );
    const told = await waitFor('the direct message', () => discord.messages(discord.channel('dm-moderator').id)[0]);
    expect(textOf(told)).toMatch(/can't post in .*: the permission \*\*Send Messages\*\* is missing/);
    discord.setPermissions(news, { role: 'bot', allow: 1n << 11n });
    await waitFor('the card', () => discord.messages(news).length === 1, 45_000);
  }, 90_000);
});
