// `startDate`, `endDate` and `duration` of a marked event → whole days or instants. A time without its offset is local, and
// nobody says where.

import { Temporal } from 'temporal-polyfill';
import type { ConferenceTime, Day, Due } from '../../domain/conference.ts';
import type { Instant } from '../../domain/ids.ts';
import { isSensibleYear } from '../../domain/moment.ts';
import { type Thing, textOf } from './linkedThings.ts';

export interface MarkupTime {
  readonly time: ConferenceTime;
  /** True where the instants depend on a zone that nobody names. */
  readonly isZoneUnsure: boolean;
}

/** As written: a day, with or without a time of day. */
interface Written {
  readonly day: Day;
  /** `HH:mm:ss`. */
  readonly clock?: string;
  readonly at?: Instant;
  readonly timeZone: string;
  readonly hasZone: boolean;
}

/** Days; a longer event is a mistake of the page. */
const maxDays = 3_660;

/** @returns undefined without a start that can be read */
export function readTimes({ startDate, endDate, duration }: Thing, homeTimeZone: string): MarkupTime | undefined {
  const start = readWritten(textOf(startDate), homeTimeZone);
  if (start === undefined) return undefined;
  const end = readWritten(textOf(endDate), homeTimeZone);
  if (start.at === undefined) return daysOf(start, end);
  if (isWholeDays(start, end)) {
    // Midnight elsewhere may be another day here, and an end at midnight may be meant or not.
    const isElsewhere = start.hasZone && start.timeZone !== homeTimeZone;
    const isOpenEnd = end?.clock === '00:00:00' && end.day > start.day;
    return { ...daysOf(start, end), isZoneUnsure: isElsewhere || isOpenEnd };
  }
  const endsAt = end?.at ?? (endDate === undefined ? afterDuration(start.at, textOf(duration)) : undefined);
  // An end that is a later day without a time: the days are all that is known of it.
  if (end !== undefined && end.at === undefined && end.day > start.day) return daysOf(start, end);
  const isUsable = endsAt !== undefined && endsAt > start.at && endsAt - start.at < maxDays * 86_400_000;
  return {
    time: { kind: 'instants', startsAt: start.at, ...(isUsable ? { endsAt } : {}), timeZone: start.timeZone },
    isZoneUnsure: !start.hasZone,
  };
}

/** @returns undefined when it is no date */
export function readDue(text: string | undefined, homeTimeZone: string): Due | undefined {
  const written = readWritten(text, homeTimeZone);
  if (written === undefined) return undefined;
  // To the last minute of a day is the whole day.
  const isDay = written.at === undefined || /^(?:23:59|00:00)/.test(written.clock ?? '');
  if (isDay || written.at === undefined) return { kind: 'day', on: written.day };
  return { kind: 'instant', at: written.at, timeZone: written.timeZone };
}

/** Programmes write a whole day as from midnight to a minute before the next. */
function isWholeDays(start: Written, end: Written | undefined): boolean {
  if (start.clock !== '00:00:00') return false;
  return end?.clock === undefined || /^(?:23:59|00:00:00)/.test(end.clock);
}

function daysOf(start: Written, end: Written | undefined): MarkupTime {
  const first = Temporal.PlainDate.from(start.day);
  const last = Temporal.PlainDate.from(end?.day ?? start.day);
  const days = Math.max(0, first.until(last, { largestUnit: 'days' }).days);
  const endsOn = days > maxDays ? first : first.add({ days });
  return { time: { kind: 'days', startsOn: start.day, endsOn: endsOn.toString() }, isZoneUnsure: false };
}

const writtenForm =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ]+(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?\s?(Z|UTC|[+-]\d\d(?::?\d\d)?)?)?$/i;

function readWritten(text: string | undefined, homeTimeZone: string): Written | undefined {
  const [, year, month, dayOfMonth, hour, minute, second = '00', offset] = writtenForm.exec(text?.trim() ?? '') ?? [];
  const day = `${year}-${month}-${dayOfMonth}`;
  try {
    if (!isSensibleYear(Temporal.PlainDate.from(day).year)) return undefined;
    if (hour === undefined) return { day, timeZone: homeTimeZone, hasZone: false };
    const clock = `${hour}:${minute}:${second}`;
    const local = Temporal.PlainDateTime.from(`${day}T${clock}`);
    const zoned = local.toZonedDateTime(offset === undefined ? homeTimeZone : zoneOf(offset), {
      disambiguation: 'compatible',
    });
    const at = zoned.epochMilliseconds;
    return { day, clock, at, timeZone: placeWith(at, zoned, homeTimeZone), hasZone: offset !== undefined };
  } catch {
    return undefined;
  }
}

function zoneOf(offset: string): string {
  if (/^(?:Z|UTC)$/i.test(offset)) return 'UTC';
  const [, sign, hours, minutes = '00'] = /^([+-])(\d\d):?(\d\d)?$/.exec(offset) ?? [];
  return `${sign}${hours}:${minutes}`;
}

/** The society's own zone where it has this offset, else one that has it all year. */
function placeWith(at: Instant, zoned: Temporal.ZonedDateTime, homeTimeZone: string): string {
  const home = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(homeTimeZone);
  if (home.offsetNanoseconds === zoned.offsetNanoseconds) return homeTimeZone;
  const hours = zoned.offsetNanoseconds / 3.6e12;
  if (!Number.isInteger(hours) || hours === 0 || hours < -12 || hours > 14) return 'UTC';
  return `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
}

function afterDuration(at: Instant, text: string | undefined): Instant | undefined {
  try {
    const start = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC');
    return text === undefined ? undefined : start.add(Temporal.Duration.from(text)).epochMilliseconds;
  } catch {
    return undefined;
  }
}
