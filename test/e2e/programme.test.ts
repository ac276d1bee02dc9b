import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planConference } from '../../src/delivery/planConference.ts';
import type { ChannelId, GuildId } from '../../src/domain/ids.ts';
import { defaultSettings } from '../../src/domain/settings.ts';
import { openStore } from '../../src/store/openStore.ts';
import { askBot, customIdOf, textOf } from '../support/askBot.ts';
import { startWorld, type World } from '../support/startWorld.ts';
import { waitFor } from '../support/waitFor.ts';
import { openSite, type Site } from '../unit/sources/siteServer.ts';
import { saveSettings } from '../unit/store/testStore.ts';

const year = new Date().getUTCFullYear() + 1;

/** @param days of June on which each begins, by its name */
function calendarOf(days: Readonly<Record<string, number>>): string {
  const events = Object.entries(days).flatMap(([name, day]) => [
    'BEGIN:VEVENT',
    `UID:${name}@society.example`,
    `SUMMARY:Meeting on ${name}`,
    `DTSTART;VALUE=DATE:${year}06${day}`,
    'END:VEVENT',
  ]);
  return ['BEGIN:VCALENDAR', 'X-WR-CALNAME:Our events', ...events, 'END:VCALENDAR', ''].join('\r\n');
}

describe('the programme, on the real discord.js and the real SQLite', () => {
  let world: World;
  let site: Site;
  let calendar = calendarOf({ rivers: 12 });
  beforeEach(async () => {
    site = await openSite((request, response) => {
      const etag = `"${createHash('sha256').update(calendar).digest('hex')}"`;
      const isKnown = request.headers['if-none-match'] === etag;
      response.writeHead(isKnown ? 304 : 200, { 'content-type': 'text/calendar', etag });
      response.end(isKnown ? undefined : calendar);
    });
    world = await startWorld({ fetchAllowHosts: [site.host] });
  });
  afterEach(async () => {
    expect(world.discord.violations).toEqual([]);
    await world.close();
    await site.close();
  });

  const shown = (channelId: string) => world.discord.messages(channelId).map(textOf);
  const chooseChannels = async () => {
    const { discord, config } = world;
    const store = await openStore(config.databaseUrl);
    const guildId = discord.guildId as GuildId;
    await saveSettings(store, {
      ...defaultSettings(guildId),
      conferencesChannelId: discord.channel('papers').id as ChannelId,
      alertsChannelId: discord.channel('moderators').id as ChannelId,
    });
    return { store, guildId };
  };

  it('follows an imported calendar: what is new is announced, what changes is told in its thread', async () => {
    const { store } = await chooseChannels();
    await store.close();
    await world.startBot();
    const { discord } = world;
    const papers = discord.channel('papers').id;
    const imported = await askBot(discord, 'programme import', { url: `${site.url}/c.ics` });
    expect(textOf(imported.message)).toContain('Events: one new.');
    calendar = calendarOf({ rivers: 12, harbours: 19 });
    const [thread] = await waitFor('the thread', () =>
      discord.threads(papers).length > 0 ? discord.threads(papers) : undefined,
    );
    expect(shown(papers)).toEqual([expect.stringContaining(`19 June ${year}`)]);
    expect(shown(papers)[0]).toContain('Meeting on harbours');
    calendar = calendarOf({ rivers: 13, harbours: 26 });
    await waitFor('the notice', () => shown(thread?.id ?? '').some((text) => text.includes(`26 June ${year}`)));
    await waitFor('the changed card', () => shown(papers)[0]?.includes(`26 June ${year}`));
    expect(discord.messages(papers)).toHaveLength(1);
    calendar = calendarOf({ rivers: 13 });
    const moderators = discord.channel('moderators').id;
    await waitFor('the question', () => shown(moderators).some((text) => text.includes('no longer lists it')));
    const stopped = await discord.click({
      user: 'moderator',
      messageId: imported.message?.id ?? '',
      customId: customIdOf(imported.message, /Stop following/),
      timeoutMs: 20_000,
    });
    expect(textOf(stopped.message)).toContain('I no longer follow this calendar');
    const audit = await askBot(discord, 'audit');
    const again = await discord.click({
      user: 'moderator',
      messageId: audit.message?.id ?? '',
      customId: customIdOf(audit.message, /Put back/),
      values: [/"label":"\d+ · No longer followed[^}]*?"value":"(\d+)"/.exec(JSON.stringify(audit.message))?.[1] ?? ''],
      timeoutMs: 20_000,
    });
    expect(textOf(again.message)).toContain('It is as it was before.');
    const list = await askBot(discord, 'programme import');
    expect(list.ephemeral).toBe(true);
    expect(textOf(list.message)).toContain('This server follows one calendar');
    expect(textOf(list.message)).toContain('Our events');
  }, 90_000);

  it('announces what a moderator confirms, and the question says who did', async () => {
    const { store, guildId } = await chooseChannels();
    const facts = {
      title: 'Rivers',
      time: { kind: 'days', startsOn: `${year}-06-12`, endsOn: `${year}-06-14` },
      status: 'confirmed',
      milestones: [],
    } as const;
    const claim = {
      origin: 'prose',
      source: 'article:1',
      names: ['article:1'],
      facts,
      quotes: { time: 'We meet on 12 to 14 June' },
      confidence: 0.5,
      doubts: ['yearUnsure'],
      needsConfirmation: true,
    } as const;
    await store.conferences.save(guildId, [claim], { at: Date.now(), isNews: true }, planConference);
    await store.close();
    await world.startBot();
    const { discord } = world;
    const [papers, moderators] = [discord.channel('papers').id, discord.channel('moderators').id];
    const question = await waitFor('the question', () => discord.messages(moderators)[0]);
    expect(textOf(question)).toContain('We meet on 12 to 14 June');
    expect(shown(papers)).toEqual([]);
    const customId = customIdOf(question, /^Confirm$/);
    const pressed = await discord.click({ user: 'moderator', messageId: question.id, customId, timeoutMs: 20_000 });
    expect(textOf(pressed.message)).toContain('confirmed it');
    await waitFor('the card', () => shown(papers).some((text) => text.includes(`12–14 June ${year}`)));
    await waitFor('the answered question', () => shown(moderators)[0]?.includes('confirmed it'));
    expect(discord.messages(moderators)).toHaveLength(1);
  }, 90_000);
});
