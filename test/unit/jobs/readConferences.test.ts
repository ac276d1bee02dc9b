import { beforeEach, describe, expect, it } from 'vitest';
import { Transient } from '../../../src/domain/errors.ts';
import type { ChannelId, SourceId } from '../../../src/domain/ids.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { readConferences } from '../../../src/jobs/readConferences.ts';
import { createLog } from '../../../src/kit/log.ts';
import {
  addSource,
  entry,
  follow,
  guildId,
  hourMs,
  now,
  openTestStore,
  readInto,
  saveSettings,
  type TestStore,
} from '../store/testStore.ts';

const programmeId = '210' as ChannelId;
const alertsId = '220' as ChannelId;
const yearMs = 365 * 24 * hourMs;
let store: TestStore;
let sourceId: SourceId;

const announcement = (name: string, words: string) =>
  entry(name, { title: `Spring Conference on Trade: ${name}`, text: words, publishedAt: now });
const sure = announcement(
  'sure',
  'Our spring conference will take place on 12–14 April 2027 in Lisbon, Portugal.\n\nDeadline for abstracts: 15 January 2027\n',
);
const unsure = announcement(
  'unsure',
  'Join us: the conference will be held on Monday, 13 April 2027.\n\nRegister by 1 March 2027.\n',
);

beforeEach(async () => {
  store = await openTestStore();
  const channels = { conferencesChannelId: programmeId, alertsChannelId: alertsId };
  await saveSettings(store, { ...defaultSettings(guildId), ...channels, timeZone: 'Europe/Lisbon' });
  sourceId = await addSource(store);
});

const look = () => readConferences({ ...store, clock: { now: () => now }, log: createLog('silent', { secrets: [] }) });
const programme = () => store.conferences.listUpcoming(guildId, now, now + yearMs);
const purposes = () =>
  store.inspect.prepare('SELECT purpose, channel_id FROM outbox WHERE conference_id IS NOT NULL').raw().all();

describe('posts looked over for conferences', () => {
  it('give the programme what they announce, once', async () => {
    await readInto(store, sourceId, []);
    await follow(store, sourceId);
    await readInto(store, sourceId, [sure, entry('essay', { text: 'Prices rose for two centuries.' })], now + 1);
    await look();
    await look();
    expect(await programme()).toMatchObject([
      {
        place: 'Lisbon, Portugal',
        time: { kind: 'days', startsOn: '2027-04-12', endsOn: '2027-04-14' },
        milestones: [{ kind: 'abstract', due: { on: '2027-01-15' } }],
        evidence: { time: { origin: 'prose', quote: '12–14 April 2027' } },
      },
    ]);
    expect(purposes()).toEqual([['conference', programmeId]]);
    expect(await store.articleReviews.listUnreviewed(9, now)).toEqual([]);
  });

  it('ask the moderators about what may be wrong', async () => {
    await readInto(store, sourceId, []);
    await follow(store, sourceId);
    await readInto(store, sourceId, [unsure], now + 1);
    await look();
    expect(await programme()).toEqual([]);
    expect(purposes()).toEqual([['alert', alertsId]]);
    const [asked] = await store.conferences.listQuestions(guildId);
    expect(asked?.question.doubts).toContain('weekdayDiffers');
  });

  it('fill the programme of a guild that follows later, without announcing what is old', async () => {
    await readInto(store, sourceId, [sure, unsure]);
    await look();
    expect(await programme()).toEqual([]);
    await follow(store, sourceId);
    await look();
    expect(await programme()).toHaveLength(1);
    expect(purposes()).toEqual([]);
  });

  const talk = (name: string, change: Parameters<typeof entry>[1] = {}) =>
    entry(name, {
      title: 'Lecture on trade',
      text: 'The lecture will be held on 14 May at 18:00. Join us.',
      ...change,
    });

  it('without a date of their own name no year where they are old', async () => {
    await readInto(store, sourceId, [talk('old')]);
    await follow(store, sourceId);
    await look();
    expect(await programme()).toEqual([]);
    await readInto(store, sourceId, [talk('new'), talk('old')], now + 1);
    await look();
    expect(await programme()).toMatchObject([{ time: { startsAt: Date.parse('2027-05-14T17:00Z') } }]);
  });

  it('are of the year in which they were seen where they are dated years ahead', async () => {
    await readInto(store, sourceId, []);
    await follow(store, sourceId);
    await readInto(store, sourceId, [talk('new', { publishedAt: now + 2 * yearMs })], now + 1);
    await look();
    expect(await programme()).toMatchObject([{ time: { startsAt: Date.parse('2027-05-14T17:00Z') } }]);
  });

  it('wait where the store fails, and are passed over where one cannot be read', async () => {
    await readInto(store, sourceId, []);
    await follow(store, sourceId);
    await readInto(store, sourceId, [sure], now + 1);
    const parts = { ...store, clock: { now: () => now }, log: createLog('silent', { secrets: [] }) };
    const failing = (error: Error) => ({ ...parts, conferences: { save: () => Promise.reject(error) } });
    await expect(readConferences(failing(new Transient('storeBusy')))).rejects.toThrow();
    expect(await store.articleReviews.listUnreviewed(9, now)).toHaveLength(1);
    await readConferences(failing(new TypeError('no such thing')));
    expect(await store.articleReviews.listUnreviewed(9, now)).toEqual([]);
  });

  const listed = (count: number, url: (place: number) => string) =>
    Array.from({ length: count }, (_, place) => ({
      ...{ uid: `e${place}`, title: `Lecture ${place}`, status: 'confirmed' as const, url: url(place) },
      time: { kind: 'days', startsOn: `2027-04-${10 + place}`, endsOn: `2027-04-${10 + place}` } as const,
    }));

  it('announce nothing of a list of events that stands beside them', async () => {
    await readInto(store, sourceId, []);
    await follow(store, sourceId);
    const beside = listed(8, (place) => `https://society.example/events/${place}`);
    await readInto(store, sourceId, [entry('board', { text: 'Our board met.', events: beside })], now + 1);
    await look();
    expect(await programme()).toEqual([]);
  });

  it('announce the beginning of a season, and put the rest on the programme', async () => {
    await readInto(store, sourceId, []);
    await follow(store, sourceId);
    const season = listed(8, (place) => `https://tickets.example/${place}`);
    await readInto(store, sourceId, [entry('season', { text: 'Our new season.', events: season })], now + 1);
    await look();
    expect(await programme()).toHaveLength(8);
    expect(purposes()).toHaveLength(5);
  });

  it.each([
    [
      'Spring Conference on Trade cancelled',
      'The conference on 12–14 April 2027 has been cancelled.',
      'maybeCancelled',
    ],
    ['Spring Conference on Trade postponed', 'It was to be held on 12–14 April 2027.', 'maybePostponed'],
    ['Spring Conference on Trade – update', 'The conference on 12–14 April 2027 cannot take place.', 'maybeCancelled'],
  ])('ask about a conference that is known when another says “%s”', async (title, text, doubt) => {
    await readInto(store, sourceId, []);
    await follow(store, sourceId);
    const call = 'Our conference will take place on 12–14 April 2027 in Lisbon, Portugal.';
    const first = entry('first', {
      title: 'Call for papers: Spring Conference on Trade',
      text: call,
      publishedAt: now,
    });
    await readInto(store, sourceId, [first], now + 1);
    await look();
    await readInto(store, sourceId, [entry('second', { title, text, publishedAt: now }), first], now + 2);
    await look();
    expect(await programme()).toMatchObject([{ title: 'Spring Conference on Trade', status: 'confirmed' }]);
    const [asked, another] = await store.conferences.listQuestions(guildId);
    expect([asked?.question.doubts, asked?.question.claim.facts.status]).toEqual([[doubt], 'cancelled']);
    expect(another).toBeUndefined();
  });

  it('are looked over again once their words change', async () => {
    await readInto(store, sourceId, []);
    await follow(store, sourceId);
    await readInto(store, sourceId, [sure], now + 1);
    await look();
    await readInto(store, sourceId, [{ ...sure, text: sure.text.replace('12–14', '13–15') }], now + 2);
    await look();
    expect(await programme()).toMatchObject([{ time: { startsOn: '2027-04-13' }, sequence: 1 }]);
  });
});
