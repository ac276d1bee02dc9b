// Where a text names days: chrono-node finds them, strictly; what it leaves open (the year, a list of days, the order of numbers) is
// settled here.

import type { ParsedComponents, ParsedResult } from 'chrono-node';
import type { Day } from '../../domain/conference.ts';
import { englishDates } from '../writtenDate/chrono.ts';
import { type DatePhrase, isReal, nearestYear } from './datePhrase.ts';
import { hideTimes, levelText } from './levelText.ts';
import { findNumericOrder, swapDayAndMonth } from './numericOrder.ts';
import { listNumericRanges } from './numericRanges.ts';
import { listSeveralDays } from './severalDays.ts';
import { hasOtherWeekday } from './weekdays.ts';

/** A programme with more dates than that is a calendar. */
const mostDates = 300;

/** @param referenceDate from which days without a year are read @param homeTimeZone tells whether the day or the month comes first */
export function findDatePhrases(text: string, referenceDate: Day, homeTimeZone?: string): DatePhrase[] {
  const level = levelText(text);
  const order = findNumericOrder(level.text, homeTimeZone);
  const bare = hideTimes(level.text);
  const lists = listSeveralDays(bare, referenceDate);
  const alone = englishDates()
    .strict.parse(bare, { instant: new Date(`${referenceDate}T12:00:00Z`), timezone: 0 })
    .filter(isDay)
    .flatMap((result) => toPhrase(result, referenceDate))
    .map((phrase) => swapDayAndMonth(phrase, level.text, order))
    .filter(({ index, end }) => lists.isFree(index, end));
  const inOrder = [...alone, ...lists.phrases].sort((one, other) => one.index - other.index).slice(0, mostDates);
  const single = joinRanges(inOrder, bare)
    .map((phrase) => readMove(phrase, level.text))
    .map((phrase) => nearReference(phrase, referenceDate))
    .map((phrase) => ({ ...phrase, index: level.placeOf(phrase.index), end: level.placeOf(phrase.end - 1) + 1 }));
  const ranges = listNumericRanges(text, order).map((range) =>
    readMove({ ...range, hasYear: true, isOtherWeekday: false }, text),
  );
  const isFree = ({ index, end }: DatePhrase) => ranges.every((range) => end <= range.index || range.end <= index);
  return [...single.filter(isFree), ...ranges]
    .sort((one, other) => one.index - other.index)
    .map((placed) => ({ ...placed, isOtherWeekday: hasOtherWeekday(text, placed) }));
}

const months = /(?<![a-z])(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
const numeric = /\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/;

/** "next week", "six weeks before" and "3/4 of a page" name no day. */
function isDay({ start, text }: ParsedResult): boolean {
  const isWritten = /\d/.test(text) && (months.test(text) || numeric.test(text));
  return isWritten && start.isCertain('day') && start.isCertain('month');
}

function toPhrase(result: ParsedResult, referenceDate: Day): DatePhrase[] {
  const { start, end } = result;
  const [lead = ''] = /^(?:(?:on|in|at|the) )*/i.exec(result.text) ?? [];
  const index = result.index + lead.length;
  const written = wordsOf(result.text).slice(lead.length);
  // Clock times are hidden here: hours are the bare numbers of "12 March, from 9 to 5", and no second day.
  const words = end?.isCertain('hour') ? written.replace(bareHours, '') : written;
  const [first, last] = isReversed(result) ? [end ?? start, start] : [start, end ?? undefined];
  const on = dayOf(first);
  const until = words === written && last?.isCertain('day') ? dayOf(last) : undefined;
  // A page number or a version is no year.
  if (on === undefined || Math.abs(Number(on.slice(0, 4)) - Number(referenceDate.slice(0, 4))) > 30) return [];
  const saysYear = start.isCertain('year') || end?.isCertain('year') === true;
  return [
    {
      index,
      end: index + words.length,
      on,
      // "June 14, 15" are two days, no year of two digits.
      hasYear: saysYear && (/\d{4}/.test(words) || numeric.test(words) || /-\d{2}$/.test(words)),
      isAmbiguous: false,
      isOtherWeekday: false,
      ...(until !== undefined && until !== on ? { until } : {}),
    },
  ];
}

/** "Between 5 March 2027 and 28 May 2027" is one range, and "5 March, 18:00, to 7 March, 16:00". @param text without times */
function joinRanges(phrases: readonly DatePhrase[], text: string): DatePhrase[] {
  return phrases.flatMap((phrase, place) => {
    if (isRange(phrases[place - 1], phrase, text)) return [];
    const next = phrases[place + 1];
    return next && isRange(phrase, next, text) ? [{ ...phrase, end: next.end, until: next.on }] : [phrase];
  });
}

function isRange(first: DatePhrase | undefined, last: DatePhrase, text: string): boolean {
  if (first === undefined || first.until !== undefined || last.until !== undefined) return false;
  const [before, between] = [text.slice(Math.max(0, first.index - 30), first.index), text.slice(first.end, last.index)];
  if (beginsAt.test(before) && endsAt.test(between)) return true;
  const isBetween = /\bbetween (?:the )?(?:[a-z]+day,? )?$/i.test(before);
  return (isBetween ? rangeBetween : rangeTo).test(between);
}

/** "Start: 14 June 2027, 10:00", and on the next line "End: 16 June 2027, 14:00". */
const beginsAt = /(?:^|\n)\W*(?:starts?|starting|begins?|beginning|from)(?: dates?| time)?\W{1,4}(?:[a-z]+day,? )?$/i;
const endsAt =
  /^[ ,]{0,20}(?:[a-z]{2,5}[ ,]{0,3})?\n\W*(?:ends?|ending|finish(?:es)?|until|to)(?: dates?| time)?\W{1,4}(?:[a-z]+day,? )?$/i;
const rangeBetween = /^,? and (?:the )?(?:[a-z]+day,? )?$/i;
const rangeTo = /^(?:,| at|,? from)?[ ,]{0,12}(?:to|until|till|-) (?:the )?(?:[a-z]+day,? )?$/i;
const bareHours = /[,;]? *(?:(?:from|at|between) )?\d{1,2} *(?:-|to|until|till|and|through) *\d{1,2}$/i;

/** "Moved from 14 June to 20 September" is no range. */
function readMove(phrase: DatePhrase, text: string): DatePhrase {
  const { on, until, ...rest } = phrase;
  const before = text.slice(Math.max(0, phrase.index - 60), phrase.index);
  return until !== undefined && isMoveFrom.test(before) ? { ...rest, on: until, movedFrom: on } : phrase;
}

const isMoveFrom = /\b(?:extended|postponed|moved|rescheduled|shifted|changed|delayed)\b[^.\n]{0,30}\bfrom (?:the )?$/i;

/** Chrono puts a range in order; "14 June to 12 June 2027" must be seen to be wrong. */
function isReversed({ text, start, end }: ParsedResult): boolean {
  if (!end || start.get('day') === end.get('day')) return false;
  const days = text.match(/(?<!\d)\d{1,2}(?!\d)/g) ?? [];
  return (
    days.length === 2 &&
    Number(days[0]) === end.get('day') &&
    Number(days[1]) === start.get('day') &&
    months.test(text.slice(0, text.indexOf(' to ')))
  );
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
  return isReal(text) ? text : undefined;
}

function nearReference(phrase: DatePhrase, referenceDate: Day): DatePhrase {
  if (phrase.hasYear) return phrase;
  const on = nearestYear(phrase.on.slice(5), referenceDate);
  if (phrase.until === undefined) return { ...phrase, on };
  const year = Number(on.slice(0, 4)) + (phrase.until.slice(5) < on.slice(5) && phrase.on < phrase.until ? 1 : 0);
  const until = `${year}${phrase.until.slice(4)}`;
  return { ...phrase, on, until: isReal(until) ? until : on };
}
