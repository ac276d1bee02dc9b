import { describe, expect, it } from 'vitest';
import { days, instants, read } from './reading.ts';

const heldOn = (when: string) => read(`The spring workshop will take place on ${when}`);

describe('bare numbers behind a date', () => {
  it.each([
    '12 March 2027, from 9 to 5.',
    '12 March 2027, from 10 to 4 in the Town Hall.',
    '12 March 2027, from 9 until 12.',
    'Friday, March 12, 2027, between 9 and 5.',
    '12 March 2027, 10 to 4.',
    '12 March 2027 9-5.',
  ])('are hours of that day, in “%s”', (when) => {
    const finding = heldOn(when);
    expect([days(finding), instants(finding), finding.doubts]).toEqual(['2027-03-12', 'none', []]);
  });

  it('are the days of a range before their month', () => {
    expect(days(read('The spring workshop will take place from 9 to 12 March 2027 in our library.'))).toBe(
      '2027-03-09/2027-03-12',
    );
    expect(days(heldOn('March 9, 2027 to March 12, 2027.'))).toBe('2027-03-09/2027-03-12');
  });
});

describe('a number with a colon', () => {
  it.each([
    '12 March 2027. Ratio 1:20 maps will be shown at 14:00.',
    '12 March 2027 in room 10:15.',
    '12 March 2027, from 9 to 5. Room 12:30.',
    '12 March 2027. The model, at a scale of 1:50, is new.',
    '12 March 2027 (see chapter 3:16).',
    '12 March 2027. Last year our team won 2:10 against theirs.',
    '12 March 2027. Lunch is served at 12:30.',
    '12 March 2027. The library closes at 20:00 on weekdays.',
    '12 March 2027. Questions will be answered by phone from 9:00.',
  ])('is not the hour of the event on “%s”', (when) => {
    const finding = heldOn(when);
    expect([days(finding), instants(finding), finding.doubts]).toEqual(['2027-03-12', 'none', []]);
  });

  it.each([
    ['12 March 2027. It begins at 18:30.', '2027-03-12T18:30Z'],
    ['12 March 2027. Start: 18:30.', '2027-03-12T18:30Z'],
    ['12 March 2027. We meet in the hall at 18:30.', '2027-03-12T18:30Z'],
    ['12 March 2027. 18:30 in the old library.', '2027-03-12T18:30Z'],
    ['12 March 2027. From 18:30 to 20:00, in the old library.', '2027-03-12T18:30Z/2027-03-12T20:00Z'],
    ['12 March 2027. Time: 18:30.', '2027-03-12T18:30Z'],
    ['12 March 2027\nTime: 18:30\nRoom: 4', '2027-03-12T18:30Z'],
    ['12 March 2027 in the Pacific Room at 18:30.', '2027-03-12T18:30Z'],
    ['12 March 2027, in room 4 at 18:30.', '2027-03-12T18:30Z'],
    ['12 March 2027. Doors open at 18:00 and the talk begins at 18:30.', '2027-03-12T18:30Z'],
    ['12 March 2027, 18:30 (registration from 18:00).', '2027-03-12T18:30Z'],
    ['12 March 2027 (registration from 18:00, talk at 18:30).', '2027-03-12T18:30Z'],
  ])('is, in “%s”', (when, expected) => {
    expect(instants(heldOn(when))).toBe(expected);
  });

  it('with “midnight” behind it is not noon', () => {
    expect(instants(read('Our watch party is on 12 March 2027 at 12:00 midnight UTC. Join us.'))).toBe(
      '2027-03-12T00:00Z',
    );
    const [due] = read(
      'Call for papers: Porto Workshop, 14 June 2027\nDeadline: 12 March 2027, 11:59 midnight',
    ).milestones;
    expect(due?.moment.at).toBe(Date.UTC(2027, 2, 12, 23, 59));
  });
});

describe('hours beside a day', () => {
  const on = (when: string) => {
    const finding = read(`Our seminar is on ${when}. All are welcome.`);
    return [days(finding), instants(finding), finding.doubts.join()];
  };

  it.each([
    ['4th March, 5-6pm', '2027-03-04', '2027-03-04T17:00Z/2027-03-04T18:00Z'],
    ['4th March, 5-6 in the library', '2027-03-04', 'none'],
    ['4 March 2027 from 9 till noon', '2027-03-04', '2027-03-04T09:00Z/2027-03-04T12:00Z'],
    ['4 March, 17-18h', '2027-03-04', 'none'],
    ['Thursday, March 4 - 5 pm ET', '2027-03-04', '2027-03-04T22:00Z'],
    ['5 March 2027, 18:00 to 6 March 2027, 18:00', '2027-03-05/2027-03-06', '2027-03-05T18:00Z/2027-03-06T18:00Z'],
    [
      'Friday 5 March 2027, 18:00, to Sunday 7 March 2027, 16:00 CET',
      '2027-03-05/2027-03-07',
      '2027-03-05T17:00Z/2027-03-07T15:00Z',
    ],
    ['12/13 March 2027 from 20:00 to 02:00', '2027-03-12/2027-03-13', '2027-03-12T20:00Z/2027-03-13T02:00Z'],
    ['4 March 2027 at 10:00 New York (15:00 London)', '2027-03-04', '2027-03-04T15:00Z'],
    ['4 March 2027 at 15:00 UTC+1 (Berlin)', '2027-03-04', '2027-03-04T14:00Z'],
    ['4 March 2027, with papers from 10:00', '2027-03-04', '2027-03-04T10:00Z'],
    ['4 March 2027 in room 12:15', '2027-03-04', 'none'],
    ['4 March 2027; the vote passed 12:10 last week', '2027-03-04', 'none'],
  ])('are its time and no other days, in “%s”', (when, expected, time) => {
    expect(on(when)).toEqual([expected, time, '']);
  });

  it('are not those of another date before it', () => {
    for (const due of ['March 1, 2027 (11:59 p.m. CET).', '1 March 2027, 17:00;', '1 March 2027, 17:00 | ']) {
      const finding = read(`Abstracts are due ${due} The workshop will be held on 12 July 2027 in Porto.`);
      expect([days(finding), instants(finding)]).toEqual(['2027-07-12', 'none']);
    }
  });

  it('are not those of its deadlines, said once for all of them', () => {
    const finding = read(
      'The workshop will be held on 14 June 2027 in Porto. All deadlines are 23:59 AoE.\nPapers: 1 March 2027',
    );
    expect([days(finding), instants(finding)]).toEqual(['2027-06-14', 'none']);
    expect(finding.milestones).toMatchObject([{ moment: { on: '2027-03-01', timeZone: 'Etc/GMT+12' } }]);
  });

  it('may stand with the first and the last day, a line each', () => {
    const finding = read(
      'Spring workshop on trade\n\nStart: 14 June 2027, 10:00\nEnd: Wednesday, 16 June 2027, 14:00\nPlace: Porto',
    );
    expect([days(finding), instants(finding)]).toEqual([
      '2027-06-14/2027-06-16',
      '2027-06-14T09:00Z/2027-06-16T13:00Z',
    ]);
  });

  it('that were changed are the later ones', () => {
    const moved = read('The seminar on 3 March 2027 has been moved from 18:00 to 19:00. All are welcome.');
    expect(instants(moved)).toBe('2027-03-03T19:00Z');
  });

  it('from one to seven are left out where they may be in the afternoon', () => {
    expect(on('3 March 2027 at 4:10 in room 12')).toEqual(['2027-03-03', 'none', '']);
    expect(on('3 March 2027, 4:10-5:30pm')[1]).toBe('2027-03-03T16:10Z/2027-03-03T17:30Z');
    expect(on('3 March 2027 at 04:10')[1]).toBe('2027-03-03T04:10Z');
    expect(on('3 March 2027 at 5:00 UTC / 10:30 India time')[1]).toBe('2027-03-03T05:00Z');
  });
});

describe('a series', () => {
  it.each([
    'Our seminar meets every Friday from 5 March to 28 May 2027 at 18:00.',
    'The seminar will be held on Tuesdays, 2 March – 27 April 2027.',
    'The reading group takes place weekly between 5 March 2027 and 28 May 2027. Please register.',
    'Our seminar takes place each week from 5 March to 28 May 2027. Please register.',
    'The lectures will be held from 1 March to 28 May 2027. Please register.',
    'Our seminar meets every Friday at 18:00 until 28 May 2027. Please register.',
  ])('“%s” is asked about', (text) => {
    expect(read(text).doubts).toContain('roleUnsure');
    expect(read(text).needsConfirmation).toBe(true);
  });

  it.each([
    'The spring school will be held from 5 to 16 April 2027. There is a lecture every day. Please register.',
    'Our weekly seminar will be held on 5 March 2027. Please register.',
    'The annual workshop, which takes place every spring, will be held on 5-7 April 2027. Please register.',
  ])('is not “%s”', (text) => {
    expect(read(text).doubts).toEqual([]);
  });
});
