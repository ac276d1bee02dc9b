import { beforeEach, describe, expect, it } from 'vitest';
import { calendarPlanning } from '../../../src/delivery/planCalendarTrouble.ts';
import type { CalendarEvent } from '../../../src/domain/conference.ts';
import { claimOfEvent } from '../../../src/domain/conferenceClaim.ts';
import { guildId, hourMs, now, openTestStore, type TestStore, userId } from './testStore.ts';

const url = 'https://society.example/c.ics';
let store: TestStore;
let hours: number;

beforeEach(async () => {
  store = await openTestStore();
  hours = 0;
});

const event = (uid: string, title: string, day: number, hour: number): CalendarEvent => ({
  ...{ uid, title, status: 'confirmed' },
  time: { kind: 'instants', startsAt: Date.UTC(2027, 5, day, hour), timeZone: 'UTC' },
});
const lecture = (day: number, hour: number) =>
  event(`s#2027-06-${day}T${hour}:00:00Z`, `Lecture at ${hour}`, day, hour);

function read(...events: readonly CalendarEvent[]) {
  hours += 1;
  const readAt = now + hours * hourMs;
  const claims = events.map((one) => claimOfEvent(one, 'calendar', url));
  const cursor = { validators: {}, readAt, nextPollAt: readAt + hourMs };
  const findings = { title: '', timeZone: 'UTC', claims, unread: [], fingerprint: `${hours}`, ...cursor };
  return store.calendars.saveReading({ guildId, url, by: userId }, findings, calendarPlanning);
}
const programme = async () =>
  (await store.conferences.listUpcoming(guildId, now, Number.MAX_SAFE_INTEGER)).map(({ title }) => title);

describe('a calendar that names its events anew', () => {
  it('has no more of them, and none is asked about', async () => {
    await read(event('a', 'Office hours', 14, 10), event('b', 'Office hours', 14, 15), event('c', 'Talk', 15, 9));
    const again = [event('d', 'Office hours', 14, 10), event('e', 'Office hours', 14, 15), event('f', 'Talk', 15, 9)];
    expect(await read(...again)).toMatchObject({ added: 0 });
    expect(await read(...again)).toMatchObject({ added: 0, asked: 0 });
    expect(await programme()).toEqual(['Office hours', 'Office hours', 'Talk']);
  });

  it('moves the dates of a series with it, also where one becomes a series', async () => {
    await read(lecture(14, 17), lecture(21, 17));
    expect(await read(lecture(14, 18), lecture(21, 18))).toMatchObject({ added: 0, changed: 2 });
    expect(await programme()).toEqual(['Lecture at 18', 'Lecture at 18']);
    expect(await read(event('s', 'Lecture', 14, 18), lecture(21, 18))).toMatchObject({ added: 0, changed: 1 });
  });

  it('has two events of a day where it shows both, or where nobody can say which was moved', async () => {
    await read(event('a', 'Talk', 15, 9));
    expect(await read(event('a', 'Talk', 15, 9), event('b', 'Talk', 15, 11))).toMatchObject({ added: 1 });
    expect(await read(event('c', 'Talk', 15, 14))).toMatchObject({ added: 1 });
  });
});
