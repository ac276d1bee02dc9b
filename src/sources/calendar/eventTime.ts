// DTSTART, DTEND and DURATION → whole days or instants.

import { Temporal } from 'temporal-polyfill';
import type { ConferenceTime } from '../../domain/conference.ts';
import { instantIn, nameOfZone, type Zone } from './zones.ts';

/** Property of jCal. @see RFC 7265 */
export type Property = readonly [
  name: string,
  parameters: Readonly<Record<string, string | string[]>>,
  type: string,
  ...values: unknown[],
];

/** What a TZID means; without one, the zone of floating times. Undefined for a name nobody knows. */
export type ZoneFinder = (tzid: string | undefined) => Zone | undefined;

/** Days; a longer event is a mistake in the calendar. */
const maxDays = 3_660;

/** @throws Error when the times make no sense */
export function readTime(
  start: Property,
  end: Property | undefined,
  duration: Property | undefined,
  findZone: ZoneFinder,
): { readonly time: ConferenceTime; readonly problem: string | undefined } {
  const startText = String(start[3]);
  if (!startText.includes('T')) return { time: wholeDays(startText, end, duration), problem: undefined };
  const begins = readInstant(start, findZone);
  const ends = end === undefined ? undefined : readInstant(end, findZone);
  let endsAt = ends?.at;
  if (endsAt === undefined && duration !== undefined) {
    const length = Temporal.Duration.from(String(duration[3]));
    const zoned = Temporal.Instant.fromEpochMilliseconds(begins.at).toZonedDateTimeISO('UTC');
    endsAt = zoned.add(length).epochMilliseconds;
  }
  const isEndUsable = endsAt !== undefined && endsAt >= begins.at;
  const backwards = endsAt !== undefined && !isEndUsable ? 'it ends before it begins' : undefined;
  return {
    time: {
      kind: 'instants',
      startsAt: begins.at,
      ...(isEndUsable && endsAt !== undefined ? { endsAt } : {}),
      timeZone: begins.timeZone,
    },
    problem: begins.problem ?? backwards,
  };
}

/** DTEND is the day after the last one. @see RFC 5545 section 3.6.1 */
function wholeDays(startText: string, end: Property | undefined, duration: Property | undefined): ConferenceTime {
  const first = Temporal.PlainDate.from(startText);
  let after = first.add({ days: 1 });
  if (end !== undefined) after = Temporal.PlainDate.from(String(end[3]).slice(0, 10));
  else if (duration !== undefined) after = first.add(Temporal.Duration.from(String(duration[3])));
  const days = Math.max(1, first.until(after, { largestUnit: 'days' }).days);
  if (days > maxDays) throw new Error(`it lasts ${days} days`);
  return { kind: 'days', startsOn: first.toString(), endsOn: first.add({ days: days - 1 }).toString() };
}

function readInstant(property: Property, findZone: ZoneFinder) {
  const text = String(property[3]);
  const local = text.includes('T') ? text.replace(/Z$/, '') : `${text}T00:00:00`;
  const { tzid } = property[1];
  const name = Array.isArray(tzid) ? tzid[0] : tzid;
  if (text.endsWith('Z')) return { at: Date.parse(`${local}Z`), timeZone: 'UTC', problem: undefined };
  const found = findZone(name);
  const zone = found ?? findZone(undefined);
  if (zone === undefined) throw new Error('its time zone is unknown');
  const problem =
    found === undefined ? `its time zone “${name?.slice(0, 80)}” is unknown, the society's own is taken` : undefined;
  return { at: instantIn(zone, local), timeZone: nameOfZone(zone, local), problem };
}
