import { describe, expect, it } from 'vitest';
import type { Conference } from '../../../src/domain/conference.ts';
import type { ConferenceId, GuildId } from '../../../src/domain/ids.ts';
import { sayIn } from '../../../src/kit/translate.ts';
import { type CalendarEntry, calendarDocument } from '../../../src/views/calendarDocument.ts';
import { calendarEntries } from '../../../src/views/calendarEntries.ts';

const at = (iso: string) => Date.parse(iso);
const entry: CalendarEntry = {
  uid: 'c1@society.example.org',
  title: 'Annual meeting',
  time: { kind: 'days', startsOn: '2027-06-12', endsOn: '2027-06-14' },
  status: 'confirmed',
  sequence: 2,
  changedAt: at('2026-11-24T10:00:30Z'),
};
const linesOf = (...entries: CalendarEntry[]) => calendarDocument({ name: 'Programme', entries }).split('\r\n');
const timed = (startsAt: string, timeZone: string, endsAt?: string) =>
  linesOf({
    ...entry,
    time: { kind: 'instants', startsAt: at(startsAt), timeZone, ...(endsAt ? { endsAt: at(endsAt) } : {}) },
  });

describe('a calendar file', () => {
  it('ends whole days on the day after the last one', () => {
    expect(linesOf(entry)).toEqual(
      expect.arrayContaining(['DTSTART;VALUE=DATE:20270612', 'DTEND;VALUE=DATE:20270615']),
    );
  });

  it('gives times by the clock at the venue and defines that clock', () => {
    const lines = timed('2027-06-12T17:00Z', 'Europe/Lisbon', '2027-06-12T19:00Z');
    expect(lines).toContain('DTSTART;TZID=Europe/Lisbon:20270612T180000');
    expect(lines).toContain('DTEND;TZID=Europe/Lisbon:20270612T200000');
    const definition = lines.slice(lines.indexOf('BEGIN:VTIMEZONE'), lines.indexOf('END:VTIMEZONE'));
    expect(definition).toEqual(
      expect.arrayContaining(['TZID:Europe/Lisbon', 'TZOFFSETFROM:+0000', 'TZOFFSETTO:+0100', 'BEGIN:DAYLIGHT']),
    );
    expect(definition.join('\n')).toContain('20270328T010000');
  });

  it('says a time of an hour that the clocks repeat in UTC, where it has one meaning', () => {
    expect(timed('2027-10-31T00:30Z', 'Europe/Lisbon')).toContain('DTSTART;TZID=Europe/Lisbon:20271031T013000');
    expect(timed('2027-10-31T01:30Z', 'Europe/Lisbon')).toContain('DTSTART:20271031T013000Z');
  });

  it('says times of a zone that nobody knows, and of years far away, in UTC', () => {
    expect(timed('2027-06-12T17:00Z', 'Europe/Nowhere')).toContain('DTSTART:20270612T170000Z');
    expect(timed('2600-06-12T17:00Z', 'Europe/Lisbon')).toContain('DTSTART:26000612T170000Z');
  });

  it('is the same bytes for the same entries, and says when each was last changed', () => {
    expect(linesOf(entry)).toEqual(linesOf(entry));
    expect(linesOf(entry)).toEqual(
      expect.arrayContaining(['SEQUENCE:2', 'DTSTAMP:20261124T100030Z', 'LAST-MODIFIED:20261124T100030Z']),
    );
  });

  it('keeps what is cancelled as cancelled, and invites nobody', () => {
    const lines = linesOf({ ...entry, status: 'cancelled' });
    expect(lines).toContain('STATUS:CANCELLED');
    expect(lines.filter((line) => line.startsWith('METHOD'))).toEqual([]);
  });

  it('tells subscribers its name and how often to ask', () => {
    expect(linesOf()).toEqual(
      expect.arrayContaining([
        'X-WR-CALNAME:Programme',
        'REFRESH-INTERVAL;VALUE=DURATION:PT60M',
        'X-PUBLISHED-TTL:PT60M',
      ]),
    );
  });

  it('leaves out an address that is none', () => {
    const lines = linesOf({ ...entry, url: 'javascript:alert(1)\r\nATTACH:x' });
    expect(lines.filter((line) => /^(?:URL|ATTACH)/.test(line))).toEqual([]);
  });
});

describe('the entries of a conference', () => {
  const conference = {
    ...{ id: 7 as ConferenceId, guildId: '1' as GuildId, uid: 'u', standing: 'sure', evidence: {}, createdAt: 0 },
    ...{ title: 'Annual meeting', status: 'confirmed', sequence: 2, changedAt: entry.changedAt },
    time: entry.time,
    milestones: [
      { kind: 'submission', due: { kind: 'day', on: '2027-03-15', timeZone: 'Etc/GMT+12' } },
      { kind: 'submission', due: { kind: 'instant', at: at('2027-03-20T17:00Z'), timeZone: 'Europe/Lisbon' } },
      { kind: 'other', due: { kind: 'day', on: '2027-04-01' }, label: 'Travel grants' },
    ],
  } as const satisfies Conference;
  const entries = (changed: Partial<Conference> = {}) =>
    calendarEntries({ ...conference, ...changed }, 'society.example.org', sayIn('en'));

  it('are itself and each of its milestones, by names that stay', () => {
    expect(entries().map(({ uid, title, time }) => ({ uid, title, time }))).toEqual([
      { uid: '7@society.example.org', title: 'Annual meeting', time: entry.time },
      {
        uid: '7-submission@society.example.org',
        title: 'Submissions due: Annual meeting',
        time: { kind: 'days', startsOn: '2027-03-15', endsOn: '2027-03-15' },
      },
      {
        uid: '7-submission-2@society.example.org',
        title: 'Submissions due: Annual meeting',
        time: { kind: 'instants', startsAt: at('2027-03-20T17:00Z'), timeZone: 'Europe/Lisbon' },
      },
      {
        uid: '7-other@society.example.org',
        title: 'Travel grants: Annual meeting',
        time: { kind: 'days', startsOn: '2027-04-01', endsOn: '2027-04-01' },
      },
    ]);
  });

  it('are the milestones alone while the conference has no date', () => {
    const { time: _, ...undated } = conference;
    expect(calendarEntries(undated, undefined, sayIn('en')).map(({ uid }) => uid)).toEqual([
      '7-submission@society-bot',
      '7-submission-2@society-bot',
      '7-other@society-bot',
    ]);
  });
});
