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
  /** The lines right above, as one. */
  readonly paragraph: string;
  /** Whether another date stands on the line above or below. */
  readonly isAboveDated: boolean;
  readonly isBelowDated: boolean;
  /** Whether an empty line parts it from them. */
  readonly isAboveApart: boolean;
  readonly isBelowApart: boolean;
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
    return textOf(near) === '' && near > 0 && near < lines.length - 1 ? near + step : near;
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
      paragraph: above === place - 1 ? [place - 3, place - 2, place - 1].map(textOf).join(' ').trim() : '',
      isAboveDated: dated.has(above),
      isBelowDated: dated.has(below),
      isAboveApart: above < place - 1,
      isBelowApart: below > place + 1,
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
  const stop = later.search(/[.!?](?:\s|$)/);
  const words = later.slice(0, Math.min(stop < 0 ? later.length : stop, firstBreak(later)));
  return `${earlier.slice(beginOf(earlier))}${text.slice(index, end)}${words}`.replace(/\s+/g, ' ').trim();
}

function leadOf(text: string, { index }: DatePhrase, earlier: DatePhrase | undefined): string {
  const before = text.slice(Math.max(earlier?.end ?? 0, index - sentenceReach), index);
  return before.slice(beginOf(before)).replace(/\s+/g, ' ').trim();
}

/** Where the last sentence of the words before a date begins. */
function beginOf(earlier: string): number {
  const ends = [
    ...earlier.matchAll(/(?<!\b(?:[A-Z]|Dr|Prof|St|No|vs|Mr|Ms|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec))[.!?]\s/g),
  ];
  return Math.max((ends.at(-1)?.index ?? -1) + 1, lastBreak(earlier));
}

function firstBreak(text: string): number {
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) if (isBreak(text, at)) return at;
  return text.length;
}

function lastBreak(text: string): number {
  for (let at = text.lastIndexOf('\n'); at > 0; at = text.lastIndexOf('\n', at - 1)) if (isBreak(text, at)) return at;
  return 0;
}

/** A line this long is one of running text that goes on below. */
const wrappedLine = 45;

/** Whether a line break parts two entries of a list, and not the words of a sentence. */
function isBreak(text: string, at: number): boolean {
  const below = text.slice(at + 1, at + 120);
  const above = text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trimEnd();
  if (above === '' || /^\s*(?:\n|$)/.test(below) || above.endsWith(':')) return true;
  if (/^\s*(?:[-*•·>|#+]|\(?\d{1,2}[.)]\s|[^\n:.]{2,60}:(?:\s|$))/.test(below)) return true;
  const goesOn =
    /^\s*(?:\p{Ll}|\d)/u.test(below) || /(?:\b(?:on|in|at|from|to|of|the|by|and|is|before|until)|,)$/i.test(above);
  return !goesOn && (above.length < wrappedLine || /\d{4}\W*$/.test(above));
}
