import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GuildId, UserId } from '../../src/domain/ids.ts';
import { openStore } from '../../src/store/openStore.ts';
import { askBot, customIdOf, directTo, textOf } from '../support/askBot.ts';
import { createMovableClock } from '../support/movableClock.ts';
import { startWorld, type World } from '../support/startWorld.ts';
import { waitFor } from '../support/waitFor.ts';

const hourMs = 3_600_000;

describe('/privacy, on the real discord.js and the real SQLite', () => {
  const clock = createMovableClock();
  let world: World;
  let bot: Awaited<ReturnType<World['startBot']>>;

  const ask = async (command: string, user = 'member') => {
    const answer = await askBot(world.discord, command, {}, { user });
    expect(answer.ephemeral).toBe(true);
    return answer.message;
  };
  const show = async (user?: string) => textOf(await ask('privacy show', user));
  const remind = (user: string) =>
    askBot(world.discord, 'conferences remind', { conference: 'Meeting on tides', before: '1 hour' }, { user });
  const press = (message: Awaited<ReturnType<typeof ask>>, label: RegExp, user = 'member') =>
    world.discord.click({
      user,
      messageId: message?.id ?? '',
      customId: customIdOf(message, label),
      timeoutMs: 20_000,
    });

  beforeAll(async () => {
    world = await startWorld({}, { clock });
    const store = await openStore(world.config.databaseUrl);
    const time = { kind: 'instants', startsAt: clock.now() + 2 * hourMs, timeZone: 'Europe/Lisbon' } as const;
    const facts = { title: 'Meeting on tides', status: 'confirmed', time, milestones: [] } as const;
    const said = { by: '1' as UserId, at: clock.now() };
    await store.conferences.put(world.discord.guildId as GuildId, undefined, facts, said, () => []);
    await store.close();
    bot = await world.startBot();
    await askBot(world.discord, 'setup', { conferences: { channel: 'general' } });
    for (const user of ['member', 'moderator']) await remind(user);
  }, 60_000);
  afterAll(async () => {
    expect(world.discord.violations).toEqual([]);
    await world.close();
  });

  it('shows a member what is kept, and forgets it only after a question', async () => {
    const kept = await show();
    expect(kept).toContain('One reminder to come');
    expect(kept).toContain('</privacy delete:');
    const question = await ask('privacy delete');
    expect(textOf(question)).toContain('no reminder will come any more');
    expect(await show()).toContain('One reminder to come');
    const done = await press(question, /^Delete$/);
    expect(textOf(done.message)).toContain('Your reminders are deleted.');
    expect(await show()).toContain('I keep nothing about you.');
    expect(textOf(await ask('reminders list'))).not.toContain('Meeting on tides');
  }, 60_000);

  it('then reminds whoever still wants it, and never that member, also after a restart', async () => {
    const { discord } = world;
    clock.forward(hourMs);
    await waitFor('the reminder of somebody else', () => directTo(world.discord, 'moderator').length > 0, 30_000);
    await bot.stop();
    bot = await world.startBot();
    expect(await show()).toContain('I keep nothing about you.');
    await bot.stop();
    expect(directTo(world.discord, 'moderator').map(textOf)).toEqual([expect.stringContaining('### Meeting on tides')]);
    expect(directTo(world.discord, 'member')).toEqual([]);
    expect(JSON.stringify(discord.messages(discord.channel('general').id))).not.toContain(discord.user('member').id);
    const store = await openStore(world.config.databaseUrl);
    const kept = await store.personalData.find(discord.user('member').id as UserId);
    await store.close();
    expect(kept).toEqual({ remindersToCome: 0, remindersPast: 0, messages: 0, doings: 0 });
    bot = await world.startBot();
  }, 60_000);

  it('forgets what was sent, too: its buttons know no such reminder', async () => {
    expect(await show('moderator')).toContain('One reminder that I sent');
    expect(await show('moderator')).toContain('That I wrote to you once');
    await press(await ask('privacy delete', 'moderator'), /^Delete$/, 'moderator');
    const kept = await show('moderator');
    expect(kept).not.toMatch(/reminder that I sent|wrote to you/);
    // Whoever set up the server stays named in its audit.
    expect(kept).toMatch(/You are named .* as the moderator/);
    const [message] = directTo(world.discord, 'moderator');
    expect(textOf((await press(message, /Stop/, 'moderator')).message)).toMatch(/^I know no such reminder of yours\./);
  }, 60_000);
});
