import { describe, expect, it } from 'vitest';
import { readConference } from '../../../../src/reading/conference/readConference.ts';

const read = (text: string, given: { title?: string; referenceDate?: string; homeTimeZone?: string } = {}) =>
  readConference({ referenceDate: '2026-11-24', homeTimeZone: 'Europe/Lisbon', ...given, text });
const daysOf = (text: string, given = {}) => {
  const { start, end } = read(text, given);
  return [start?.on, end?.on ?? start?.on];
};
const dueOf = (text: string, given = {}) =>
  read(text, given).milestones.map(({ kind, moment, previousOn }) => [
    kind,
    moment.on,
    ...(previousOn ? [previousOn] : []),
  ]);
const startsAt = (text: string, given = {}) => {
  const { start } = read(text, given);
  return start?.at === undefined ? undefined : new Date(start.at).toISOString().slice(0, 16);
};

describe('the days of a conference', () => {
  it.each([
    ['The workshop will be held on 12 June 2027 in Oslo, Norway.', '2027-06-12', '2027-06-12'],
    ['The workshop takes place from June 12-14, 2027.', '2027-06-12', '2027-06-14'],
    ['Autumn School, September 29 - October 1, 2027', '2027-09-29', '2027-10-01'],
    ['Autumn School, 30 September – 4 October 2027', '2027-09-30', '2027-10-04'],
    ['The winter meeting will be held December 30, 2026 - January 2, 2027.', '2026-12-30', '2027-01-02'],
    ['The summer school: 2.-4. May at the old library', '2027-05-02', '2027-05-04'],
    ['We meet for the congress on 19-24 January.', '2027-01-19', '2027-01-24'],
    ['The lecture takes place on the 3rd of February', '2027-02-03', '2027-02-03'],
    ['The congress, 1 Ã¢Â€Â“ 3 July 2027, Vienna, Austria', '2027-07-01', '2027-07-03'],
    [
      'Our conference will be held on Friday, October 22 (Friday) - October 25 (Monday), 2027.',
      '2027-10-22',
      '2027-10-25',
    ],
  ])('of “%s”', (text, first, last) => {
    expect(daysOf(text)).toEqual([first, last]);
  });

  it('are of the next year where a post of December tells of January', () => {
    expect(daysOf('The lecture will take place on 14 January.', { referenceDate: '2026-12-20' })[0]).toBe('2027-01-14');
  });

  it('come from the title where it names them', () => {
    expect(daysOf('Come and join us.', { title: 'Evening on Tariffs, 3 March 2027' })[0]).toBe('2027-03-03');
  });

  it('are not those of earlier years, nor of a dinner, nor of what is held beside', () => {
    const text =
      'The Tenth Forum on Water\n\n7-9 June 2027, Ghent, Belgium\n\nThe Ninth Forum was held on 3-5 June 2026.\n' +
      'Conference dinner: 8 June 2027. It is co-located with the River Congress, which will be held on 10-12 June 2027.\n';
    expect(daysOf(text)).toEqual(['2027-06-07', '2027-06-09']);
  });
});

describe('the deadlines of a call', () => {
  it('are told apart by their labels, on either side', () => {
    const text =
      'Call for papers: Forum on Water, 7-9 June 2027, Ghent, Belgium\n\nAbstract submission: 10 January 2027\n' +
      'Paper submission: 31 January 2027\nNotification of acceptance: 1 March 2027\nCamera-ready papers due: 1 April 2027\n' +
      '15 April 2027: early-bird registration ends\nPoster submission deadline: 20 April 2027\n';
    expect(dueOf(text)).toEqual([
      ['submission', '2027-01-31'],
      ['abstract', '2027-01-10'],
      ['notification', '2027-03-01'],
      ['camera-ready', '2027-04-01'],
      ['early-bird', '2027-04-15'],
      ['other', '2027-04-20'],
    ]);
  });

  it('may stand below their labels', () => {
    const text =
      'Forum on Water, 7-9 June 2027\n\nSubmission deadline:\n31 January 2027\n\nNotification:\n1 March 2027\n';
    expect(dueOf(text)).toEqual([
      ['submission', '2027-01-31'],
      ['notification', '2027-03-01'],
    ]);
  });

  it('keep the day they had before an extension', () => {
    expect(dueOf('Call for papers. Submission deadline extended from 1 March 2027 to 15 March 2027.')).toEqual([
      ['submission', '2027-03-15', '2027-03-01'],
    ]);
  });

  it('are not the day on which submission opens', () => {
    expect(dueOf('Call for papers. Submission opens on 1 February 2027. Submission deadline: 1 March 2027.')).toEqual([
      ['submission', '2027-03-01'],
    ]);
  });

  it('end anywhere on Earth where they say so', () => {
    const [found] = read('Call for papers. Paper submission: 15 March 2027, 11:59 PM AoE').milestones;
    expect(found?.moment).toMatchObject({ at: Date.UTC(2027, 2, 16, 11, 59), timeZone: 'Etc/GMT+12' });
    const [hawaii] = read('Call for papers. Paper submission: 15 March 2027, 23:59 Hawaii time').milestones;
    expect(hawaii?.moment.at).toBe(Date.UTC(2027, 2, 16, 9, 59));
    const [midnight] = read('Call for papers. Paper submission: 15 March 2027, midnight Samoa time').milestones;
    expect(midnight?.moment.at).toBe(Date.UTC(2027, 2, 16, 11));
  });
});

describe('the time of an event', () => {
  it.each([
    ['The seminar will be held on 11 March 2027, 1-3pm ET.', '2027-03-11T18:00'],
    ['The seminar will be held on 11 March 2027 at 1 PM ET / 10 AM PT.', '2027-03-11T18:00'],
    ['The seminar will be held on 11 March 2027 (noon PT / 3 PM ET).', '2027-03-11T20:00'],
    ['The seminar will be held on 11 March 2027, 11AM Pacific/ 2PM Eastern / 7PM GMT.', '2027-03-11T19:00'],
    ['The seminar will be held 9:00am-10:30am CST (UTC-6), Thursday, March 11, 2027.', '2027-03-11T15:00'],
    ['On 1 July 2027 at 14:00 EST the seminar takes place.', '2027-07-01T18:00'],
    ['The seminar takes place on 1 July 2027. It begins at 18:30.', '2027-07-01T17:30'],
    ['The seminar takes place on 1 December 2027 at 16h30.', '2027-12-01T16:30'],
    ['The seminar will be held on Friday, April 16, 2027, 2pm ET for an hour.', '2027-04-16T18:00'],
  ])('of “%s”', (text, instant) => {
    expect(startsAt(text)).toBe(instant);
  });

  it('is not guessed where there is none', () => {
    expect(startsAt('The seminar will be held on 11 March 2027.')).toBeUndefined();
  });

  it('is what most zones of a list say, and a doubt where one does not agree', () => {
    const found = read('The call will take place on Thursday, March 11, 2027, 12am ET/11am CT/10am MT/9am PT.');
    expect(found.start?.at).toBe(Date.UTC(2027, 2, 11, 17));
    expect(found).toMatchObject({ doubts: ['zonesDiffer'], needsConfirmation: true });
  });

  it('is a doubt where the letters of its zone mean several, unless the society is at home in one', () => {
    const text = 'The seminar will be held on 1 July 2027 at 14:00 BST.';
    expect(read(text, { homeTimeZone: 'America/New_York' }).doubts).toContain('zoneUnsure');
    expect(read(text, { homeTimeZone: 'Europe/London' })).toMatchObject({ needsConfirmation: false });
  });
});

describe('what may be wrong is asked about', () => {
  it.each([
    ['The conference will be held on Monday, 12 June 2027 in Oslo, Norway.', 'weekdayDiffers'],
    ['The conference will be held on 05/06/2027.', 'dayOrMonth'],
    ['The workshop will be held on 27th or 28th April 2027.', 'roleUnsure'],
    ['The workshop will be held on May 24 and 27, 2027.', 'roleUnsure'],
    ['Conference: 7-9 June 2027\nDeadline for submissions: 1 July 2027\n', 'deadlineAfterStart'],
    ['The conference will be held on 7-9 June 2027 in Ghent.\n\nConference dates: 8-10 June 2027\n', 'datesDiffer'],
    ['The conference will be held on 7-9 June 2035.', 'farAway'],
  ])('of “%s”', (text, doubt) => {
    expect(read(text).doubts).toContain(doubt);
    expect(read(text).needsConfirmation).toBe(true);
  });
});

describe('an announcement', () => {
  it.each([
    [
      'Call for papers',
      'We invite papers for our conference in Oslo on 12 June 2027. Submission deadline: 1 March 2027.',
    ],
    ['Evening lecture: What are tariffs for?', 'Join us on 3 December at 18:00 in the old library.'],
    ['Save the date', 'Our annual meeting will be held on 12 June 2027.'],
  ])('is “%s”', (title, text) => {
    expect(read(text, { title }).isAnnouncement).toBe(true);
  });

  it.each([
    ['Summary of our autumn meeting', 'On 12 November the society held its meeting. Speakers discussed tariffs.'],
    ['Minutes of the board, 20 November 2026', 'Present: A, B, C\nThe next meeting is on 12 December 2026.'],
    ['What tariffs did to prices', 'In June 2018 prices rose. By 12 March 2019 they had doubled.'],
    ['Recap: the conference on water', 'The conference took place on 20 November 2026. Thank you to all who came.'],
  ])('is not “%s”', (title, text) => {
    expect(read(text, { title }).isAnnouncement).toBe(false);
  });

  it('may say that it is called off', () => {
    expect(read('The conference on 12 June 2027 has been cancelled.')).toMatchObject({ isCancelled: true });
  });
});
