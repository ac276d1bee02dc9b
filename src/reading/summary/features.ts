// What is measured of each sentence of a text before it is weighed: where it stands, how long it is, how much of the text it
// shares, whom it names, how it speaks.

import { measureLikeness, rankByVotes } from './likeness.ts';
import { listNames } from './names.ts';
import { pointsBack } from './pointsBack.ts';
import type { ReadableSentence } from './readableSentences.ts';
import { listStems, listWords } from './stems.ts';

export const featureNames = [
  'first',
  'second',
  'third',
  'inversePlace',
  'logPlace',
  'place',
  'last',
  'crowd',
  'logLength',
  'length',
  'isShort',
  'isLong',
  'centroid',
  'votes',
  'overlapVotes',
  'likeFirst',
  'likeLead',
  'likePrevious',
  'likeNext',
  'likeTitle',
  'meanFrequency',
  'logFrequency',
  'topStems',
  'novelty',
  'figures',
  'names',
  'knownNames',
  'leadNames',
  'dates',
  'opensQuote',
  'quote',
  'reports',
  'pointsBack',
  'isFollowed',
  'opensLoosely',
  'question',
  'firstPerson',
  'caption',
  'commas',
  'hedges',
  'self',
  'result',
] as const;

export type FeatureName = (typeof featureNames)[number];

/** A text, measured. */
export interface MeasuredText {
  readonly sentences: readonly ReadableSentence[];
  /** Stems of each sentence, function words left out. */
  readonly stems: readonly (readonly string[])[];
  /** How often each stem stands in the text. */
  readonly frequencies: ReadonlyMap<string, number>;
  /** Names in each sentence, lower case. */
  readonly names: readonly ReadonlySet<string>[];
  /** Cosines of all pairs, row by row. */
  readonly cosines: Float64Array;
  readonly centroid: Float64Array;
  readonly votes: Float64Array;
  /** One row for each sentence, in the order of `featureNames`. */
  readonly rows: readonly Float64Array[];
}

/** Stems that count as what a text is about. */
const topCount = 10;

export function measureText(sentences: readonly ReadableSentence[], title: string, isEnglish: boolean): MeasuredText {
  const count = sentences.length;
  const words = sentences.map(({ text }) => listWords(text));
  const stems = words.map((each) => listStems(each, isEnglish));
  const { cosines, overlaps, centroid } = measureLikeness(stems);
  const votes = rankByVotes(cosines, count);
  const overlapVotes = rankByVotes(overlaps, count);
  const frequencies = new Map<string, number>();
  for (const stem of stems.flat()) frequencies.set(stem, (frequencies.get(stem) ?? 0) + 1);
  const top = new Set(
    [...frequencies]
      .filter(([, times]) => times > 1)
      .sort((a, b) => b[1] - a[1])
      .slice(0, topCount)
      .map(([stem]) => stem),
  );
  const names = listNames(sentences.map(({ text }) => text));
  const nameCounts = new Map<string, number>();
  for (const name of names.flatMap((each) => [...each])) nameCounts.set(name, (nameCounts.get(name) ?? 0) + 1);
  const leans = sentences.map(({ text }) => pointsBack(text));
  const titleStems = new Set(listStems(listWords(title), isEnglish));
  const highest = Math.max(...centroid, 1e-9);
  const seen = new Set<string>();
  const like = (a: number, b: number): number => (b < 0 || b >= count ? 0 : (cosines[a * count + b] ?? 0));

  const rows = sentences.map(({ text, wordCount }, at) => {
    const own = stems[at] ?? [];
    const all = words[at] ?? [];
    const distinct = new Set(own);
    const fresh = own.filter((stem) => !seen.has(stem)).length;
    for (const stem of own) seen.add(stem);
    const frequency = own.reduce((sum, stem) => sum + (frequencies.get(stem) ?? 0), 0);
    const ownNames = [...(names[at] ?? [])];
    const values: Record<FeatureName, number> = {
      first: flag(at === 0),
      second: flag(at === 1),
      third: flag(at === 2),
      inversePlace: 1 / (at + 1),
      logPlace: Math.log(at + 1),
      place: at / count,
      last: flag(at === count - 1),
      crowd: Math.log(count),
      logLength: Math.log(wordCount + 1),
      length: Math.min(wordCount, 60) / 20,
      isShort: flag(wordCount < 9),
      isLong: flag(wordCount > 34),
      centroid: (centroid[at] ?? 0) / highest,
      votes: Math.min(votes[at] ?? 0, 4),
      overlapVotes: Math.min(overlapVotes[at] ?? 0, 4),
      likeFirst: at === 0 ? 0 : like(at, 0),
      likeLead: Math.max(...[0, 1, 2].map((lead) => (lead === at ? 0 : like(at, lead)))),
      likePrevious: like(at, at - 1),
      likeNext: like(at, at + 1),
      likeTitle:
        titleStems.size === 0 ? 0 : [...titleStems].filter((stem) => distinct.has(stem)).length / titleStems.size,
      meanFrequency: own.length === 0 ? 0 : Math.log(1 + frequency / own.length),
      logFrequency: Math.log(1 + frequency),
      topStems: [...distinct].filter((stem) => top.has(stem)).length / topCount,
      novelty: own.length === 0 ? 0 : fresh / own.length,
      figures: Math.min(text.match(/\p{N}[\p{N}.,]{0,12}/gu)?.length ?? 0, 4),
      names: Math.min(ownNames.length, 8) / 4,
      knownNames: Math.min(ownNames.filter((name) => (nameCounts.get(name) ?? 0) > 1).length, 6) / 3,
      leadNames: at === 0 ? 0 : Math.min(ownNames.filter((name) => names[0]?.has(name)).length, 4) / 2,
      dates: flag(/\b(?:1[5-9]|20)\d\d\b/.test(text) || own.some((stem) => dateStems.has(stem))),
      opensQuote: flag(/^["“‘'«„]/.test(text)),
      quote: flag(/["“”«»]/.test(text)),
      reports: flag(all.some((word) => reportingWords.has(word))),
      pointsBack: flag(leans[at] === true),
      isFollowed: flag(leans[at + 1] === true),
      opensLoosely: flag(looseOpeners.has(all[0] ?? '')),
      question: flag(text.includes('?')),
      firstPerson: flag(all.some((word) => firstPersons.has(word))),
      caption: flag(/\((?:pictured|left|right|above|below|centre|center|top|bottom)\b|^[A-Za-z ]{3,20}: /i.test(text)),
      commas: Math.min(text.match(/[,;–—]/g)?.length ?? 0, 6) / 3,
      hedges: flag(all.some((word) => hedgingWords.has(word))),
      self: flag(all.some((word, place) => speaksOfItself(all[place - 1], word))),
      result: flag(own.some((stem) => resultStems.has(stem))),
    };
    const row = new Float64Array(featureNames.length);
    for (let column = 0; column < row.length; column += 1) row[column] = values[featureNames[column] ?? 'first'];
    return row;
  });
  return { sentences, stems, frequencies, names, cosines, centroid, votes, rows };
}

const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const stemSet = (list: string): ReadonlySet<string> => new Set(listStems(list.split(' '), true));

const dateStems = stemSet(
  'january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday',
);
const reportingWords = wordSet('said says told added according');
const looseOpeners = wordSet('as when while if after since with in on at for');
const firstPersons = wordSet('i my me we our');
const hedgingWords = wordSet('perhaps maybe think feel know really thing things lot got');
const resultStems = stemSet(
  'shows showed shown found finds demonstrates results outperforms achieves improves reveals evidence concludes experiments',
);
const works = wordSet('paper work article study');
const deeds = wordSet(
  'propose present introduce develop describe study investigate show argue provide address consider explore design demonstrate examine',
);

/** "this paper", "we propose", "our". */
function speaksOfItself(before: string | undefined, word: string): boolean {
  return word === 'our' || (before === 'this' && works.has(word)) || (before === 'we' && deeds.has(word));
}

function flag(is: boolean): number {
  return is ? 1 : 0;
}
