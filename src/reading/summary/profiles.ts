// What a summary's choices are weighed by: numbers learned by `npm run train:summaries` from articles with summaries that people
// wrote. They hold no words of any article.

import { createRequire } from 'node:module';
import { type FeatureName, featureNames } from './features.ts';
import { type SetFeatureName, setFeatureNames } from './setFeatures.ts';

/** A constant and a weight for each feature, in the order of the features. */
export interface Weights {
  readonly constant: number;
  readonly weights: readonly number[];
}

/** As it is written to a file. */
export interface ProfileFile {
  readonly sentence: Readonly<Record<FeatureName | 'constant', number>>;
  /** For each feature of a set its weight, and what the weight gains with the logarithm of the number of sentences. */
  readonly set?: Readonly<Record<SetFeatureName, readonly [number, number]>>;
}

const load = createRequire(import.meta.url);

/** What an article is weighed by, by its kind. */
export interface Profiles {
  readonly news: ProfileFile;
  readonly abstract: ProfileFile;
}

export const learnedProfiles: Profiles = {
  news: load('./news.json') as ProfileFile,
  abstract: load('./abstract.json') as ProfileFile,
};

/** Where nothing was learned, as for other languages than English: an author's own opening, then what the text is about. */
export const leadProfile: ProfileFile = {
  sentence: {
    ...Object.fromEntries(['constant', ...featureNames].map((name) => [name, 0])),
    ...{
      inversePlace: 2,
      logPlace: -0.4,
      centroid: 1.5,
      votes: 0.4,
      likeTitle: 1,
      isShort: -0.5,
      opensQuote: -0.5,
      question: -1,
    },
  } as ProfileFile['sentence'],
};

export function sentenceWeights({ sentence }: ProfileFile): Weights {
  return { constant: sentence.constant, weights: featureNames.map((name) => sentence[name]) };
}

/** Weights for sets of a text of so many sentences; undefined where none were learned. */
export function setWeights({ set }: ProfileFile, sentenceCount: number): Weights | undefined {
  if (set === undefined) return undefined;
  const length = Math.log(sentenceCount);
  return { constant: 0, weights: setFeatureNames.map((name) => set[name][0] + length * set[name][1]) };
}

export function weigh(features: ArrayLike<number>, { constant, weights }: Weights): number {
  let sum = constant;
  for (let at = 0; at < weights.length; at += 1) sum += (weights[at] ?? 0) * (features[at] ?? 0);
  return sum;
}
