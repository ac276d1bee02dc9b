import { describe, expect, it } from 'vitest';
import { findMarkedEvents, hasEventMicrodata } from '../../../../src/sources/page/eventMarkup.ts';
import { parsePageTree } from '../../../../src/sources/page/pageTree.ts';
import { parsePage } from '../../../../src/sources/page/parsePage.ts';
import { cpuTimeOf } from '../cpuTime.ts';

const own = 'https://society.example.org/events/meeting';
const at = (iso: string) => Date.parse(iso);
const find = (...scripts: (object | string)[]) =>
  findMarkedEvents({
    linkedData: scripts.map((script) => (typeof script === 'string' ? script : JSON.stringify(script))),
    url: own,
    homeTimeZone: 'Europe/Lisbon',
  });
const event = (more: object = {}) => ({
  ...{ '@context': 'https://schema.org', '@type': 'Event', name: 'Annual meeting', startDate: '2027-06-12' },
  ...more,
});
const days = (startsOn: string, endsOn: string) => ({ kind: 'days', startsOn, endsOn });
const timeOf = (more: object) => find(event(more))[0]?.time;

describe('the event a page describes for machines', () => {
  it('is read with all it says', () => {
    expect(
      find(
        event({
          ...{ name: 'Annual &amp; summer meeting', url: '/events/meeting?from=list#top', endDate: '2027-06-14' },
          eventStatus: 'https://schema.org/EventScheduled',
          location: {
            '@type': 'Place',
            name: 'Harbour Hall',
            address: {
              '@type': 'PostalAddress',
              streetAddress: '1 Quay',
              addressLocality: 'Lisbon',
              addressCountry: 'PT',
            },
          },
          description: '<p>Talks &amp; walks.</p>',
          offers: [
            { '@type': 'Offer', name: 'Regular', validThrough: '2027-06-01' },
            { '@type': 'Offer', name: 'Early bird', validThrough: '2027-04-30T23:59:00+01:00' },
          ],
        }),
      ),
    ).toEqual([
      {
        uid: 'https://society.example.org/events/meeting?from=list',
        title: 'Annual & summer meeting',
        time: days('2027-06-12', '2027-06-14'),
        status: 'confirmed',
        place: 'Harbour Hall, 1 Quay, Lisbon, PT',
        url: 'https://society.example.org/events/meeting?from=list',
        description: 'Talks & walks.',
        milestones: [{ kind: 'early-bird', due: { kind: 'day', on: '2027-04-30' }, label: 'Early bird' }],
      },
    ]);
  });

  it.each([
    [{ startDate: '2027-06-12T18:00:00+01:00' }, '2027-06-12T17:00Z', undefined, 'Europe/Lisbon'],
    [
      { startDate: '2027-06-12T18:00:00+02:00', endDate: '2027-06-12T20:00+0200' },
      '2027-06-12T16:00Z',
      '2027-06-12T18:00Z',
      'Etc/GMT-2',
    ],
    [{ startDate: '2027-06-12 18:00Z', duration: 'PT90M' }, '2027-06-12T18:00Z', '2027-06-12T19:30Z', 'UTC'],
    [{ startDate: '20270612T180000.000Z', endDate: '2027-06-11T18:00Z' }, '2027-06-12T18:00Z', undefined, 'UTC'],
  ])('begins when %j says', (said, startsAt, endsAt, timeZone) => {
    const found = find(event(said))[0];
    expect(found?.time).toEqual({
      kind: 'instants',
      startsAt: at(startsAt),
      ...(endsAt ? { endsAt: at(endsAt) } : {}),
      timeZone,
    });
    expect(found).not.toHaveProperty('isZoneUnsure');
  });

  it('is doubtful where a time does not say whose clock it means', () => {
    expect(find(event({ startDate: '2027-06-12T18:00' }))[0]).toMatchObject({
      time: { startsAt: at('2027-06-12T17:00Z'), timeZone: 'Europe/Lisbon' },
      isZoneUnsure: true,
    });
  });

  it('takes whole days where midnight or a day without a time is given', () => {
    expect(timeOf({ startDate: '2027-06-12T00:00:00+01:00', endDate: '2027-06-13T23:59:59+01:00' })).toEqual(
      days('2027-06-12', '2027-06-13'),
    );
    expect(timeOf({ startDate: '2027-06-12T09:00:00Z', endDate: '2027-06-13' })).toEqual(
      days('2027-06-12', '2027-06-13'),
    );
    expect(timeOf({ endDate: '2027-06-11' })).toEqual(days('2027-06-12', '2027-06-12'));
  });

  it('is left out without a date that can be read, or without a name', () => {
    expect(find(event({ startDate: 'next summer' }), event({ startDate: '2027-02-30' }), event({ name: '' }))).toEqual(
      [],
    );
  });

  it.each([
    ['https://schema.org/EventCancelled', 'cancelled'],
    ['EventCanceled', 'cancelled'],
    [{ '@id': 'http://schema.org/EventPostponed' }, 'tentative'],
    [['https://schema.org/EventRescheduled'], 'confirmed'],
  ])('with the status %j is %s', (eventStatus, status) => {
    const [found] = find(event({ eventStatus, previousStartDate: '2027-05-01' }));
    expect(found?.isPostponed ?? false).toBe(status === 'tentative');
    expect(found).toMatchObject({
      status,
      time: days('2027-06-12', '2027-06-12'),
    });
  });

  it.each([
    ['Harbour Hall', 'Harbour Hall'],
    [{ '@type': 'Place', name: 'Harbour Hall, Lisbon', address: 'Lisbon' }, 'Harbour Hall, Lisbon'],
    [{ '@type': 'VirtualLocation', url: 'https://meet.example.org/1' }, 'https://meet.example.org/1'],
    [
      [
        { '@type': 'Place', address: { addressCountry: { name: 'Portugal' } } },
        { '@type': 'VirtualLocation', name: 'Video' },
      ],
      'Portugal; Video',
    ],
  ])('is at %j', (location, place) => {
    expect(find(event({ location }))[0]?.place).toBe(place);
  });

  it('is found in graphs, in later scripts, and in scripts with the common faults', () => {
    const text = JSON.stringify(event());
    expect(
      find('{', { '@graph': [{ '@type': 'WebPage' }, event({ '@type': ['Thing', 'schema:BusinessEvent'] })] }),
    ).toHaveLength(1);
    expect(find(text.replace('}', ',\n}'))).toHaveLength(1);
    expect(find(text.replaceAll('"', '&quot;'))).toHaveLength(1);
  });

  it('is the conference and not its sessions', () => {
    const session = event({ name: 'Session', startDate: '2027-06-13' });
    const whole = event({ '@id': '#whole', subEvent: [session, { '@id': '#talk' }] });
    const talk = event({ '@id': '#talk', name: 'Talk' });
    const named = event({ name: 'Dinner', superEvent: { '@id': '#whole' } });
    expect(find(whole, talk, named).map(({ title }) => title)).toEqual(['Annual meeting']);
    expect(find(event({ name: 'Dinner', superEvent: { name: 'Week' } })).map(({ title }) => title)).toEqual(['Dinner']);
  });
});

describe('a page with several events', () => {
  const other = (number: number) => event({ name: `Lecture ${number}`, url: `/events/${number}` });

  it('is about the one that has its address', () => {
    expect(find(other(1), event({ url: own }), other(2)).map(({ title }) => title)).toEqual(['Annual meeting']);
  });

  it('is a list of them otherwise, of at most 50, each with a name of its own', () => {
    const found = find({
      '@type': 'ItemList',
      itemListElement: Array.from({ length: 60 }, (_, index) => other(index)),
    });
    expect(found).toHaveLength(50);
    expect(new Set(found.map(({ uid }) => uid)).size).toBe(50);
    expect(found[0]?.url).toBe('https://society.example.org/events/0');
  });

  it('is an article where it says so, and the events beside it are others', () => {
    const article = { '@type': 'BlogPosting', headline: 'A walk' };
    expect(find(article, other(1), other(2))).toEqual([]);
    expect(find(article, other(1))).toEqual([]);
    expect(find(article, event({ url: 'https://conference.example.net/' }))).toHaveLength(1);
    expect(find(article, event())).toHaveLength(1);
  });
});

describe('microdata of an event', () => {
  const html = `<html><body><div itemscope itemtype="https://schema.org/Event">
    <h1 itemprop="name">Annual <i>meeting</i></h1>
    <time itemprop="startDate" datetime="2027-06-12T18:00+01:00">12 June</time>
    <span itemprop="location" itemscope itemtype="https://schema.org/Place"><b itemprop="name">Harbour Hall</b></span>
    <meta itemprop="eventStatus" content="https://schema.org/EventCancelled">
    </div></body></html>`;

  it('is read as JSON-LD is', () => {
    expect(hasEventMicrodata(html)).toBe(true);
    const page = { linkedData: [], tree: parsePageTree(html), url: own, homeTimeZone: 'Europe/Lisbon' };
    expect(findMarkedEvents(page)).toEqual([
      {
        uid: own,
        title: 'Annual meeting',
        time: { kind: 'instants', startsAt: at('2027-06-12T17:00Z'), timeZone: 'Europe/Lisbon' },
        status: 'cancelled',
        place: 'Harbour Hall',
        url: own,
      },
    ]);
  });

  it('goes with the reading of the page; a page without an event has none', () => {
    const reading = (text: string) => parsePage({ bytes: Buffer.from(text), url: own });
    expect(reading(html).events).toHaveLength(1);
    expect(reading('<p>A post.</p>')).not.toHaveProperty('events');
  });
});

it('takes one name said forty thousand times for one', () => {
  const names = 'name '.repeat(40_000);
  const html = `<div itemscope itemtype="https://schema.org/Event"><b itemprop="${names}">Meeting</b>
    <time itemprop="startDate" datetime="2027-06-12"></time></div>`;
  const page = { linkedData: [], tree: parsePageTree(html), url: own, homeTimeZone: 'UTC' };
  expect(cpuTimeOf(() => findMarkedEvents(page))).toBeLessThan(300_000);
  expect(findMarkedEvents(page)).toMatchObject([{ title: 'Meeting' }]);
});

it.each(['9999-12-31', '0001-01-01', '9999-12-31T23:59:59-12:00'])('knows no event in the year of %s', (startDate) => {
  expect(find(event({ startDate }))).toEqual([]);
  expect(timeOf({ endDate: startDate })).toEqual(days('2027-06-12', '2027-06-12'));
});

describe('midnight', () => {
  it.each([
    ['of another zone', { startDate: '2027-03-12T00:00:00+09:00' }],
    ['as the end of several days', { startDate: '2027-03-12T00:00:00', endDate: '2027-03-13T00:00:00' }],
  ])('%s is asked about', (_, dates) => {
    expect(find(event(dates))[0]).toMatchObject({ isZoneUnsure: true });
  });

  it('where the society is, is a whole day', () => {
    const dates = { startDate: '2027-06-12T00:00:00+01:00', endDate: '2027-06-12T23:59:59+01:00' };
    expect(find(event(dates))[0]).not.toHaveProperty('isZoneUnsure');
    expect(timeOf(dates)).toEqual(days('2027-06-12', '2027-06-12'));
  });
});
