import { describe, expect, it } from 'vitest';
import { formatLocal, parseLocal } from '../../../../src/sources/calendar/recurrence/civil.ts';
import { expandRule, maxRuleSteps } from '../../../../src/sources/calendar/recurrence/expandRule.ts';
import { parseRule } from '../../../../src/sources/calendar/recurrence/parseRule.ts';

const expand = (text: string, start: string, limit = 4) => {
  const isDay = !start.includes('T');
  const dates = expandRule({
    rule: parseRule(text),
    start: parseLocal(start),
    isDay,
    budget: { steps: maxRuleSteps },
  });
  const found: string[] = [];
  for (const date of dates) {
    found.push(formatLocal(date).slice(0, isDay ? 10 : 16));
    if (found.length === limit) break;
  }
  return found.join(' ');
};

describe('a rule of repetition', () => {
  it.each([
    ['FREQ=MONTHLY;BYDAY=-1FR', '2027-01-29', '2027-01-29 2027-02-26 2027-03-26 2027-04-30'],
    ['FREQ=MONTHLY;BYDAY=2TU,4TU', '2027-01-12', '2027-01-12 2027-01-26 2027-02-09 2027-02-23'],
    ['FREQ=MONTHLY', '2027-01-31', '2027-01-31 2027-03-31 2027-05-31 2027-07-31'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '2027-01-31', '2027-01-31 2027-02-28 2027-03-31 2027-04-30'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '2027-01-29', '2027-01-29 2027-02-26 2027-03-31 2027-04-30'],
    ['FREQ=YEARLY', '2028-02-29', '2028-02-29 2032-02-29 2036-02-29 2040-02-29'],
    ['FREQ=YEARLY;INTERVAL=2;BYMONTH=9;BYDAY=1MO', '2027-09-06', '2027-09-06 2029-09-03 2031-09-01 2033-09-05'],
    ['FREQ=YEARLY;BYMONTH=11,4', '2027-04-15', '2027-04-15 2027-11-15 2028-04-15 2028-11-15'],
    ['FREQ=YEARLY;BYMONTH=11,4;BYDAY=2FR', '2027-04-09', '2027-04-09 2027-11-12 2028-04-14 2028-11-10'],
    ['FREQ=YEARLY;BYDAY=-1SU', '2027-12-26', '2027-12-26 2028-12-31 2029-12-30 2030-12-29'],
    ['FREQ=YEARLY;BYWEEKNO=1', '2027-01-06', '2027-01-06 2028-01-05 2029-01-03 2030-01-02'],
    ['FREQ=YEARLY;BYYEARDAY=-1', '2027-12-31', '2027-12-31 2028-12-31 2029-12-31 2030-12-31'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=MO', '2027-01-03', '2027-01-03 2027-01-11 2027-01-17 2027-01-25'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU', '2027-01-03', '2027-01-03 2027-01-04 2027-01-17 2027-01-18'],
    ['FREQ=DAILY;BYDAY=SA;COUNT=2', '2027-01-01', '2027-01-02 2027-01-09'],
    [
      'freq=daily;byhour=9,18;',
      '2027-01-01T18:30',
      '2027-01-01T18:30 2027-01-02T09:30 2027-01-02T18:30 2027-01-03T09:30',
    ],
    [
      'FREQ=HOURLY;INTERVAL=5',
      '2027-01-01T20:00',
      '2027-01-01T20:00 2027-01-02T01:00 2027-01-02T06:00 2027-01-02T11:00',
    ],
  ])('%s from %s means %s', (text, start, dates) => {
    expect(expand(text, start.includes('T') ? `${start}:00` : start)).toBe(dates);
  });

  it.each([
    ['FREQ=DAILY;BYHOUR=24', 'BYHOUR=24'],
    ['FREQ=DAILY;BYMONTHDAY=0', 'BYMONTHDAY=0'],
    ['FREQ=DAILY;BYDAY=XX', 'BYDAY=XX'],
    ['FREQ=DAILY;COUNT=0', 'COUNT=0'],
    ['FREQ=DAILY;COUNT=2;COUNT=3', 'COUNT=3'],
    ['FREQ=DAILY;UNTIL=tomorrow', 'UNTIL=TOMORROW'],
    ['FREQ=DAILY;WKST=XX', 'WKST=XX'],
    ['FREQ=DAILY;RSCALE=HEBREW', 'RSCALE=HEBREW'],
  ])('%s is refused with the part that is wrong', (text, part) => {
    expect(() => parseRule(text)).toThrow(part);
  });
});
