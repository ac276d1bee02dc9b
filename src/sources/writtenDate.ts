// The date that stands beside a title, as people write it in the languages of the web. Only whole dates with a year count: the
// rest would be a guess.

import type { Instant } from '../domain/ids.ts';
import { parseFeedDate } from './feedDate.ts';

/** Characters looked through. */
const maxLength = 1_000;

/** The beginnings of the months' names, January first, as far as they differ from the English ones. */
const months: readonly (readonly string[])[] = [
  ['jan', 'jän', 'gen', 'ene', 'sty', 'led', 'ocak', 'янв'],
  ['feb', 'fév', 'fev', 'lut', 'úno', 'şub', 'фев'],
  ['mar', 'mär', 'mrz', 'maa', 'bře', 'мар'],
  ['apr', 'avr', 'abr', 'kwi', 'dub', 'nis', 'апр'],
  ['may', 'mai', 'mag', 'mei', 'maj', 'kvě', 'мая', 'май'],
  ['jun', 'juin', 'giu', 'cze', 'haz', 'июн'],
  ['jul', 'juil', 'lug', 'lip', 'tem', 'июл'],
  ['aug', 'aoû', 'aou', 'ago', 'sie', 'srp', 'ağu', 'авг'],
  ['sep', 'set', 'wrz', 'zář', 'eyl', 'сен'],
  ['oct', 'okt', 'out', 'ott', 'paź', 'říj', 'eki', 'окт'],
  ['nov', 'lis', 'kas', 'ноя'],
  ['dec', 'dez', 'déc', 'dic', 'gru', 'pro', 'ara', 'дек'],
];

const iso = /(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)/;
const dotted = /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)(?!\d)/;
const asian = /((?:19|20)\d\d)[年년]\s?(\d{1,2})[月월]\s?(\d{1,2})[日일]/;
const dayFirst =
  /(?<!\d)(\d{1,2})(?:\.|st|nd|rd|th|er|º)?\s{1,3}(?:de\s|of\s)?(\p{L}{3,12})\.?,?\s{1,3}(?:de\s)?((?:19|20)\d\d)(?!\d)/u;
const monthFirst = /(?<!\p{L})(\p{L}{3,12})\.?\s{1,3}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}((?:19|20)\d\d)(?!\d)/u;

/** The first date in a text; undefined where none is whole. */
export function findWrittenDate(text: string): Instant | undefined {
  const start = text.slice(0, maxLength);
  return (
    fromNumbers(iso.exec(start), [1, 2, 3]) ??
    fromNumbers(asian.exec(start), [1, 2, 3]) ??
    fromNumbers(dotted.exec(start), [3, 2, 1]) ??
    fromWords(dayFirst.exec(start), [3, 2, 1]) ??
    fromWords(monthFirst.exec(start), [3, 1, 2])
  );
}

/** A date as a machine wrote it, else as a person did. */
export function readDate(written: string | undefined): Instant | undefined {
  return written === undefined || written === '' ? undefined : (parseFeedDate(written) ?? findWrittenDate(written));
}

/** The day an address stands under, as WordPress writes it: `/2026/11/20/`. */
export function findAddressDate(address: string): Instant | undefined {
  return fromNumbers(/\/((?:19|20)\d\d)\/(\d\d)\/(\d\d)\//.exec(address), [1, 2, 3]);
}

type Order = readonly [year: number, month: number, day: number];

function fromNumbers(found: RegExpExecArray | null, [year, month, day]: Order): Instant | undefined {
  if (found === null) return undefined;
  const padded = (group: number) => (found[group] ?? '').padStart(2, '0');
  return parseFeedDate(`${found[year]}-${padded(month)}-${padded(day)}`);
}

function fromWords(found: RegExpExecArray | null, [year, month, day]: Order): Instant | undefined {
  const name = found?.[month]?.toLowerCase();
  if (name === undefined) return undefined;
  const number = months.findIndex((names) => names.some((start) => name.startsWith(start))) + 1;
  return number === 0
    ? undefined
    : parseFeedDate(`${found?.[year]}-${`${number}`.padStart(2, '0')}-${(found?.[day] ?? '').padStart(2, '0')}`);
}
