// A few sentences of an article, verbatim and in its order: those that together tell most of it, as far as people's own
// summaries of other articles show. A sentence is never cut, save one that is longer than a card can bear, and none is taken
// that cannot be understood without a sentence left out.

import { isAdministrative, isCallForPapers } from './callForPapers.ts';
import { findFramingSentence } from './curatedPost.ts';
import { detectLanguage } from './detectLanguage.ts';
import { countWords, cutAt } from './plainText.ts';
import { splitSentences } from './splitSentences.ts';
import { chooseSentences } from './summary/chooseSentences.ts';
import { measureText } from './summary/features.ts';
import { isAbstract } from './summary/isAbstract.ts';
import { pointsBack, pointsBackFromStart } from './summary/pointsBack.ts';
import { leadProfile, learnedProfiles, type ProfileFile, type Profiles } from './summary/profiles.ts';
import { listReadable, type ReadableSentence, trimUnpairedQuotes } from './summary/readableSentences.ts';
import type { SetBounds } from './summary/sets.ts';

/** What reading/ needs to know of an article. */
export interface ReadArticle {
  readonly title: string;
  readonly text: string;
  readonly teaser: string;
  /** BCP 47, as the source states it. What the text itself shows comes first. */
  readonly language?: string;
  /** Found out where it is not given. */
  readonly kind?: ArticleKind;
}

export type ArticleKind = 'news' | 'abstract';

/** `text` is all sentences, with `…` after one that was cut; empty when there is nothing to read. */
export interface Summary {
  /** Verbatim and in the order of the article. */
  readonly sentences: readonly string[];
  readonly text: string;
  /** ISO 639-1 code of the article's language, where it is known. */
  readonly language?: string;
}

export type SummaryLength = 'short' | 'standard' | 'long';

export const newsBounds: Readonly<Record<SummaryLength, SetBounds>> = {
  short: { fewest: 1, most: 2, fewestWords: 15, enoughWords: 25, mostWords: 45 },
  standard: { fewest: 2, most: 4, fewestWords: 45, enoughWords: 45, mostWords: 85 },
  long: { fewest: 3, most: 12, fewestWords: 45, enoughWords: 130, mostWords: 175 },
};

/** One sentence says what a paper does. */
const abstractBounds: Readonly<Record<SummaryLength, SetBounds>> = {
  short: { fewest: 1, most: 1, fewestWords: 1, enoughWords: 1, mostWords: 90 },
  standard: { fewest: 1, most: 3, fewestWords: 1, enoughWords: 45, mostWords: 90 },
  long: newsBounds.long,
};

/** A longer sentence is cut. Words. */
const longestSentence = 90;

/** Of fewer sentences the first ones are taken, but in abstracts. */
const usualFewest = 5;

/** A line without a full stop is quoted only where there is nothing else, and it has this many words. */
const tellingLine = 8;

/** Falls back to the teaser, then to nothing. @param profiles others than those shipped, to measure what training gives */
export function summarise(article: ReadArticle, length: SummaryLength, profiles: Profiles = learnedProfiles): Summary {
  const { title, text, teaser } = article;
  const language = detectLanguage(text === '' ? teaser : text) ?? article.language?.slice(0, 2).toLowerCase();
  const isEnglish = language === undefined || language === 'en';
  const framing = findFramingSentence(text);
  const readable = listTelling(text, title, isEnglish).filter((sentence) => sentence.text !== framing);
  const kind = article.kind ?? (isAbstract(text) ? 'abstract' : 'news');
  const bounds = kind === 'abstract' ? abstractBounds[length] : newsBounds[length];
  const profile = isEnglish ? profiles[kind] : leadProfile;
  const fewestToChooseFrom = kind === 'abstract' ? 1 : usualFewest;
  const sentences =
    readable.length > 0
      ? choose(readable, { title, isEnglish, profile, bounds, fewestToChooseFrom })
      : readRest(article, newsBounds[length]);
  const cut = sentences.map(cutLong);
  const joined = cut.map((sentence, at) => (sentence === sentences[at] ? sentence : `${sentence}…`)).join(' ');
  return { sentences: cut, text: joined, ...(language === undefined ? {} : { language }) };
}

/** Of a call for papers what it is on, not how they are to be sent. */
function listTelling(text: string, title: string, isEnglish: boolean): readonly ReadableSentence[] {
  const all = listReadable(text, title);
  const telling =
    isEnglish && isCallForPapers(title, text) ? all.filter((sentence) => !isAdministrative(sentence.text)) : all;
  return telling.length > 0 ? telling : all;
}

type Placed = Pick<ReadableSentence, 'text' | 'place'>;

interface Choice {
  readonly title: string;
  readonly isEnglish: boolean;
  readonly profile: ProfileFile;
  readonly bounds: SetBounds;
  readonly fewestToChooseFrom: number;
}

function choose(readable: readonly ReadableSentence[], choice: Choice): string[] {
  const { title, isEnglish, profile, bounds, fewestToChooseFrom } = choice;
  const texts = readable.map((sentence) => sentence.text);
  if (readable.length < fewestToChooseFrom || fitsWhole(readable, bounds)) return takeLead(readable, bounds);
  const chosen = chooseSentences(measureText(readable, title, isEnglish), profile, bounds);
  return chosen.length > 0 ? chosen.map((at) => texts[at] ?? '') : takeLead(readable, bounds);
}

function fitsWhole(readable: readonly ReadableSentence[], { most, mostWords }: SetBounds): boolean {
  return readable.length <= most && readable.reduce((sum, { wordCount }) => sum + wordCount, 0) <= mostWords;
}

/** From the first sentence that stands for itself, as many as fit; none that leans on one left out. */
function takeLead(sentences: readonly Placed[], { most, mostWords }: SetBounds): string[] {
  const standsAlone = ({ text, place }: Placed): boolean => !(place === 0 ? pointsBackFromStart : pointsBack)(text);
  const start = Math.max(sentences.findIndex(standsAlone), 0);
  const taken: Placed[] = [];
  let words = 0;
  for (const sentence of sentences.slice(start)) {
    const before = taken.at(-1);
    if (before !== undefined && before.place !== sentence.place - 1 && !standsAlone(sentence)) continue;
    words += countWords(sentence.text);
    if (before !== undefined && (words > mostWords || taken.length === most)) break;
    taken.push(sentence);
  }
  return taken.map(({ text }) => text);
}

/** The teaser, or what a text without a single full stop has to say. */
function readRest({ text, teaser }: ReadArticle, bounds: SetBounds): string[] {
  const quotable = (sentence: string): boolean => /[\p{L}\p{N}]/u.test(sentence);
  const ofTeaser = place(splitSentences(teaser).map(trimUnpairedQuotes)).filter(({ text }) => quotable(text));
  if (ofTeaser.length > 0) return takeLead(ofTeaser, bounds);
  return takeLead(
    place(splitSentences(text)).filter((line) => countWords(line.text) >= tellingLine),
    bounds,
  );
}

function place(sentences: readonly string[]): Placed[] {
  return sentences.map((text, at) => ({ text, place: at }));
}

function cutLong(sentence: string): string {
  if (countWords(sentence) <= longestSentence) return sentence;
  const words = sentence.split(' ');
  const isSpaced = words.length > longestSentence;
  const cut = isSpaced ? words.slice(0, longestSentence).join(' ') : cutAt(sentence, longestSentence * 2);
  return cut.replace(/[,;:–—-]$/u, '');
}
