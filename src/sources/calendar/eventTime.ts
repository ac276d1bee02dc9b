// DTSTART, DTEND and DURATION → whole days or instants.

import { Temporal } from 'temporal-polyfill';
import type { ConferenceTime } from '../../domain/conference.ts';
import type { Instant } from '../../domain/ids.ts';
import { isSensibleYear } from '../../domain/moment.ts';
import type { DateText } from './dateText.ts';
import type { ZoneFinder } from './findZone.ts';
import { instantIn, isSameZone, localIn, nameOfZone, utc, type Zone } from './zones.ts';

/** A date as it is written. */
export interface WrittenTime {
  /** `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm:ss`. */
  readonly local: string;
  readonly zone: Zone;
  /** Why the zone is not sure. */
  readonly problem?: string;
}

export interface EventTime {
  readonly time: ConferenceTime;
  readonly start: WrittenTime;
  readonly problem: string | undefined;
  /** The zone of its start or of its end is not known. */
  readonly isZoneUnsure?: true;
}

const dayMs = 86_400_000;
/** Days; a longer event is a mistake in the calendar. */
const maxDays = 3_660;

/** Either may be missing. */
interface Ending {
  readonly end: DateText | undefined;
  /** ISO 8601; empty where there is none. */
  readonly duration: string;
}

/** @throws Error when the start is no date */
export function readTime(startText: DateText, ending: Ending, findZone: ZoneFinder): EventTime {
  const start = writtenTime(startText, findZone);
  if (!start.local.includes('T')) {
    const { value: last = start.local, problem } = orProblem(() => lastDay(start.local, ending));
    return { start, time: { kind: 'days', startsOn: start.local, endsOn: last }, problem };
  }
  const startsAt = instantOf(start);
  const { value: end, problem: badEnd } = orProblem(() => readEnd(start, startsAt, ending, findZone));
  const { endsAt, problem: endZoneProblem } = end ?? {};
  const fault = endsAt === undefined ? undefined : faultOfLength(endsAt - startsAt);
  const isEndUsable = endsAt !== undefined && fault === undefined;
  const timeZone = nameOfZone(start.zone, start.local);
  return {
    start,
    time: { kind: 'instants', startsAt, ...(isEndUsable ? { endsAt } : {}), timeZone },
    problem: start.problem ?? badEnd ?? fault ?? endZoneProblem,
    ...(start.problem === undefined && endZoneProblem === undefined ? {} : { isZoneUnsure: true }),
  };
}

/** @throws Error when it is no date */
function readEnd(
  { zone }: WrittenTime,
  startsAt: Instant,
  { end, duration }: Ending,
  findZone: ZoneFinder,
): { readonly endsAt?: Instant | undefined; readonly problem?: string | undefined } {
  if (!end) return { endsAt: endAfter(startsAt, zone, duration) };
  const written = writtenTime(end, findZone);
  return { endsAt: instantOf(written), problem: written.problem };
}

/** @param length milliseconds */
function faultOfLength(length: number): string | undefined {
  if (length < 0) return 'it ends before it begins';
  return length > maxDays * dayMs ? `it lasts ${Math.round(length / dayMs)} days` : undefined;
}

/** An end that cannot be read costs the end, not the event. */
function orProblem<Value>(read: () => Value): { readonly value?: Value; readonly problem: string | undefined } {
  try {
    return { value: read(), problem: undefined };
  } catch (error) {
    return { problem: `its end cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** DTEND is the day after the last one. @see RFC 5545 section 3.6.1. @throws Error when it makes no sense */
function lastDay(startText: string, { end, duration }: Ending): string {
  const first = Temporal.PlainDate.from(startText);
  let after = first.add({ days: 1 });
  if (end !== undefined) {
    // What ends in the middle of a day takes place on it.
    const isWithinDay = end.text.includes('T') && !/T00:00:00Z?$/.test(end.text);
    after = Temporal.PlainDate.from(end.text.slice(0, 10)).add({ days: isWithinDay ? 1 : 0 });
  }
  if (end === undefined && duration !== '') after = first.add(Temporal.Duration.from(duration));
  const days = Math.max(1, first.until(after, { largestUnit: 'days' }).days);
  if (days > maxDays) throw new Error(`it lasts ${days} days`);
  return first.add({ days: days - 1 }).toString();
}

/** A day of a duration is one of the calendar, whatever the clocks do. @see RFC 5545 section 3.3.6 */
export function endAfter(startsAt: Instant, zone: Zone, duration: string): Instant | undefined {
  if (duration === '') return undefined;
  const timeZone = zone.kind === 'named' ? zone.timeZone : 'UTC';
  const start = Temporal.Instant.fromEpochMilliseconds(startsAt).toZonedDateTimeISO(timeZone);
  return start.add(Temporal.Duration.from(duration)).epochMilliseconds;
}

/** @throws Error when it is no date */
export function writtenTime({ text, tzid }: DateText, findZone: ZoneFinder): WrittenTime {
  const isUtc = text.endsWith('Z');
  const written = isUtc ? text.slice(0, -1) : text;
  if (!written.includes('T')) {
    const local = sensible(Temporal.PlainDate.from(written)).toString();
    return { local, zone: findZone(undefined, `${local}T00:00:00`).zone };
  }
  const local = sensible(Temporal.PlainDateTime.from(written)).toString({ smallestUnit: 'second' });
  return isUtc ? { local, zone: utc } : { local, ...findZone(tzid, local) };
}

/** @throws Error where it is centuries away */
function sensible<Written extends { readonly year: number }>(written: Written): Written {
  if (isSensibleYear(written.year)) return written;
  throw new Error(`the year ${written.year} is none of a society's`);
}

/** Which day a date means in a series of whole days: of a moment the day it has there, but midnight in any zone is its own. */
export function dayMeant({ local, zone }: WrittenTime, series: WrittenTime): string {
  const isPlain = !local.includes('T') || local.endsWith('T00:00:00') || isSameZone(zone, series.zone);
  return (isPlain ? local : localIn(series.zone, instantOf({ local, zone }))).slice(0, 10);
}

/** Of a day: when it begins. */
export function instantOf({ local, zone }: WrittenTime): Instant {
  return instantIn(zone, local.includes('T') ? local : `${local}T00:00:00`);
}
