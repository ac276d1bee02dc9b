// "May 24 and 27, 2021", "14, 15 and 16 June", "30 September & 1 October 2027": several days, of which chrono sees one.

import type { Day } from '../../domain/conference.ts';
import { type DatePhrase, isReal, nearestYear } from './datePhrase.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = `(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?`;
const day = '(\\d{1,2})(?:st|nd|rd|th|\\.)?';
const more = '(?:, {0,2}\\d{1,2}(?:st|nd|rd|th)?(?!\\d)){0,4}';
const link =
  '(?: {0,2}\\([a-z]{3,9}\\))?,? {0,2}(?:-|[ \\n]?(?:and|or|to|until|through|till)[ \\n]|&|\\+|/) {0,2}(?:the )?';
/** In "4 March, 5-6" the month has its day already. */
const unled = '(?<!(?<!\\d)\\d{1,2}(?:st|nd|rd|th|\\.)? (?:of )?)';
const year = '(?:,? {1,3}(\\d{4}))?(?!\\d)';

const forms: readonly {
  readonly form: RegExp;
  readonly order: readonly ('month' | 'day' | 'otherMonth' | 'otherDay' | 'year')[];
}[] = [
  {
    form: new RegExp(`${unled}\\b${month},? {1,3}${day}${more}${link}${day}${year}`, 'gi'),
    order: ['month', 'day', 'otherDay', 'year'],
  },
  {
    form: new RegExp(`(?<![\\d/.-])${day}${more}${link}${day} {1,3}(?:of )?${month}${year}`, 'gi'),
    order: ['day', 'otherDay', 'month', 'year'],
  },
  {
    form: new RegExp(
      `${unled}\\b${month} {1,3}${day}${link}(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?,? )?${month} {1,3}${day}${year}`,
      'gi',
    ),
    order: ['month', 'day', 'otherMonth', 'otherDay', 'year'],
  },
  {
    form: new RegExp(`(?<![\\d/.-])${day} {1,3}(?:of )?${month}${link}${day} {1,3}(?:of )?${month}${year}`, 'gi'),
    order: ['day', 'month', 'otherDay', 'otherMonth', 'year'],
  },
];

export interface SeveralDays {
  readonly phrases: readonly DatePhrase[];
  /** Whether no phrase stands there. */
  isFree(index: number, end: number): boolean;
}

export function listSeveralDays(text: string, referenceDate: Day): SeveralDays {
  const phrases: DatePhrase[] = [];
  const taken = new Uint8Array(text.length);
  const isFree = (index: number, end: number) => !taken.subarray(index, end).includes(1);
  for (const { form, order } of [...forms].reverse()) {
    for (const match of text.matchAll(form)) {
      const said = Object.fromEntries(order.map((name, place) => [name, match[place + 1]]));
      const phrase = toPhrase(said, match.index, match[0], referenceDate);
      if (!phrase || !isFree(phrase.index, phrase.end)) continue;
      taken.fill(1, phrase.index, phrase.end);
      phrases.push(phrase);
    }
  }
  return { phrases, isFree };
}

function toPhrase(
  said: Readonly<Record<string, string | undefined>>,
  index: number,
  quote: string,
  referenceDate: Day,
): DatePhrase | undefined {
  const first = monthAndDay(said.month, said.day);
  const last = monthAndDay(said.otherMonth ?? said.month, said.otherDay);
  if (first === undefined || last === undefined) return undefined;
  const lastYear = said.year ?? nearestYear(first, referenceDate).slice(0, 4);
  const isTurn = last < first;
  // Of "30 December - 2 January 2027" the year is the last day's.
  const firstYear = said.year !== undefined && isTurn ? Number(lastYear) - 1 : Number(lastYear);
  const until = `${said.year === undefined && isTurn ? Number(lastYear) + 1 : lastYear}-${last}`;
  const on = `${firstYear}-${first}`;
  // "27 or 28 April" is one day, the first of them as far as anybody can say.
  const isEither = / or /i.test(quote);
  if (!isReal(on) || !isReal(until)) return undefined;
  // "12 and 11 June" are no days in a row, and a range that long is none.
  if (isTurn && said.otherMonth === undefined) return undefined;
  return {
    index,
    end: index + quote.trimEnd().length,
    on,
    ...(isEither ? {} : { until }),
    hasYear: said.year !== undefined,
    isAmbiguous: false,
    isOtherWeekday: false,
    ...(isEither || isApart(quote, first, last) ? { isOpen: true as const } : {}),
  };
}

/** "24 and 27 May": what is between belongs to nothing; of "24, 25 and 26" each day is named. */
function isApart(quote: string, first: string, last: string): boolean {
  const named = quote.match(/(?<!\d)\d{1,2}(?!\d)/g)?.length ?? 0;
  const days = 1 + (Date.parse(`2000-${last}`) - Date.parse(`2000-${first}`)) / 86_400_000;
  return /[^-] (?:and|&|\+) /i.test(quote) && days > named;
}

function monthAndDay(name: string | undefined, number: string | undefined): string | undefined {
  const place = months.indexOf((name ?? '').slice(0, 3).toLowerCase());
  const value = Number(number);
  if (place < 0 || !(value >= 1 && value <= 31)) return undefined;
  return `${String(place + 1).padStart(2, '0')}-${String(value).padStart(2, '0')}`;
}
