// What is measured of a set of sentences as a whole: what it promises, what it costs, how much of the text it covers, how much it
// repeats itself. Called for hundreds of sets of a text, hence the plain loops.

import { featureNames, type MeasuredText } from './features.ts';

export const setFeatureNames = [
  'scoreSum',
  'scoreMean',
  'chanceSum',
  'words',
  'wordsSquared',
  'isTwo',
  'isFour',
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
  'quotes',
  'figures',
  'leans',
  'votes',
] as const;

export type SetFeatureName = (typeof setFeatureNames)[number];

/** Stems that count as what a text is about. */
const topCount = 20;

/** What a stem that stands in a text only once weighs, beside the number of times of others. */
const singleWeight = 0.25;

const [quoteAt, figuresAt, pointsBackAt] = (['quote', 'figures', 'pointsBack'] as const).map((name) =>
  featureNames.indexOf(name),
) as [number, number, number];

/** @param scores log odds of each sentence @returns features of a set of places in ascending order, as `setFeatureNames`; the same array each time */
export function createSetMeasure(
  text: MeasuredText,
  scores: readonly number[],
): (set: readonly number[]) => Float64Array {
  const { sentences, cosines, centroid, votes, rows } = text;
  const count = sentences.length;
  const standard = standardise(scores);
  const chances = scores.map((score) => 1 / (1 + Math.exp(-score)));
  const measureCoverage = createCoverage(text);
  const features = new Float64Array(setFeatureNames.length);
  return (set) => {
    const size = set.length;
    let [words, scoreSum, chanceSum, pairs, most, neighbours] = [0, 0, 0, 0, 0, 0];
    let [central, lead, places, quotes, figures, leans, voteSum] = [0, 0, 0, 0, 0, 0, 0];
    for (let one = 0; one < size; one += 1) {
      const at = set[one] ?? 0;
      const row = rows[at];
      words += sentences[at]?.wordCount ?? 0;
      scoreSum += standard[at] ?? 0;
      chanceSum += chances[at] ?? 0;
      central += centroid[at] ?? 0;
      lead += at < 3 ? 1 : 0;
      places += Math.log(1 + at);
      quotes += row?.[quoteAt] ?? 0;
      figures += row?.[figuresAt] ?? 0;
      leans += row?.[pointsBackAt] ?? 0;
      voteSum += Math.min(votes[at] ?? 0, 4);
      neighbours += one > 0 && set[one - 1] === at - 1 ? 1 : 0;
      for (let other = 0; other < one; other += 1) {
        const cosine = cosines[at * count + (set[other] ?? 0)] ?? 0;
        pairs += cosine;
        most = Math.max(most, cosine);
      }
    }
    const [coverage, topCoverage] = measureCoverage(set);
    // In the order of `setFeatureNames`.
    features.set([
      scoreSum,
      scoreSum / size,
      chanceSum,
      words / 60,
      (words / 60) ** 2,
      size <= 2 ? 1 : 0,
      size >= 4 ? 1 : 0,
      coverage,
      (coverage * Math.sqrt(count)) / Math.sqrt(words || 1),
      topCoverage,
      size < 2 ? 0 : (2 * pairs) / (size * (size - 1)),
      most,
      central / Math.sqrt(size + 2 * pairs),
      set[0] === 0 ? 1 : 0,
      lead / 3,
      places / size,
      ((set[size - 1] ?? 0) - (set[0] ?? 0)) / count,
      neighbours / 3,
      quotes / size,
      figures / size,
      leans / size,
      voteSum / size,
    ]);
    return features;
  };
}

/** Shares of all that the text speaks of, and of what it speaks of most, that a set has. */
function createCoverage({ stems, frequencies }: MeasuredText) {
  const numbers = new Map([...frequencies.keys()].map((stem, at) => [stem, at]));
  const weights = Float64Array.from(frequencies.values(), (times) => (times > 1 ? times : singleWeight));
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const tops = new Set(
    [...frequencies]
      .filter(([, times]) => times > 1)
      .sort((a, b) => b[1] - a[1])
      .slice(0, topCount)
      .map(([stem]) => numbers.get(stem)),
  );
  const isTop = Uint8Array.from(weights, (_, at) => (tops.has(at) ? 1 : 0));
  const members = stems.map((each) => Int32Array.from(new Set(each), (stem) => numbers.get(stem) ?? 0));
  const seenIn = new Int32Array(weights.length);
  let round = 0;
  return (set: readonly number[]): readonly [number, number] => {
    round += 1;
    let [covered, top] = [0, 0];
    for (const at of set) {
      for (const stem of members[at] ?? []) {
        if (seenIn[stem] === round) continue;
        seenIn[stem] = round;
        covered += weights[stem] ?? 0;
        top += isTop[stem] ?? 0;
      }
    }
    return [covered / total, top / topCount];
  };
}

/** With a mean of 0 and a deviation of 1. */
export function standardise(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1;
  return values.map((value) => (value - mean) / deviation);
}
