import { afterEach, describe, expect, it } from 'vitest';
import { parseCalendar } from '../../../../src/sources/calendar.ts';

const machineZone = process.env.TZ;
const setMachineZone = (timeZone: string | undefined) => {
  if (timeZone === undefined) delete process.env.TZ;
  else process.env.TZ = timeZone;
};
afterEach(() => setMachineZone(machineZone));

/** @param head lines before the event */
const read = (start: string, ...head: string[]) => {
  const event = ['BEGIN:VEVENT', 'UID:1', 'SUMMARY:Meeting', `DTSTART${start}`, 'END:VEVENT'];
  const text = ['BEGIN:VCALENDAR', ...head, ...event, 'END:VCALENDAR', ''].join('\r\n');
  return parseCalendar({ bytes: Buffer.from(text), homeTimeZone: 'Europe/Lisbon', now: Date.parse('2027-06-01') });
};
const definition = (tzid: string, winter: string, summer: string) => [
  ...['BEGIN:VTIMEZONE', `TZID:${tzid}`],
  ...['BEGIN:STANDARD', 'DTSTART:19961027T020000', `TZOFFSETFROM:${summer}`, `TZOFFSETTO:${winter}`],
  ...['RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD'],
  ...['BEGIN:DAYLIGHT', 'DTSTART:19960331T010000', `TZOFFSETFROM:${winter}`, `TZOFFSETTO:${summer}`],
  ...['RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'END:DAYLIGHT', 'END:VTIMEZONE'],
];
const lisbon = definition('Europe/Lisbon', '+0000', '+0100');

describe.each(['UTC', 'America/New_York', 'Pacific/Auckland'])('on a machine in %s', (machine) => {
  it.each([
    ['an IANA name', ';TZID=Europe/Lisbon:20270612T090000', [], '2027-06-12T08:00Z', 'Europe/Lisbon'],
    [
      'an IANA name with its definition',
      ';TZID=Europe/Lisbon:20270612T090000',
      lisbon,
      '2027-06-12T08:00Z',
      'Europe/Lisbon',
    ],
    ['a Windows name', ';TZID=GMT Standard Time:20270612T090000', [], '2027-06-12T08:00Z', 'Europe/London'],
    ['another Windows name', ';TZID=W. Europe Standard Time:20270612T090000', [], '2027-06-12T07:00Z', 'Europe/Berlin'],
    [
      'a name of the calendar with its definition',
      ';TZID=Our hall:20270612T090000',
      definition('Our hall', '+0300', '+0400'),
      '2027-06-12T05:00Z',
      'Etc/GMT-4',
    ],
    [
      "a maker's prefix",
      ';TZID=/mozilla.org/20050126_1/Europe/Lisbon:20270612T090000',
      [],
      '2027-06-12T08:00Z',
      'Europe/Lisbon',
    ],
    [
      "another maker's prefix",
      ';TZID=/freeassociation.sourceforge.net/America/New_York:20270612T090000',
      [],
      '2027-06-12T13:00Z',
      'America/New_York',
    ],
    [
      'the name that Outlook shows',
      ';TZID="(UTC+00:00) Dublin, Edinburgh, Lisbon, London":20270612T090000',
      [],
      '2027-06-12T08:00Z',
      'Europe/London',
    ],
    ["the calendar's own default", ':20270612T090000', ['X-WR-TIMEZONE:Asia/Tokyo'], '2027-06-12T00:00Z', 'Asia/Tokyo'],
    ['nothing, where the society is', ':20270612T090000', [], '2027-06-12T08:00Z', 'Europe/Lisbon'],
    ['UTC', ':20270612T090000Z', ['X-WR-TIMEZONE:Asia/Tokyo'], '2027-06-12T09:00Z', 'UTC'],
  ])('a time is right that names %s', (_name, start, head, startsAt, timeZone) => {
    setMachineZone(machine);
    const { events, problems } = read(start, ...head);
    expect(events).toMatchObject([{ time: { startsAt: Date.parse(startsAt), timeZone } }]);
    expect(events[0]).not.toHaveProperty('isZoneUnsure');
    expect(problems).toEqual([]);
  });

  it.each([
    ['a zone that nobody knows', ';TZID=Nowhere/Land:20270612T090000', []],
    ['a default that nobody knows', ':20270612T090000', ['X-WR-TIMEZONE:Nowhere']],
    [
      'a zone that is defined otherwise than usual',
      ';TZID=Europe/Lisbon:20270612T090000',
      definition('Europe/Lisbon', '+0500', '+0600'),
    ],
  ])('a time is doubtful that names %s', (_name, start, head) => {
    setMachineZone(machine);
    const { events, problems } = read(start, ...head);
    expect(events).toMatchObject([{ isZoneUnsure: true, time: { startsAt: Date.parse('2027-06-12T08:00Z') } }]);
    expect(problems).toHaveLength(1);
  });
});

describe('a local time', () => {
  it.each([
    ['that the clocks skip is an hour later', '20270328T013000', '2027-03-28T01:30Z'],
    ['that the clocks repeat is the first of the two', '20271031T013000', '2027-10-31T00:30Z'],
  ])('%s', (_name, local, startsAt) => {
    expect(read(`;TZID=Europe/Lisbon:${local}`).events[0]?.time).toMatchObject({ startsAt: Date.parse(startsAt) });
  });
});
