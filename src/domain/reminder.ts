// When a member is reminded of a conference or of a date before it. Clocks may change in between: the wall time stays, an hour is an hour.

import { isDeepStrictEqual } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { type ConferenceFacts, type Due, type MilestoneKind, milestoneKinds } from './conference.ts';
import type { ConferenceId, GuildId, Instant, ReminderId, UserId } from './ids.ts';
import { addDays, dueInstant, instantOf, isZone } from './moment.ts';

export const reminderSubjects = ['start', ...milestoneKinds] as const;
/** What a reminder is of. */
export type ReminderSubject = 'start' | MilestoneKind;

export const befores = ['hour', 'day', 'week'] as const;
/** How long before. */
export type Before = (typeof befores)[number];

export interface WantedReminder {
  readonly guildId: GuildId;
  readonly userId: UserId;
  readonly conferenceId: ConferenceId;
  readonly what: ReminderSubject;
  readonly before: Before;
  readonly askedAt: Instant;
  /** BCP 47, of the person: a reminder is private. */
  readonly locale: string;
  /** Unset: what it is of has no date at present. */
  readonly dueAt?: Instant;
}

export interface Reminder extends WantedReminder {
  readonly id: ReminderId;
  /** When it was due before it was put off. */
  readonly snoozedFrom?: Instant;
  /** When it was handed to the outbox, or ended. */
  readonly settledAt?: Instant;
}

/** A reminder that leaves later than this says so. Milliseconds. */
export const punctualMs = 15 * 60_000;
export const hourMs = 3_600_000;

/** When something of whole days begins for a person, and when one is reminded of a day. Wall time where the society is. */
const morning = '09:00';
const daysBefore = { day: 1, week: 7 } as const;

type Dates = Pick<ConferenceFacts, 'time' | 'milestones'>;

/** The day or instant it is of: of several of its kind the first that is not over. @param home zone of the society */
export function momentOf({ time, milestones }: Dates, what: ReminderSubject, home: string, now: Instant) {
  if (what !== 'start') {
    const alike = milestones.filter(({ kind }) => kind === what).map(({ due }) => due);
    return alike.find((due) => instantMeant(due, what, home) > now) ?? alike[0];
  }
  if (!time) return undefined;
  const start: Due =
    time.kind === 'days'
      ? { kind: 'day', on: time.startsOn }
      : { kind: 'instant', at: time.startsAt, timeZone: time.timeZone };
  return start;
}

/** When it begins or is too late: whole days begin in the morning, and a day that something is due ends where it is meant. */
export function instantMeant(due: Due, what: ReminderSubject, home: string): Instant {
  if (due.kind === 'instant') return due.at;
  return what === 'start' ? instantOf(due.on, morning, home) : dueInstant(due, home);
}

/** When to remind. @param home zone of the society, whose mornings count for whole days */
export function remindAt(due: Due, what: ReminderSubject, before: Before, home: string): Instant {
  if (due.kind === 'instant') {
    return before === 'hour' ? due.at - hourMs : sameClockBefore(due.at, due.timeZone, daysBefore[before]);
  }
  const remindOn = (day: string) =>
    before === 'hour'
      ? instantOf(day, morning, home) - hourMs
      : instantOf(addDays(day, -daysBefore[before]), morning, home);
  const named = remindOn(due.on);
  // West of where the deadline ends, the morning of its day may come too late.
  return named <= instantMeant(due, what, home) - hourMs ? named : remindOn(addDays(due.on, -1));
}

/** @returns undefined where it is of nothing that is still ahead */
export function findDueAt(
  dates: Dates,
  { what, before }: Pick<Reminder, 'what' | 'before'>,
  home: string,
  now: Instant,
) {
  const due = momentOf(dates, what, home, now);
  return due && instantMeant(due, what, home) > now ? remindAt(due, what, before, home) : undefined;
}

/** All that may still be asked for, with when it would come. */
export function listOffers(dates: Dates, home: string, now: Instant) {
  return reminderSubjects.flatMap((what) =>
    befores.flatMap((before) => {
      const dueAt = findDueAt(dates, { what, before }, home, now);
      return dueAt !== undefined && dueAt > now ? [{ what, before, dueAt }] : [];
    }),
  );
}

/** A day later by the same clock: when a reminder comes back that was put off. */
export function sameClockTomorrow(at: Instant, timeZone: string): Instant {
  return sameClockBefore(at, timeZone, -1);
}

/** What a change of a conference makes of a reminder. @returns undefined: it stays as it is */
export function moveReminder(
  reminder: Reminder,
  before: Dates,
  after: Dates,
  home: string,
  at: Instant,
): { readonly dueAt?: Instant } | undefined {
  const [was, is] = [momentOf(before, reminder.what, home, at), momentOf(after, reminder.what, home, at)];
  if (isDeepStrictEqual(was, is)) return undefined;
  const dueAt = findDueAt(after, reminder, home, at);
  // Who was reminded of a date is reminded again of the one that took its place, while there is time.
  if (reminder.settledAt !== undefined) return dueAt !== undefined && dueAt > at ? { dueAt } : undefined;
  return dueAt === undefined ? {} : { dueAt: Math.max(dueAt, at) };
}

/** A wall time that the clocks skip or repeat: the later, then the earlier. */
function sameClockBefore(at: Instant, timeZone: string, days: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(isZone(timeZone) ? timeZone : 'UTC')
    .subtract({ days }).epochMilliseconds;
}
