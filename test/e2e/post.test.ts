import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bot } from '../../src/main.ts';
import { askBot, customIdOf, textOf } from '../support/askBot.ts';
import { startWorld, type World } from '../support/startWorld.ts';
import { waitFor } from '../support/waitFor.ts';

const moderator = { user: 'moderator', timeoutMs: 45_000 };

describe('/post, on the real discord.js and the real SQLite', () => {
  let world: World;
  let bot: Bot;
  let url: string;
  beforeEach(async () => {
    world = await startWorld();
    bot = await world.startBot();
    const { slug } = world.site.publishNext();
    url = `${world.site.url}/post/${slug}`;
  });
  afterEach(async () => {
    expect(world.discord.violations).toEqual([]);
    await world.close();
  });

  type Answer = Awaited<ReturnType<typeof askBot>>;
  const click = ({ message }: Answer, label: RegExp) =>
    world.discord.click({ ...moderator, messageId: message?.id ?? '', customId: customIdOf(message, label) });
  const post = (given: Parameters<typeof askBot>[2] = {}) =>
    askBot(world.discord, 'post', { url, ...given }, moderator);
  const cardsIn = (channel: string) =>
    world.discord.messages(world.discord.channel(channel).id).filter((one) => /Read the article/.test(textOf(one)));
  const questionsIn = (threadId: string) =>
    world.discord.messages(threadId).filter((one) => /where you disagree/.test(textOf(one)));
  const inDatabase = (sql: string) => {
    const database = new SqliteDatabase(world.config.databaseUrl.replace(/^file:/, ''), { readonly: true });
    try {
      return database.prepare(sql).all();
    } finally {
      database.close();
    }
  };

  it('shows the card, posts it once when it is confirmed after a restart, and members find it', async () => {
    const { discord, site } = world;
    const news = discord.channel('news').id;
    const title = site.published()[0]?.title ?? '';
    await askBot(discord, 'setup', { articles: { channel: 'news' } });
    await expect(async () => askBot(discord, 'post', { url }, { user: 'member' })).rejects.toThrow('does not offer');
    const note = 'Clear on what is known, @everyone, and on what is not.';
    const shown = await post({ note, question: 'Whom does it persuade' });
    expect(shown.ephemeral).toBe(true);
    expect(textOf(shown.message)).toContain(`This is how it will look in <#${news}>:`);
    expect(textOf(shown.message)).toContain('**Whom does it persuade?**');
    expect(cardsIn('news')).toEqual([]);
    const linesShown = textOf(shown.message).split('\n');

    await bot.stop();
    bot = await world.startBot();
    expect(textOf((await click(shown, /Post it/)).message)).toContain(`It will be in <#${news}> in a moment.`);
    const [thread] = await waitFor('the discussion', () =>
      discord.threads(news).length > 0 ? discord.threads(news) : undefined,
    );
    const asked = await waitFor('the question', () => questionsIn(thread?.id ?? '')[0]);
    expect(textOf(asked)).toContain('**Whom does it persuade?**');
    const [card, ...others] = cardsIn('news');
    expect(others).toEqual([]);
    expect(thread).toMatchObject({ id: card?.id, name: title });
    const linesPosted = textOf(card).split('\n');
    // What was posted is what was shown, but for what moderators alone have below it.
    expect(linesShown.slice(1, 1 + linesPosted.length)).toEqual(linesPosted);
    expect(textOf(card)).toMatch(
      /▸ Recommended: an article by .+\n\*\*Why we recommend it:\*\* Clear on what is known/,
    );
    expect(textOf(card)).not.toContain('@everyone');

    const again = await post({ url: `${url}?utm_source=newsletter` });
    expect(again.ephemeral).toBe(true);
    expect(textOf(again.message)).toContain(`/${news}/${card?.id}`);
    expect(cardsIn('news')).toHaveLength(1);
    expect(
      inDatabase("SELECT 1 FROM audit WHERE command = 'post' AND options LIKE '%Whom does it persuade?%'"),
    ).toHaveLength(1);

    const member = { user: 'member' };
    for (const found of [
      await askBot(discord, 'articles latest', {}, member),
      await askBot(discord, 'articles search', { query: title.split(' ').slice(0, 3).join(' ') }, member),
      await askBot(discord, 'articles summary', { article: url }, member),
    ]) {
      expect(textOf(found.message)).toContain(title.slice(0, 20));
    }
    expect(textOf((await askBot(discord, 'sources list')).message)).not.toContain('Economics');
  }, 120_000);

  it('takes other words from a form, in a forum, and can be taken back and asked otherwise', async () => {
    const { discord } = world;
    const forum = discord.channel('forum').id;
    const form = await click(await post({ channel: { channel: 'forum' }, note: 'Short.' }), /Edit note and question/);
    const shown = await discord.submitModal({
      ...moderator,
      customId: (form.modal as { custom_id: string }).custom_id,
      fields: { note: 'Read it twice.', question: 'What follows from it?' },
    });
    expect(textOf(shown.message)).toContain('Read it twice.');
    expect(textOf(shown.message)).not.toContain('Short.');
    await click(shown, /Post it/);
    const thread = await waitFor('the post', () => discord.threads(forum)[0]);
    const question = await waitFor('the question', () => questionsIn(thread.id)[0]);
    expect(textOf(question)).toContain('**What follows from it?**');

    const menu = (name: string) => discord.menu({ ...moderator, name, messageId: question.id });
    await click(await click(await menu('Change question'), /Another question/), /Use this question/);
    await waitFor('another question', () => !textOf(questionsIn(thread.id)[0]).includes('What follows from it?'));
    await click(await menu('Delete post'), /Take it back/);
    await waitFor('the card to be gone', () => discord.messages(thread.id).every(({ id }) => id !== thread.id));
    const again = await post({ channel: { channel: 'forum' } });
    expect(textOf(again.message)).toMatch(/somebody took it back/);
  }, 120_000);

  it('says kindly what it cannot read, and where it may not post', async () => {
    const { discord, site } = world;
    expect(textOf((await post()).message)).toMatch(/^I don't know where to post/);
    await askBot(discord, 'setup', { articles: { channel: 'news' } });
    expect(textOf((await post({ url: `${site.url}/post/nowhere` })).message)).toMatch(/error 404/);
    expect(textOf((await post({ url: 'http://10.0.0.1/secret' })).message)).toMatch(/private network/);
    expect(textOf((await post({ url: 'not an address' })).message)).toMatch(/not an address I can read/);
    expect(inDatabase('SELECT 1 FROM outbox')).toEqual([]);
  }, 120_000);
});
