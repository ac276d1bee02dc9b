// The dates feeds write → an instant. Tolerant of what people and old programmes write; nonsense gives none, and never the
// present. Every expression is anchored and its repetitions are bounded.

import type { Instant } from '../domain/ids.ts';
import { findOffsetMinutes } from './zoneNames.ts';

/** Characters; no date is longer. */
const maxDateLength = 80;

const monthNames: readonly (readonly string[])[] = [
  ['jan', 'ian', 'ene', 'ιαν'],
  ['feb', 'fév', 'fev', 'φεβ'],
  ['mar', 'mär', 'mrz', 'μάρ', 'μαρ', 'már'],
  ['apr', 'avr', 'abr', 'απρ', 'ápr'],
  ['may', 'mai', 'maj', 'μάι', 'μαϊ', 'μαι', 'máj'],
  ['jun', 'juin', 'ιούν', 'ιον', 'jún'],
  ['jul', 'juil', 'ιούλ', 'ιολ', 'júl'],
  ['aug', 'aoû', 'aou', 'ago', 'αύγ', 'αυγ'],
  ['sep', 'set', 'szep', 'σεπ'],
  ['oct', 'okt', 'out', 'οκτ'],
  ['nov', 'νοέ', 'νοε'],
  ['dec', 'dez', 'déc', 'dic', 'δεκ'],
];

/** @returns undefined when the text is no date, or one no calendar has */
export function parseFeedDate(text: string | undefined): Instant | undefined {
  const date = text?.trim().replace(/\s+/g, ' ') ?? '';
  if (date === '' || date.length > maxDateLength) return undefined;
  return parseIso(date) ?? parseShortIso(date) ?? parseWords(date) ?? parseUnix(date) ?? parseAsia(date);
}

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  readonly ms?: number;
  readonly offsetMinutes?: number;
}

const clock = String.raw`(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,9}))?)?`;
const iso = new RegExp(
  String.raw`^(\d{4})-?(0?\d{2})?-?(\d{2})?(?:[T ] ?(?:${clock}|(\d{2})(\d{2})?(\d{2})?))? ?(Z|[+-]\d{1,2}:?\d{0,2}|[A-Z]{2,5})?$`,
  'i',
);
const dayOfYearFirst = /^(\d{4})-?(\d{3})(?=[T ]|$)/;

function parseIso(date: string): Instant | undefined {
  const ordinal = dayOfYearFirst.exec(date);
  if (ordinal !== null) {
    const on = new Date(Date.UTC(Number(ordinal[1]), 0, Number(ordinal[2])));
    const rest = date.slice(ordinal[0].length);
    return on.getUTCFullYear() === Number(ordinal[1]) ? parseIso(`${on.toISOString().slice(0, 10)}${rest}`) : undefined;
  }
  const found = iso.exec(date);
  if (found === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction, hour2, minute2, second2, zone] = found;
  const offsetMinutes = zone === undefined ? 0 : findOffsetMinutes(zone);
  if (offsetMinutes === undefined) return undefined;
  const time = {
    hour: Number(hour ?? hour2 ?? 0),
    minute: Number(minute ?? minute2 ?? 0),
    second: Number(second ?? second2 ?? 0),
    ms: Number(`0.${fraction ?? 0}`) * 1000,
    offsetMinutes,
  };
  return instantOf({ year: Number(year), month: Number(month ?? 1), day: Number(day ?? 1), ...time });
}

const shortIso = /^(?:(\d{2})-?(\d{2})-?(\d{2})|(\d{2})(\d{3})|-(\d{2})-?(\d{2}))$/;

/** The forms of ISO 8601 with two digits for the year: 031231, 03-12-31, 03365, -0312. */
function parseShortIso(date: string): Instant | undefined {
  const found = shortIso.exec(date);
  if (found === null) return undefined;
  const [, year, month, day, ordinalYear, dayOfYear, monthYear, monthOnly] = found;
  const fullYearText = String(fullYear(year ?? ordinalYear ?? monthYear ?? ''));
  if (dayOfYear !== undefined) return parseIso(`${fullYearText}-${dayOfYear}`);
  return parseIso(`${fullYearText}-${month ?? monthOnly}-${day ?? '01'}`);
}

const word = String.raw`\p{L}{1,20}\.?`;
const zoneText = String.raw`(?: ?\(?(Z|[+-]\d{1,2}:?\d{0,2}|[A-Za-z]{1,5}(?:\/[A-Za-z_]{1,20})?(?:[+-]\d{1,2}:?\d{0,2})?)\)?)?(?: \([^)]{0,40}\))?`;
/** RFC 822, RFC 850 and their relatives: day, month and year with blanks or dashes between. */
const dayFirst = new RegExp(
  String.raw`^(?:${word},? ?)?(\d{1,2})(?:st|nd|rd|th)?[ -](${word}),?[ -](\d{2,4}),?(?: ${clock})?${zoneText}$`,
  'u',
);
/** asctime and American: month, day, then the year after the day or after the time. */
const monthFirst = new RegExp(
  String.raw`^(?:${word},? )?(${word}) (\d{1,2})(?:st|nd|rd|th)?,?(?: (\d{4}),?)?(?: ${clock})?( ?[AaPp][Mm])?${zoneText}(?: (\d{4}))?$`,
  'u',
);

function parseWords(date: string): Instant | undefined {
  const day = dayFirst.exec(date);
  if (day !== null) {
    const [, dayOfMonth, month, year, hour, minute, second, fraction, zone] = day;
    return fromWords({ year, month, day: dayOfMonth, hour, minute, second, fraction, zone });
  }
  const american = monthFirst.exec(date);
  if (american === null) return undefined;
  const [, month, dayOfMonth, year, hour, minute, second, fraction, half, zone, lateYear] = american;
  return fromWords({ year: year ?? lateYear, month, day: dayOfMonth, hour, minute, second, fraction, half, zone });
}

type Words = Readonly<
  Partial<
    Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'fraction' | 'half' | 'zone', string | undefined>
  >
>;

function fromWords(words: Words): Instant | undefined {
  const name = words.month?.toLowerCase() ?? '';
  const month = monthNames.findIndex((names) => names.some((start) => name.startsWith(start))) + 1;
  const offsetMinutes = words.zone === undefined ? 0 : findOffsetMinutes(words.zone);
  if (month === 0 || words.year === undefined || offsetMinutes === undefined) return undefined;
  const half = words.half?.trim().toLowerCase();
  const hour = Number(words.hour ?? 0);
  return instantOf({
    year: fullYear(words.year),
    month,
    day: Number(words.day),
    hour: half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0),
    minute: Number(words.minute ?? 0),
    second: Number(words.second ?? 0),
    offsetMinutes,
  });
}

/** Seconds or milliseconds since 1970, from about the year 2001 on. */
function parseUnix(date: string): Instant | undefined {
  if (/^\d{10}$/.test(date)) return Number(date) * 1000;
  return /^\d{13}$/.test(date) ? Number(date) : undefined;
}

const asia =
  /^(\d{4})[년年./-] ?(\d{1,2})[월月./-] ?(\d{1,2})일?日?\.?(?: (오전|오후)?)? ?(?:(\d{1,2}):(\d{2})(?::(\d{2}))?)?(?:\.0)?$/;
/** Korea's time, in which the Korean formats are written. */
const koreaOffsetMinutes = 540;

function parseAsia(date: string): Instant | undefined {
  const found = asia.exec(date);
  if (found === null) return undefined;
  const [, year, month, day, half, hour, minute, second] = found;
  const isKorean = date.includes('년') || half !== undefined;
  return instantOf({
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: half === undefined ? Number(hour ?? 0) : (Number(hour ?? 0) % 12) + (half === '오후' ? 12 : 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    offsetMinutes: isKorean ? koreaOffsetMinutes : 0,
  });
}

function fullYear(year: string): number {
  if (year.length > 2) return Number(year);
  return Number(year) + (Number(year) < 70 ? 2000 : 1900);
}

/** @returns undefined for a day or time that does not exist */
function instantOf(parts: Parts): Instant | undefined {
  const { year, month, day, hour = 0, minute = 0, second = 0, ms = 0, offsetMinutes = 0 } = parts;
  if (year < 1900 || year > 2200 || hour > 24 || minute > 59 || second > 60) return undefined;
  const midnight = Date.UTC(year, month - 1, day);
  const on = new Date(midnight);
  if (on.getUTCMonth() !== month - 1 || on.getUTCDate() !== day) return undefined;
  return midnight + ((hour * 60 + minute - offsetMinutes) * 60 + second) * 1000 + Math.floor(ms);
}
