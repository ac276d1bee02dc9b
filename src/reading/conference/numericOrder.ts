// 05/06/2027 is the fifth of June or the sixth of May. Another date of the text may tell; else the habit of the place, with a doubt.

import type { Day } from '../../domain/conference.ts';
import { type DatePhrase, isReal } from './datePhrase.ts';

export interface NumericOrder {
  readonly isDayFirst: boolean;
  /** A date of the same text, such as 25/06/2027, leaves no choice. */
  readonly isSure: boolean;
}

const numeric = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/])/g;

export function findNumericOrder(text: string, homeTimeZone = ''): NumericOrder {
  const found = [...text.matchAll(numeric)].map(([, first, , second]) => [Number(first), Number(second)] as const);
  const isDayFirst = found.some(([first, second]) => first > 12 && second <= 12);
  const isMonthFirst = found.some(([first, second]) => second > 12 && first <= 12);
  if (isDayFirst !== isMonthFirst) return { isDayFirst, isSure: true };
  return { isDayFirst: !homeTimeZone.startsWith('America/'), isSure: false };
}

/** @param text in which the phrase stands at its index */
export function swapDayAndMonth(phrase: DatePhrase, text: string, { isDayFirst, isSure }: NumericOrder): DatePhrase {
  const said = text.slice(phrase.index, phrase.end);
  const [, first, dot, second] = /^\D{0,12}(\d{1,2})([/.-])(\d{1,2})\2\d{2,4}/.exec(said) ?? [];
  if (first === undefined || second === undefined || Number(first) > 12 || Number(second) > 12) return phrase;
  if (Number(first) === Number(second)) return phrase;
  // Nobody who writes dots puts the month first.
  const [day, month] = isDayFirst || dot === '.' ? [first, second] : [second, first];
  const on: Day = `${phrase.on.slice(0, 4)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const isAmbiguous = !isSure && dot !== '.';
  return isReal(on) && phrase.until === undefined ? { ...phrase, on, isAmbiguous } : { ...phrase, isAmbiguous: true };
}
