// A rule and its first date → the dates, one after the other. Iterative, in local time, and bounded in steps: a rule that never
// comes true ends as soon as one that does.

import { civilDay, daySeconds, hourSeconds, type LocalSeconds, minuteSeconds, weekdayOf } from './civil.ts';
import { createDayMatcher } from './matchDay.ts';
import type { Rule } from './parseRule.ts';
import { type Period, periodsOf } from './periods.ts';

export interface Expansion {
  readonly rule: Rule;
  readonly start: LocalSeconds;
  /** True where the start is a day without a time. */
  readonly isDay: boolean;
  /** The last moment that may be given; unset: there is none. */
  readonly until?: LocalSeconds;
  /** Earlier moments need not be given; they are where that saves nothing. */
  readonly from?: LocalSeconds;
  readonly budget: StepBudget;
}

/** Days and moments that may be looked at. */
export interface StepBudget {
  steps: number;
}

/** A hundred years of days are 73,000, five years of hours 88,000. All of them take about 50 ms. */
export const maxRuleSteps = 100_000;

/** @throws Error when the steps do not suffice, or the rule cannot be followed from such a start */
export function* expandRule({ rule: written, start, isDay, until, from, budget }: Expansion): Generator<LocalSeconds> {
  const rule = completeRule(written, start, isDay);
  const end = until ?? Number.POSITIVE_INFINITY;
  const spend = (steps = 1) => {
    if (budget.steps <= 0) throw new Error('its rule of repetition gives no date within reach');
    budget.steps -= steps;
  };
  // What is counted has to be gone through from the beginning.
  const skipTo = rule.count === undefined ? from : undefined;
  let given = 0;
  for (const period of periodsOf(rule, start, createDayMatcher(rule), { skipTo, spend })) {
    if (period.startsAt > end) return;
    for (const moment of momentsOf(period, rule)) {
      spend();
      if (moment > end) return;
      if (moment < start) continue;
      yield moment;
      given += 1;
      if (given === rule.count) return;
    }
  }
}

/** In order, each once. */
function* momentsOf({ days, times }: Period, { positions }: Rule): Generator<LocalSeconds> {
  const size = days.length * times.length;
  const momentAt = (index: number) =>
    (days[Math.floor(index / times.length)] ?? 0) * daySeconds + (times[index % times.length] ?? 0);
  if (positions.length === 0) {
    for (let index = 0; index < size; index += 1) yield momentAt(index);
    return;
  }
  const chosen = positions.map((position) => (position > 0 ? position - 1 : size + position));
  for (const index of sortedSet(chosen)) {
    if (index >= 0 && index < size) yield momentAt(index);
  }
}

/** What a rule leaves open is as in its first date. @see RFC 5545 section 3.3.10 */
function completeRule(rule: Rule, start: LocalSeconds, isDay: boolean): Rule {
  const number = Math.floor(start / daySeconds);
  return completeDays(completeTimes(rule, start - number * daySeconds, isDay), number);
}

/** The lists of times are in order, each value once. @param second of the day */
function completeTimes(rule: Rule, second: number, isDay: boolean): Rule {
  const { frequency } = rule;
  const isSecondly = frequency === 'SECONDLY';
  const isMinutely = isSecondly || frequency === 'MINUTELY';
  const isHourly = isMinutely || frequency === 'HOURLY';
  if (isDay && isHourly) throw new Error(`it has no time of day, but is to repeat ${frequency}`);
  if (isDay) return { ...rule, hours: [0], minutes: [0], seconds: [0] };
  const orElse = (list: readonly number[], isFree: boolean, value: number) =>
    list.length > 0 || isFree ? sortedSet(list) : [value];
  return {
    ...rule,
    hours: orElse(rule.hours, isHourly, Math.floor(second / hourSeconds)),
    minutes: orElse(rule.minutes, isMinutely, Math.floor(second / minuteSeconds) % 60),
    seconds: orElse(rule.seconds, isSecondly, second % 60),
  };
}

/**
 * A yearly rule with days of the month and no month means the month of its first date: the specification can be read both
 * ways, and this is how the widespread libical reads it.
 */
function completeDays(rule: Rule, number: number): Rule {
  const { frequency, weeks, yearDays, monthDays, weekdays, months } = rule;
  const { month, day } = civilDay(number);
  const namesDays = yearDays.length + monthDays.length + weekdays.length > 0;
  if (frequency === 'WEEKLY' || (frequency === 'YEARLY' && weeks.length > 0)) {
    return namesDays ? rule : { ...rule, weekdays: [{ weekday: weekdayOf(number), nth: 0 }] };
  }
  if (frequency === 'MONTHLY') return namesDays ? rule : { ...rule, monthDays: [day] };
  if (frequency !== 'YEARLY' || yearDays.length + weekdays.length > 0) return rule;
  return {
    ...rule,
    monthDays: monthDays.length > 0 ? monthDays : [day],
    months: months.length > 0 ? months : [month],
  };
}

function sortedSet(values: readonly number[]): number[] {
  return [...new Set(values)].sort((one, other) => one - other);
}
