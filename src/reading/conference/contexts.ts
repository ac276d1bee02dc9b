// The words around a date: its line, the lines beside it, and what of them labels it.

import type { DatePhrase } from './datePhrase.ts';

export interface Context {
  /** Of the date's own line: before it, back to the date before; and after it, up to the next date. */
  readonly before: string;
  readonly after: string;
  /** The whole line. */
  readonly line: string;
  /** The nearest lines with words, at most two lines away. */
  readonly above: string;
  readonly below: string;
  /** Whether another date stands on the line above or below. */
  readonly isAboveDated: boolean;
  readonly isBelowDated: boolean;
  /** Of the sentence, what stands before the date, back to the date before. */
  readonly lead: string;
  /** The sentence, across lines of the paragraph. */
  readonly sentence: string;
  /** Whether other dates stand on the line. */
  readonly isAlone: boolean;
}

interface Line {
  readonly from: number;
  readonly to: number;
}

const sentenceReach = 240;

export function createContexts(text: string, phrases: readonly DatePhrase[]): readonly Context[] {
  const lines = linesOf(text);
  let at = 0;
  const placeOf = phrases.map(({ index }) => {
    while (at < lines.length - 1 && (lines[at]?.to ?? 0) < index) at += 1;
    return at;
  });
  const dated = new Set(placeOf);
  const textOf = (place: number): string => {
    const line = lines[place];
    return line ? text.slice(line.from, line.to).trim() : '';
  };
  const neighbour = (place: number, step: 1 | -1): number => {
    const near = place + step;
    // A blank line, or a remark in brackets, parts no label from its date.
    const isPassed = textOf(near) === '' || /^\(.*\):?$/.test(textOf(near));
    return isPassed && near > 0 && near < lines.length - 1 ? near + step : near;
  };
  return phrases.map((phrase, number) => {
    const place = placeOf[number] ?? 0;
    const line = lines[place] ?? { from: 0, to: text.length };
    const [earlier, later] = [phrases[number - 1], phrases[number + 1]];
    const from = earlier && earlier.end > line.from ? earlier.end : line.from;
    const lineEnd = Math.max(line.to, phrase.end);
    const to = later && later.index < lineEnd ? later.index : lineEnd;
    const [above, below] = [neighbour(place, -1), neighbour(place, 1)];
    return {
      before: text.slice(from, phrase.index),
      after: text.slice(phrase.end, Math.max(to, phrase.end)),
      line: text.slice(line.from, lineEnd),
      above: textOf(above),
      below: textOf(below),
      isAboveDated: dated.has(above),
      isBelowDated: dated.has(below),
      lead: leadOf(text, phrase, earlier),
      sentence: sentenceAround(text, phrase),
      isAlone: from === line.from && to === lineEnd,
    };
  });
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (;;) {
    const to = text.indexOf('\n', from);
    if (to < 0) break;
    lines.push({ from, to });
    from = to + 1;
  }
  lines.push({ from, to: text.length });
  return lines;
}

function sentenceAround(text: string, { index, end }: DatePhrase): string {
  const earlier = text.slice(Math.max(0, index - sentenceReach), index);
  const later = text.slice(end, end + sentenceReach);
  const begin = Math.max(earlier.lastIndexOf('\n\n'), lastEnd(earlier));
  const [stop] = [later.search(/[.!?](?:\s|$)|\n\s*\n/)];
  return `${earlier.slice(begin + 1)}${text.slice(index, end)}${stop < 0 ? later : later.slice(0, stop)}`
    .replace(/\s+/g, ' ')
    .trim();
}

function leadOf(text: string, { index }: DatePhrase, earlier: DatePhrase | undefined): string {
  const before = text.slice(Math.max(earlier?.end ?? 0, index - sentenceReach), index);
  const begin = Math.max(before.lastIndexOf('\n\n'), lastEnd(before));
  return before
    .slice(begin + 1)
    .replace(/\s+/g, ' ')
    .trim();
}

/** Of the last sentence that ends there. */
function lastEnd(text: string): number {
  const ends = [
    ...text.matchAll(/(?<!\b(?:[A-Z]|Dr|Prof|St|No|vs|Mr|Ms|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec))[.!?]\s/g),
  ];
  return ends.at(-1)?.index ?? -1;
}
