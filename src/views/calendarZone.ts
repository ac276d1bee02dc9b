// What an iCalendar file says of time zones: each with the changes of its clocks around the times that are given in it. Some
// calendars take a zone that is not defined for UTC, so each that is named is defined.

import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../domain/ids.ts';
import { isZone } from '../domain/moment.ts';

export interface LocalTime {
  readonly at: Instant;
  readonly timeZone: string;
}

/** Years whose times are given in their zone; others are given in UTC, so that no mistaken year costs thousands of lines. */
const localYears = { first: 1970, last: 2100 };

/** `YYYYMMDDTHHmmss`; undefined where only UTC says it without doubt, as in an hour that the clocks repeat. */
export function localTimeIn(at: Instant, timeZone: string): string | undefined {
  if (timeZone === 'UTC' || !/^[A-Za-z][\w+/-]*$/.test(timeZone) || !isZone(timeZone)) return undefined;
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  if (zoned.year < localYears.first || zoned.year > localYears.last) return undefined;
  const local = zoned.toPlainDateTime();
  const isPlain = local.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds === at;
  return isPlain ? basic(local) : undefined;
}

/** A VTIMEZONE for each zone, as lines. */
export function zoneDefinitions(times: readonly LocalTime[]): string[] {
  const names = [...new Set(times.map(({ timeZone }) => timeZone))].sort();
  return names.flatMap((name) => {
    const instants = times.filter(({ timeZone }) => timeZone === name).map(({ at }) => at);
    return zoneDefinition(name, least(instants), most(instants));
  });
}

interface Change {
  readonly isDaylight: boolean;
  readonly from: string;
  readonly to: string;
  /** By the clock before the change. */
  readonly onsets: readonly string[];
}

/** From the year before the first to the year after the last, so that the rules of today can be seen. */
function zoneDefinition(timeZone: string, first: Instant, last: Instant): string[] {
  const yearOf = (at: Instant) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).year;
  const newYear = (year: number) => Temporal.PlainDate.from({ year, month: 1, day: 1 }).toZonedDateTime(timeZone);
  const begin = newYear(yearOf(first) - 1);
  const end = newYear(yearOf(last) + 2);
  const changes = new Map<string, Change>();
  let next = begin.getTimeZoneTransition('next');
  // In force before the first change: summer time where that change puts the clocks back.
  const isSummer = next !== null && next.offsetNanoseconds < begin.offsetNanoseconds;
  const atFirst = {
    isDaylight: isSummer,
    from: offsetOf(begin),
    to: offsetOf(begin),
    onsets: [basic(begin.toPlainDateTime())],
  };
  for (; next !== null && Temporal.ZonedDateTime.compare(next, end) < 0; next = next.getTimeZoneTransition('next')) {
    const before = next.subtract({ nanoseconds: 1 });
    const [from, to] = [offsetOf(before), offsetOf(next)];
    if (from === to) continue;
    const onset = basic(before.toPlainDateTime().add({ nanoseconds: 1 }));
    const onsets = [...(changes.get(`${from} ${to}`)?.onsets ?? []), onset];
    changes.set(`${from} ${to}`, { isDaylight: next.offsetNanoseconds > before.offsetNanoseconds, from, to, onsets });
  }
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${timeZone}`,
    ...[atFirst, ...changes.values()].flatMap(changeLines),
    'END:VTIMEZONE',
  ];
}

function changeLines({ isDaylight, from, to, onsets: [first, ...further] }: Change): string[] {
  const name = isDaylight ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${name}`,
    `DTSTART:${first}`,
    // One a line: some calendars read only the first of a list.
    ...further.map((onset) => `RDATE:${onset}`),
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to}`,
    `END:${name}`,
  ];
}

/** `+0100`. */
function offsetOf(zoned: Temporal.ZonedDateTime): string {
  return zoned.offset.replaceAll(':', '');
}

function basic(local: Temporal.PlainDateTime): string {
  return local.toString({ smallestUnit: 'second', roundingMode: 'floor' }).replace(/[-:]/g, '');
}

function least(instants: readonly Instant[]): Instant {
  return instants.reduce((a, b) => Math.min(a, b));
}

function most(instants: readonly Instant[]): Instant {
  return instants.reduce((a, b) => Math.max(a, b));
}
