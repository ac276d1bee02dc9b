import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SourceError } from '../../../src/domain/errors.ts';
import { readEvents } from '../../../src/sources/calendar/readEvents.ts';
import { parseCalendar } from '../../../src/sources/calendar.ts';

const read = (text: string | Uint8Array) =>
  parseCalendar({
    bytes: typeof text === 'string' ? Buffer.from(text) : text,
    homeTimeZone: 'Europe/Lisbon',
    now: Date.parse('2026-11-24T00:00Z'),
  });
const event = (...lines: string[]) =>
  ['BEGIN:VEVENT', 'UID:1', 'SUMMARY:Annual meeting', ...lines, 'END:VEVENT'].join('\r\n');
const calendar = (...parts: string[]) =>
  ['BEGIN:VCALENDAR', 'X-WR-CALNAME:Programme\\, 2026', ...parts, 'END:VCALENDAR', ''].join('\r\n');
const timeOf = (...lines: string[]) => read(calendar(event(...lines))).events[0]?.time;
const at = (iso: string) => Date.parse(iso);

describe('a calendar', () => {
  it('gives what an event says', () => {
    const found = read(
      calendar(
        event(
          'DTSTART;TZID=Europe/Berlin:20261124T180000',
          'DTEND;TZID=Europe/Berlin:20261124T200000',
          'LOCATION:Hall 1\\, Main Street',
          'URL:https://society.example.org/e/1',
          'STATUS:TENTATIVE',
          'DESCRIPTION:A long li',
          ' ne\\nand another',
          'BEGIN:VALARM',
          'TRIGGER:-PT15M',
          'DESCRIPTION:alarm',
          'END:VALARM',
        ),
      ),
    );
    expect(found).toEqual({
      title: 'Programme, 2026',
      problems: [],
      unread: [],
      events: [
        {
          uid: '1',
          title: 'Annual meeting',
          time: {
            kind: 'instants',
            startsAt: at('2026-11-24T17:00Z'),
            endsAt: at('2026-11-24T19:00Z'),
            timeZone: 'Europe/Berlin',
          },
          status: 'tentative',
          place: 'Hall 1, Main Street',
          url: 'https://society.example.org/e/1',
          description: 'A long line\nand another',
        },
      ],
    });
  });

  it('counts whole days with both ends', () => {
    const days = (startsOn: string, endsOn: string) => ({ kind: 'days', startsOn, endsOn });
    expect(timeOf('DTSTART;VALUE=DATE:20261124', 'DTEND;VALUE=DATE:20261127')).toEqual(
      days('2026-11-24', '2026-11-26'),
    );
    expect(timeOf('DTSTART;VALUE=DATE:20261124')).toEqual(days('2026-11-24', '2026-11-24'));
    expect(timeOf('DTSTART;VALUE=DATE:20261124', 'DURATION:P2D')).toEqual(days('2026-11-24', '2026-11-25'));
    expect(timeOf('DTSTART:20261124')).toEqual(days('2026-11-24', '2026-11-24'));
  });

  it.each([
    ['DTSTART:20260724T180000Z', '2026-07-24T18:00Z', 'UTC'],
    ['DTSTART:20260724T180000', '2026-07-24T17:00Z', 'Europe/Lisbon'],
    ['DTSTART;TZID=W. Europe Standard Time:20260724T180000', '2026-07-24T16:00Z', 'Europe/Berlin'],
    ['DTSTART;TZID=/mozilla.org/20050126_1/Asia/Tokyo:20260724T180000', '2026-07-24T09:00Z', 'Asia/Tokyo'],
    [
      'DTSTART;TZID="(UTC+00:00) Dublin, Edinburgh, Lisbon, London":20260724T180000',
      '2026-07-24T17:00Z',
      'Europe/London',
    ],
  ])('understands %s', (line, iso, timeZone) => {
    expect(timeOf(line)).toEqual({ kind: 'instants', startsAt: at(iso), timeZone });
  });

  it("uses the calendar's own definition of a zone nobody else knows", () => {
    const zone = (rule: string) =>
      `BEGIN:VTIMEZONE\r\nTZID:House\r\nBEGIN:STANDARD\r\nDTSTART:20001029T030000\r\nTZOFFSETFROM:+0500\r\nTZOFFSETTO:+0400\r\n${rule}\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:20000326T020000\r\nTZOFFSETFROM:+0400\r\nTZOFFSETTO:+0500\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE`;
    const meeting = event('DTSTART;TZID=House:20260724T180000');
    const found = read(calendar(zone('RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU'), meeting));
    expect(found.events[0]?.time).toEqual({
      kind: 'instants',
      startsAt: at('2026-07-24T13:00Z'),
      timeZone: 'Etc/GMT-5',
    });
    expect(found.problems).toEqual([]);
    // A rule that would keep the machine busy for ever is left out.
    expect(read(calendar(zone('RRULE:FREQ=DAILY;BYMONTHDAY=-1,-2'), meeting)).events).toHaveLength(1);
  });

  it('reads an end that names no zone by the clock of the start, and 24:00 as the end of the day', () => {
    const start = 'DTSTART;TZID=America/New_York:20261124T180000';
    expect(timeOf(start, 'DTEND:20261124T200000')).toMatchObject({ endsAt: at('2026-11-25T01:00Z') });
    expect(timeOf(start, 'DTEND;TZID=America/New_York:20261124T240000')).toMatchObject({
      endsAt: at('2026-11-25T05:00Z'),
    });
  });

  it('counts a last day that ends at noon', () => {
    const end = 'DTEND;TZID=Europe/Lisbon:20261126T120000';
    expect(timeOf('DTSTART;VALUE=DATE:20261124', end)).toMatchObject({ endsOn: '2026-11-26' });
  });

  it('says so when a zone is unknown, and takes the home zone', () => {
    const found = read(calendar(event('DTSTART;TZID=Nowhere:20260724T180000')));
    expect(found.events[0]?.time).toMatchObject({ startsAt: at('2026-07-24T17:00Z'), timeZone: 'Europe/Lisbon' });
    expect(found.events[0]?.isZoneUnsure).toBe(true);
    expect(found.problems[0]).toContain('Nowhere');
  });

  it('keeps the good events beside a bad one, and reports the bad one', () => {
    const bad = 'BEGIN:VEVENT\r\nSUMMARY:Bad\r\nDTSTART:2026-99-99T99\r\nEND:VEVENT';
    const open = 'BEGIN:VEVENT\r\nUID:3\r\nSUMMARY:Open\r\nDTSTART:20261125T100000Z';
    const found = read(`\ufeff${calendar(bad, event('DTSTART:20261124T100000Z', 'URL;//'), open)}`);
    expect(found.events.map(({ title }) => title)).toEqual(['Annual meeting', 'Open']);
    expect(found.problems.join('\n')).toMatch(/event 1 \(Bad\)[\s\S]*URL[\s\S]*event 3 \(Open\): its END is missing/);
  });

  it('gives an event without UID one that stays the same', () => {
    const nameless = 'BEGIN:VEVENT\r\nSUMMARY:A\r\nDTSTART:20261124T100000Z\r\nEND:VEVENT';
    const [one, two] = [read(calendar(nameless)), read(calendar(nameless))];
    expect(one.events[0]?.uid).toMatch(/^[\w-]{22}$/);
    expect(one.events[0]?.uid).toBe(two.events[0]?.uid);
  });

  it.each(['<!doctype html><html><body>Log in</body></html>', '', 'hello', '<rss></rss>'])('is not %j', (text) => {
    expect(() => read(text)).toThrow(SourceError);
    expect(() => read(text)).toThrow('notACalendar');
  });

  it('reads at most 5,000 events and says how many there were', () => {
    const many = Array.from(
      { length: 5_100 },
      (_, i) => `BEGIN:VEVENT\nUID:${i}\nSUMMARY:E\nDTSTART:20261124T100000Z\nEND:VEVENT`,
    );
    const found = read(many.join('\n'));
    expect(found.events).toHaveLength(5_000);
    expect(found.problems[0]).toContain('5100');
  });

  const folder = '../shared/data/calendars/';
  it.skipIf(!existsSync(folder))('loses no event of any collected calendar silently', () => {
    const lines = readFileSync(`${folder}expected.jsonl`, 'utf8').trim().split('\n');
    for (const line of lines) {
      const { file, events } = JSON.parse(line) as { file: string; events: unknown[] };
      if (events.length === 0) continue;
      const found = readEvents({ bytes: readFileSync(`${folder}ics/${file}`), homeTimeZone: 'Europe/Lisbon' });
      if (found.events.length < events.length) expect(found.problems, file).not.toEqual([]);
    }
  });
});
