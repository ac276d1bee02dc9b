// Where a text names days: chrono-node finds them, strictly; what it leaves open (the year, a second day, a lost dash) is settled here.

import { type ParsedComponents, type ParsedResult, strict } from 'chrono-node';
import type { Day } from '../../domain/conference.ts';
import { type DatePhrase, isReal, nearestYear } from './datePhrase.ts';
import { hideTimes, levelDashes } from './levelDashes.ts';
import { listTwoDays } from './twoDays.ts';

/** @param referenceDate from which days without a year are read */
export function findDatePhrases(text: string, referenceDate: Day): DatePhrase[] {
  const level = levelDashes(text);
  const found = strict
    .parse(hideTimes(level), { instant: new Date(`${referenceDate}T12:00:00Z`), timezone: 0 }, { forwardDate: false })
    .filter(isDay)
    .flatMap((result) => toPhrase(result, level, referenceDate));
  const pairs = listTwoDays(level, referenceDate);
  const alone = found.filter(({ index, end }) => !pairs.some((pair) => pair.index < end && index < pair.end));
  return borrowYears(
    [...alone, ...pairs].sort((one, other) => one.index - other.index),
    referenceDate,
  );
}

const months = /(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
const numeric = /\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/;

/** "next week", "six weeks before" and "3/4 of a page" name no day. */
function isDay({ start, text }: ParsedResult): boolean {
  const isWritten = /\d/.test(text) && (months.test(text) || numeric.test(text));
  return isWritten && start.isCertain('day') && start.isCertain('month');
}

function toPhrase(result: ParsedResult, text: string, referenceDate: Day): DatePhrase[] {
  const { index, start, end } = result;
  const on = dayOf(start);
  const until = end?.isCertain('day') ? dayOf(end) : undefined;
  // A page number or a version is no year.
  if (on === undefined || Math.abs(Number(on.slice(0, 4)) - Number(referenceDate.slice(0, 4))) > 30) return [];
  const digits = /^\D{0,12}(\d{1,2})[/.](\d{1,2})[/.]\d{2,4}/.exec(result.text);
  const isAmbiguous = digits !== null && Number(digits[1]) <= 12 && Number(digits[2]) <= 12 && digits[1] !== digits[2];
  const hasYear = start.isCertain('year') || end?.isCertain('year') === true;
  const isRange = until !== undefined && until > on;
  return [
    {
      index,
      end: index + wordsOf(result.text).length,
      on,
      hasYear,
      isAmbiguous,
      isOtherWeekday: [start, ...(end ? [end] : [])].some(isOtherWeekday) || hasOtherWeekday(text, index, on, hasYear),
      ...(isRange ? { until } : {}),
    },
  ];
}

/** Without a zone or blanks that chrono took along. */
function wordsOf(text: string): string {
  const last = [...text.matchAll(/\d+(?:st|nd|rd|th)?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/gi)].at(
    -1,
  );
  return last ? text.slice(0, last.index + last[0].length) : text;
}

function dayOf(components: ParsedComponents): Day | undefined {
  const [year, month, day] = (['year', 'month', 'day'] as const).map((name) => components.get(name) ?? 0);
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? undefined : text;
}

function isOtherWeekday(components: ParsedComponents): boolean {
  const on = components.isCertain('weekday') && components.isCertain('year') ? dayOf(components) : undefined;
  return on !== undefined && weekdayOf(on) !== components.get('weekday');
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** A weekday that chrono left outside of the phrase. */
function hasOtherWeekday(text: string, index: number, on: Day, hasYear: boolean): boolean {
  const [, said] =
    /\b(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? +(?:the )?$/i.exec(text.slice(Math.max(0, index - 16), index)) ??
    [];
  return said !== undefined && hasYear && weekdays[weekdayOf(on)] !== said.toLowerCase();
}

export function weekdayOf(on: Day): number {
  return new Date(`${on}T00:00:00Z`).getUTCDay();
}

/** "12 June" beside "14 June 2027" is of the same year; elsewhere the text's own date decides. */
function borrowYears(phrases: readonly DatePhrase[], referenceDate: Day): DatePhrase[] {
  return phrases.flatMap((phrase) => {
    if (phrase.hasYear) return phrase;
    const on = nearestYear(phrase.on.slice(5), referenceDate);
    if (on === undefined) return [];
    if (phrase.until === undefined) return { ...phrase, on };
    const year = Number(on.slice(0, 4)) + (phrase.until.slice(5) < on.slice(5) ? 1 : 0);
    const until = `${year}${phrase.until.slice(4)}`;
    return isReal(until) ? { ...phrase, on, until } : [];
  });
}
