import { describe, expect, it } from 'vitest';
import { days, read } from './reading.ts';

const workshopOn = (when: string) =>
  read(`The spring workshop on trade will be held in Porto on ${when}. Please register.`);

describe('the days of an event', () => {
  it.each([
    ['14 June 2027', '2027-06-14'],
    ['June 14th, 2027', '2027-06-14'],
    ['14-16 June 2027', '2027-06-14/2027-06-16'],
    ['June 14 – 16, 2027', '2027-06-14/2027-06-16'],
    ['June 14 -- 16, 2027', '2027-06-14/2027-06-16'],
    ['June 14 through the 16th, 2027', '2027-06-14/2027-06-16'],
    ['the 14th\nto the 16th June, 2027', '2027-06-14/2027-06-16'],
    ['September 29 - October 1, 2027', '2027-09-29/2027-10-01'],
    ['30 September - 4 October 2027', '2027-09-30/2027-10-04'],
    ['December 30, 2027 - January 2, 2028', '2027-12-30/2028-01-02'],
    ['30 December - 2 January 2028', '2027-12-30/2028-01-02'],
    ['14, 15 and 16 June 2027', '2027-06-14/2027-06-16'],
    ['June 14, 15, and 16, 2027', '2027-06-14/2027-06-16'],
    ['Monday 14 to Wednesday 16 June 2027', '2027-06-14/2027-06-16'],
    ['Monday, June 14 – Wednesday, June 16, 2027', '2027-06-14/2027-06-16'],
    ['June 14 (Mon) - 16 (Wed), 2027', '2027-06-14/2027-06-16'],
    ["June 14-16 '27", '2027-06-14/2027-06-16'],
    ['14. June 2027', '2027-06-14'],
    ['2027-06-14 to 2027-06-16', '2027-06-14/2027-06-16'],
    ['12-Jun-2027', '2027-06-12'],
    ['2.10.-4.10.2027', '2027-10-02/2027-10-04'],
    ['30.9. – 4.10.2027', '2027-09-30/2027-10-04'],
    ['12.–14.7.2027', '2027-07-12/2027-07-14'],
    ['12.-14.07.2027', '2027-07-12/2027-07-14'],
    ['12-14.7.2027', '2027-07-12/2027-07-14'],
    ['12.7.–14.7.2027', '2027-07-12/2027-07-14'],
    ['12.07.2027 - 14.07.2027', '2027-07-12/2027-07-14'],
    ['12.07.2027–14.07.2027', '2027-07-12/2027-07-14'],
    ['30.12.–2.1.2028', '2027-12-30/2028-01-02'],
    ['13./14.7.2027', '2027-07-13/2027-07-14'],
    ['13-15/7/2027', '2027-07-13/2027-07-15'],
    ['13/07/2027-15/07/2027', '2027-07-13/2027-07-15'],
    ['7/13/2027-7/15/2027', '2027-07-13/2027-07-15'],
    ['2027-07-12/2027-07-14', '2027-07-12/2027-07-14'],
    ['2027-07-12–14', '2027-07-12/2027-07-14'],
    ['1 Ã¢Â€Â“ 3 June 2027', '2027-06-01/2027-06-03'],
  ])('of “%s”', (when, expected) => {
    const finding = workshopOn(when);
    expect(days(finding)).toBe(expected);
    expect(finding.doubts.filter((doubt) => doubt !== 'farAway')).toEqual([]);
  });

  it.each([
    ['May 24 and 27, 2027', '2027-05-24/2027-05-27', 'roleUnsure'],
    ['27th or 28th April 2027', '2027-04-27', 'roleUnsure'],
    ['Monday, 15 June 2027', '2027-06-15', 'weekdayDiffers'],
    ['Thursday 12 to Saturday 14 June 2027', '2027-06-12/2027-06-14', 'weekdayDiffers'],
    ['05/06/2027', '2027-06-05', 'dayOrMonth'],
    ['14 June 2027 to 12 June 2027', '2027-06-14/2027-06-12', 'endBeforeStart'],
    ['14 June 2030', '2030-06-14', 'farAway'],
    ['02/10-04/10/2027', '2027-10-02/2027-10-04', 'dayOrMonth'],
    ['one day in the week of 14 June 2027', '2027-06-14', 'roleUnsure'],
    ['14-16 June 2027 (to be confirmed)', '2027-06-14/2027-06-16', 'roleUnsure'],
    ['probably 14 June 2027', '2027-06-14', 'roleUnsure'],
  ])('of “%s” are asked about', (when, expected, doubt) => {
    const finding = workshopOn(when);
    expect(days(finding)).toBe(expected);
    expect(finding.doubts).toContain(doubt);
    expect(finding.needsConfirmation).toBe(true);
  });

  it('are not there where no calendar has such a day', () => {
    expect(days(workshopOn('30 February 2027'))).toBe('none');
  });
});

describe('a date in numbers', () => {
  it('is read as people at home write it', () => {
    const text = 'The workshop will be held on 05/06/2027. Please register.';
    expect(days(read(text, { homeTimeZone: 'America/New_York' }))).toBe('2027-05-06');
    expect(days(read(text, { homeTimeZone: 'Europe/Lisbon' }))).toBe('2027-06-05');
  });

  it('is sure where another date of the text leaves no choice, or has dots', () => {
    const settled = read('The workshop will be held on 05/06/2027. Papers are due 25/03/2027.');
    expect(days(settled)).toBe('2027-06-05');
    expect(settled.doubts).toEqual([]);
    const dotted = workshopOn('05.06.2027');
    expect(days(dotted)).toBe('2027-06-05');
    expect(dotted.doubts).toEqual([]);
  });
});

describe('a range in numbers', () => {
  it.each(['05/06-07/06/2027', '12 - 14.7.2027', '12. and 14.7.2027'])('“%s” is asked about', (when) => {
    expect(workshopOn(when).needsConfirmation).toBe(true);
  });

  it('is none where a day is moved, or where two days are named', () => {
    const moved = read('The workshop on trade has been moved from 12.07.2027 to 20.09.2027. Please register.');
    expect([days(moved), moved.movedFrom]).toEqual(['2027-09-20', '2027-07-12']);
    const two = workshopOn('12.07.2027 and 20.09.2027');
    expect([days(two), two.needsConfirmation]).toEqual(['2027-07-12', true]);
  });
});

describe('a date without a year', () => {
  it.each([
    ['19-24 November', '2027-10-08', '2027-11-19/2027-11-24'],
    ['14 January', '2026-12-20', '2027-01-14'],
    ['2.-4. May', '2027-01-10', '2027-05-02/2027-05-04'],
    ['December 30 - January 2', '2027-11-10', '2027-12-30/2028-01-02'],
  ])('“%s” is the next one after the post of %s', (when, referenceDate, expected) => {
    const finding = read(`The winter school takes place on ${when}. Join us.`, { referenceDate });
    expect(days(finding)).toBe(expected);
    expect(finding.needsConfirmation).toBe(false);
  });

  it('is asked about where it may be of another year', () => {
    expect(read('The school takes place on 1 November. Join us.').doubts).toContain('yearUnsure');
  });

  it('is asked about where the title names a later one', () => {
    const text = 'The school takes place on 14-16 June. Join us.';
    expect(read(text, { title: 'Porto Summer School 2028' }).doubts).toContain('yearUnsure');
    expect(read(text, { title: 'Porto Summer School 2027' }).doubts).toEqual([]);
    expect(read(text, { title: 'After 2026: the next Porto Summer School' }).doubts).toEqual([]);
  });

  it('is not read where nothing tells the year, and asked about where another date does', () => {
    const text = 'The school takes place on 14 June. Join us.';
    const readUndated = (words: string) => read(words, { referenceDate: undefined });
    expect(days(readUndated(text))).toBe('none');
    const told = readUndated(`${text} Papers are due by 15 March 2027.`);
    expect(days(told)).toBe('2027-06-14');
    expect(told.doubts).toContain('yearUnsure');
  });
});

describe('the event’s own date', () => {
  it('is not that of the event it is held with', () => {
    const finding = read(
      'Porto Workshop on Trade, 14 June 2027, Porto, Portugal\nco-located with the European Economic Congress, 10-13 June 2027.\nSubmission deadline: 15 March 2027',
    );
    expect(days(finding)).toBe('2027-06-14');
  });

  it('is not the longer one of the congress that comes before', () => {
    const finding = read(
      'A workshop on trade will take place on 14 June 2027, right after the European Economic Congress in Porto, Portugal, 10-13 June 2027. Register now.',
    );
    expect(days(finding)).toBe('2027-06-14');
  });

  it('is not that of an earlier edition', () => {
    const finding = read(
      'Porto Workshop on Trade, 14 June 2027. Previous editions were held in Lyon (12-13 May 2025) and Ghent (3 June 2026). Register now.',
    );
    expect(days(finding)).toBe('2027-06-14');
  });

  it('is the line below the title, and a different one further down is asked about', () => {
    const finding = read(
      'Porto Conference on Trade\n14-16 June 2027, Porto, Portugal\n\nImportant dates\nPaper submission: 15 March 2027\nConference dates: 13-16 June 2027',
    );
    expect(days(finding)).toBe('2027-06-14/2027-06-16');
    expect(finding.doubts).toContain('datesDiffer');
    expect(finding.needsConfirmation).toBe(true);
  });

  it('is the new one where it was moved', () => {
    const finding = read(
      'The Porto Conference on Trade, planned for 14-16 June 2027, has been postponed to 20-22 September 2027.',
    );
    expect(days(finding)).toBe('2027-09-20/2027-09-22');
    expect(finding).toMatchObject({ movedFrom: '2027-06-14', isAnnouncement: true });
    const short = read('The workshop on trade has been moved from 14 June 2027 to 20 June 2027. Please register.');
    expect(days(short)).toBe('2027-06-20');
    expect(short.movedFrom).toBe('2027-06-14');
  });
});
