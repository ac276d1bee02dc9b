import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askBot, customIdOf, textOf } from '../support/askBot.ts';
import { followSite } from '../support/followSite.ts';
import { startWorld, type World } from '../support/startWorld.ts';
import { waitFor } from '../support/waitFor.ts';

describe('the menu of a message, on the real discord.js and the real SQLite', () => {
  let world: World;
  let news: string;

  beforeAll(async () => {
    world = await startWorld();
    await world.startBot();
    news = world.discord.channel('news').id;
    await followSite(world);
    world.site.publishNext();
    await waitFor('a question in a discussion', () => question() !== undefined);
  }, 60_000);
  afterAll(() => world.close());

  function question() {
    const [thread] = world.discord.threads(news);
    return thread && world.discord.messages(thread.id).find((one) => /where you disagree/.test(textOf(one)));
  }

  const deletePost = (messageId: string, user = 'moderator') =>
    world.discord.menu({ user, name: 'Delete post', messageId });

  const listRemovals = () => {
    const database = new SqliteDatabase(world.config.databaseUrl.replace(/^file:/, ''), { readonly: true });
    try {
      return database.prepare("SELECT step, dedupe_key AS key FROM outbox WHERE purpose = 'removal'").all();
    } finally {
      database.close();
    }
  };

  it('offers “Delete post” to moderators alone, and refuses on what others wrote', async () => {
    const [card] = world.discord.messages(news);
    await expect(async () => deletePost(card?.id ?? '', 'member')).rejects.toThrow('does not offer');
    const said = world.discord.say({ channel: 'news', content: 'A good article.' });
    const answer = await deletePost(said.id);
    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer.message)).toMatch(/^I can take back only what I posted myself/);
  });

  it('takes a card back once, from the question in its discussion', async () => {
    const asked = await deletePost(question()?.id ?? '');
    expect(asked.ephemeral).toBe(true);
    expect(textOf(asked.message)).toMatch(/^Take this card back\?/);
    expect(listRemovals()).toEqual([]);
    const customId = customIdOf(asked.message, /Take it back/);
    const confirm = () => world.discord.click({ user: 'moderator', messageId: asked.message?.id ?? '', customId });
    const taken = await confirm();
    expect(textOf(taken.message)).toBe('The card is being taken back. The discussion stays.');
    expect(listRemovals()).toEqual([{ step: 'delete', key: `removal:${customId.split(':').at(-1)}` }]);
    const { discord } = world;
    await waitFor('the card to be gone', () =>
      discord.messages(news).every((one) => !/Read the article/.test(textOf(one))),
    );
    expect(textOf(question())).toContain('?');
    const preview = await askBot(discord, 'sources preview', { source: 'Example Economics Society' });
    expect(textOf(preview.message)).toContain('Taken back by a person');
    expect(world.discord.violations).toEqual([]);
  });

  it('takes a forum or a thread for articles, but not for alerts', async () => {
    const { discord } = world;
    const [thread] = discord.threads(news);
    for (const channel of ['forum', thread?.id ?? '', 'announcements', 'news']) {
      const answer = await askBot(discord, 'setup', { articles: { channel } });
      expect(textOf(answer.message)).toContain(`Articles: <#${discord.channel(channel).id}>`);
      expect(textOf(answer.message)).not.toContain('missing');
    }
    const refused = await askBot(discord, 'setup', { alerts: { channel: 'forum' } });
    expect(textOf(refused.message)).toMatch(/^I can't post in <#\d+>, because of the kind of channel it is\./);
  });

  it('serves a member to whom the server grants it, the button as well', async () => {
    const { discord } = world;
    discord.grantCommand('Delete post', [{ id: discord.user('member').id, type: 2, permission: true }]);
    const asked = await deletePost(question()?.id ?? '', 'member');
    const customId = customIdOf(asked.message, /Take it back/);
    const answer = await discord.click({ user: 'member', messageId: asked.message?.id ?? '', customId });
    expect(textOf(answer.message)).toMatch(/^This card was taken back before\./);
  });
});
