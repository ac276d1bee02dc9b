// Examples → weights. The sentence scorer learns which sentences the best extract has; the judge of sets learns, from scores of
// articles the scorer has not seen, which set of good sentences agrees most with what a person wrote.

import { newsBounds } from '../../src/reading/summarise.ts';
import { featureNames } from '../../src/reading/summary/features.ts';
import { type ProfileFile, type Weights, weigh } from '../../src/reading/summary/profiles.ts';
import { createSetMeasure, setFeatureNames } from '../../src/reading/summary/setFeatures.ts';
import { listSets } from '../../src/reading/summary/sets.ts';
import { seededRandom } from '../seededRandom.ts';
import { type Example, sumOf } from './examples.ts';
import { fitLogistic, fitRidge } from './fit.ts';

/** Of the squared standardised weights. */
const penalty = 1e-3;

/** Sentences of the best extract at most, and what each must add to the sum of the three measures. */
const extract = { most: 4, leastGain: 0.005 };

/** Parts of the examples of which each is scored by weights of the others. */
const parts = 3;

/** Log odds for all words of the title. Not learned: the news articles come without their titles. */
const titleWeight = 1;

/** Sets of an article that the judge learns from, drawn by chance. */
const setsPerArticle = 150;
export const seed = 7;

export function fitNews(examples: readonly Example[]): ProfileFile {
  const bounds = newsBounds.standard;
  const random = seededRandom(seed);
  const [rows, targets, importance]: [Float64Array[], number[], number[]] = [[], [], []];
  for (let part = 0; part < parts; part += 1) {
    const scorer = fitScorer(examples.filter((_, at) => at % parts !== part));
    for (const example of examples.filter((_, at) => at % parts === part)) {
      const scores = example.text.rows.map((row) => weigh(row, scorer));
      const measure = createSetMeasure(example.text, scores);
      const sets = draw(listSets(example.text, scores, bounds), random);
      const features = sets.map((set) => withLength(measure(set), scores.length));
      const sums = sets.map((set) => sumOf(example.score(set)));
      // Only the differences between sets of one article matter.
      const means = features[0]?.map((_, column) => mean(features.map((row) => row[column] ?? 0))) ?? [];
      for (const [at, row] of features.entries()) {
        rows.push(row.map((value, column) => value - (means[column] ?? 0)));
        targets.push((sums[at] ?? 0) - mean(sums));
        importance.push(example.importance / sets.length);
      }
    }
  }
  const judge = fitRidge(rows, targets, importance, penalty);
  const half = setFeatureNames.length;
  const pairs = setFeatureNames.map((name, at) => [name, [round(judge.weights[at]), round(judge.weights[at + half])]]);
  return { sentence: { ...nameWeights(fitScorer(examples)), likeTitle: titleWeight }, set: Object.fromEntries(pairs) };
}

/** One sentence is wanted: the scorer learns how well each alone agrees, beside the others of its abstract. */
export function fitAbstract(examples: readonly Example[]): ProfileFile {
  const [rows, targets, importance]: [Float64Array[], number[], number[]] = [[], [], []];
  for (const { text, score } of examples) {
    const sums = text.rows.map((_, at) => sumOf(score([at])));
    rows.push(...text.rows);
    targets.push(...sums.map((sum) => sum - mean(sums)));
    importance.push(...sums.map(() => 1 / sums.length));
  }
  return { sentence: nameWeights(fitRidge(rows, targets, importance, penalty)) };
}

function fitScorer(examples: readonly Example[]): Weights {
  const labels = examples.flatMap(labelsOf);
  const importance = examples.flatMap((example) => example.text.rows.map(() => example.importance));
  return fitLogistic(
    examples.flatMap(({ text }) => text.rows),
    labels,
    importance,
    penalty,
  );
}

const knownLabels = new WeakMap<Example, readonly number[]>();

/** 1 for each sentence of the best extract, found greedily. */
function labelsOf(example: Example): readonly number[] {
  const known = knownLabels.get(example);
  if (known !== undefined) return known;
  const chosen = new Set<number>();
  let reached = 0;
  while (chosen.size < extract.most) {
    const options = example.text.rows
      .map((_, at) => at)
      .filter((at) => !chosen.has(at))
      .map((at) => ({ at, sum: sumOf(example.score([...chosen, at].sort((a, b) => a - b))) }));
    const best = options.reduce((a, b) => (b.sum > a.sum ? b : a), { at: -1, sum: 0 });
    if (best.sum < reached + extract.leastGain) break;
    chosen.add(best.at);
    reached = best.sum;
  }
  const labels = example.text.rows.map((_, at) => (chosen.has(at) ? 1 : 0));
  knownLabels.set(example, labels);
  return labels;
}

/** What is weighed of a set: its features, and the same by the length of the text. */
function withLength(features: Float64Array, sentenceCount: number): Float64Array {
  const size = features.length;
  const both = new Float64Array(2 * size);
  both.set(features);
  both.set(
    features.map((value) => value * Math.log(sentenceCount)),
    size,
  );
  return both;
}

function draw(sets: number[][], random: () => number): number[][] {
  if (sets.length <= setsPerArticle) return sets;
  const drawn = sets.map((set) => ({ set, lot: random() })).sort((a, b) => a.lot - b.lot);
  return drawn.slice(0, setsPerArticle).map(({ set }) => set);
}

function nameWeights({ constant, weights }: Weights): ProfileFile['sentence'] {
  const named = featureNames.map((name, at) => [name, round(weights[at])]);
  return { ...Object.fromEntries(named), constant: round(constant) };
}

function round(value = 0): number {
  return Number(value.toPrecision(4));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
}
