// Whether the weekdays that stand beside a date are its own. People who type both are wrong now and then; then somebody has to look.

import type { Day } from '../../domain/conference.ts';
import { weekday } from './levelText.ts';

const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const monthName = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';
const before = new RegExp(`\\b(${weekday})\\.?,? {1,2}(?:the )?(?:${monthName} {1,2})?(\\d{1,2})(?!\\d)`, 'gi');
const after = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?(?: (?:of )?${monthName})?(?:,? \\d{4})? ?\\((${weekday})\\.?\\)`,
  'gi',
);
/** Characters on either side in which a weekday of the date may stand. */
const reach = 16;

interface PlacedDays {
  readonly index: number;
  readonly end: number;
  readonly on: Day;
  readonly until?: Day;
}

export function hasOtherWeekday(text: string, { index, end, on, until }: PlacedDays): boolean {
  const around = text.slice(Math.max(0, index - reach), end + reach);
  const said = [
    ...[...around.matchAll(before)].map(([, name = '', day]) => ({ name, day: Number(day) })),
    ...[...around.matchAll(after)].map(([, day, name = '']) => ({ name, day: Number(day) })),
  ];
  return [on, until].some((date) => {
    if (date === undefined) return false;
    const own = said.filter(({ day }) => day === Number(date.slice(8)));
    return own.length > 0 && own.every(({ name }) => names[weekdayOf(date)] !== name.slice(0, 3).toLowerCase());
  });
}

function weekdayOf(on: Day): number {
  return new Date(`${on}T00:00:00Z`).getUTCDay();
}
