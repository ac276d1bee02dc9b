import { PermissionFlagsBits as Allow } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askBot, customIdOf, textOf } from '../support/askBot.ts';
import { startWorld, type World } from '../support/startWorld.ts';
import { waitFor } from '../support/waitFor.ts';

describe('the role that cards mention, on the real discord.js', () => {
  let world: World;
  let news: string;
  let leastPermissions: bigint;

  const cards = () => world.discord.messages(news);
  const newest = () => cards().at(-1);
  const offers = () => textOf(newest()).includes('Notify me');

  async function publish(): Promise<void> {
    const count = cards().length;
    world.site.publishNext();
    await waitFor('a card', () => cards().length > count);
  }

  const has = (role: string) => {
    const { discord } = world;
    const member = discord.guild(discord.guildId).members.get(discord.user('member').id);
    return member?.roles.includes(discord.role(role).id);
  };

  /** The first card is the one that offers the role. */
  async function notify(): Promise<string> {
    const [card] = cards();
    const customId = customIdOf(card, /Notify me/);
    const answer = await world.discord.click({ user: 'member', messageId: card?.id ?? '', customId });
    expect(answer.ephemeral).toBe(true);
    return textOf(answer.message);
  }

  beforeAll(async () => {
    world = await startWorld();
    const { discord, site } = world;
    leastPermissions = discord.role('bot').permissions;
    discord.setRolePermissions('bot', leastPermissions | Allow.ManageRoles);
    await world.startBot();
    news = discord.channel('news').id;
    await askBot(discord, 'setup', { articles: { channel: 'news' }, ping_role: { role: 'Readers' }, threads: 'off' });
    await askBot(discord, 'sources add', { url: site.feedUrl });
  }, 60_000);
  afterAll(() => world.close());

  it('is given to a member by a button, and taken back by the same button', async () => {
    await publish();
    expect(await notify()).toBe('You will be mentioned with each new article. Press again to stop.');
    expect(has('Readers')).toBe(true);
    expect(await notify()).toMatch(/^You will no longer be mentioned\./);
    expect(has('Readers')).toBe(false);
    expect(world.discord.violations).toEqual([]);
  });

  it('is said by /setup to reach nobody until a mention of it may notify its members', async () => {
    const { discord } = world;
    const said = async () => textOf((await askBot(discord, 'setup', { threads: 'off' })).message);
    expect(await said()).toContain(
      `When I mention <@&${discord.role('Readers').id}>, its members are not notified yet.`,
    );
    discord.setRolePermissions('bot', leastPermissions | Allow.ManageRoles | Allow.MentionEveryone);
    await waitFor('the bot to know', async () => !(await said()).includes('not notified'));
    discord.setRolePermissions('bot', leastPermissions | Allow.ManageRoles);
  });

  it('is asked for again when Discord is in trouble', async () => {
    const mend = world.discord.fault({ mode: 'refuse', method: 'PUT', route: /\/members\//, status: 503 });
    expect(await notify()).toMatch(/^Discord is busy at the moment\./);
    mend();
    await notify();
    expect(has('Readers')).toBe(true);
    await notify();
  });

  it('is not offered where the bot may not give it, and the older button says so', async () => {
    world.discord.setRolePermissions('bot', leastPermissions);
    await publish();
    expect(offers()).toBe(false);
    expect(await notify()).toMatch(/^I can't change who has that role\./);
    expect(has('Readers')).toBe(false);
    world.discord.setRolePermissions('bot', leastPermissions | Allow.ManageRoles);
  });

  it('is never given away where it opens something, by its permissions or in a channel', async () => {
    const { discord } = world;
    discord.setRolePermissions('Readers', Allow.ManageMessages);
    await publish();
    expect(offers()).toBe(false);
    expect(await notify()).toMatch(/^I can't change who has that role\./);
    expect(has('Readers')).toBe(false);
    discord.setRolePermissions('Readers', 0n);
    await publish();
    expect(offers()).toBe(true);
    // It sees #moderators, whatever else it may do.
    await askBot(discord, 'setup', { ping_role: { role: 'Moderators' } });
    discord.setRolePermissions('Moderators', 0n);
    await publish();
    expect(textOf(newest())).toContain(`<@&${discord.role('Moderators').id}>`);
    expect(offers()).toBe(false);
  });

  it('is no longer given when nobody is mentioned by it any more', async () => {
    expect(await notify()).toMatch(/^The role of this button is no longer mentioned/);
    expect(has('Readers')).toBe(false);
  });
});
