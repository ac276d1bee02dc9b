import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { civilDay, dayNumber, parseLocal } from '../../src/sources/calendar/recurrence/civil.ts';
import { expandRule, maxRuleSteps } from '../../src/sources/calendar/recurrence/expandRule.ts';
import { parseRule } from '../../src/sources/calendar/recurrence/parseRule.ts';

const list = (name: string, least: number, most: number) =>
  fc
    .uniqueArray(
      fc.integer({ min: least, max: most }).filter((value) => value !== 0 || least === 0),
      { maxLength: 3 },
    )
    .map((values) => (values.length === 0 ? '' : `;${name}=${values.join(',')}`));
const byDay = fc
  .subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])
  .map((days) => (days.length === 0 ? '' : `;BYDAY=${days.join(',')}`));
const rule = fc
  .tuple(
    fc.constantFrom('YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY'),
    fc.integer({ min: 1, max: 4 }).map((interval) => `;INTERVAL=${interval}`),
    ...[list('BYMONTH', 1, 12), list('BYMONTHDAY', -31, 31), byDay, list('BYHOUR', 0, 23), list('BYSETPOS', -5, 5)],
  )
  .map(([frequency, ...parts]) => `FREQ=${frequency}${parts.join('')}`);
const start = fc
  .integer({ min: Date.parse('1995-01-01') / 1000, max: Date.parse('2030-01-01') / 1000 })
  .map((seconds) => new Date(seconds * 1000).toISOString().slice(0, 19));

/** The first dates; also those found before the budget was used up. */
function firstDates(text: string, first: string, more: { from?: number } = {}): number[] {
  const found: number[] = [];
  const budget = { steps: maxRuleSteps };
  try {
    for (const date of expandRule({ rule: parseRule(text), start: parseLocal(first), isDay: false, budget, ...more })) {
      found.push(date);
      if (found.length === 50) break;
    }
  } catch (error) {
    expect(String(error)).toContain('no date within reach');
  }
  return found;
}

describe('the dates of any rule', () => {
  it('rise, do not begin before the start, and end with the budget at the latest', () => {
    fc.assert(
      fc.property(rule, start, (text, first) => {
        const dates = firstDates(text, first);
        expect(dates.every((date, index) => date > (dates[index - 1] ?? parseLocal(first) - 1))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('are the same when the years before are passed over', () => {
    fc.assert(
      fc.property(rule, start, fc.integer({ min: 1, max: 49 }), (text, first, index) => {
        const dates = firstDates(text, first);
        const from = dates[index];
        if (from === undefined) return;
        const later = firstDates(text, first, { from }).filter((date) => date >= from);
        expect(later.slice(0, dates.length - index)).toEqual(dates.slice(index, index + later.length));
      }),
      { numRuns: 150 },
    );
  });
});

describe('the number of a day', () => {
  it('is what the calendar says', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (number) => {
        const { year, month, day } = Temporal.PlainDate.from('1970-01-01').add({ days: number });
        expect(civilDay(number)).toEqual({ year, month, day });
        expect(dayNumber(year, month, day)).toBe(number);
      }),
    );
  });
});
