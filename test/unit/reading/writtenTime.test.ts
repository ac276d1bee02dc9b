import { describe, expect, it } from 'vitest';
import { exactTexts } from '../../../src/reading/writtenDate/exactMoment.ts';
import { readWrittenTime } from '../../../src/reading/writtenDate/readWrittenTime.ts';

/** A Tuesday. */
const now = Date.UTC(2026, 10, 24, 12);
const read = (start: string, end?: string, timeZone = 'Europe/Lisbon') =>
  readWrittenTime({ start, timeZone, now, ...(end === undefined ? {} : { end }) });
const days = (startsOn: string, endsOn = startsOn) => ({ kind: 'days', startsOn, endsOn });
const at = (iso: string) => Date.parse(iso);

describe('a date that is typed exactly', () => {
  it('is days, or instants of the zone, and needs no second look', () => {
    expect(read('2027-06-12')).toEqual({
      kind: 'read',
      time: days('2027-06-12'),
      isInWords: false,
      isWeekdayWrong: false,
    });
    expect(read('2027-06-12', '2027-06-14')).toMatchObject({ time: days('2027-06-12', '2027-06-14') });
    const time = { kind: 'instants', startsAt: at('2027-06-12T17:00Z'), endsAt: at('2027-06-12T19:30Z') };
    expect(read('2027-06-12 18:00', '2027-06-12 20:30')).toMatchObject({ time, isInWords: false });
  });

  it('is read later where the clocks skip it, and the first time where they repeat it', () => {
    expect(read('2027-03-28 01:30')).toMatchObject({ time: { startsAt: at('2027-03-28T01:30Z') } });
    expect(read('2027-10-31 01:30')).toMatchObject({ time: { startsAt: at('2027-10-31T00:30Z') } });
  });

  it.each([
    ['2027-02-30', undefined, 'startUnreadable'],
    ['2027-13-01', undefined, 'startUnreadable'],
    ['9999-12-31', undefined, 'startUnreadable'],
    ['0001-01-01 00:00', undefined, 'startUnreadable'],
    ['12 June 9999', undefined, 'startUnreadable'],
    ['2027-06-12', '9999-12-31', 'endUnreadable'],
    ['2027-06-12 25:00', undefined, 'startUnreadable'],
    ['2027-06-12', '2027-06-31', 'endUnreadable'],
    ['2027-06-12', '2027-06-11', 'endBeforeStart'],
    ['2027-06-12 18:00', '2027-06-12 18:00', 'endBeforeStart'],
    ['2027-06-12 18:00', '2027-06-13', 'clocksDiffer'],
    ['2027-06-12', '2027-06-13 18:00', 'clocksDiffer'],
  ])('%s to %s is no time: %s', (start, end, kind) => {
    expect(read(start, end)).toEqual({ kind });
  });

  it.each([
    ['2027-06-12', ''],
    ['2027-06-12', '2027-06-14'],
    ['2027-06-12 18:00', ''],
    ['2027-10-31 00:30', '2027-11-01 09:15'],
  ])('%s to %s comes back as it was typed', (start, end) => {
    const found = read(start, end);
    expect(found.kind === 'read' && exactTexts(found.time)).toEqual({ start, end });
  });
});

describe('a date in words', () => {
  it.each([
    ['12-14 June 2027', days('2027-06-12', '2027-06-14')],
    ['12 to 14 June', days('2027-06-12', '2027-06-14')],
    ['30 December to 2 January', days('2026-12-30', '2027-01-02')],
    ['14 June', days('2027-06-14')],
    ['12.–14. Juni 2027', days('2027-06-12', '2027-06-14')],
    ['vom 12. bis zum 14. Juni', days('2027-06-12', '2027-06-14')],
    ['12. März 2027', days('2027-03-12')],
    ['12/06/2027', days('2027-06-12')],
    ['12.06.2027', days('2027-06-12')],
    ['tomorrow', days('2026-11-25')],
  ])('%s', (words, time) => {
    expect(read(words)).toEqual({ kind: 'read', time, isInWords: true, isWeekdayWrong: false });
  });

  it('with a time of day is an instant there, or in the zone that stands beside it', () => {
    expect(read('next Friday 6pm')).toMatchObject({
      time: { startsAt: at('2026-12-04T18:00Z'), timeZone: 'Europe/Lisbon' },
    });
    expect(read('12 June 2027 6pm-8pm')).toMatchObject({
      time: { startsAt: at('2027-06-12T17:00Z'), endsAt: at('2027-06-12T19:00Z') },
    });
    expect(read('12 June 2027 18:00 UTC')).toMatchObject({ time: { startsAt: at('2027-06-12T18:00Z') } });
  });

  it.each([
    ['12 June 2027 6pm EST', '2027-06-12T22:00Z'],
    ['12 June 2027 18:00 AoE', '2027-06-13T06:00Z'],
    ['12 June 2027 at 19:00 Tokyo', '2027-06-12T10:00Z'],
    ['12 June 2027 noon', '2027-06-12T11:00Z'],
    ['today 10am', '2026-11-24T10:00Z'],
    ['tomorrow 10am', '2026-11-25T10:00Z'],
    ['tomorrow at noon', '2026-11-25T12:00Z'],
    ['morgen um 18 Uhr', '2026-11-25T18:00Z'],
  ])('“%s” is that day, by the clock that is named', (words, startsAt) => {
    expect(read(words)).toMatchObject({ time: { startsAt: at(startsAt) } });
  });

  it.each([
    '12 June 2027 midnight',
    '5. Dezember 24 Uhr',
    '12 June 2027 half past six',
    '12 June 2027 18:00 IST',
    'in the week of 12 June 2027',
    'around 12 June 2027',
  ])('“%s” leaves it open when that is', (words) => {
    expect(read(words)).toEqual({ kind: 'startUnreadable' });
  });

  it('begins where the day is that people there have', () => {
    const late = Date.UTC(2026, 10, 24, 12);
    const there = readWrittenTime({ start: 'tomorrow', timeZone: 'Pacific/Kiritimati', now: late });
    expect(there).toMatchObject({ time: days('2026-11-26') });
  });

  it('for the end goes on from the start', () => {
    expect(read('12 June 2027', '14 June')).toMatchObject({ time: days('2027-06-12', '2027-06-14') });
    expect(read('2027-06-12 18:00', '8pm')).toMatchObject({
      time: { endsAt: at('2027-06-12T19:00Z') },
      isInWords: true,
    });
  });

  it('whose weekday is another day’s is told apart', () => {
    expect(read('Saturday 12 June 2027')).toMatchObject({ isWeekdayWrong: false });
    expect(read('Friday 12 June 2027')).toMatchObject({ time: days('2027-06-12'), isWeekdayWrong: true });
  });

  it.each(['soon', 'June 2027', '31 June 2027', '12 June and 14 July', '', '12 June 2027 at some point, then 3 May'])(
    '%s names no day',
    (words) => {
      expect(read(words)).toEqual({ kind: 'startUnreadable' });
    },
  );
});
