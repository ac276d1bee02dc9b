import { describe, expect, it } from 'vitest';
import { parseCalendar } from '../../../../src/sources/calendar.ts';

const read = (bytes: Uint8Array) =>
  parseCalendar({ bytes, homeTimeZone: 'Europe/Lisbon', now: Date.parse('2026-11-24') });
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'DTSTART:20261124T100000Z', ...lines, 'END:VEVENT'];
const calendar = (...lines: string[]) => ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''];
const bytesOf = (lines: readonly string[], lineEnd = '\r\n') => Buffer.from(lines.join(lineEnd));
const titles = (bytes: Uint8Array) => read(bytes).events.map(({ title }) => title);

describe('a calendar as it may come', () => {
  it('has lines that end with CR alone, or with LF alone', () => {
    const lines = calendar(...event('UID:1', 'SUMMARY:One'));
    expect([titles(bytesOf(lines, '\r')), titles(bytesOf(lines, '\n'))]).toEqual([['One'], ['One']]);
  });

  it('begins with a mark of its byte order', () => {
    expect(titles(bytesOf(['\ufeffBEGIN:VCALENDAR', ...event('UID:1', 'SUMMARY:One'), 'END:VCALENDAR']))).toEqual([
      'One',
    ]);
  });

  it('is folded within a character', () => {
    const [before = '', after = ''] = calendar(...event('UID:1', 'SUMMARY:Café|é at noon'))
      .join('\r\n')
      .split('|');
    const letter = Buffer.from(after.slice(0, 1));
    const parts = [Buffer.from(before), letter.subarray(0, 1), Buffer.from('\r\n '), letter.subarray(1)];
    expect(titles(Buffer.concat([...parts, Buffer.from(after.slice(1))]))).toEqual(['Caféé at noon']);
  });

  it('escapes its commas, semicolons and line ends', () => {
    const lines = event('UID:1', 'SUMMARY:Salt\\, slate\\; \\\\ sea', 'DESCRIPTION:One\\nTwo\\NThree');
    expect(read(bytesOf(calendar(...lines))).events).toMatchObject([
      { title: 'Salt, slate; \\ sea', description: 'One\nTwo\nThree' },
    ]);
  });

  it('has many events and no VCALENDAR around them', () => {
    const many = Array.from({ length: 1_458 }, (_, index) => event(`UID:${index}`, `SUMMARY:${index}`)).flat();
    expect(titles(bytesOf(many))).toHaveLength(1_458);
  });

  it('is empty, and that is no fault', () => {
    expect(read(bytesOf(calendar('X-WR-CALNAME:Programme')))).toMatchObject({
      title: 'Programme',
      events: [],
      problems: [],
    });
  });

  it('is refused where it is larger than any programme', () => {
    expect(() => read(Buffer.alloc(10_000_000, 'BEGIN:VCALENDAR\r\n'))).toThrow('tooLarge');
  });

  it('lists so many single dates that the rest is reported, not followed', () => {
    const list = `EXDATE:${Array(5_500).fill('20270101T100000Z').join(',')}`;
    const one = event('UID:1', 'SUMMARY:One', 'RRULE:FREQ=YEARLY', list, list);
    const { events, problems } = read(bytesOf(calendar(...one, ...event('UID:2', 'SUMMARY:Two', list, list))));
    expect(new Set(events.map(({ title }) => title))).toEqual(new Set(['One']));
    expect(problems).toEqual(['event 2 (Two): the calendar lists over 20000 single dates']);
  });

  it('gives an end that makes no sense, and the event is kept without it', () => {
    const { events, problems } = read(bytesOf(calendar(...event('UID:1', 'SUMMARY:One', 'DTEND:20261124T1'))));
    expect(events[0]?.time).toEqual({ kind: 'instants', startsAt: Date.parse('2026-11-24T10:00Z'), timeZone: 'UTC' });
    expect(problems).toHaveLength(1);
  });

  it('tells of an event without a date in its problems', () => {
    const { events, problems } = read(bytesOf(calendar('BEGIN:VEVENT', 'UID:1', 'SUMMARY:Some day', 'END:VEVENT')));
    expect([events, problems]).toEqual([[], ['event 1 (Some day): it has no DTSTART']]);
  });
});
