import { describe, expect, it } from 'vitest';
import { readDateLine } from '../../../../src/sources/calendar/dateText.ts';
import { findNamedZone } from '../../../../src/sources/calendar/zones.ts';

describe('a date of a calendar', () => {
  it.each([
    ['DTSTART:20270312T090000Z', '2027-03-12T09:00:00Z', undefined],
    ['DTSTART;TZID=Europe/Lisbon:20270312T090000', '2027-03-12T09:00:00', 'Europe/Lisbon'],
    ['DTSTART:20270312', '2027-03-12', undefined],
    ['dtstart;value=date:20270312', '2027-03-12', undefined],
    ['DTSTART;VALUE=DATE:20270312T000000', '2027-03-12', undefined],
    ['DTSTART:20270312T0900', '2027-03-12T09:00:00', undefined],
    ['DTSTART: 2027-03-12T09:00:00Z ', '2027-03-12T09:00:00Z', undefined],
    ['DTSTART:2027-03-12 09:00', '2027-03-12T09:00:00', undefined],
    ['DTSTART:2027-03-12', '2027-03-12', undefined],
    ['DTSTART;TZID="(UTC+01:00) Berlin, Rome":20270312T090000', '2027-03-12T09:00:00', '(UTC+01:00) Berlin, Rome'],
    ['DTSTART;TZID=(UTC+01:00) Berlin, Rome:20270312T090000', '2027-03-12T09:00:00', '(UTC+01:00) Berlin, Rome'],
    ['DTSTART;X-A=1;TZID=Asia/Tokyo;X-B=2:20270312T090000', '2027-03-12T09:00:00', 'Asia/Tokyo'],
  ])('is read from %s', (line, text, tzid) => {
    expect(readDateLine(line)).toEqual({ text, tzid });
  });

  it.each(['DTSTART:', 'DTSTART:tomorrow', 'DTSTART:20270312T1', 'DTSTART:2027', 'DTSTART'])('is not in %s', (line) => {
    expect(readDateLine(line)).toBeUndefined();
  });
});

describe('the name of a zone', () => {
  it.each([
    ['US-Eastern', 'US/Eastern'],
    ['America/New York', 'America/New_York'],
    ['UTC+2', 'Etc/GMT-2'],
    ['GMT-05:00', 'Etc/GMT+5'],
    ['/example.org/2026/UTC', 'UTC'],
    ['Eastern Daylight Time', 'America/New_York'],
    ['(UTC-05:00) Eastern Time (US & Canada)', 'America/New_York'],
    ['(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi', 'Asia/Kolkata'],
    ['(GMT+02:00) Helsinki, Kyiv, Riga', 'Europe/Helsinki'],
    ['(UTC+09:00) Osaka, Sapporo, Tokyo', 'Asia/Tokyo'],
  ])('%s is that of %s', (name, zone) => {
    expect(findNamedZone(name)).toBe(zone);
  });

  it.each(['Pacific', 'Room 5', 'Bad-Ems', '(UTC+05:00) London', 'Nowhere/Land', ''])('%j is nobody’s', (name) => {
    expect(findNamedZone(name)).toBeUndefined();
  });
});
