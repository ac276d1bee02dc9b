// A rule and its first date → the moments it means, in order, in local time. Lazy, and bounded by a budget of steps: a hostile
// rule ends with an error instead of keeping the machine busy.

import { civilDay, daySeconds, hourSeconds, type LocalSeconds, minuteSeconds, weekdayOf } from './civil.ts';
import { createDayMatcher } from './matchDay.ts';
import type { Rule } from './parseRule.ts';
import { type Period, periodsOf } from './periods.ts';

/** Steps of work that are left: a day looked at, or a date given. */
export interface StepBudget {
  steps: number;
}

export interface Expansion {
  readonly rule: Rule;
  readonly start: LocalSeconds;
  /** True where the dates are days without a time. */
  readonly isDay: boolean;
  /** The last moment. */
  readonly until?: LocalSeconds;
  /** Dates before it may be left out. */
  readonly from?: LocalSeconds;
  /** Is used up. */
  readonly budget: StepBudget;
}

/** Of one rule; five hundred years of days. */
export const maxRuleSteps = 200_000;

/** The first date counts only where the rule means it. @throws Error when the budget is used up */
export function* expandRule({
  rule: written,
  start,
  isDay,
  until,
  from,
  budget,
}: Expansion): Generator<LocalSeconds, void> {
  const rule = completeRule(written, start, isDay);
  const end = until ?? Number.POSITIVE_INFINITY;
  const spend = (steps = 1) => {
    if (budget.steps <= 0) throw new Error('its rule of repetition gives no date within reach');
    budget.steps -= steps;
  };
  // Dates that are counted have to be counted from the first.
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

/** By place and never as a whole list: a period may have millions. */
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

/** What the rule does not say is as on its first date. */
function completeRule(rule: Rule, start: LocalSeconds, isDay: boolean): Rule {
  const number = Math.floor(start / daySeconds);
  const { month, day } = civilDay(number);
  const second = start - number * daySeconds;
  const isWithinDay = ['HOURLY', 'MINUTELY', 'SECONDLY'].includes(rule.frequency);
  if (isDay && isWithinDay) throw new Error(`it has no time, but repeats ${rule.frequency}`);
  const orElse = (list: readonly number[], value: number) => (list.length > 0 ? list : [value]);
  const [hour, minute] = [Math.floor(second / hourSeconds), Math.floor(second / minuteSeconds) % 60];
  const hours = isDay ? [0] : isWithinDay ? rule.hours : orElse(rule.hours, hour);
  const isMinuteFree = rule.frequency === 'MINUTELY' || rule.frequency === 'SECONDLY';
  const minutes = isDay ? [0] : isMinuteFree ? rule.minutes : orElse(rule.minutes, minute);
  const seconds = isDay ? [0] : rule.frequency === 'SECONDLY' ? rule.seconds : orElse(rule.seconds, second % 60);
  const timed = { ...rule, hours: sortedSet(hours), minutes: sortedSet(minutes), seconds: sortedSet(seconds) };

  const namesDays = rule.yearDays.length + rule.monthDays.length + rule.weekdays.length > 0;
  const sameWeekday = [{ weekday: weekdayOf(number), nth: 0 }];
  switch (rule.frequency) {
    case 'WEEKLY':
      return namesDays ? timed : { ...timed, weekdays: sameWeekday };
    case 'MONTHLY':
      return namesDays ? timed : { ...timed, monthDays: [day] };
    case 'YEARLY': {
      if (rule.weeks.length > 0) return namesDays ? timed : { ...timed, weekdays: sameWeekday };
      const isOpen = rule.yearDays.length + rule.weekdays.length === 0;
      return isOpen ? { ...timed, monthDays: orElse(rule.monthDays, day), months: orElse(rule.months, month) } : timed;
    }
    default:
      return timed;
  }
}

function sortedSet(values: readonly number[]): number[] {
  return [...new Set(values)].sort((one, other) => one - other);
}
