// Which sentences of a measured text make its summary: the set that as a whole promises most.

import type { MeasuredText } from './features.ts';
import { type ProfileFile, sentenceWeights, setWeights, weigh } from './profiles.ts';
import { createSetMeasure, standardise } from './setFeatures.ts';
import { listSets, listSupports, type SetBounds, withSupports } from './sets.ts';

/** What full likeness to a sentence already taken weighs against another, in standard deviations of the scores. */
const redundancyPenalty = 1.5;

/** @returns places in the text, ascending; none where nothing fits the bounds */
export function chooseSentences(text: MeasuredText, profile: ProfileFile, bounds: SetBounds): number[] {
  const weights = sentenceWeights(profile);
  const scores = text.rows.map((row) => weigh(row, weights));
  const wholes = setWeights(profile, scores.length);
  if (wholes === undefined) return extend([], text, scores, bounds);
  const measure = createSetMeasure(text, scores);
  let best: readonly number[] = [];
  let highest = Number.NEGATIVE_INFINITY;
  for (const set of listSets(text, scores, { ...bounds, most: Math.min(bounds.most, setLimit) })) {
    const promise = weigh(measure(set), wholes);
    if (promise > highest) [best, highest] = [set, promise];
  }
  return bounds.most > setLimit ? extend(best, text, scores, bounds) : [...best];
}

/** Sentences of a set that is judged as a whole; more are added one by one. */
const setLimit = 4;

/** Adds the best sentence that fits, with what it leans on, and so on. */
function extend(start: readonly number[], text: MeasuredText, scores: readonly number[], bounds: SetBounds): number[] {
  const { sentences, cosines } = text;
  const count = sentences.length;
  const supports = listSupports(text);
  const standard = standardise(scores);
  const chosen = new Set(start);
  const likest = scores.map((_, at) => Math.max(0, ...start.map((other) => cosines[at * count + other] ?? 0)));
  let words = start.reduce((sum, at) => sum + (sentences[at]?.wordCount ?? 0), 0);
  const worth = (at: number): number => (standard[at] ?? 0) - redundancyPenalty * (likest[at] ?? 0);
  for (let open = sentences.map((_, at) => at); chosen.size < bounds.most && words < bounds.enoughWords; ) {
    open = open.filter((at) => !chosen.has(at)).sort((a, b) => worth(b) - worth(a) || a - b);
    const added = open
      .map((at) => withSupports(at, supports, bounds.most)?.filter((each) => !chosen.has(each)))
      .find((chain) => chain !== undefined && fits(chain));
    if (added === undefined) break;
    for (const at of added) {
      chosen.add(at);
      words += sentences[at]?.wordCount ?? 0;
      for (const other of open) likest[other] = Math.max(likest[other] ?? 0, cosines[other * count + at] ?? 0);
    }
  }
  return [...chosen].sort((a, b) => a - b);

  function fits(chain: readonly number[]): boolean {
    const more = chain.reduce((sum, at) => sum + (sentences[at]?.wordCount ?? 0), 0);
    return chosen.size + chain.length <= bounds.most && words + more <= bounds.mostWords;
  }
}
