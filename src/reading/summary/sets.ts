// Sets of sentences that could make a summary, and what is measured of each as a whole.
// Invariant: a sentence that leans on the one before it is in a set only together with that one.

import { featureNames, type MeasuredText } from './features.ts';
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

export const setFeatureNames = [
  'scoreSum',
  'scoreMean',
  'scoreLeast',
  'chanceSum',
  'words',
  'wordsSquared',
  'two',
  'four',
  'coverage',
  'density',
  'topCoverage',
  'redundancy',
  'mostRedundancy',
  'centrality',
  'hasFirst',
  'leadCount',
  'meanPlace',
  'spread',
  'neighbours',
  'names',
  'quotes',
  'leans',
  'votes',
  'likeTitle',
  'shortest',
  'figures',
] as const;

export type SetFeatureName = (typeof setFeatureNames)[number];

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

const featureAt = {
  quote: featureNames.indexOf('quote'),
  likeTitle: featureNames.indexOf('likeTitle'),
  figures: featureNames.indexOf('figures'),
  pointsBack: featureNames.indexOf('pointsBack'),
};

/** What does not change from set to set of one text. */
export interface SetMeasure {
  measure(set: readonly number[]): Float64Array;
}

/** @param scores log odds of each sentence */
export function createSetMeasure(text: MeasuredText, scores: readonly number[]): SetMeasure {
  const { sentences, stems, frequencies, names, cosines, centroid, votes, rows } = text;
  const count = sentences.length;
  const mean = scores.reduce((sum, score) => sum + score, 0) / count;
  const deviation = Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / count) || 1;
  const standard = scores.map((score) => (score - mean) / deviation);
  const chances = scores.map((score) => 1 / (1 + Math.exp(-score)));
  const weights = new Map([...frequencies].map(([stem, times]) => [stem, times > 1 ? times : 0.25]));
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0) || 1;
  const top = new Set(
    [...frequencies]
      .filter(([, times]) => times > 1)
      .sort((a, b) => b[1] - a[1])
      .slice(0, 20)
      .map(([stem]) => stem),
  );
  const distinct = stems.map((each) => [...new Set(each)]);
  const feature = (at: number, name: 'quote' | 'likeTitle' | 'figures'): number => rows[at]?.[featureAt[name]] ?? 0;
  return {
    measure(set) {
      const size = set.length;
      const words = set.reduce((sum, at) => sum + (sentences[at]?.wordCount ?? 0), 0);
      const covered = new Set(set.flatMap((at) => distinct[at] ?? []));
      let coverage = 0;
      let topCovered = 0;
      for (const stem of covered) {
        coverage += weights.get(stem) ?? 0;
        if (top.has(stem)) topCovered += 1;
      }
      let [pairs, most, neighbours] = [0, 0, 0];
      for (const [one, a] of set.entries()) {
        for (let other = 0; other < one; other += 1) {
          const cosine = cosines[a * count + (set[other] ?? 0)] ?? 0;
          pairs += cosine;
          most = Math.max(most, cosine);
        }
        if (one > 0 && set[one - 1] === a - 1) neighbours += 1;
      }
      const sumOf = (of: (at: number) => number): number => set.reduce((sum, at) => sum + of(at), 0);
      const scoreSum = sumOf((at) => standard[at] ?? 0);
      const values: Record<SetFeatureName, number> = {
        scoreSum,
        scoreMean: scoreSum / size,
        scoreLeast: Math.min(...set.map((at) => standard[at] ?? 0)),
        chanceSum: sumOf((at) => chances[at] ?? 0),
        words: words / 60,
        wordsSquared: (words / 60) ** 2,
        two: size <= 2 ? 1 : 0,
        four: size >= 4 ? 1 : 0,
        coverage: coverage / total,
        density: ((coverage / total) * Math.sqrt(count)) / Math.sqrt(words || 1),
        topCoverage: topCovered / 20,
        redundancy: size < 2 ? 0 : (2 * pairs) / (size * (size - 1)),
        mostRedundancy: most,
        centrality: sumOf((at) => centroid[at] ?? 0) / Math.sqrt(size + 2 * pairs),
        hasFirst: set.includes(0) ? 1 : 0,
        leadCount: set.filter((at) => at < 3).length / 3,
        meanPlace: sumOf((at) => Math.log(1 + at)) / size,
        spread: ((set.at(-1) ?? 0) - (set[0] ?? 0)) / count,
        neighbours: neighbours / 3,
        names: Math.min(new Set(set.flatMap((at) => [...(names[at] ?? [])])).size, 12) / 6,
        quotes: sumOf((at) => feature(at, 'quote')) / size,
        leans: set.filter((at) => rows[at]?.[featureAt.pointsBack] === 1).length / size,
        votes: sumOf((at) => Math.min(votes[at] ?? 0, 4)) / size,
        likeTitle: sumOf((at) => feature(at, 'likeTitle')),
        shortest: Math.min(...set.map((at) => sentences[at]?.wordCount ?? 0)) / 20,
        figures: sumOf((at) => feature(at, 'figures')) / size,
      };
      return Float64Array.from(setFeatureNames, (name) => values[name]);
    },
  };
}
