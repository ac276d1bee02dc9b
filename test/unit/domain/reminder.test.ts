import { describe, expect, it } from 'vitest';
import type { ConferenceTime, Due, Milestone } from '../../../src/domain/conference.ts';
import type { ConferenceId, GuildId, ReminderId, UserId } from '../../../src/domain/ids.ts';
import { anywhereOnEarth, instantOf } from '../../../src/domain/moment.ts';
import {
  type Before,
  findDueAt,
  momentOf,
  moveReminder,
  type Reminder,
  remindAt,
  sameClockTomorrow,
} from '../../../src/domain/reminder.ts';

const lisbon = 'Europe/Lisbon';
const iso = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString().slice(0, 16));
const timed = (day: string, clock: string, timeZone: string): Due => ({
  kind: 'instant',
  at: instantOf(day, clock, timeZone),
  timeZone,
});
const remind = (due: Due, before: Before, home = lisbon) => iso(remindAt(due, 'start', before, home));

describe('of something with a time of day, a reminder comes at the same wall time', () => {
  it.each([
    // Lisbon goes forward on 28 March and back on 31 October.
    ['2027-03-28', '18:00', lisbon, 'day', '2027-03-27T18:00'],
    ['2027-03-29', '18:00', lisbon, 'day', '2027-03-28T17:00'],
    ['2027-04-01', '18:00', lisbon, 'week', '2027-03-25T18:00'],
    ['2027-10-31', '18:00', lisbon, 'day', '2027-10-30T17:00'],
    ['2027-11-03', '18:00', lisbon, 'week', '2027-10-27T17:00'],
    // Its wall time was skipped the day before: the later one. It was repeated: the earlier one.
    ['2027-03-29', '01:30', lisbon, 'day', '2027-03-28T01:30'],
    ['2027-11-01', '01:30', lisbon, 'day', '2027-10-31T00:30'],
    ['2027-03-14', '18:00', 'America/New_York', 'day', '2027-03-13T23:00'],
    ['2027-03-15', '18:00', 'America/New_York', 'week', '2027-03-08T23:00'],
    ['2027-11-07', '18:00', 'America/New_York', 'day', '2027-11-06T22:00'],
    ['2027-11-08', '18:00', 'America/New_York', 'week', '2027-11-01T22:00'],
    // Half an hour forward on 3 October.
    ['2027-10-03', '10:00', 'Australia/Lord_Howe', 'day', '2027-10-01T23:30'],
    ['2027-10-03', '10:00', 'Australia/Lord_Howe', 'week', '2027-09-25T23:30'],
    // Midnight does not exist on 30 April in Cairo: the day begins at one.
    ['2027-05-01', '00:00', 'Africa/Cairo', 'day', '2027-04-29T22:00'],
  ] as const)('%s %s %s, a %s before', (day, clock, zone, before, expected) => {
    expect(remind(timed(day, clock, zone), before)).toBe(expected);
  });

  it('but an hour is sixty minutes, also over a change of the clocks', () => {
    expect(remind(timed('2027-03-28', '02:30', lisbon), 'hour')).toBe('2027-03-28T00:30');
    expect(remind(timed('2027-10-31', '02:00', lisbon), 'hour')).toBe('2027-10-31T01:00');
    expect(remind(timed('2027-10-03', '02:30', 'Australia/Lord_Howe'), 'hour')).toBe('2027-10-02T14:30');
  });
});

describe('of whole days, a reminder comes in the morning where the society is', () => {
  const start = (on: string): Due => ({ kind: 'day', on });
  it.each([
    ['2027-03-28', 'day', lisbon, '2027-03-27T09:00'],
    ['2027-03-28', 'hour', lisbon, '2027-03-28T07:00'],
    ['2027-03-30', 'week', lisbon, '2027-03-23T09:00'],
    ['2027-11-01', 'day', lisbon, '2027-10-31T09:00'],
    ['2027-04-30', 'hour', 'Africa/Cairo', '2027-04-30T05:00'],
    ['2027-05-01', 'day', 'Africa/Cairo', '2027-04-30T06:00'],
    ['2027-03-29', 'day', 'Asia/Beirut', '2027-03-28T06:00'],
    ['2027-03-12', 'day', 'Pacific/Auckland', '2027-03-10T20:00'],
    ['2027-03-12', 'day', 'no zone', '2027-03-11T09:00'],
  ] as const)('%s, a %s before, in %s', (on, before, home, expected) => {
    expect(remind(start(on), before, home)).toBe(expected);
  });
});

describe('of a day on which something is due', () => {
  const remindOfDue = (due: Due, before: Before, home: string) => iso(remindAt(due, 'submission', before, home));

  it('a reminder comes on the morning before the day as it is named, anywhere on Earth too', () => {
    const due: Due = { kind: 'day', on: '2027-03-15', timeZone: anywhereOnEarth };
    expect(remindOfDue(due, 'week', lisbon)).toBe('2027-03-08T09:00');
    expect(remindOfDue(due, 'day', lisbon)).toBe('2027-03-14T09:00');
    expect(remindOfDue(due, 'hour', lisbon)).toBe('2027-03-15T08:00');
    expect(remindOfDue({ kind: 'day', on: '2027-03-15' }, 'hour', lisbon)).toBe('2027-03-15T08:00');
  });

  it('a reminder never comes after it has ended', () => {
    // 15 March ends in Kiritimati when it is two in the morning of that day in Los Angeles.
    const due: Due = { kind: 'day', on: '2027-03-15', timeZone: 'Pacific/Kiritimati' };
    expect(remindOfDue(due, 'hour', 'America/Los_Angeles')).toBe('2027-03-14T15:00');
    expect(remindOfDue(due, 'day', 'America/Los_Angeles')).toBe('2027-03-14T16:00');
  });
});

const now = instantOf('2027-02-01', '12:00', lisbon);
const paper = (on: string): Milestone => ({ kind: 'submission', due: { kind: 'day', on } });
const dates = (milestones: Milestone[], time?: ConferenceTime) => ({ milestones, ...(time ? { time } : {}) });
const reminder = (change: Partial<Reminder> = {}): Reminder => ({
  id: 'r' as ReminderId,
  guildId: '1' as GuildId,
  userId: '2' as UserId,
  conferenceId: 3 as ConferenceId,
  what: 'submission',
  before: 'day',
  askedAt: now,
  locale: 'en',
  dueAt: instantOf('2027-02-27', '09:00', lisbon),
  ...change,
});

describe('what it is of', () => {
  it('is the first date of its kind that is not over', () => {
    const both = dates([paper('2027-01-15'), paper('2027-02-28')]);
    expect(momentOf(both, 'submission', lisbon, now)).toEqual({ kind: 'day', on: '2027-02-28' });
    expect(iso(findDueAt(both, reminder(), lisbon, now))).toBe('2027-02-27T09:00');
  });

  it('may be over, or have no date', () => {
    expect(findDueAt(dates([paper('2027-01-15')]), reminder(), lisbon, now)).toBeUndefined();
    expect(findDueAt(dates([]), reminder(), lisbon, now)).toBeUndefined();
    expect(findDueAt(dates([paper('2027-02-28')]), reminder({ what: 'start' }), lisbon, now)).toBeUndefined();
  });
});

describe('when a date moves', () => {
  const was = dates([paper('2027-02-28')]);
  const move = (after: Milestone[], change: Partial<Reminder> = {}) =>
    moveReminder(reminder(change), was, dates(after), lisbon, now);

  it('its reminder moves with it', () => {
    expect(iso(move([paper('2027-03-15')])?.dueAt)).toBe('2027-03-14T09:00');
  });

  it('comes at once where its time would have passed already', () => {
    expect(move([paper('2027-02-01')])).toEqual({ dueAt: now });
  });

  it('waits for another date where the new one is over, or there is none', () => {
    expect(move([paper('2027-01-31')])).toEqual({});
    expect(move([])).toEqual({});
  });

  it('is sent again of a later date, and not of an earlier one', () => {
    expect(iso(move([paper('2027-03-15')], { settledAt: now })?.dueAt)).toBe('2027-03-14T09:00');
    expect(move([paper('2027-02-01')], { settledAt: now })).toBeUndefined();
  });

  it('stays as it is, also put off, while that date stays', () => {
    const other: Milestone = { kind: 'notification', due: { kind: 'day', on: '2027-03-20' } };
    expect(move([paper('2027-02-28'), other], { dueAt: now + 5, snoozedFrom: now })).toBeUndefined();
  });
});

it('put off, comes a day later by the same clock', () => {
  expect(iso(sameClockTomorrow(Date.UTC(2027, 2, 27, 18, 20), lisbon))).toBe('2027-03-28T17:20');
});
