// Days and instants of conferences. A day is over when it ends in a zone; without one it may begin in the east and end in the west.

import { Temporal } from 'temporal-polyfill';
import type { ConferenceFacts, ConferenceTime, Day, Due } from './conference.ts';
import type { Instant } from './ids.ts';

/** The zone of "anywhere on earth": a day is over when it is over everywhere. */
export const anywhereOnEarth = 'Etc/GMT+12';

const hourMs = 3_600_000;
/** The earliest and the latest zone on earth, as hours ahead of UTC. @see https://www.iana.org/time-zones */
const earliestZone = 14;
const latestZone = -12;

/** Societies are this old, and nobody plans further ahead; what lies outside is a slip, and no reader of calendars takes it. */
const years = { first: 1700, last: 2199 };

export function isSensibleYear(year: number): boolean {
  return year >= years.first && year <= years.last;
}

/** The calendar day of an instant in a zone; in UTC where nobody knows the zone. */
export function dayIn(at: Instant, timeZone: string): Day {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(knownZone(timeZone)).toPlainDate().toString();
}

/** The first instant of a day: not always midnight, where the clocks are changed then. */
export function startOfDay(day: Day, timeZone: string): Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime(knownZone(timeZone)).epochMilliseconds;
}

/** Of a local time that the clocks skip or repeat: the later, then the earlier. @param clock `HH:mm` */
export function instantOf(day: Day, clock: string, timeZone: string): Instant {
  return Temporal.PlainDateTime.from(`${day}T${clock}`).toZonedDateTime(knownZone(timeZone), {
    disambiguation: 'compatible',
  }).epochMilliseconds;
}

/** What the clocks of a zone show then, as `YYYY-MM-DDTHH:mm`. */
export function clockIn(at: Instant, timeZone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(knownZone(timeZone)).toPlainDateTime();
  return local.toString({ smallestUnit: 'minute' });
}

export function isZone(timeZone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
    return true;
  } catch {
    return false;
  }
}

/** A row of long ago may name a zone that nobody knows. */
function knownZone(timeZone: string): string {
  return isZone(timeZone) ? timeZone : 'UTC';
}

export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** When it is too late. @param homeTimeZone of the society: where a day without a zone ends */
export function dueInstant(due: Due, homeTimeZone: string): Instant {
  return due.kind === 'instant' ? due.at : startOfDay(addDays(due.on, 1), due.timeZone ?? homeTimeZone);
}

/** The day on which it is due, as the organisers would say it: what is due at 24:00 is due on the day that ends then. */
export function dueDay(due: Due): Day {
  return due.kind === 'instant' ? dayIn(due.at - 1, due.timeZone) : due.on;
}

export function firstDay(time: ConferenceTime): Day {
  return time.kind === 'days' ? time.startsOn : dayIn(time.startsAt, time.timeZone);
}

export interface Span {
  readonly beginsAt: Instant;
  readonly overAt: Instant;
}

/**
 * From when to when it may be going on, for ordering. A day begins in the east and is over in the west; an event without an end is
 * over when it begins (RFC 5545, 3.6.1). What has no date spans its milestones.
 */
export function spanOf({ time, milestones }: Pick<ConferenceFacts, 'time' | 'milestones'>): Span {
  if (time?.kind === 'instants') return { beginsAt: time.startsAt, overAt: time.endsAt ?? time.startsAt };
  if (time) return daysSpan(time.startsOn, time.endsOn);
  const spans = milestones.map(({ due }) =>
    due.kind === 'instant' ? { beginsAt: due.at, overAt: due.at } : daysSpan(due.on, due.on),
  );
  return {
    beginsAt: Math.min(...spans.map(({ beginsAt }) => beginsAt)),
    overAt: Math.max(...spans.map(({ overAt }) => overAt)),
  };
}

function daysSpan(first: Day, last: Day): Span {
  return {
    beginsAt: Date.parse(first) - earliestZone * hourMs,
    overAt: Date.parse(last) + (24 - latestZone) * hourMs,
  };
}
