import { describe, expect, it } from 'vitest';
import { instants, minute, read } from './reading.ts';

const talkOn = (when: string, homeTimeZone = 'Europe/Lisbon') =>
  read(`Our summer lecture is on ${when}. Please join us.`, { homeTimeZone });
const talkAt = (time: string, homeTimeZone?: string) => talkOn(`14 June 2027 at ${time}`, homeTimeZone);

describe('a zone that stands beside a time', () => {
  it.each([
    ['10:00+02:00', '2027-06-14T08:00Z'],
    ['10:00 (+01:00)', '2027-06-14T09:00Z'],
    ['10:00 +0530', '2027-06-14T04:30Z'],
    ['10:00 (-05:00)', '2027-06-14T15:00Z'],
    ['10:00-0500', '2027-06-14T15:00Z'],
    ['10:00 UTC−3', '2027-06-14T13:00Z'],
    ['10:00Z', '2027-06-14T10:00Z'],
    ['10:00 SAST', '2027-06-14T08:00Z'],
    ['10:00 hrs HKT', '2027-06-14T02:00Z'],
    ['10:00 h (WAT)', '2027-06-14T09:00Z'],
    ['10:00 AWST', '2027-06-14T02:00Z'],
    ['10:00 ART', '2027-06-14T13:00Z'],
    ['10:00 (Vienna time)', '2027-06-14T08:00Z'],
    ['10:00, Mexico City time', '2027-06-14T16:00Z'],
    ['10:00 in Tokyo', '2027-06-14T01:00Z'],
    ['CEST 10:00', '2027-06-14T08:00Z'],
    ['10:00 Pacific', '2027-06-14T17:00Z'],
    ['10:00 CET/CEST', '2027-06-14T08:00Z'],
    ['noon Central, via video', '2027-06-14T17:00Z'],
  ])('%s is read', (time, expected) => {
    const finding = talkAt(time);
    expect([instants(finding), finding.doubts]).toEqual([expected, []]);
  });

  it.each([
    '10:00 XYZT',
    '10:00 (QST)',
    '10:00 Springfield time',
    '10:00 New Harbour time',
    '10:00 venue time',
    '10:00 UTC+19',
    '12:00 noon local time',
    '12 noon (local time)',
    '10:00 hrs, local time',
    '10:00 in London, Ontario',
  ])('%s is asked about, and no hour is guessed', (time) => {
    const finding = talkAt(time);
    expect(finding.doubts).toContain('zoneUnsure');
    expect([finding.needsConfirmation, instants(finding), finding.start?.on]).toEqual([true, 'none', '2027-06-14']);
  });

  it.each([
    '10:00 in the Pacific Ballroom',
    '10:00 in the Central Library',
    '10:00 in the Mountain View hotel',
    '10:00 British restaurant',
    '10:00, Paris Room',
    '10:00, West Hall',
    '10:00 in Eastern House',
    '10:00 India Club',
    '10:00 AT THE LIBRARY',
  ])('is not the room of “%s”', (time) => {
    const finding = talkAt(time, 'Europe/London');
    expect([instants(finding), finding.start?.timeZone]).toEqual(['2027-06-14T09:00Z', 'Europe/London']);
  });

  it('may be said once for all times of a text', () => {
    const text = 'The online lecture is on 14 June 2027 at 10:00. All times are given in EDT.';
    expect(instants(read(text))).toBe('2027-06-14T14:00Z');
    expect(read(text.replace('given in EDT', 'local')).doubts).toContain('zoneUnsure');
  });
});

describe('letters that several parts of the world use', () => {
  it.each([
    ['18:00 BST', 'Asia/Dhaka', '2027-06-14T12:00Z'],
    ['18:00 IST', 'Asia/Jerusalem', '2027-06-14T15:00Z'],
    ['18:00 IST', 'Asia/Kolkata', '2027-06-14T12:30Z'],
    ['18:00 PST', 'Asia/Manila', '2027-06-14T10:00Z'],
    ['18:00 SST', 'Asia/Singapore', '2027-06-14T10:00Z'],
    ['18:00 EST', 'Australia/Brisbane', '2027-06-14T08:00Z'],
    ['18:00 EST', 'America/Jamaica', '2027-06-14T23:00Z'],
    ['18:00 MST', 'America/Phoenix', '2027-06-15T01:00Z'],
    ['18:00 MST', 'America/Denver', '2027-06-15T00:00Z'],
    ['18:00 CST', 'Asia/Taipei', '2027-06-14T10:00Z'],
    ['18:00 AST', 'Asia/Riyadh', '2027-06-14T15:00Z'],
    ['18:00 CST (UTC+8)', 'Europe/Lisbon', '2027-06-14T10:00Z'],
    ['18:00 IST (GMT+5:30)', 'America/Chicago', '2027-06-14T12:30Z'],
    ['18:00 CEST (UTC+2)', 'Europe/Lisbon', '2027-06-14T16:00Z'],
  ])('“%s” are clear in %s', (time, home, expected) => {
    const finding = talkAt(time, home);
    expect([instants(finding), finding.doubts]).toEqual([expected, []]);
  });

  it.each([
    ['18:00 IST', 'Europe/Lisbon'],
    ['18:00 SST', 'Europe/Lisbon'],
    ['18:00 MST', 'Europe/Lisbon'],
    ['18:00 PST', 'Asia/Karachi'],
    ['18:00 AST', 'Europe/Lisbon'],
  ])('“%s” are asked about in %s', (time, home) => {
    expect(talkAt(time, home)).toMatchObject({ doubts: ['zoneUnsure'], needsConfirmation: true });
  });

  it('do not outweigh the offset in the brackets behind them', () => {
    const finding = talkAt('10:00 EST (UTC-5)', 'America/New_York');
    expect(instants(finding)).toBe('2027-06-14T15:00Z');
    expect(finding).toMatchObject({ doubts: ['zonesDiffer'], needsConfirmation: true });
  });
});

describe('a time without a zone', () => {
  const heldIn = (where: string, when: string, homeTimeZone = 'Europe/Lisbon') =>
    read(`The workshop will be held in ${where} on ${when}. Please register.`, { homeTimeZone });

  it.each([
    ['Seoul, Korea,', '12 March 2027, from 9:00 to 17:00', 'Europe/Lisbon'],
    ['Vienna', '12 March 2027 at 10:00', 'Europe/Lisbon'],
    ['Denver, USA,', '12 March 2027 at 10:00', 'America/New_York'],
    ['Austin, TX,', '12 March 2027 at 10:00', 'America/New_York'],
    ['Perth, Australia,', '12 March 2027 at 10:00', 'Australia/Sydney'],
  ])('in %s is not by the clocks of home', (where, when, home) => {
    const finding = heldIn(where, when, home);
    expect([instants(finding), finding.start?.on]).toEqual(['none', '2027-03-12']);
    expect(finding).toMatchObject({ doubts: ['zoneUnsure'], needsConfirmation: true });
  });

  it('leaves days as they are, where there are several', () => {
    const finding = heldIn('Seoul, Korea,', '12-14 March 2027, starting at 9:00');
    expect([instants(finding), finding.needsConfirmation]).toEqual(['none', false]);
  });

  it.each([
    ['Porto, Portugal,', 'Europe/Lisbon', '2027-03-12T10:00Z'],
    ['Edinburgh, Scotland,', 'Europe/Lisbon', '2027-03-12T10:00Z'],
    ['Lyon, France,', 'Europe/Berlin', '2027-03-12T09:00Z'],
    ['Boston, USA,', 'America/New_York', '2027-03-12T15:00Z'],
    ['Kolkata, India,', 'Asia/Kolkata', '2027-03-12T04:30Z'],
  ])('in %s is by the clocks of %s', (where, home, expected) => {
    const finding = heldIn(where, '12 March 2027 at 10:00', home);
    expect([instants(finding), finding.doubts]).toEqual([expected, []]);
  });

  it('ends a deadline of an event abroad on its day, at no hour', () => {
    const due = (where: string) =>
      read(
        `Call for papers: Conference on Trade, 14-16 June 2027, ${where}\nSubmission deadline: 15 March 2027, 17:00`,
      ).milestones.map(({ moment }) => [moment.on, moment.at === undefined ? 'day' : minute(moment.at)]);
    expect(due('Seoul, Korea')).toEqual([['2027-03-15', 'day']]);
    expect(due('Porto, Portugal')).toEqual([['2027-03-15', '2027-03-15T17:00Z']]);
  });
});
