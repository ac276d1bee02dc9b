// Posts of many kinds as societies write them, each with what a careful reader takes from it.

import { describe, expect, it } from 'vitest';
import { days, instants, milestones, read } from './reading.ts';

interface Post {
  readonly title: string;
  readonly text: string;
  readonly home?: string;
  /** `none`: no announcement. */
  readonly days: string;
  readonly at?: string;
  readonly due?: readonly string[];
  readonly isAsked?: true;
  readonly isCancelled?: true;
}

const calls: readonly Post[] = [
  {
    title: 'Call for papers: Rivers and Borders',
    text: 'Rivers and Borders: an interdisciplinary workshop\nUtrecht, Netherlands, 9-10 September 2027\n\nPlease send an abstract of 300 words by 1 April 2027. Authors will be notified by 30 April 2027. Full papers are due on 1 August 2027.',
    days: '2027-09-09/2027-09-10',
    due: ['abstract 2027-04-01', 'notification 2027-04-30'],
  },
  {
    title: 'Deadline extended: Graduate Conference on Customs Law',
    text: 'The deadline for submissions has been extended from 15 February 2027 to 1 March 2027. The conference will be held on 20 May 2027 in Coimbra, Portugal.',
    days: '2027-05-20',
    due: ['submission 2027-03-01 was 2027-02-15'],
  },
  {
    title: 'CFP: Harbour Histories',
    text: 'Conference: July 5th - 7th, 2027, Antwerp, Belgium\nAbstracts due: March 31st, 2027 (23:59 CET)\nNotification of acceptance: April 30th, 2027',
    days: '2027-07-05/2027-07-07',
    due: ['abstract 2027-03-31', 'notification 2027-04-30'],
  },
  {
    title: 'Call for participation',
    text: 'The fourth Winter School on Trade Statistics takes place in Tallinn, Estonia, from 28 February to 5 March 2027. Apply until 25 January 2027.',
    days: '2027-02-28/2027-03-05',
    due: ['submission 2027-01-25'],
  },
  {
    title: 'Call for papers – Annual Congress 2027',
    text: 'The Annual Congress will be held in Fortaleza, Brazil, 11–14 October 2027.\n\nImportant dates:\n- Paper submission: 10 May 2027, 18:00\n- Notification: 1 July 2027\n- Early bird registration until 15 August 2027',
    days: '2027-10-11/2027-10-14',
    due: ['submission 2027-05-10', 'notification 2027-07-01', 'early-bird 2027-08-15'],
  },
];

const meetings: readonly Post[] = [
  {
    title: 'Seminar: Ports after the flood',
    text: 'Wednesday 3 March 2027, 16:30-18:00, Room 2.14, Old Customs House. All welcome.',
    days: '2027-03-03',
    at: '2027-03-03T16:30Z/2027-03-03T18:00Z',
  },
  {
    title: 'Society dinner 2027',
    text: 'Our annual dinner will be held on Friday, 19 February 2027 at 19:30 in the Harbour Hotel. Please reply by 5 February.',
    days: '2027-02-19',
    at: '2027-02-19T19:30Z',
  },
  {
    title: 'Brown bag lunch talk',
    text: 'Join us on Thursday, February 18, from 12:15 to 1 pm in the small library. Bring your own sandwich.',
    home: 'America/New_York',
    days: '2027-02-18',
    at: '2027-02-18T17:15Z/2027-02-18T18:00Z',
  },
  {
    title: 'Annual general meeting',
    text: 'The AGM takes place on 25 March 2027 at 6.30pm in the Reading Room. Doors open at 6pm.',
    home: 'Europe/London',
    days: '2027-03-25',
    at: '2027-03-25T18:30Z',
  },
  {
    title: 'Book launch: The Salt Road',
    text: 'You are invited to the launch on 11 February 2027. Drinks from 18:00; the author speaks at 18:30.',
    days: '2027-02-11',
    at: '2027-02-11T18:30Z',
  },
  {
    title: 'Reading group',
    text: 'Next meeting: Monday, 1 February 2027 at 5 p.m. We discuss chapters 3:1 to 3:20 of the old harbour code.',
    days: '2027-02-01',
    at: '2027-02-01T17:00Z',
  },
  {
    title: 'Minutes of the council, 4 January 2027',
    text: 'Present: five members. The treasurer reported. The next council meeting is on 8 February 2027 at 18:00.',
    days: 'none',
  },
  {
    title: 'What we heard at the autumn meeting',
    text: 'On 12 November 2026 we met in Faro. Two speakers discussed fishing quotas. Thank you to all who came.',
    days: 'none',
  },
  {
    title: 'New members of the board',
    text: 'At the general assembly of 5 December 2026 three members were elected. Their term ends on 31 December 2029.',
    days: 'none',
  },
  {
    title: 'Lecture series: Cities and Tides',
    text: 'The lectures take place every second Tuesday from 2 February to 25 May 2027 at 18:15.',
    days: '2027-02-02/2027-05-25',
    isAsked: true,
  },
  {
    title: 'Exhibition: Maps of Salt',
    text: 'The exhibition will be held from 1 March 2027 to 30 June 2027 in our library. Join us.',
    days: '2027-03-01/2027-06-30',
    isAsked: true,
  },
  {
    title: 'New Year reception',
    text: 'Our reception takes place on 22 January at 17:00 in the hall.',
    days: '2027-01-22',
    at: '2027-01-22T17:00Z',
  },
];

const changes: readonly Post[] = [
  {
    title: 'Workshop on Grain Prices moved',
    text: 'The Workshop on Grain Prices has been moved from 18 March 2027 to 22 April 2027. It still begins at 10:00.',
    days: '2027-04-22',
    at: '2027-04-22T09:00Z',
  },
  {
    title: 'Postponed: evening with the harbour master',
    text: 'The talk planned for 4 February 2027 is postponed. The new date is 4 March 2027, 19:00.',
    days: '2027-03-04',
    at: '2027-03-04T19:00Z',
  },
  {
    title: 'Spring meeting cancelled',
    text: 'The spring meeting on 8 April 2027 cannot take place.',
    days: '2027-04-08',
    isCancelled: true,
  },
  {
    title: 'Change of programme',
    text: 'The workshop on 18 March 2027 goes ahead, but the boat trip has been cancelled. Please register.',
    days: '2027-03-18',
    isAsked: true,
  },
  {
    title: 'Summer School on Water Law',
    text: 'After two cancelled editions the Summer School on Water Law returns: it will be held on 5-9 July 2027 in Bruges, Belgium. Applications are open.',
    days: '2027-07-05/2027-07-09',
  },
  {
    title: 'Colloquium on 12 March called off',
    text: 'We are sorry to say that the colloquium on 12 March 2027 has been called off because of the strike.',
    days: '2027-03-12',
    isCancelled: true,
  },
  {
    title: 'Strike on 12 March',
    text: 'Trains may be cancelled on 12 March 2027. Our seminar will take place on that day, 12 March 2027, at 16:00.',
    days: '2027-03-12',
    isAsked: true,
  },
];

const zones: readonly Post[] = [
  {
    title: 'Webinar: Data for small ports',
    text: 'Join us online on 17 February 2027 at 9am PT / 12pm ET / 17:00 GMT.',
    days: '2027-02-17',
    at: '2027-02-17T17:00Z',
  },
  {
    title: 'Online talk on tariffs',
    text: 'When: Tuesday, 20 April 2027, 15:00–16:30 CEST\nWhere: Zoom',
    days: '2027-04-20',
    at: '2027-04-20T13:00Z/2027-04-20T14:30Z',
  },
  {
    title: 'Community call in May',
    text: 'Our next call is on May 6, 2027 at 14:00 UTC (10:00 EDT, 16:00 CEST). Everyone is welcome.',
    days: '2027-05-06',
    at: '2027-05-06T14:00Z',
  },
  {
    title: 'Community call in March',
    text: 'Our next call is on March 18, 2027 at 14:00 UTC / 9:00 EDT. Everyone is welcome.',
    days: '2027-03-18',
    at: '2027-03-18T14:00Z',
    isAsked: true,
  },
  {
    title: 'Hybrid workshop in Nairobi',
    text: 'The workshop will be held in Nairobi, Kenya, and online on 3 June 2027, 10:00-15:00 EAT. Please register.',
    days: '2027-06-03',
    at: '2027-06-03T07:00Z/2027-06-03T12:00Z',
  },
  {
    title: 'Symposium in Osaka',
    text: 'The symposium will take place on 3 June 2027 in Osaka, Japan. It starts at 9:30. Registration is open.',
    days: '2027-06-03',
    at: 'none',
    isAsked: true,
  },
  {
    title: 'Talk at the embassy',
    text: 'Join us on 10 February 2027 at 18:00 (Buenos Aires time) for an online talk.',
    days: '2027-02-10',
    at: '2027-02-10T21:00Z',
  },
  {
    title: 'Midnight lecture',
    text: 'Our lecture will be streamed on 27 February 2027, 20:00 Kathmandu time.',
    days: '2027-02-27',
    at: '2027-02-27T14:15Z',
  },
  {
    title: 'Panel with three continents',
    text: 'The online panel is on 9 March 2027, 8:00 (São Paulo) / 11:00 (Lisbon) / 20:00 (Tokyo). Please register.',
    days: '2027-03-09',
    at: '2027-03-09T11:00Z',
  },
  {
    title: 'Town hall',
    text: 'Our town hall takes place on 9 March 2027, 7pm in the Central Hall.',
    days: '2027-03-09',
    at: '2027-03-09T19:00Z',
  },
];

const numbers: readonly Post[] = [
  { title: 'Seminar', text: 'The seminar will be held on 3/4/2027 at 17:00.', days: '2027-04-03', isAsked: true },
  {
    title: 'Seminar',
    text: 'The seminar will be held on 3/24/2027 at 5pm.',
    home: 'America/Chicago',
    days: '2027-03-24',
    at: '2027-03-24T22:00Z',
  },
  { title: 'Seminar', text: 'The seminar will be held on 24.03.2027, 17 h. Please join us.', days: '2027-03-24' },
  {
    title: 'Seminar',
    text: 'The seminar will be held on 2027-03-24, 17:00-18:00. Please join us.',
    days: '2027-03-24',
    at: '2027-03-24T17:00Z/2027-03-24T18:00Z',
  },
  {
    title: 'Night of the archives',
    text: 'It takes place on 5 June 2027 from 20:00 to 1:00. Join us.',
    days: '2027-06-05',
    at: '2027-06-05T19:00Z/2027-06-06T00:00Z',
  },
  {
    title: 'Two workshops',
    text: 'The first workshop will be held on 4 March 2027, the second workshop will be held on 8 April 2027. Please register.',
    days: '2027-03-04',
    isAsked: true,
  },
];

describe.each([
  ['calls', calls],
  ['meetings', meetings],
  ['changes', changes],
  ['several zones and places', zones],
  ['numbers', numbers],
])('posts about %s', (_, posts) => {
  it.each(posts.map((post) => [`${post.title}: ${post.text.slice(0, 60)}`, post] as const))('“%s”', (_name, post) => {
    const finding = read(post.text, { title: post.title, ...(post.home ? { homeTimeZone: post.home } : {}) });
    expect(finding.isAnnouncement).toBe(post.days !== 'none');
    if (post.days === 'none') return;
    expect([days(finding), finding.doubts.length > 0]).toEqual([post.days, post.isAsked ?? false]);
    expect(finding.needsConfirmation).toBe(post.isAsked ?? false);
    expect(finding.isCancelled).toBe(post.isCancelled);
    if (post.at !== undefined) expect(instants(finding)).toBe(post.at);
    if (post.due) expect(milestones(finding)).toEqual(expect.arrayContaining([...post.due]));
  });
});
