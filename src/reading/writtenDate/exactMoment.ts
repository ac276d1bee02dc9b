// A day, or a clock time of a day, as `YYYY-MM-DD` or `YYYY-MM-DD HH:mm`; and the other way round.

import { Temporal } from 'temporal-polyfill';
import type { ConferenceTime, Day } from '../../domain/conference.ts';
import type { Instant } from '../../domain/ids.ts';
import { dayIn, isSensibleYear, isZone } from '../../domain/moment.ts';

/** What somebody wrote, before a zone makes an instant of it. */
export interface WrittenMoment {
  readonly on: Day;
  /** `HH:mm`; unset: the whole day. */
  readonly clock?: string;
  /** Minutes ahead of UTC, where a zone stands beside the time; unset: the zone of whoever asks. */
  readonly offsetMinutes?: number;
}

/** Undefined for anything else, for days that the calendar does not have, and for those that are centuries away. */
export function readExactMoment(written: string): WrittenMoment | undefined {
  const [, on = '', clock] = /^(\d{4}-\d{2}-\d{2})(?:[ T]+([01]\d|2[0-3]):?([0-5]\d))?$/.exec(written.trim()) ?? [];
  const minutes = written.trim().slice(-2);
  if (!isDay(on)) return undefined;
  return clock === undefined ? { on } : { on, clock: `${clock}:${minutes}` };
}

/** As it may be typed again: its start and its end. */
export function exactTexts(time: ConferenceTime): { readonly start: string; readonly end: string } {
  if (time.kind === 'days') {
    return { start: time.startsOn, end: time.endsOn === time.startsOn ? '' : time.endsOn };
  }
  const { startsAt, endsAt, timeZone } = time;
  return { start: exactText(startsAt, timeZone), end: endsAt === undefined ? '' : exactText(endsAt, timeZone) };
}

function exactText(at: Instant, timeZone: string): string {
  return `${dayIn(at, timeZone)} ${clockIn(at, timeZone)}`;
}

/** `HH:mm` as the clocks there show it. */
export function clockIn(at: Instant, timeZone: string): string {
  const zone = isZone(timeZone) ? timeZone : 'UTC';
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5);
}

function isDay(text: string): boolean {
  try {
    const date = Temporal.PlainDate.from(text, { overflow: 'reject' });
    return date.toString() === text && isSensibleYear(date.year);
  } catch {
    return false;
  }
}
