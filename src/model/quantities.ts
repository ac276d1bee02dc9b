// The numbers of a text, whatever their spelling: 1,200 and 1200, 1.2 million and 1,200,000, twelve and 12, 5 % and five per cent.
// Where a spelling can be read in two ways, both are kept: what is asked is only whether an article says a number at all.

import { type Numeral, readNumberWords } from './numberWords.ts';
import { currencyAfter, currencyBefore, isCurrency, isKindOf, scaleOf } from './units.ts';

/** A number as one spelling says it. */
export interface Reading {
  /** Decimal, without zeros that say nothing; `1200000` for 1.2 million. */
  readonly value: string;
  /** `percent`, `points`, `basisPoints`, `ordinal`, `decade`, `times` or a currency, e.g. `euro`. */
  readonly unit?: string;
}

export interface Quantity {
  /** As it stands in the text. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** One at least; each is a way to read it. */
  readonly readings: readonly Reading[];
}

/** `$3.2 billion and France 2.7 billion`: from here on a number without a unit may be money. */
const amountOfMoney = 1_000_000;

/** Numbers on either side of one that may be of the same list; of a longer one nobody says the unit once for all. */
const mostLinked = 12;

/** A numeral with what stands beside it. */
interface Measured extends Numeral {
  /** Ways to scale it; unset: nothing says. */
  readonly scales?: readonly number[];
}

/** @param text with plain signs */
export function listQuantities(text: string): Quantity[] {
  const numerals = [...readDigits(text), ...readNumberWords(text)]
    .sort((a, b) => a.start - b.start)
    .map((numeral) => measure(numeral, text));
  return numerals.map((numeral, at) => ({
    text: numeral.text,
    start: numeral.start,
    end: numeral.end,
    readings: [numeral, ...borrow(numerals, at, text)].flatMap(readingsOf),
  }));
}

/** Whether a number of the answer is among the article's. */
export function isSupported({ readings }: Quantity, known: ReadonlyMap<string, readonly Reading[]>): boolean {
  return readings.some(({ value, unit }) =>
    (known.get(value) ?? []).some(
      (one) =>
        isKindOf(unit, one.unit) || (one.unit === undefined && isCurrency(unit) && Number(value) >= amountOfMoney),
    ),
  );
}

/** Texts in which a number hidden by spaces is one: `1 200`, `10. 3`. The first is the text itself. */
export function listSpellings(text: string): string[] {
  const joined = text.replace(/(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)/gu, (spaced) => spaced.replaceAll(' ', ''));
  const closed = text.replace(/(\d[.,]) (?=\d)/gu, '$1');
  return [...new Set([text, joined, closed])];
}

function readDigits(text: string): Numeral[] {
  return [...text.matchAll(/\d+(?:[.,]\d+)*|(?<![\p{L}\p{N}])\.\d+/gu)].flatMap((match) => {
    const before = text.slice(Math.max(0, match.index - 16), match.index);
    // A digit that follows a letter belongs to a name: G20, Covid-19. In EUR5 and post-2008 it does not.
    if (/\p{L}$|(?<!\p{L})\p{Lu}\p{L}*-$/u.test(before) && currencyBefore(before) === undefined) return [];
    const raw = match[0];
    const whole = { text: raw, start: match.index, end: match.index + raw.length };
    const values = valuesOf(raw);
    // 3.2.1 or 10,20,30: several numbers.
    return values.length > 0
      ? [{ ...whole, values }]
      : raw.split(/[.,]/u).map((part) => ({ ...whole, values: [part] }));
  });
}

/** How digits with points and commas may be read; none where they are no single number. */
function valuesOf(raw: string): string[] {
  const values = new Set<string>();
  if (/^\d+$/u.test(raw)) values.add(raw);
  if (/^(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3})(?:\.\d+)?$/u.test(raw)) values.add(raw.replaceAll(',', ''));
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u.test(raw)) values.add(raw.replaceAll('.', '').replace(',', '.'));
  if (/^\d*\.\d+$/u.test(raw)) values.add(raw);
  if (/^\d+,\d+$/u.test(raw) && !/^\d{1,3},\d{3}$/u.test(raw)) values.add(raw.replace(',', '.'));
  return [...values];
}

function measure(numeral: Numeral, text: string): Measured {
  const before = text.slice(Math.max(0, numeral.start - 12), numeral.start);
  const after = text.slice(numeral.end, numeral.end + 60);
  const { scale, length, isSure } = scaleOf(after);
  const rest = after.slice(length);
  const unit = numeral.unit ?? suffixUnit(rest) ?? currencyBefore(before) ?? currencyAfter(rest);
  // '90s; or somebody's age
  const isShort = unit === 'decade' && /^\d0$/u.test(numeral.text);
  return {
    ...numeral,
    ...(isShort ? { values: [`19${numeral.text}`, numeral.text] } : {}),
    ...(scale === 1 ? {} : { scales: isSure || currencyBefore(before) !== undefined ? [scale] : [scale, 1] }),
    ...(unit === undefined ? {} : { unit }),
  };
}

function suffixUnit(after: string): string | undefined {
  if (/^[\s-]?(?:percentage|%)[\s-]points?\b/iu.test(after)) return 'points';
  if (/^[\s-]?basis[\s-]points?\b|^ ?bps?\b/iu.test(after)) return 'basisPoints';
  if (/^ ?%|^[\s-]?(?:per ?cent|pct|pc|prozent|pour cent|por ciento|per cento|procent)(?!\p{L})/iu.test(after))
    return 'percent';
  if (/^(?:st|nd|rd|th)(?!\p{L})/iu.test(after)) return 'ordinal';
  return /^'?s(?!\p{L})/u.test(after) ? 'decade' : undefined;
}

/** `5 to 7 per cent`, `$5-10m`, `3, 4 and 6 million`: what stands with one of them may hold for all. */
function borrow(numerals: readonly Measured[], at: number, text: string): Measured[] {
  const own = numerals[at];
  if (!own) return [];
  const lenders: Measured[] = [];
  const isWithin = (other: number) => Math.abs(other - at) <= mostLinked;
  for (let right = at + 1; isWithin(right) && isLinked(numerals[right - 1], numerals[right], text); right += 1)
    lenders.push(...numerals.slice(right, right + 1));
  for (let left = at - 1; isWithin(left) && isLinked(numerals[left], numerals[left + 1], text); left -= 1)
    lenders.push(...numerals.slice(left, left + 1));
  return lenders
    .filter(({ unit, scales }) => (unit ?? own.unit) !== own.unit || (scales ?? own.scales) !== own.scales)
    .map((lender) => {
      const unit = own.unit ?? lender.unit;
      const scales = own.scales ?? lender.scales;
      return { ...own, ...(unit === undefined ? {} : { unit }), ...(scales === undefined ? {} : { scales }) };
    });
}

function isLinked(left: Numeral | undefined, right: Numeral | undefined, text: string): boolean {
  if (!left || !right) return false;
  const between = text.slice(left.end, right.start);
  return /^ ?(?:,|-|,? ?(?:to|and|or|bis|und|oder|à|et|ou|y|e)) ?(?:US)?[$€£¥]?$/iu.test(between);
}

function readingsOf({ values, unit, scales = [1] }: Measured): Reading[] {
  return values.flatMap((value) =>
    scales.map((scale) => ({
      value: String(Number((Number(value) * scale).toPrecision(12))),
      ...(unit === undefined ? {} : { unit }),
    })),
  );
}
