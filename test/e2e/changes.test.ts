import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bot } from '../../src/main.ts';
import { askBot, customIdOf, textOf } from '../support/askBot.ts';
import { startWorld, type World } from '../support/startWorld.ts';
import { waitFor } from '../support/waitFor.ts';

describe('what changes after it was posted, on the real discord.js and the real SQLite', () => {
  let world: World;
  let bot: Bot;
  let news: string;
  let alerts: string;
  const cards = () => world.discord.messages(news);
  const told = () => world.discord.messages(alerts);
  const feedReads = () => world.site.requests.filter(({ path }) => path.endsWith('.xml')).length;
  const twoMoreReads = async () => {
    const before = feedReads();
    await waitFor('two more readings of the feed', () => feedReads() >= before + 2);
  };

  beforeAll(async () => {
    world = await startWorld();
    bot = await world.startBot();
    news = world.discord.channel('news').id;
    alerts = world.discord.channel('moderators').id;
    await askBot(world.discord, 'setup', { articles: { channel: 'news' }, alerts: { channel: 'moderators' } });
    await askBot(world.discord, 'sources add', { url: world.site.feedUrl });
  });
  afterAll(() => world.close());

  it('changes the card in place when the title is corrected', async () => {
    const { discord, site } = world;
    const { slug } = site.publishNext();
    await waitFor('the question', () =>
      discord.threads(news).some(({ id }) => discord.messages(id).some((message) => textOf(message).includes('?'))),
    );
    const [posted] = cards();
    site.retitle(slug, 'A title that was corrected');
    await waitFor('the corrected card', () => textOf(cards()[0]).includes('A title that was corrected'));
    await twoMoreReads();
    expect(cards().map(({ id }) => id)).toEqual([posted?.id]);
    expect(discord.threads(news)).toHaveLength(1);
    const patched = discord.requests.filter(({ method, route }) => method === 'PATCH' && route.startsWith('/channels'));
    expect(patched.map(({ route }) => route).sort()).toEqual([
      '/channels/{channel_id}',
      '/channels/{channel_id}/messages/{message_id}',
    ]);
  });

  it('says once that the feed cannot be read, and in the same message when it is over', async () => {
    const { site } = world;
    const before = feedReads();
    site.fail('html');
    const alert = await waitFor('the alert', () => told()[0], 30_000);
    expect(feedReads() - before).toBeGreaterThanOrEqual(3);
    expect(textOf(alert)).toContain("I can't read");
    site.fail();
    await waitFor('the end of the trouble', () => textOf(told()[0]).includes('can be read again'), 30_000);
    expect(told().map(({ id }) => id)).toEqual([alert.id]);
  }, 60_000);

  it('asks before it posts many at once; the first answer counts, also after a restart', async () => {
    const { discord, site } = world;
    for (let count = 0; count < 8; count += 1) site.publishNext();
    const [newest] = site.published();
    const question = await waitFor('the question to the moderators', () => told()[1]);
    expect(cards()).toHaveLength(1);
    const all = customIdOf(question, /Post all/);

    await bot.stop();
    bot = await world.startBot();
    await discord.click({ user: 'moderator', messageId: question.id, customId: customIdOf(question, /newest/) });
    await waitFor('the newest article', () => cards().length === 2);
    expect(textOf(cards()[1])).toContain(newest?.title.slice(0, 12));
    const decided = await waitFor('what was decided', () => told().find((one) => textOf(one).includes(`<@`)));
    expect(decided.id).toBe(question.id);
    expect(textOf(decided)).toContain(`<@${discord.user('moderator').id}>`);

    await bot.stop();
    bot = await world.startBot();
    await expect(
      discord.click({ user: 'moderator', messageId: question.id, customId: all, timeoutMs: 1_000 }),
    ).rejects.toThrow();
    await twoMoreReads();
    expect(cards()).toHaveLength(2);
    expect(told()).toHaveLength(2);
  }, 60_000);

  it('breaks none of Discord’s rules in the whole run', () => {
    expect(world.discord.violations).toEqual([]);
  });
});
