import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askBot, customIdOf, textOf } from '../support/askBot.ts';
import { startWorld, type World } from '../support/startWorld.ts';
import { waitFor } from '../support/waitFor.ts';

describe('the main job, on the real discord.js and the real SQLite', () => {
  let world: World;
  let news: string;

  beforeAll(async () => {
    world = await startWorld();
    await world.startBot();
    news = world.discord.channel('news').id;
    await askBot(world.discord, 'setup', { articles: { channel: 'news' }, alerts: { channel: 'moderators' } });
    await askBot(world.discord, 'sources add', { url: world.site.feedUrl });
  });
  afterAll(() => world.close());

  it('posts nothing of what was there before', () => {
    expect(world.discord.messages(news)).toEqual([]);
  });

  it('posts a new article once, opens its thread and asks one question, within two poll intervals', async () => {
    const { discord, site, config } = world;
    const article = site.publishNext();
    const publishedAt = Date.now();
    const thread = await waitFor('a question in a thread', () =>
      discord.threads(news).find(({ id }) => discord.messages(id).some((message) => textOf(message).includes('?'))),
    );
    expect(Date.now() - publishedAt).toBeLessThan(2 * config.pollIntervalMs + 4_000);

    // Two more polls see the same feed: nothing may come of it.
    const polls = site.requests.length;
    await waitFor(
      'two more polls',
      () => site.requests.filter(({ path }) => path.endsWith('.xml')).length >= polls + 2,
    );

    const cards = discord.messages(news);
    expect(cards).toHaveLength(1);
    expect(textOf(cards[0])).toContain(article.title.slice(0, 12));
    expect(discord.threads(news)).toHaveLength(1);
    const questions = discord.messages(thread.id).filter((message) => textOf(message) !== '');
    expect(questions).toHaveLength(1);
    expect(textOf(questions[0]).split('\n')[0]).toMatch(/\?\**$/);
  });

  it('answers the card’s Summary button privately', async () => {
    const [card] = world.discord.messages(news);
    if (!card) throw new Error('no card');
    const answer = await world.discord.click({ messageId: card.id, customId: customIdOf(card, /Summary/) });
    expect(answer.ephemeral).toBe(true);
    expect(textOf(answer.message).length).toBeGreaterThan(80);
  });

  it('breaks none of Discord’s rules in the whole run', () => {
    expect(world.discord.requests.length).toBeGreaterThan(7);
    expect(world.discord.violations).toEqual([]);
  });
});
