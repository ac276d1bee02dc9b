// A date in plain words, "12-14 June 2027", "next Friday 6pm" or "12.–14. Juni 2027". What is found is always shown before it is
// believed.

import type { Chrono, ParsedComponents, ParsedResult } from 'chrono-node';
import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../domain/ids.ts';
import { dayIn, instantOf, isSensibleYear } from '../../domain/moment.ts';
import { findClockTimes } from '../conference/clockTimes.ts';
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
  const zoned = withoutZone(written.trim().slice(0, lengthLimit), timeZone);
  if (!zoned) return undefined;
  const { words, zone } = zoned;
  // chrono reckons with offsets alone: the reference is what the clocks show there, as if it were UTC.
  const reference = { instant: new Date(`${dayIn(from, timeZone)}T${clockIn(from, timeZone)}Z`), timezone: 0 };
  // At noon "today 10am" is over, and still no day later.
  const forwardDate = !/\b(?:today|tonight|heute)\b/i.test(words);
  const parse = (parser: Chrono) => parser.parse(words, reference, { forwardDate });
  const isNumeric = /\d[./]\d/.test(words);
  // GB: 12/06/2027 is in June, as most of the world writes it.
  const { strict, GB: dayFirst } = englishDates();
  const strictly = isNumeric ? undefined : spanOf(words, parse(strict));
  // Strictly, "tomorrow 10am" is an hour without its day.
  const span = strictly ?? spanOf(words, parse(dayFirst)) ?? spanOf(words, parse(germanDates().casual));
  return span && zone !== undefined ? inZone(span, zone) : span;
}

/** Nobody can say which night is meant. */
const midnight = /\b(?:midnight|mitternachts?|24(?::00| ?(?:uhr|h))(?!\d))/i;

/** The words without the zone that stands beside their time, and with "noon" in figures. @returns undefined where it is not sure when or where that is */
function withoutZone(written: string, home: string): { readonly words: string; readonly zone?: string } | undefined {
  if (midnight.test(written)) return undefined;
  const words = written.replace(/\b(?:12(?::00)? ?)?(?:noon|midday|mittags?)\b/gi, '12:00');
  const [time, another] = findClockTimes(words, home).filter(({ zone }) => zone !== undefined);
  if (!time?.zone) return { words };
  const { timeZone, isAmbiguous, checked } = time.zone;
  const zone = checked?.byOffset ?? timeZone;
  if (another || isAmbiguous || zone === undefined) return undefined;
  const clocks = [time.minutes, time.untilMinutes].flatMap((minutes) =>
    minutes === undefined ? [] : [`${padded(Math.floor(minutes / 60) % 24)}:${padded(minutes % 60)}`],
  );
  return { words: `${words.slice(0, time.index)}${clocks.join('-')}${words.slice(time.end)}`, zone };
}

function inZone({ start, end, isWeekdayWrong }: WrittenSpan, zone: string): WrittenSpan {
  const placed = (moment: WrittenMoment): WrittenMoment => {
    const { on, clock } = moment;
    if (clock === undefined) return moment;
    const offsetMinutes = (instantOf(on, clock, 'UTC') - instantOf(on, clock, zone)) / 60_000;
    return { on, clock, offsetMinutes };
  };
  return { start: placed(start), isWeekdayWrong, ...(end ? { end: placed(end) } : {}) };
}

function spanOf(words: string, found: readonly ParsedResult[]): WrittenSpan | undefined {
  const [only] = found;
  // A number or a word that is left over may be the one that matters.
  if (!only || found.length > 1 || /[\p{L}\d]/u.test(words.replace(only.text, '').replace(idle, ''))) return undefined;
  const [start, end] = [momentOf(only.start), only.end ? momentOf(only.end) : undefined];
  if (!start || (only.end && !end)) return undefined;
  const isWeekdayWrong = [only.start, only.end].some((part) => part && saysOtherWeekday(part));
  return { start, isWeekdayWrong, ...(end ? { end } : {}) };
}

/** They say nothing of when it is. */
const idle =
  /\b(?:on|at|the|from|to|starts?|starting|begins?|beginning|until|till|sharp|o['’]clock|h|hrs?|hours|uhr|am|um|ab|bis|zum|vom|von|den|dem|der)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/giu;

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
