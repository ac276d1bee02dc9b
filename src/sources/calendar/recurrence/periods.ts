// The years, months, weeks, days … of a rule, one after the other, each with the days and the times in it that the rule means.

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

/** Every day with every time is a moment of the rule. */
export interface Period {
  readonly startsAt: LocalSeconds;
  /** Rising. */
  readonly days: readonly DayNumber[];
  /** Seconds of a day, rising. */
  readonly times: readonly number[];
}

export interface Walk {
  /** Periods that are over by then may be left out; unset where the dates have to be counted. */
  readonly skipTo: LocalSeconds | undefined;
  /** Called before each step of work. @throws Error once it is too much */
  spend(steps?: number): void;
}

type ShortFrequency = 'HOURLY' | 'MINUTELY' | 'SECONDLY';
type LongFrequency = Exclude<Frequency, ShortFrequency>;

/** Calendars have no later one. */
const lastYear = 9999;
const longest: Readonly<Record<LongFrequency, number>> = {
  YEARLY: 371 * daySeconds,
  MONTHLY: 31 * daySeconds,
  WEEKLY: 7 * daySeconds,
  DAILY: daySeconds,
};
const units: Readonly<Record<ShortFrequency, number>> = { HOURLY: hourSeconds, MINUTELY: minuteSeconds, SECONDLY: 1 };
/** Making a time of day costs that much less than looking at a day. */
const timesAStep = 60;

/** @param rule with hours, minutes and seconds for frequencies of days and longer */
export function periodsOf(
  rule: Rule,
  start: LocalSeconds,
  matches: (day: DayNumber) => boolean,
  walk: Walk,
): Generator<Period> {
  const { frequency } = rule;
  return isWithinDay(frequency)
    ? shortPeriods(rule, units[frequency], start, matches, walk)
    : longPeriods(rule, frequency, start, matches, walk);
}

function isWithinDay(frequency: Frequency): frequency is ShortFrequency {
  return Object.hasOwn(units, frequency);
}

function* longPeriods(
  rule: Rule,
  frequency: LongFrequency,
  start: LocalSeconds,
  matches: (day: DayNumber) => boolean,
  { skipTo, spend }: Walk,
): Generator<Period> {
  const times = timesOf(rule.hours, rule.minutes, rule.seconds);
  const ahead = skipTo === undefined ? 0 : Math.max(0, skipTo - start);
  const first = Math.max(0, Math.floor(ahead / (longest[frequency] * rule.interval)) - 1);
  const rangeOf = createRanges(rule, frequency, Math.floor(start / daySeconds));
  const end = dayNumber(lastYear + 1, 1, 1);
  for (let index = first; ; index += 1) {
    spend();
    const [begin, after] = rangeOf(index * rule.interval);
    if (begin >= end) return;
    const days: DayNumber[] = [];
    for (let day = begin; day < after; day += 1) {
      spend();
      if (matches(day)) days.push(day);
    }
    yield { startsAt: begin * daySeconds, days, times };
  }
}

/** First day of a period and first day after it, by how many years, months … it lies behind the first. */
function createRanges(rule: Rule, frequency: LongFrequency, start: DayNumber) {
  const { weekStart } = rule;
  const { year, month } = civilDay(start);
  const firstWeek = startOfWeek(start, weekStart);
  const weekYear = weekYearOf(start, weekStart);
  return (offset: number): readonly [DayNumber, DayNumber] => {
    switch (frequency) {
      case 'YEARLY':
        return rule.weeks.length > 0
          ? [startOfWeekYear(weekYear + offset, weekStart), startOfWeekYear(weekYear + offset + 1, weekStart)]
          : [dayNumber(year + offset, 1, 1), dayNumber(year + offset + 1, 1, 1)];
      case 'MONTHLY':
        return [startOfMonth(year, month + offset), startOfMonth(year, month + offset + 1)];
      case 'WEEKLY':
        return [firstWeek + 7 * offset, firstWeek + 7 * (offset + 1)];
      case 'DAILY':
        return [start + offset, start + offset + 1];
    }
  };
}

/** @param month 1 or more */
function startOfMonth(year: number, month: number): DayNumber {
  return dayNumber(year + Math.floor((month - 1) / 12), ((month - 1) % 12) + 1, 1);
}

/** Where a day, an hour or a minute is not meant, the rest of it is passed over. */
function* shortPeriods(
  rule: Rule,
  unit: number,
  start: LocalSeconds,
  matches: (day: DayNumber) => boolean,
  { skipTo, spend }: Walk,
): Generator<Period> {
  const base = Math.floor(start / unit) * unit;
  const step = unit * rule.interval;
  const end = dayNumber(lastYear + 1, 1, 1) * daySeconds;
  const [hours, minutes, seconds] = [new Set(rule.hours), new Set(rule.minutes), new Set(rule.seconds)];
  const leavesOut = (values: ReadonlySet<number>, value: number) => values.size > 0 && !values.has(value);
  const endOfGap = (at: LocalSeconds): LocalSeconds | undefined => {
    const day = Math.floor(at / daySeconds);
    const second = at - day * daySeconds;
    if (!matches(day)) return (day + 1) * daySeconds;
    if (leavesOut(hours, Math.floor(second / hourSeconds))) return nextMultiple(at, hourSeconds);
    if (unit <= minuteSeconds && leavesOut(minutes, Math.floor(second / minuteSeconds) % 60)) {
      return nextMultiple(at, minuteSeconds);
    }
    return unit === 1 && leavesOut(seconds, second % 60) ? at + 1 : undefined;
  };
  const firstFrom = (at: LocalSeconds) => base + Math.ceil((at - base) / step) * step;
  let at = skipTo === undefined ? base : firstFrom(Math.max(base, skipTo - unit));
  while (at < end) {
    spend();
    const gapEnd = endOfGap(at);
    if (gapEnd !== undefined) {
      at = firstFrom(gapEnd);
      continue;
    }
    const day = Math.floor(at / daySeconds);
    const second = at - day * daySeconds;
    const [hour, minute] = [Math.floor(second / hourSeconds), Math.floor(second / minuteSeconds) % 60];
    const times = timesOf(
      [hour],
      unit === hourSeconds ? rule.minutes : [minute],
      unit === 1 ? [second % 60] : rule.seconds,
    );
    spend(times.length / timesAStep);
    yield { startsAt: at, days: [day], times };
    at += step;
  }
}

function nextMultiple(at: LocalSeconds, size: number): LocalSeconds {
  return (Math.floor(at / size) + 1) * size;
}

/** A leap second is no time that comes back. */
function timesOf(hours: readonly number[], minutes: readonly number[], seconds: readonly number[]): number[] {
  const shown = seconds.filter((second) => second < 60);
  return hours.flatMap((hour) =>
    minutes.flatMap((minute) => shown.map((second) => hour * hourSeconds + minute * minuteSeconds + second)),
  );
}
