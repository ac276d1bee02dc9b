// Whether a day is one a rule means. Every list of a rule that speaks of days is a condition: which days there are to choose
// from is a matter of the period.

import { civilDay, type DayNumber, dayNumber, startOfWeekYear, weekdayOf, weekYearOf } from './civil.ts';
import type { Rule } from './parseRule.ts';

export function createDayMatcher(rule: Rule): (day: DayNumber) => boolean {
  const [months, monthDays, yearDays] = [new Set(rule.months), new Set(rule.monthDays), new Set(rule.yearDays)];
  const weeks = new Set(rule.weeks);
  const matchesWeekday = createWeekdayMatcher(rule);
  return (number) => {
    if (rule.weekdays.length > 0 && !matchesWeekday(number)) return false;
    if (weeks.size > 0 && !inEither(weeks, ...weekOf(number, rule.weekStart))) return false;
    if (months.size === 0 && monthDays.size === 0 && yearDays.size === 0) return true;
    const { year, month, day } = civilDay(number);
    if (months.size > 0 && !months.has(month)) return false;
    if (monthDays.size > 0 && !inEither(monthDays, day, lengthOfMonth(year, month))) return false;
    const yearStart = dayNumber(year, 1, 1);
    return yearDays.size === 0 || inEither(yearDays, number - yearStart + 1, dayNumber(year + 1, 1, 1) - yearStart);
  };
}

/** Counted from the beginning, or from the end as a negative number. */
function inEither(wanted: ReadonlySet<number>, place: number, length: number): boolean {
  return wanted.has(place) || wanted.has(place - length - 1);
}

/** Its week, and how many the year has. */
function weekOf(number: DayNumber, weekStart: number): [week: number, weeks: number] {
  const year = weekYearOf(number, weekStart);
  const first = startOfWeekYear(year, weekStart);
  return [Math.floor((number - first) / 7) + 1, (startOfWeekYear(year + 1, weekStart) - first) / 7];
}

/** The second Monday is one of the month in monthly rules and where months are named, else one of the year. */
function createWeekdayMatcher({ frequency, weekdays, months, weeks }: Rule): (day: DayNumber) => boolean {
  const counts = weeks.length === 0 && (frequency === 'MONTHLY' || frequency === 'YEARLY');
  const isOfMonth = frequency === 'MONTHLY' || months.length > 0;
  const wanted = weekdayNames(weekdays, counts);
  return (number) => {
    const weekday = weekdayOf(number);
    if (wanted.has(`${weekday}:0`)) return true;
    if (!counts) return false;
    const { year, month } = civilDay(number);
    const first = isOfMonth ? dayNumber(year, month, 1) : dayNumber(year, 1, 1);
    const length = isOfMonth ? lengthOfMonth(year, month) : dayNumber(year + 1, 1, 1) - first;
    const nth = Math.floor((number - first) / 7) + 1;
    const fromEnd = -Math.floor((first + length - 1 - number) / 7) - 1;
    return wanted.has(`${weekday}:${nth}`) || wanted.has(`${weekday}:${fromEnd}`);
  };
}

function weekdayNames(weekdays: Rule['weekdays'], counts: boolean): ReadonlySet<string> {
  return new Set(weekdays.map(({ weekday, nth }) => `${weekday}:${counts ? nth : 0}`));
}

function lengthOfMonth(year: number, month: number): number {
  return (month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1)) - dayNumber(year, month, 1);
}
