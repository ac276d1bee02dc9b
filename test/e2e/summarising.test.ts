import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customIdOf, textOf } from '../support/askBot.ts';
import { followSite } from '../support/followSite.ts';
import { startWorld, type World } from '../support/startWorld.ts';
import { waitFor } from '../support/waitFor.ts';

describe('summaries, on the real discord.js and the real SQLite', () => {
  let world: World;
  let news: string;

  beforeAll(async () => {
    world = await startWorld();
    await world.startBot();
    news = world.discord.channel('news').id;
    await followSite(world);
    world.site.publishNext();
    await waitFor('a card', () => card() !== undefined);
  }, 60_000);
  afterAll(() => world.close());

  const card = () => world.discord.messages(news).find((one) => /Read the article/.test(textOf(one)));
  const summarise = (messageId: string) =>
    world.discord.menu({ user: 'member', name: 'Summarise article', messageId, timeoutMs: 20_000 });
  const shared = () => world.discord.messages(news).filter((one) => /Shared by/.test(textOf(one)));

  async function share() {
    const summary = await summarise(card()?.id ?? '');
    const messageId = summary.message?.id ?? '';
    const customId = customIdOf(summary.message, /Share in this channel/);
    const click = (id: string) => world.discord.click({ user: 'member', messageId, customId: id, timeoutMs: 20_000 });
    await click(customId);
    await waitFor('the summary to be shared', () => shared().length === 1);
    const own = () => world.discord.messages(news, world.discord.user('member').id).find(({ id }) => id === messageId);
    await waitFor('the private answer to say so', () => /Shared in this channel/.test(textOf(own())));
    return { click, own };
  }

  it('shares once, says who shared, and takes it back for that person', async () => {
    const { click, own } = await share();
    expect(textOf(shared()[0])).toContain(`Shared by <@${world.discord.user('member').id}>`);
    await click(customIdOf(own(), /Undo/));
    await waitFor('the shared summary to be gone', () => shared().length === 0);
    expect(textOf(own())).toContain('Taken back.');
    expect(world.discord.violations).toEqual([]);
  });

  it('sums up from the menu of a card and of a message with a link, and refuses kindly elsewhere', async () => {
    const ofCard = await summarise(card()?.id ?? '');
    expect(ofCard.ephemeral).toBe(true);
    expect(textOf(ofCard.message)).toContain('Excerpt');
    const url = /\]\((https?:[^)]+)\)/.exec(textOf(card()))?.[1] ?? '';
    const linking = world.discord.say({ channel: 'news', content: `Read this (${url}?utm_source=x), please.` });
    expect(textOf((await summarise(linking.id)).message)).toBe(textOf(ofCard.message));
    const idle = world.discord.say({ channel: 'news', content: 'Nothing at https://elsewhere.example/ to read.' });
    const refused = await summarise(idle.id);
    expect(refused.ephemeral).toBe(true);
    expect(textOf(refused.message)).toMatch(/^I know no article that this message links to/);
  });
});
