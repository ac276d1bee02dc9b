// Sets of sentences that could make a summary.
// Invariant: a sentence that leans on the one before it is in a set only together with that one.

import type { MeasuredText } from './features.ts';
import { pointsBack, pointsBackFromStart } from './pointsBack.ts';

/** What a summary may have: sentences and words. */
export interface SetBounds {
  readonly fewest: number;
  readonly most: number;
  readonly fewestWords: number;
  /** From here on no further sentence is looked for, where sentences are added one by one. */
  readonly enoughWords: number;
  readonly mostWords: number;
}

/** Best sentences of which sets are made. */
const poolSize = 10;

/** The sentence before, for one that leans on it; undefined where it leans on nothing; -1 where what it leans on may not be quoted. */
export function listSupports({ sentences }: Pick<MeasuredText, 'sentences'>): (number | undefined)[] {
  return sentences.map(({ text, place }, at) => {
    if (place === 0 ? !pointsBackFromStart(text) : !pointsBack(text)) return undefined;
    return place > 0 && sentences[at - 1]?.place === place - 1 ? at - 1 : -1;
  });
}

/** Sentences with all they lean on, in the order of the text; undefined where that is not to be had in `most` sentences. */
export function withSupports(
  at: number,
  supports: readonly (number | undefined)[],
  most: number,
): number[] | undefined {
  const chain = [at];
  for (let on = supports[at]; on !== undefined; on = supports[on]) {
    if (on < 0 || chain.length === most) return undefined;
    chain.unshift(on);
  }
  return chain;
}

/** Every allowed set of the best sentences and what they lean on, each in the order of the text. */
export function listSets(text: MeasuredText, scores: readonly number[], bounds: SetBounds): number[][] {
  const supports = listSupports(text);
  const ranked = scores.map((_, at) => at).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const pool = new Set<number>();
  for (const at of ranked) {
    const chain = withSupports(at, supports, bounds.most);
    if (chain === undefined) continue;
    if (pool.size >= poolSize) break;
    for (const each of chain) pool.add(each);
  }
  const members = [...pool].sort((a, b) => a - b);
  const wordCounts = text.sentences.map(({ wordCount }) => wordCount);
  const sets: number[][] = [];
  const extend = (set: readonly number[], words: number, from: number): void => {
    if (set.length >= bounds.fewest && words >= bounds.fewestWords) sets.push([...set]);
    if (set.length === bounds.most) return;
    for (let next = from; next < members.length; next += 1) {
      const at = members[next] ?? 0;
      const on = supports[at];
      if (on !== undefined && !set.includes(on)) continue;
      const longer = words + (wordCounts[at] ?? 0);
      if (longer <= bounds.mostWords) extend([...set, at], longer, next + 1);
    }
  };
  extend([], 0, 0);
  return sets;
}
