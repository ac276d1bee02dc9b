import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GuildId, UserId } from '../../src/domain/ids.ts';
import { openStore } from '../../src/store/openStore.ts';
import { askBot, customIdOf, directTo, textOf } from '../support/askBot.ts';
import { startWorld, type World } from '../support/startWorld.ts';
import { waitFor } from '../support/waitFor.ts';

const hourMs = 3_600_000;
/** Enough for a bot to start and for a member to ask. */
const soonMs = 6_000;

describe('reminders, on the real discord.js', () => {
  let world: World;
  let bot: Awaited<ReturnType<World['startBot']>>;

  const conferencesChannel = () => world.discord.channel('general').id;
  const restart = async () => {
    await bot.stop();
    bot = await world.startBot();
  };

  /** Begins an hour and a little from now, so that a reminder an hour before is due in a little. */
  async function addConference(title: string): Promise<number> {
    await bot.stop();
    const store = await openStore(world.config.databaseUrl);
    const startsAt = Date.now() + hourMs + soonMs;
    const time = { kind: 'instants', startsAt, timeZone: 'Europe/Lisbon' } as const;
    const facts = { title, status: 'confirmed', time, milestones: [] } as const;
    const said = { by: '1' as UserId, at: Date.now() };
    const saved = await store.conferences.put(world.discord.guildId as GuildId, undefined, facts, said, () => []);
    await store.close();
    bot = await world.startBot();
    return saved?.id ?? 0;
  }

  const remind = (conference: string, user = 'member') =>
    askBot(world.discord, 'conferences remind', { conference, before: '1 hour' }, { user });

  beforeAll(async () => {
    world = await startWorld();
    bot = await world.startBot();
    await askBot(world.discord, 'setup', { conferences: { channel: 'general' } });
  }, 60_000);
  afterAll(() => world.close());

  it('come once, across a restart before and after they are due', async () => {
    await addConference('Meeting on tides');
    const answer = await remind('Meeting on tides');
    expect(textOf(answer.message)).toContain('I will remind you of **Meeting on tides** by direct message');
    await restart();
    await waitFor('the reminder', () => directTo(world.discord, 'member').length > 0, 30_000);
    await restart();
    await addConference('Meeting on ports');
    await remind('Meeting on ports');
    await waitFor('the next reminder', () => directTo(world.discord, 'member').length > 1, 30_000);
    expect(directTo(world.discord, 'member').map((message) => textOf(message).split('\n')[0])).toEqual([
      '### Meeting on tides',
      '### Meeting on ports',
    ]);
    expect(world.discord.violations).toEqual([]);
  }, 120_000);

  it('are stopped by a button of the direct message, outside of every server', async () => {
    const { discord } = world;
    const [message] = directTo(world.discord, 'member');
    const press = (label: RegExp) =>
      discord.click({ user: 'member', messageId: message?.id ?? '', customId: customIdOf(message, label) });
    const stopped = await press(/Stop/);
    expect(textOf(stopped.message)).toBe('I will remind you of **Meeting on tides** no more.');
    expect(textOf((await press(/Stop/)).message)).toMatch(/^I know no such reminder of yours\./);
    expect(discord.violations).toEqual([]);
  });

  it('are said as a mention of that member where direct messages are closed', async () => {
    const { discord } = world;
    discord.closeDirectMessages('member');
    await addConference('Meeting on maps');
    const before = discord.messages(conferencesChannel()).length;
    await remind('Meeting on maps');
    await waitFor('the mention', () => discord.messages(conferencesChannel()).length > before, 30_000);
    const member = discord.user('member').id as UserId;
    const said = discord.messages(conferencesChannel()).at(-1);
    expect(textOf(said)).toContain(`<@${member}>\n### Meeting on maps`);
    const sent = discord.requests
      .filter(({ path, status }) => path.includes(conferencesChannel()) && status === 200)
      .at(-1);
    expect(sent?.body).toMatchObject({ allowed_mentions: { parse: [], roles: [], users: [member] } });
    const pressed = await discord.click({
      ...{ user: 'moderator', messageId: said?.id ?? '', customId: customIdOf(said, /Stop/) },
    });
    expect(textOf(pressed.message)).toMatch(/^I know no such reminder of yours\./);
    expect(discord.violations).toEqual([]);
  }, 120_000);
});
