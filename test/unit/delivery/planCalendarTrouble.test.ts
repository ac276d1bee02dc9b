import { describe, expect, it } from 'vitest';
import { calendarPlanning } from '../../../src/delivery/planCalendarTrouble.ts';
import type { CalendarId, ChannelId, UserId } from '../../../src/domain/ids.ts';
import { defaultSettings, type GuildSettings } from '../../../src/domain/settings.ts';
import { sampleCalendar } from '../../support/fakeCalendars.ts';
import { guildId, now } from '../../support/samples.ts';

const dayMs = 86_400_000;
const settings: GuildSettings = { ...defaultSettings(guildId), alertsChannelId: '209' as ChannelId };
const troubled = (code: string, sightings: number, ageMs: number) =>
  sampleCalendar({ trouble: { code, sightings, count: sightings, since: now - ageMs, detail: 'never told' } });
const alerts = (calendar = troubled('gone', 3, dayMs), to = settings) => calendarPlanning.trouble(calendar, to, now);

describe('moderators hear of a calendar in trouble', () => {
  it('in the alerts channel: which one, what it is and since when', () => {
    expect(alerts()).toEqual([
      {
        guildId,
        channelId: '209',
        targetKind: 'text',
        purpose: 'alert',
        steps: ['message'],
        payload: {
          kind: 'calendarTrouble',
          calendarId: 4,
          title: 'Events',
          url: 'https://society.example/c.ics',
          code: 'gone',
          since: now - dayMs,
        },
        dedupeKey: `calendarTrouble:4:${now - dayMs}:first`,
        orderedAt: now,
      },
    ]);
  });

  it.each([
    ['gone', 2, dayMs, 0],
    ['gone', 3, 0, 1],
    ['timeout', 99, dayMs - 1, 0],
    ['timeout', 2, dayMs, 1],
  ])('of %s seen %i times within %i ms: %i alerts', (code, sightings, ageMs, count) => {
    expect(alerts(troubled(code, sightings, ageMs))).toHaveLength(count);
  });

  it('once, and once more after a week', () => {
    const keys = [dayMs, 7 * dayMs - 1, 7 * dayMs].map((ageMs) => alerts(troubled('timeout', 9, ageMs))[0]?.dedupeKey);
    expect(keys.map((key) => key?.split(':').at(-1))).toEqual(['first', 'first', 'again']);
  });

  it('anew when the trouble is another run, or that of another calendar', () => {
    const keys = [
      troubled('gone', 3, 0),
      troubled('gone', 3, 1),
      { ...troubled('gone', 3, 0), id: 5 as CalendarId },
    ].map((calendar) => alerts(calendar)[0]?.dedupeKey);
    expect(new Set(keys).size).toBe(3);
  });

  it('by a direct message to whoever set the bot up, where no channel is chosen', () => {
    const setUpBy = '300' as UserId;
    expect(alerts(undefined, { ...defaultSettings(guildId), setUpBy })).toMatchObject([
      { channelId: setUpBy, targetKind: 'direct' },
    ]);
  });

  it('not while it can be read, and not where nobody is known to be told', () => {
    expect(alerts(sampleCalendar())).toEqual([]);
    expect(alerts(undefined, defaultSettings(guildId))).toEqual([]);
  });
});
