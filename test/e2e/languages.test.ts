import type { APIApplicationCommand } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bot } from '../../src/main.ts';
import { askBot, customIdOf, textOf } from '../support/askBot.ts';
import { followSite } from '../support/followSite.ts';
import { startWorld, type World } from '../support/startWorld.ts';
import { waitFor } from '../support/waitFor.ts';

const timeoutMs = 20_000;
const german = { user: 'member', locale: 'de', timeoutMs } as const;

describe('languages, on the real discord.js and the real SQLite', () => {
  let world: World;
  let bot: Bot;
  let news: string;

  beforeAll(async () => {
    world = await startWorld();
    bot = await world.startBot();
    news = world.discord.channel('news').id;
    await followSite(world);
    world.site.publishNext();
    await waitFor('a card', () => card(/Read the article/) !== undefined);
  }, 60_000);
  afterAll(() => world.close());

  const card = (label: RegExp) => world.discord.messages(news).find((one) => label.test(textOf(one)));
  const registrations = () =>
    world.discord.requests.filter(({ method, route }) => method === 'PUT' && route.endsWith('/commands'));
  const registered = (name: string) =>
    world.discord.commands().find((command) => command.name === name) as APIApplicationCommand;

  it('offers commands, options and choices in German under their own names', () => {
    const threads = {
      name: 'threads',
      description_localizations: { de: expect.stringContaining('Thread') },
      choices: [{ name: 'on', name_localizations: { de: 'an' }, value: 'on' }, expect.anything(), expect.anything()],
    };
    const edit = {
      name: 'edit',
      name_localizations: { de: 'ändern' },
      options: expect.arrayContaining([expect.objectContaining(threads)]),
    };
    expect(registered('sources')).toMatchObject({ name_localizations: { de: 'quellen' } });
    expect(registered('sources').options).toContainEqual(expect.objectContaining(edit));
    expect(registered('Change question')).toMatchObject({
      name_localizations: { de: 'Frage ändern' },
      description: '',
    });
  });

  it('answers a German member of an English server in German, and shares with all in English', async () => {
    const answer = await askBot(world.discord, 'articles latest', {}, german);
    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer.message)).toContain('**Die neuesten Artikel**');
    const posted = card(/Read the article/);
    const summary = await world.discord.click({
      ...german,
      messageId: posted?.id ?? '',
      customId: customIdOf(posted, /Summary/),
    });
    expect(textOf(summary.message)).toMatch(/\*\*Auszug/);
    const messageId = summary.message?.id ?? '';
    const customId = customIdOf(summary.message, /In diesem Kanal teilen/);
    await world.discord.click({ ...german, messageId, customId });
    await waitFor('the shared summary', () => card(/Shared by/) !== undefined);
    const own = () => world.discord.messages(news, world.discord.user('member').id).find(({ id }) => id === messageId);
    await waitFor('the private answer', () => /In diesem Kanal geteilt/.test(textOf(own())));
  });

  it('refuses in the language of the member, and mentions commands so that they can be clicked', async () => {
    const refused = await askBot(world.discord, 'articles summary', { article: 'zzzz qqqq' }, german);
    expect(refused.ephemeral).toBe(true);
    expect(textOf(refused.message)).toMatch(/^Ich kenne keinen Artikel namens „zzzz qqqq“\..*<\/articles search:\d+>/);
  });

  it('reads a time as German members write it, and says in German what it cannot read', async () => {
    const refused = await askBot(world.discord, 'articles search', { query: 'a', since: 'gestern' }, german);
    expect(textOf(refused.message)).toContain('Ich kann „gestern“ nicht als Zeit lesen.');
    const found = await askBot(world.discord, 'articles search', { query: 'zzzz', since: '3 Monate' }, german);
    expect(textOf(found.message)).toContain('Ich habe keinen Artikel zu „zzzz“ gefunden.');
  });

  it('posts in German once the server chose it, and answers an English member in English', async () => {
    const offered = await world.discord.autocomplete({
      ...{ user: 'moderator', locale: 'en-GB', name: 'setup', timeoutMs },
      options: [{ type: 3, name: 'language', value: '', focused: true } as never],
    });
    expect(offered).toEqual([
      { name: 'English', value: 'en' },
      { name: 'Deutsch (German)', value: 'de' },
    ]);
    await askBot(world.discord, 'setup', { language: 'Deutsch' });
    world.site.publishNext();
    await waitFor('a card in German', () => card(/Artikel lesen/) !== undefined);
    const posted = card(/Artikel lesen/);
    expect(textOf(posted)).toContain('Min. Lesezeit');
    const opened = () =>
      world.discord
        .threads(news)
        .flatMap(({ id }) => world.discord.messages(id).map(textOf))
        .find((text) => text.includes('Schreibt, was ihr denkt'));
    await waitFor('the question in German', () => opened() !== undefined);
    expect(opened()).toMatch(/^\*\*[^“]*„[^“]+“[^“]*\?\*\*\nSchreibt/u);
    const customId = customIdOf(posted, /Zusammenfassung/);
    const english = { user: 'member', locale: 'en-US', timeoutMs };
    const summary = await world.discord.click({ ...english, messageId: posted?.id ?? '', customId });
    expect(textOf(summary.message)).toMatch(/\*\*Excerpt/);
    const customIdOfShare = customIdOf(summary.message, /Share in this channel/);
    await world.discord.click({ ...english, messageId: summary.message?.id ?? '', customId: customIdOfShare });
    await waitFor('the summary shared in German', () => card(/Geteilt von/) !== undefined);
  });

  it('registers its commands once: a start finds them as they are', async () => {
    expect(registrations()).toHaveLength(1);
    await bot.stop();
    bot = await world.startBot();
    expect(registrations()).toHaveLength(1);
    expect(textOf((await askBot(world.discord, 'help', {}, german)).message)).toContain('Was ich auf');
    expect(world.discord.violations).toEqual([]);
  });
});
