// ROUGE-1, ROUGE-2 and ROUGE-L of a summary: F1 from 0 to 1, words by their stems, counts clipped, the longest common
// subsequences taken on the level of the whole summary.
// @see Lin 2004, "ROUGE: A Package for Automatic Evaluation of Summaries", aclanthology.org/W04-1013

import { stemmer } from 'stemmer';

export interface Rouge {
  readonly rouge1: number;
  readonly rouge2: number;
  readonly rougeL: number;
}

export type Tokens = readonly string[];

const stems = new Map<string, string>();

/** Lower case, letters a to z and digits, Porter stems of words longer than three letters. */
export function tokenise(text: string): Tokens {
  return (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).map((word) => {
    if (word.length <= 3) return word;
    const stem = stems.get(word) ?? stemmer(word);
    stems.set(word, stem);
    return stem;
  });
}

/** Scores summaries against one reference. Sentences are remembered by identity, so that many sets of the same ones are cheap. */
export function createRouge(reference: readonly Tokens[]): (summary: readonly Tokens[]) => Rouge {
  const wanted = [1, 2].map((size) => countRuns(reference.flat(), size));
  const length = reference.flat().length;
  const known = new Map<Tokens, readonly ReadonlySet<number>[]>();
  const matchesOf = (sentence: Tokens): readonly ReadonlySet<number>[] => {
    const found = known.get(sentence) ?? reference.map((each) => findCommon(each, sentence));
    known.set(sentence, found);
    return found;
  };
  return (summary) => {
    const tokens = summary.flat();
    const [rouge1 = 0, rouge2 = 0] = wanted.map((runs, at) => overlap(runs, countRuns(tokens, at + 1)));
    const left = countRuns(tokens, 1);
    const open = new Map(wanted[0]);
    let hits = 0;
    for (const [at, sentence] of reference.entries()) {
      const union = new Set(summary.flatMap((each) => [...(matchesOf(each)[at] ?? [])]));
      for (const position of union) {
        const token = sentence[position] ?? '';
        const [ours, theirs] = [left.get(token) ?? 0, open.get(token) ?? 0];
        if (ours === 0 || theirs === 0) continue;
        hits += 1;
        left.set(token, ours - 1);
        open.set(token, theirs - 1);
      }
    }
    return { rouge1, rouge2, rougeL: f1(hits, tokens.length, length) };
  };
}

function countRuns(tokens: Tokens, size: number): Map<string, number> {
  const runs = new Map<string, number>();
  for (let at = 0; at + size <= tokens.length; at += 1) {
    const run = size === 1 ? (tokens[at] ?? '') : `${tokens[at]} ${tokens[at + 1]}`;
    runs.set(run, (runs.get(run) ?? 0) + 1);
  }
  return runs;
}

function overlap(wanted: ReadonlyMap<string, number>, got: ReadonlyMap<string, number>): number {
  let common = 0;
  for (const [run, count] of got) common += Math.min(count, wanted.get(run) ?? 0);
  return f1(common, sum(got), sum(wanted));
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}

function f1(common: number, got: number, wanted: number): number {
  return common === 0 ? 0 : (2 * common) / (got + wanted);
}

/** Positions in `a` of one longest common subsequence with `b`. */
function findCommon(a: Tokens, b: Tokens): ReadonlySet<number> {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  const at = (row: number, column: number): number => table[row * width + column] ?? 0;
  for (let row = a.length - 1; row >= 0; row -= 1) {
    for (let column = b.length - 1; column >= 0; column -= 1) {
      table[row * width + column] =
        a[row] === b[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const positions = new Set<number>();
  for (let row = 0, column = 0; row < a.length && column < b.length; ) {
    if (a[row] === b[column]) {
      positions.add(row);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return positions;
}
