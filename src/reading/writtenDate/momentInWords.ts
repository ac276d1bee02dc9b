// A date in plain words, "12-14 June 2027", "next Friday 6pm" or "12.–14. Juni 2027". What is found is always shown before it is
// believed.

import type { Chrono, ParsedComponents, ParsedResult } from 'chrono-node';
import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../domain/ids.ts';
import { dayIn, instantOf, isSensibleYear } from '../../domain/moment.ts';
import { englishDates, germanDates } from './chrono.ts';
import { clockIn, type WrittenMoment } from './exactMoment.ts';

export interface WrittenSpan {
  readonly start: WrittenMoment;
  /** Where the same words also say when it ends. */
  readonly end?: WrittenMoment;
  /** The weekday that stands there is another day's. */
  readonly isWeekdayWrong: boolean;
}

/** Characters that are looked at. */
const lengthLimit = 100;

/** @param from whence "Friday" and "14 June" are looked for. @returns undefined unless the words name one day, or one span of days */
export function readMomentInWords(written: string, from: Instant, timeZone: string): WrittenSpan | undefined {
  const words = written.trim().slice(0, lengthLimit);
  // chrono reckons with offsets alone: the reference is what the clocks show there, as if it were UTC.
  const reference = { instant: new Date(`${dayIn(from, timeZone)}T${clockIn(from, timeZone)}Z`), timezone: 0 };
  const parse = (parser: Chrono) => parser.parse(words, reference, { forwardDate: true });
  const isNumeric = /\d[./]\d/.test(words);
  // GB: 12/06/2027 is in June, as most of the world writes it.
  const { strict, GB: dayFirst } = englishDates();
  const strictly = isNumeric ? [] : parse(strict);
  const english = spanOf(words, strictly.length > 0 ? strictly : parse(dayFirst));
  return english ?? spanOf(words, parse(germanDates().casual));
}

function spanOf(words: string, found: readonly ParsedResult[]): WrittenSpan | undefined {
  const [only] = found;
  // A number that is left over may be the one that matters.
  if (!only || found.length > 1 || /\d/.test(words.replace(only.text, ''))) return undefined;
  const [start, end] = [momentOf(only.start), only.end ? momentOf(only.end) : undefined];
  if (!start || (only.end && !end)) return undefined;
  const isWeekdayWrong = [only.start, only.end].some((part) => part && saysOtherWeekday(part));
  return { start, isWeekdayWrong, ...(end ? { end } : {}) };
}

/** Undefined for a month without a day. */
function momentOf(parts: ParsedComponents): WrittenMoment | undefined {
  if (parts.isCertain('month') && !parts.isCertain('day')) return undefined;
  const on = dateOf(parts)?.toString();
  if (on === undefined) return undefined;
  if (!parts.isCertain('hour')) return { on };
  const clock = `${padded(parts.get('hour'))}:${padded(parts.get('minute'))}`;
  const offset = parts.isCertain('timezoneOffset') ? parts.get('timezoneOffset') : null;
  return { on, clock, ...(offset === null ? {} : { offsetMinutes: offset }) };
}

function saysOtherWeekday(parts: ParsedComponents): boolean {
  const said = parts.get('weekday');
  if (said === null || !parts.isCertain('weekday') || !parts.isCertain('day')) return false;
  return (dateOf(parts)?.dayOfWeek ?? 0) % 7 !== said;
}

function dateOf(parts: ParsedComponents): Temporal.PlainDate | undefined {
  const [year, month, day] = [parts.get('year'), parts.get('month'), parts.get('day')];
  if (year === null || !isSensibleYear(year) || month === null || day === null) return undefined;
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

function padded(value: number | null): string {
  return String(value ?? 0).padStart(2, '0');
}

/** @param timeZone where the words name none */
export function instantOfWritten({ on, clock = '00:00', offsetMinutes }: WrittenMoment, timeZone: string): Instant {
  if (offsetMinutes === undefined) return instantOf(on, clock, timeZone);
  return instantOf(on, clock, 'UTC') - offsetMinutes * 60_000;
}
