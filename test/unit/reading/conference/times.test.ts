import { describe, expect, it } from 'vitest';
import { days, instants, minute, read } from './reading.ts';

const callOn = (when: string, homeTimeZone: string | undefined = 'Europe/Lisbon') =>
  read(`Our next community call is on ${when}. Please join us.`, { homeTimeZone });

describe('the time of an event', () => {
  it.each([
    ['February 11, 2027, 1-3pm ET', '2027-02-11T18:00Z/2027-02-11T20:00Z'],
    ['February 11, 2027, 11-1pm ET', '2027-02-11T16:00Z/2027-02-11T18:00Z'],
    ['February 11, 2027 at 1 PM ET / 10 AM PT', '2027-02-11T18:00Z'],
    ['February 11, 2027, noon PT / 3 PM ET', '2027-02-11T20:00Z'],
    ['February 11, 2027, 11AM Pacific/ 2PM Eastern / 7PM GMT', '2027-02-11T19:00Z'],
    ['February 11, 2027 at 18:00', '2027-02-11T18:00Z'],
    ['July 11, 2027 at 18:00', '2027-07-11T17:00Z'],
    ['11 February 2027 at 16h30', '2027-02-11T16:30Z'],
    ['11 February 2027, 18:00 (Paris time)', '2027-02-11T17:00Z'],
    ['July 11, 2027 at 14:00 UTC+2', '2027-07-11T12:00Z'],
    ['July 11, 2027 at 14:00 (UTC+5:30)', '2027-07-11T08:30Z'],
    ['February 11, 2027 at 2 pm CET for an hour', '2027-02-11T13:00Z'],
    ['February 11, 2027 at midnight UTC', '2027-02-11T00:00Z'],
  ])('on %s', (when, expected) => {
    const finding = callOn(when);
    expect(instants(finding)).toBe(expected);
    expect(finding.doubts).toEqual([]);
  });

  it('may stand before its date, or in the clause after it', () => {
    expect(instants(read('Join us 1:30pm-5:00pm CET, Thursday, February 11, 2027 for our community call.'))).toBe(
      '2027-02-11T12:30Z/2027-02-11T16:00Z',
    );
    expect(
      instants(read('Our next community call is on Thursday, February 11, 2027. We will start at 2 pm CET.')),
    ).toBe('2027-02-11T13:00Z');
  });

  it('is not mixed up with a number that is glued to a name', () => {
    const finding = read("Our next call is all about Trade'27 on Thursday, February 11, 2pm ET. Join us.");
    expect(days(finding)).toBe('2027-02-11');
    expect(instants(finding)).toBe('2027-02-11T19:00Z');
  });

  it('is not that of the deadline in the next line', () => {
    const finding = read('Call for papers: Trade, 14-16 June 2027\nSubmission deadline: 23:59 AoE, 15 March 2027');
    expect(instants(finding)).toBe('none');
    expect(finding.milestones[0]?.moment).toMatchObject({ on: '2027-03-15', timeZone: 'Etc/GMT+12' });
  });

  it('follows the clocks of the home zone, and is asked about where they are changed', () => {
    const gap = callOn('March 28, 2027 at 01:30');
    expect([instants(gap), gap.doubts]).toEqual(['2027-03-28T01:30Z', ['zoneUnsure']]);
    const overlap = callOn('October 31, 2027 at 01:30');
    expect(instants(overlap)).toBe('2027-10-31T00:30Z');
    expect(overlap.doubts).toContain('zoneUnsure');
    expect(callOn('March 28, 2027 at 03:30').doubts).toEqual([]);
  });

  it('stays a day where no zone is known', () => {
    for (const home of ['', 'Not/AZone']) {
      const finding = callOn('February 11, 2027 at 18:00', home);
      expect([days(finding), instants(finding)]).toEqual(['2027-02-11', 'none']);
    }
  });
});

describe('letters of a zone', () => {
  it('in the wrong season mean the clock of the place', () => {
    expect(instants(callOn('July 11, 2027 at 2pm EST', 'America/New_York'))).toBe('2027-07-11T18:00Z');
  });

  it.each([
    ['2pm BST', 'Europe/London', '2027-07-11T13:00Z'],
    ['2pm IST', 'Europe/Dublin', '2027-07-11T13:00Z'],
    ['2pm IST', 'Asia/Kolkata', '2027-07-11T08:30Z'],
    ['2pm CST', 'America/Chicago', '2027-07-11T19:00Z'],
    ['2pm CST (UTC-6)', 'Europe/Lisbon', '2027-07-11T20:00Z'],
  ])('“%s” are clear in %s', (time, home, expected) => {
    const finding = callOn(`July 11, 2027 at ${time}`, home);
    expect(instants(finding)).toBe(expected);
    expect(finding.doubts).not.toContain('zoneUnsure');
  });

  it.each([
    ['2pm BST', 'America/New_York'],
    ['2pm IST', 'America/New_York'],
    ['2pm CST', 'Europe/Lisbon'],
    ['18:00 local time', 'Europe/Lisbon'],
  ])('“%s” are asked about in %s', (time, home) => {
    const finding = callOn(`July 11, 2027 at ${time}`, home);
    expect(finding.doubts).toContain('zoneUnsure');
    expect(finding.needsConfirmation).toBe(true);
  });

  it('of several zones have to agree', () => {
    const finding = callOn('February 11, 2027 at 12am ET/11am CT');
    expect(finding.doubts).toContain('zonesDiffer');
    expect(finding.needsConfirmation).toBe(true);
  });
});

describe('the end of a deadline', () => {
  const due = (when: string) => {
    const text = `Call for papers: Porto Conference on Trade, 14-16 June 2027\nSubmission deadline: ${when}`;
    const moment = read(text).milestones[0]?.moment;
    return [moment?.on, moment?.at === undefined ? 'day' : minute(moment.at), moment?.timeZone];
  };

  it.each([
    ['15 March 2027, 23.59 Hawaii time', '2027-03-16T09:59Z', 'Pacific/Honolulu'],
    ['15 March 2027 (midnight Samoa time)', '2027-03-16T11:00Z', 'Pacific/Pago_Pago'],
    ['15 March 2027, 11:59 PM AoE (UTC-12)', '2027-03-16T11:59Z', 'Etc/GMT+12'],
    ['23:59 AoE, 15 March 2027', '2027-03-16T11:59Z', 'Etc/GMT+12'],
    ['15 March 2027, 24:00 CET', '2027-03-15T23:00Z', 'Europe/Paris'],
    ['midnight, 15 March 2027', '2027-03-16T00:00Z', 'Europe/Lisbon'],
    ['noon CET on 15 March 2027', '2027-03-15T11:00Z', 'Europe/Paris'],
    ['15 March 2027 (AoE)', 'day', 'Etc/GMT+12'],
    ['15 March 2027, anywhere on Earth', 'day', 'Etc/GMT+12'],
    ['15 March 2027\nAll deadlines are anywhere on earth.', 'day', 'Etc/GMT+12'],
    ['15 March 2027', 'day', undefined],
    ['15 March 2027\n\nOur office is open from 9:00 to 17:00.', 'day', undefined],
  ])('“%s”', (when, at, timeZone) => {
    expect(due(when)).toEqual(['2027-03-15', at, timeZone]);
  });
});
