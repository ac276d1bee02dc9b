import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bot } from '../../src/main.ts';
import { askBot, customIdOf, textOf } from '../support/askBot.ts';
import { startWorld, type World } from '../support/startWorld.ts';
import { waitFor } from '../support/waitFor.ts';

describe('“Change question”, on the real discord.js and the real SQLite', () => {
  let world: World;
  let bot: Bot;
  beforeEach(async () => {
    world = await startWorld();
    bot = await world.startBot();
  });
  afterEach(async () => {
    expect(world.discord.violations).toEqual([]);
    await world.close();
  });

  const publishInto = async (channel: string) => {
    const { discord, site } = world;
    await askBot(discord, 'setup', { articles: { channel } });
    await askBot(discord, 'sources add', { url: site.feedUrl });
    site.publishNext();
    const thread = await waitFor('the discussion', () => discord.threads(discord.channel(channel).id)[0]);
    const questions = () => discord.messages(thread.id).filter((one) => /where you disagree/.test(textOf(one)));
    const [question] = await waitFor('the question', () => (questions().length > 0 ? questions() : undefined));
    if (!question) throw new Error('no question');
    const asked = () => questions().map((one) => /\*\*(.*)\*\*/.exec(textOf(one))?.[1]);
    // A forum's card is the first message of its post; elsewhere it has the thread's id, too.
    return { threadId: thread.id, questionId: question.id, cardId: thread.id, asked };
  };

  const openMenu = (messageId: string, user = 'moderator') =>
    world.discord.menu({ user, name: 'Change question', messageId, timeoutMs: 20_000 });
  type Answer = Awaited<ReturnType<typeof openMenu>>;
  const click = ({ message }: Answer, label: RegExp, user = 'moderator') =>
    world.discord.click({
      user,
      messageId: message?.id ?? '',
      customId: customIdOf(message, label),
      timeoutMs: 20_000,
    });
  const boldIn = ({ message }: Answer) => [...textOf(message).matchAll(/\*\*(.*)\*\*/g)].map(([, bold]) => bold);
  const inDatabase = (sql: string) => {
    const database = new SqliteDatabase(world.config.databaseUrl.replace(/^file:/, ''), { readonly: true });
    try {
      return database.prepare(sql).all();
    } finally {
      database.close();
    }
  };

  it('proposes others until one is used, after a restart as well, and changes the one message', async () => {
    const { discord } = world;
    const { questionId, cardId, asked } = await publishInto('news');
    const [before] = asked();
    await expect(async () => openMenu(questionId, 'member')).rejects.toThrow('does not offer');
    const first = await openMenu(cardId);
    expect(first.ephemeral).toBe(true);
    expect(boldIn(first)).toEqual([before]);
    const [, second] = boldIn(await click(first, /Another question/));
    const last = await click(first, /Another question/);
    const [, third] = boldIn(last);
    expect(new Set([before, second, third]).size).toBe(3);
    await bot.stop();
    bot = await world.startBot();
    const used = await click(last, /Use this question/);
    expect(textOf(used.message)).toContain('I am changing the question');
    await waitFor('the new question', () => asked()[0] === third);
    expect(asked()).toHaveLength(1);
    expect(discord.messages(cardId).some(({ id }) => id === questionId)).toBe(true);
    const audited = inDatabase("SELECT options FROM audit WHERE command = 'Change question'");
    expect(audited).toHaveLength(1);
  }, 90_000);

  it('takes a moderator’s own from a form, in a forum, and pings nobody with it', async () => {
    const { discord } = world;
    const { questionId, asked } = await publishInto('forum');
    const form = await click(await openMenu(questionId), /Write my own/);
    const customId = (form.modal as { custom_id: string }).custom_id;
    const shown = await discord.submitModal({
      user: 'moderator',
      customId,
      fields: { question: 'Who gains,\n@everyone' },
      timeoutMs: 20_000,
    });
    expect(textOf(shown.message)).toContain('I could ask this instead');
    await click(shown, /Use this question/);
    await waitFor('the new question', () => /^Who gains, .*everyone\?$/.test(asked()[0] ?? ''));
    expect(asked()).toHaveLength(1);
  }, 90_000);

  it('says so where a person removed the question, and asks nothing in its place', async () => {
    const { discord } = world;
    const { threadId, questionId, cardId, asked } = await publishInto('news');
    const shown = await click(await openMenu(questionId), /Another question/);
    discord.deleteMessage(threadId, questionId);
    expect(textOf((await click(shown, /Use this question/)).message)).toMatch(/^Somebody removed that question/);
    expect(textOf((await openMenu(cardId)).message)).toMatch(/^Somebody removed that question/);
    expect(asked()).toEqual([]);
    const said = discord.say({ channel: 'news', content: 'A good article.' });
    expect(textOf((await openMenu(said.id)).message)).toMatch(/^I can change only a question that I asked myself/);
    expect(inDatabase("SELECT 1 FROM outbox WHERE purpose = 'edit'")).toEqual([]);
  }, 90_000);
});
