// The years, months, weeks, days, hours, minutes or seconds a rule goes through, each with the days and times of day in it.

import {
  civilDay,
  type DayNumber,
  dayNumber,
  daySeconds,
  hourSeconds,
  type LocalSeconds,
  minuteSeconds,
  startOfWeek,
  startOfWeekYear,
  weekYearOf,
} from './civil.ts';
import type { Frequency, Rule } from './parseRule.ts';

export interface Period {
  readonly startsAt: LocalSeconds;
  /** In order. */
  readonly days: readonly DayNumber[];
  /** Seconds of the day, in order; the same for each day. */
  readonly times: readonly number[];
}

interface Walk {
  /** Periods that end before may be left out. */
  readonly skipTo: LocalSeconds | undefined;
  /** Told of the work of each step; throws when it was too much. */
  readonly spend: (steps?: number) => void;
}

type MatchesDay = (day: DayNumber) => boolean;

const lastYear = 9999;
/** At most so long is one of them, so that none is skipped too many. */
const longest = { YEARLY: 371 * daySeconds, MONTHLY: 31 * daySeconds, WEEKLY: 7 * daySeconds, DAILY: daySeconds };
const units = { HOURLY: hourSeconds, MINUTELY: minuteSeconds, SECONDLY: 1 };
/** Times of day that take as long to list as a day to look at. */
const timesAStep = 60;

/** @param rule complete: with what it leaves open taken from its first date */
export function periodsOf(rule: Rule, start: LocalSeconds, matches: MatchesDay, walk: Walk): Generator<Period> {
  const { frequency } = rule;
  return isWithinDay(frequency)
    ? shortPeriods(rule, units[frequency], start, matches, walk)
    : longPeriods(rule, frequency, start, matches, walk);
}

function isWithinDay(frequency: Frequency): frequency is keyof typeof units {
  return Object.hasOwn(units, frequency);
}

function* longPeriods(
  rule: Rule,
  frequency: keyof typeof longest,
  start: LocalSeconds,
  matches: MatchesDay,
  { skipTo, spend }: Walk,
): Generator<Period> {
  const times = timesOf(rule.hours, rule.minutes, rule.seconds);
  const ahead = skipTo === undefined ? 0 : Math.max(0, skipTo - start);
  const first = Math.max(0, Math.floor(ahead / (longest[frequency] * rule.interval)) - 1);
  const rangesOf = createRanges(rule, frequency, Math.floor(start / daySeconds));
  const end = dayNumber(lastYear + 1, 1, 1);
  for (let index = first; ; index += 1) {
    spend();
    const ranges = rangesOf(index * rule.interval);
    const [[begin] = [end]] = ranges;
    if (begin >= end) return;
    const days: DayNumber[] = [];
    for (const [from, after] of ranges) {
      spend(after - from);
      for (let day = from; day < after; day += 1) if (matches(day)) days.push(day);
    }
    yield { startsAt: begin * daySeconds, days, times };
  }
}

/** From the first day to the one after the last. */
type DayRange = readonly [from: DayNumber, after: DayNumber];

/** The days to look at, in order, of the period so many after that of the start. */
function createRanges(rule: Rule, frequency: keyof typeof longest, start: DayNumber) {
  const { weekStart } = rule;
  const { year, month } = civilDay(start);
  const months = [...new Set(rule.months)].sort((one, other) => one - other);
  const firstWeek = startOfWeek(start, weekStart);
  const weekYear = weekYearOf(start, weekStart);
  const monthRange = (ofYear: number, ofMonth: number): DayRange => [
    startOfMonth(ofYear, ofMonth),
    startOfMonth(ofYear, ofMonth + 1),
  ];
  return (offset: number): readonly DayRange[] => {
    switch (frequency) {
      case 'YEARLY':
        // Numbered weeks belong to years that begin and end with a week.
        if (rule.weeks.length > 0) {
          return [[startOfWeekYear(weekYear + offset, weekStart), startOfWeekYear(weekYear + offset + 1, weekStart)]];
        }
        return months.length > 0
          ? months.map((ofMonth) => monthRange(year + offset, ofMonth))
          : [[dayNumber(year + offset, 1, 1), dayNumber(year + offset + 1, 1, 1)]];
      case 'MONTHLY':
        return [monthRange(year, month + offset)];
      case 'WEEKLY':
        return [[firstWeek + 7 * offset, firstWeek + 7 * (offset + 1)]];
      case 'DAILY':
        return [[start + offset, start + offset + 1]];
    }
  };
}

/** @param month may be above 12 */
function startOfMonth(year: number, month: number): DayNumber {
  return dayNumber(year + Math.floor((month - 1) / 12), ((month - 1) % 12) + 1, 1);
}

/** Days, hours and minutes that the rule leaves out are passed at once. */
function* shortPeriods(
  rule: Rule,
  unit: number,
  start: LocalSeconds,
  matches: MatchesDay,
  { skipTo, spend }: Walk,
): Generator<Period> {
  const base = Math.floor(start / unit) * unit;
  const step = unit * rule.interval;
  const end = dayNumber(lastYear + 1, 1, 1) * daySeconds;
  const endOfGap = createGapFinder(rule, unit, matches);
  const firstFrom = (at: LocalSeconds) => base + Math.ceil((at - base) / step) * step;

  let at = skipTo === undefined ? base : firstFrom(Math.max(base, skipTo - unit));
  while (at < end) {
    spend();
    const gapEnd = endOfGap(at);
    if (gapEnd !== undefined) {
      at = firstFrom(gapEnd);
      continue;
    }
    const { day, hour, minute, second } = partsOf(at);
    const minutes = unit === hourSeconds ? rule.minutes : [minute];
    const times = timesOf([hour], minutes, unit === 1 ? [second] : rule.seconds);
    spend(times.length / timesAStep);
    yield { startsAt: at, days: [day], times };
    at += step;
  }
}

/** Where the largest part of a day that a moment which is not meant lies in ends; undefined for one that is meant. */
function createGapFinder(rule: Rule, unit: number, matches: MatchesDay) {
  const [hours, minutes, seconds] = [new Set(rule.hours), new Set(rule.minutes), new Set(rule.seconds)];
  const leavesOut = (values: ReadonlySet<number>, value: number) => values.size > 0 && !values.has(value);
  return (at: LocalSeconds): LocalSeconds | undefined => {
    const { day, hour, minute, second } = partsOf(at);
    if (!matches(day)) return (day + 1) * daySeconds;
    if (leavesOut(hours, hour)) return nextMultiple(at, hourSeconds);
    if (unit <= minuteSeconds && leavesOut(minutes, minute)) return nextMultiple(at, minuteSeconds);
    return unit === 1 && leavesOut(seconds, second) ? at + 1 : undefined;
  };
}

function partsOf(at: LocalSeconds) {
  const day = Math.floor(at / daySeconds);
  const ofDay = at - day * daySeconds;
  return {
    day,
    hour: Math.floor(ofDay / hourSeconds),
    minute: Math.floor(ofDay / minuteSeconds) % 60,
    second: ofDay % 60,
  };
}

function nextMultiple(at: number, size: number): number {
  return (Math.floor(at / size) + 1) * size;
}

/** A leap second, which clocks do not show, is left out. */
function timesOf(hours: readonly number[], minutes: readonly number[], seconds: readonly number[]): number[] {
  const shown = seconds.filter((second) => second < 60);
  return hours.flatMap((hour) =>
    minutes.flatMap((minute) => shown.map((second) => hour * hourSeconds + minute * minuteSeconds + second)),
  );
}
