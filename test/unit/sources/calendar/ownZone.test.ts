import { describe, expect, it } from 'vitest';
import { parseOwnZone, utcOf } from '../../../../src/sources/calendar/ownZone.ts';
import { formatLocal, parseLocal } from '../../../../src/sources/calendar/recurrence/civil.ts';

const winter = (...dates: string[]) => [
  ...['BEGIN:STANDARD', 'DTSTART:19961027T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0000', ...dates, 'END:STANDARD'],
];
const summer = (...dates: string[]) => [
  ...['BEGIN:DAYLIGHT', 'DTSTART:19960331T010000', 'TZOFFSETFROM:+0000', 'TZOFFSETTO:+0100', ...dates, 'END:DAYLIGHT'],
];
const byRule = [
  ...winter('RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU'),
  ...summer('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU'),
];
const byDates = [
  ...winter('RDATE:20261025T020000,20271031T020000', 'RDATE:20281029T020000'),
  ...summer('RDATE:20260329T010000,20270328T010000,20280326T010000'),
];
const utc = (lines: readonly string[], local: string) => formatLocal(utcOf(parseOwnZone(lines), parseLocal(local)));

describe.each([
  ['a rule', byRule],
  ['lists of dates', byDates],
])('a zone that a calendar defines by %s', (_how, lines) => {
  it.each([
    ['winter', '2027-01-15T12:00:00', '2027-01-15T12:00:00'],
    ['summer', '2027-07-15T12:00:00', '2027-07-15T11:00:00'],
    ['the summer after', '2028-07-15T12:00:00', '2028-07-15T11:00:00'],
    ['the minute before the change', '2027-03-28T00:59:00', '2027-03-28T00:59:00'],
    ['a time that is skipped: the later', '2027-03-28T01:30:00', '2027-03-28T01:30:00'],
    ['the hour after the change', '2027-03-28T02:30:00', '2027-03-28T01:30:00'],
    ['the hour after the change back', '2027-10-31T02:30:00', '2027-10-31T02:30:00'],
    ['a time that is repeated: the earlier', '2027-10-31T01:30:00', '2027-10-31T00:30:00'],
    ['before its first change', '1950-07-15T12:00:00', '1950-07-15T12:00:00'],
  ])('knows %s', (_when, local, expected) => {
    expect(utc(lines, local)).toBe(expected);
  });
});

describe('a definition', () => {
  it('ends with its rule', () => {
    const until = [...winter('RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20201025T010000Z'), ...summer()];
    expect(utc([...until, ...summer('RDATE:20210328T010000')], '2024-12-15T12:00:00')).toBe('2024-12-15T11:00:00');
  });

  it.each([
    ['says nothing', []],
    ['lacks its distance from UTC', winter().filter((line) => !line.startsWith('TZOFFSETTO'))],
    ['is off the earth', winter().map((line) => line.replace('+0100', '+9900'))],
    ['has no beginning', winter().filter((line) => !line.startsWith('DTSTART'))],
    ['would keep a machine busy', winter('RRULE:FREQ=SECONDLY')],
  ])('is refused that %s', (_what, lines) => {
    expect(() => parseOwnZone(lines)).toThrow();
  });
});
