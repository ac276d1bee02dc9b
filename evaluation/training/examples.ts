// Articles with summaries that people wrote, measured once: what the weights are learned from.

import { type MeasuredText, measureText } from '../../src/reading/summary/features.ts';
import { listReadable } from '../../src/reading/summary/readableSentences.ts';
import { createRouge, type Rouge, type Tokens, tokenise } from '../rouge.ts';

/** A line of a data set. */
export interface DataLine {
  readonly id: string;
  readonly set?: string;
  readonly title?: string;
  readonly text: string;
  /** One sentence a line; of several references the one with the highest ROUGE-1 counts. */
  readonly reference: string | readonly string[];
}

export interface Example {
  readonly line: DataLine;
  /** How much it weighs in training. */
  readonly importance: number;
  readonly text: MeasuredText;
  /** Agreement of some of its sentences with the reference, by their places in ascending order. */
  score(set: readonly number[]): Rouge;
}

/** The smaller set, nearer to what societies write, weighs double. */
const importances: Readonly<Record<string, number>> = { 'dm-train': 2 };

export function measureExample(line: DataLine): Example {
  const readable = listReadable(line.text, line.title ?? '');
  const tokens = readable.map(({ text }) => tokenise(text));
  const scoreTokens = scoreAgainst(line.reference);
  const known = new Map<string, Rouge>();
  return {
    line,
    importance: importances[line.set ?? ''] ?? 1,
    text: measureText(readable, line.title ?? '', true),
    score(set) {
      const key = set.join();
      const rouge = known.get(key) ?? scoreTokens(set.map((at) => tokens[at] ?? []));
      known.set(key, rouge);
      return rouge;
    },
  };
}

/** @returns the agreement of a summary, given by its sentences */
export function scoreAgainst(reference: string | readonly string[]): (summary: readonly Tokens[]) => Rouge {
  const scorers = [reference].flat().map((each) => createRouge(each.split('\n').map(tokenise)));
  return (summary) =>
    scorers.map((score) => score(summary)).reduce((best, other) => (other.rouge1 > best.rouge1 ? other : best));
}

export function sumOf({ rouge1, rouge2, rougeL }: Rouge): number {
  return rouge1 + rouge2 + rougeL;
}
