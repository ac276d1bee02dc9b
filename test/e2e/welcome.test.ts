import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallGuild } from '../../sandbox/discord/smallGuild.ts';
import { customIdOf, textOf } from '../support/askBot.ts';
import { startWorld, type World } from '../support/startWorld.ts';
import { waitFor } from '../support/waitFor.ts';

describe('a server that has just invited the bot', () => {
  let world: World;
  let general: string;
  let bot: Awaited<ReturnType<World['startBot']>>;

  beforeAll(async () => {
    world = await startWorld();
    bot = await world.startBot();
    const { id } = world.discord.addGuild(smallGuild('Second Society'));
    general = world.discord.channel('general', id).id;
  }, 60_000);
  afterAll(() => world.close());

  const messages = () => world.discord.messages(general);

  it('is told once what the bot does, where its people look first', async () => {
    await waitFor('a first word', () => messages().length > 0);
    expect(messages().map(textOf)).toEqual([expect.stringContaining('I post each new article of your society here')]);
  });

  it('is set up by the button, which moderators alone may press, and which goes once it was used', async () => {
    const [word] = messages();
    const customId = customIdOf(word, /Set up/);
    const press = (user: string) => world.discord.click({ user, messageId: word?.id ?? '', customId });
    expect(textOf((await press('member')).message)).toContain('That is for moderators.');
    expect(messages()).toHaveLength(1);
    const panel = await press('moderator');
    expect(panel.ephemeral).toBe(true);
    expect(textOf(panel.message)).toContain('1. Articles: none yet');
    await waitFor('the first word to be gone', () => messages().length === 0);
  });

  it('is not told again when the bot starts anew', async () => {
    await bot.stop();
    await world.startBot();
    expect(messages()).toEqual([]);
    expect(world.discord.messages(world.discord.channel('general').id)).toEqual([]);
  });
});
