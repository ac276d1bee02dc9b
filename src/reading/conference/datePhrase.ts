// A date as a text writes it, and the arithmetic of days that finding one needs.

import type { Day } from '../../domain/conference.ts';
import { addDays } from '../../domain/moment.ts';

export interface DatePhrase {
  /** In the text as it was given; the phrase ends before `end`. */
  readonly index: number;
  readonly end: number;
  readonly on: Day;
  /** Last day of a range or of several days; before `on` where the text has them the wrong way round. */
  readonly until?: Day;
  /** Of "moved from 14 June to 20 September": the first, `on` is the second. */
  readonly movedFrom?: Day;
  /** False where the year does not stand in the phrase itself. */
  readonly hasYear: boolean;
  /** `05/06/2027`: day and month may be exchanged. */
  readonly isAmbiguous: boolean;
  /** The weekday that stands beside it is another day's. */
  readonly isOtherWeekday: boolean;
  /** "27 or 28 April" is not decided yet, "24 and 27 May" leaves out what is between. */
  readonly isOpen?: true;
}

/** Days by which a day without a year may lie before the text that names it: yesterday's call is still told of. */
const lookBackDays = 45;

export function isReal(day: Day): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day;
}

/** A day without a year is the next one after the text, unless it is just past. @param monthAndDay `MM-DD` */
export function nearestYear(monthAndDay: string, referenceDate: Day): Day {
  const year = Number(referenceDate.slice(0, 4));
  const earliest = addDays(referenceDate, -lookBackDays);
  const days = [year - 1, year, year + 1].map((one) => `${one}-${monthAndDay}`).filter(isReal);
  return days.find((day) => day >= earliest) ?? days[0] ?? `${year}-02-28`;
}
