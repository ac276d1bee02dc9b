import { describe, expect, it } from 'vitest';
import { calendarPlanning } from '../../../src/delivery/planCalendarTrouble.ts';
import type { UnreadPart } from '../../../src/domain/calendar.ts';
import type { CalendarEvent } from '../../../src/domain/conference.ts';
import { claimOfEvent } from '../../../src/domain/conferenceClaim.ts';
import type { ChannelId, UserId } from '../../../src/domain/ids.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { guildId, hourMs, now, openTestStore, saveSettings, type TestStore, userId } from './testStore.ts';

const url = 'https://society.example/c.ics';
const far = 1_000;
const other = '301' as UserId;

const event = (name: string, changes: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: name,
  title: `Meeting ${name}`,
  time: { kind: 'days', startsOn: '2027-06-12', endsOn: '2027-06-14' },
  status: 'confirmed',
  ...changes,
});
const moved = { time: { kind: 'days', startsOn: '2027-06-19', endsOn: '2027-06-21' } } as const;

async function open() {
  const store = await openTestStore();
  await saveSettings(store, {
    ...defaultSettings(guildId),
    conferencesChannelId: '700' as ChannelId,
    alertsChannelId: '800' as ChannelId,
  });
  return store;
}

let hours = 0;
function read(
  store: TestStore,
  events: readonly CalendarEvent[],
  by?: typeof userId,
  unread: readonly UnreadPart[] = [],
) {
  hours += 1;
  const readAt = now + hours * hourMs;
  const claims = events.map((one) => claimOfEvent(one, 'calendar', url));
  const cursor = { validators: { etag: `"${hours}"` }, readAt, nextPollAt: readAt + hourMs };
  const findings = { title: 'Events', timeZone: 'UTC', claims, unread, fingerprint: JSON.stringify(events), ...cursor };
  return store.calendars.saveReading({ guildId, url, ...(by === undefined ? {} : { by }) }, findings, calendarPlanning);
}
const readAgain = async (store: TestStore) => {
  hours += 1;
  const [calendar] = await store.calendars.list(guildId);
  if (!calendar) throw new Error('nobody follows it');
  const readAt = now + hours * hourMs;
  const cursor = { validators: {}, readAt, nextPollAt: readAt + hourMs };
  await store.calendars.saveUnchanged(calendar.id, cursor, calendarPlanning);
};
const bring = (store: TestStore, events: readonly CalendarEvent[]) => read(store, events, userId);
const planned = (store: TestStore) =>
  (store.inspect.prepare('SELECT purpose FROM outbox ORDER BY sequence').all() as { purpose: string }[]).map(
    ({ purpose }) => purpose,
  );
const programme = async (store: TestStore) =>
  (await store.conferences.listUpcoming(guildId, now, now + far * 86_400_000)).map(({ title }) => title);
const questions = async (store: TestStore) =>
  (await store.conferences.listQuestions(guildId)).map(({ question }) => question.doubts);

describe('a calendar that is followed', () => {
  it('is announced by nothing at first, then by each new event, but not by many at once', async () => {
    const store = await open();
    const first = await bring(store, [event('a')]);
    expect(first).toMatchObject({ added: 1, calendar: { url, title: 'Events', addedBy: userId } });
    expect(planned(store)).toEqual([]);
    await read(store, [event('a'), event('b')]);
    expect(planned(store)).toEqual(['conference']);
    const many = Array.from({ length: 6 }, (_, index) => event(`c${index}`));
    expect(await read(store, [event('a'), event('b'), ...many])).toMatchObject({ added: 6, unchanged: 2 });
    expect(planned(store)).toEqual(['conference']);
    expect(await programme(store)).toHaveLength(8);
  });

  it('brings a change to the record, announced or not, and announces nothing because of it', async () => {
    const store = await open();
    await bring(store, [event('a')]);
    expect(await read(store, [event('a', moved)])).toMatchObject({ changed: 1 });
    const [conference] = await store.conferences.listUpcoming(guildId, now, now + far * 86_400_000);
    expect(conference?.time).toEqual(moved.time);
    expect(planned(store)).toEqual([]);
  });

  it('cancels what it says is cancelled', async () => {
    const store = await open();
    await bring(store, [event('a')]);
    await read(store, [event('a', { status: 'cancelled' })]);
    expect(await store.conferences.listUpcoming(guildId, now, now + far * 86_400_000)).toMatchObject([
      { status: 'cancelled' },
    ]);
  });

  it('asks about an event that is gone in two readings, and cancels nothing by itself', async () => {
    const store = await open();
    await bring(store, [event('a'), event('b')]);
    await read(store, [event('a')]);
    expect(await questions(store)).toEqual([]);
    await readAgain(store);
    expect(await questions(store)).toEqual([['vanished']]);
    expect(planned(store)).toEqual(['alert']);
    await readAgain(store);
    expect(await questions(store)).toHaveLength(1);
    const [asked] = await store.conferences.listQuestions(guildId);
    if (!asked) throw new Error('nothing was asked');
    expect(asked.conference).toMatchObject({ title: 'Meeting b', status: 'confirmed' });
    const given = { answer: 'confirmed', by: userId, at: now } as const;
    await store.conferences.answer(guildId, asked.question.id, given, calendarPlanning.conference);
    expect(await store.conferences.find(guildId, asked.conference.id)).toMatchObject({ status: 'cancelled' });
  });

  it('asks no more about an event that is back, and a late answer cancels nothing but what it says', async () => {
    const store = await open();
    await bring(store, [event('a'), event('b')]);
    await read(store, [event('a')]);
    await read(store, [event('a', { place: 'Oslo' })]);
    expect(await questions(store)).toEqual([['vanished']]);
    await read(store, [event('a'), event('b', moved)]);
    expect(await questions(store)).toEqual([]);
    await read(store, [event('a')]);
    await read(store, [event('a', { place: 'Oslo' })]);
    const [asked] = await store.conferences.listQuestions(guildId);
    if (!asked) throw new Error('nothing was asked');
    const put = { ...asked.conference, place: 'Bergen' };
    await store.conferences.put(guildId, asked.conference.id, put, { by: userId, at: now }, () => []);
    await read(store, [event('a')]);
    expect(await store.conferences.find(guildId, asked.conference.id)).toMatchObject({ status: 'confirmed', ...moved });
  });

  it('announces what was unsure once its source says it surely', async () => {
    const store = await open();
    await bring(store, [event('a')]);
    await read(store, [event('a'), event('b', { isZoneUnsure: true })]);
    expect(planned(store)).toEqual(['alert']);
    await read(store, [event('a'), event('b')]);
    expect(planned(store)).toEqual(['alert', 'conference']);
  });

  it('that shows an event again, or is empty for once, asks nothing', async () => {
    const store = await open();
    await bring(store, [event('a'), event('b')]);
    await read(store, [event('a')]);
    await read(store, []);
    await readAgain(store);
    await read(store, [event('a'), event('b')]);
    await read(store, [event('a')]);
    expect(await questions(store)).toEqual([]);
    await read(store, []);
    await read(store, []);
    expect(await questions(store)).toEqual([]);
    const [calendar] = await store.calendars.list(guildId);
    expect(calendar?.validators).toEqual({});
    expect(calendar?.fingerprint).toBeUndefined();
  });

  it('asks about a time whose zone nobody knows, at most five at once aloud', async () => {
    const store = await open();
    const unsure = Array.from({ length: 7 }, (_, index) => event(`u${index}`, { isZoneUnsure: true }));
    expect(await bring(store, unsure)).toMatchObject({ added: 0, asked: 7 });
    expect(await programme(store)).toEqual([]);
    expect(await questions(store)).toHaveLength(7);
    expect(planned(store)).toEqual(Array.from({ length: 5 }, () => 'alert'));
  });

  it('tells of its trouble once, and of its end in the same message', async () => {
    const store = await open();
    const saved = await bring(store, [event('a')]);
    const id = saved?.calendar.id;
    if (id === undefined) throw new Error('it was not followed');
    for (const day of [0, 1, 2]) {
      const failed = { code: 'timeout', detail: '', at: now + day * 86_400_000, nextPollAt: now };
      await store.calendars.saveTrouble(id, failed, calendarPlanning);
    }
    expect(planned(store)).toEqual(['alert']);
    expect((await store.calendars.find(guildId, id))?.trouble).toMatchObject({ count: 3, sightings: 3, since: now });
    await readAgain(store);
    expect((await store.calendars.find(guildId, id))?.trouble).toBeUndefined();
    expect(store.inspect.prepare('SELECT reason FROM outbox').all()).toEqual([{ reason: 'recovered' }]);
  });

  it('is followed once a guild, and not after it was stopped', async () => {
    const store = await open();
    const saved = await bring(store, [event('a')]);
    await bring(store, [event('a')]);
    expect(await store.calendars.list(guildId)).toHaveLength(1);
    expect(await store.calendars.listDue(now + hourMs * (hours + 1), 9)).toHaveLength(1);
    expect(await store.calendars.listDue(now, 9)).toEqual([]);
    await store.departures.record(guildId, now);
    expect(await store.calendars.listDue(now + hourMs * (hours + 1), 9)).toEqual([]);
    await store.departures.takeBack(guildId);
    if (saved) expect(await store.calendars.remove(guildId, saved.calendar.id)).toBe(true);
    expect(await read(store, [event('a'), event('b')])).toBeUndefined();
    expect(await programme(store)).toEqual(['Meeting a']);
  });
});

describe('what a moderator says of a known conference', () => {
  it('changes what it names, and leaves the rest to who said it', async () => {
    const store = await open();
    await bring(store, [event('a', { place: 'Porto' })]);
    const [known] = await store.conferences.listUpcoming(guildId, now, now + far * 86_400_000);
    if (!known) throw new Error('it is not there');
    await store.conferences.put(
      guildId,
      known.id,
      { ...known, place: 'Lisbon' },
      { by: userId, at: now },
      calendarPlanning.conference,
    );
    await read(store, [event('a', { place: 'Porto', ...moved })]);
    expect(await store.conferences.find(guildId, known.id)).toMatchObject({ place: 'Lisbon', ...moved });
  });

  it('is no second conference when it is added once more, and forgets nothing', async () => {
    const store = await open();
    await bring(store, [event('a', { place: 'Porto' })]);
    const added = { title: 'Meeting a', time: event('a').time, status: 'confirmed', milestones: [] } as const;
    await store.conferences.put(guildId, undefined, added, { by: userId, at: now }, calendarPlanning.conference);
    expect(await store.conferences.listUpcoming(guildId, now, now + far * 86_400_000)).toMatchObject([
      { title: 'Meeting a', place: 'Porto' },
    ]);
  });
});

describe('a reading that does not reach everything', () => {
  it('asks about nothing that lies beyond it', async () => {
    const store = await open();
    await bring(store, [event('s#2027-05-01'), event('s#2027-06-01'), event('b')]);
    const beyond = [{ uid: 's', from: 0 }];
    for (let round = 0; round < 3; round += 1) await read(store, [event('b')], undefined, beyond);
    expect(await questions(store)).toEqual([]);
    for (let round = 0; round < 3; round += 1) await read(store, [event('b'), event(`c${round}`)]);
    expect((await questions(store)).flat()).toContain('vanished');
  });
});

describe('a calendar that is followed again', () => {
  it('is due at once, and what its first reading brings is no news', async () => {
    const store = await open();
    await bring(store, [event('a')]);
    const [stopped] = await store.calendars.list(guildId);
    if (!stopped) throw new Error('nobody follows it');
    await store.calendars.remove(guildId, stopped.id);
    const at = now + 999 * hourMs;
    expect(await store.calendars.followAgain(guildId, stopped, other, at)).toBe(true);
    const { title } = stopped;
    expect(await store.calendars.list(guildId)).toMatchObject([
      { url, title, addedBy: other, validators: {}, nextPollAt: at },
    ]);
    expect(await store.calendars.listDue(at, 9)).toHaveLength(1);
    await read(store, [event('a'), event('b')]);
    expect(await programme(store)).toHaveLength(2);
    expect(planned(store)).toEqual([]);
    await read(store, [event('a'), event('b'), event('c')]);
    expect(planned(store)).toEqual(['conference']);
  });

  it('is not taken twice', async () => {
    const store = await open();
    await bring(store, [event('a')]);
    const [followed] = await store.calendars.list(guildId);
    if (!followed) throw new Error('nobody follows it');
    expect(await store.calendars.followAgain(guildId, followed, other, now)).toBe(false);
    expect(await store.calendars.list(guildId)).toEqual([followed]);
  });
});
