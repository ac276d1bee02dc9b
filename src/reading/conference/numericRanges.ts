// "12.–14.7.2027", "12.07.2027 - 14.07.2027", "12/07-14/07/2027", "2027-07-12/14": ranges in numbers, of which chrono sees one day.

import { addDays } from '../../domain/moment.ts';
import { type DatePhrase, isReal } from './datePhrase.ts';
import type { NumericOrder } from './numericOrder.ts';

type Range = Pick<DatePhrase, 'index' | 'end' | 'on' | 'until' | 'isAmbiguous' | 'isOpen'>;

const dash = '(?:[-‐‑‒–—−]{1,3}|to|until|till|through|and|&|\\+|bis)';
const link = `(?<link>[ \\u00a0]{0,2}${dash}[ \\u00a0]{0,2}|\\/)`;
const begins = '(?<![\\p{L}\\d.,:/-]|\\d[ ]?[-–])';
const ends = '(?![\\d/]|\\.\\d)';

const dotted = new RegExp(
  `${begins}(?<day>\\d{1,2})(?<dot>\\.)?(?:[ ]?(?<month>\\d{1,2})\\.(?:[ ]?(?<year>\\d{4}))?)?${link}(?<lastDay>\\d{1,2})\\.[ ]?(?<lastMonth>\\d{1,2})\\.[ ]?(?<lastYear>\\d{4})${ends}`,
  'giu',
);
const slashed = new RegExp(
  `${begins}(?<day>\\d{1,2})(?:\\/(?<month>\\d{1,2})(?:\\/(?<year>\\d{4}))?)?(?<link>[ \\u00a0]{0,2}${dash}[ \\u00a0]{0,2})(?<lastDay>\\d{1,2})\\/(?<lastMonth>\\d{1,2})\\/(?<lastYear>\\d{4})${ends}`,
  'giu',
);
/** A hyphen before a bare day would be one more part of the date. */
const iso =
  /(?<![\p{L}\d-])(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?<link> ?(?:\/|–|—|--) ?)(?:(?:(?<lastYear>\d{4})-)?(?<lastMonth>\d\d)-)?(?<lastDay>\d\d)(?![\d:-])/gu;

/** @returns in the text as it is given */
export function listNumericRanges(text: string, order: NumericOrder): Range[] {
  return [
    ...[...text.matchAll(dotted)].flatMap((match) => toRange(match, { isDayFirst: true, isSure: true })),
    ...[...text.matchAll(slashed)].flatMap((match) => toRange(match, orderOf(match.groups ?? {}, order))),
    ...[...text.matchAll(iso)].flatMap((match) => toRange(match, { isDayFirst: true, isSure: true })),
  ];
}

type Parts = Readonly<Record<string, string | undefined>>;

/** A day beyond the twelfth leaves no choice. */
function orderOf({ day, month, lastDay, lastMonth }: Parts, order: NumericOrder): NumericOrder {
  if (month === undefined || Math.max(Number(day), Number(lastDay)) > 12) return { isDayFirst: true, isSure: true };
  if (Math.max(Number(month), Number(lastMonth)) > 12) return { isDayFirst: false, isSure: true };
  return order;
}

function toRange(match: RegExpExecArray, { isDayFirst, isSure }: NumericOrder): Range[] {
  const parts: Parts = match.groups ?? {};
  const { dot, year, lastYear = year, link: between = '' } = parts;
  const last = inOrder(parts.lastDay, parts.lastMonth ?? parts.month, isDayFirst);
  const [day, month] = parts.month === undefined ? [parts.day, last[1]] : inOrder(parts.day, parts.month, isDayFirst);
  const isTurn = year === undefined && Number(month) > Number(last[1]);
  const on = dayOf(isTurn ? `${Number(lastYear) - 1}` : (year ?? lastYear), month, day);
  const until = dayOf(lastYear, last[1], last[0]);
  if (!isReal(on) || !isReal(until) || on >= until) return [];
  const isList = /and|[&+/]/i.test(between);
  // "12.7.2027 and 20.9.2027" are two dates.
  if (isList && year !== undefined && parts.lastYear !== undefined && between.trim() !== '/') return [];
  // In "room 12 - 13.7.2027" the first number may be anything; of "12. and 14.7.2027" what is between belongs to nothing.
  const isUncertain = parts.month === undefined && dot === undefined && /[\s+&a-z]/i.test(between);
  const isApart = isList && year === undefined && until > addDays(on, 1);
  return [
    {
      ...{ index: match.index, end: match.index + match[0].length, on, until, isAmbiguous: !isSure },
      ...(isUncertain || isApart ? { isOpen: true as const } : {}),
    },
  ];
}

function inOrder(first = '', second = '', isDayFirst = true): readonly [day: string, month: string] {
  return isDayFirst ? [first, second] : [second, first];
}

function dayOf(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
