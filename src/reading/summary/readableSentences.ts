// The sentences of an article that may stand in a summary, each with its place among all its sentences.

import { listSentences } from '../cleanText.ts';
import { countWords, hasFinalPunctuation, squeeze } from '../plainText.ts';

/** A sentence that may be quoted. */
export interface ReadableSentence {
  /** Verbatim, quotation marks without their partner taken off the ends. */
  readonly text: string;
  /** Place among all sentences of the article, those that may not be quoted counted too. */
  readonly place: number;
  readonly wordCount: number;
}

/** A shorter one says nothing. Words. */
const shortestSentence = 4;

/** Words of a heading that asks. */
const headingWords = 10;

/** Of a longer article its beginning and its end are read; the square of this number bounds the time. */
const limits = { beginning: 120, end: 30 };

let last:
  | { readonly text: string; readonly title: string; readonly sentences: readonly ReadableSentence[] }
  | undefined;

/**
 * The last answer is kept: the summary, the figures and the question of an article each ask for its sentences.
 *
 * @param title a line that repeats it is no sentence of the article
 */
export function listReadable(text: string, title: string): readonly ReadableSentence[] {
  if (last?.text !== text || last.title !== title) last = { text, title, sentences: findReadable(text, title) };
  return last.sentences;
}

function findReadable(text: string, title: string): ReadableSentence[] {
  const heading = squeeze(title).toLowerCase();
  const readable: ReadableSentence[] = [];
  let place = 0;
  const lines = listSentences(text);
  for (const sentences of lines) {
    const isHeading = lines.length > 1 && sentences.length === 1 && isAsking(sentences[0]);
    for (const sentence of sentences) {
      if (sentence !== undefined && !isHeading && sentence.toLowerCase() !== heading) {
        const trimmed = trimUnpairedQuotes(sentence);
        const wordCount = countWords(trimmed);
        const isReadable = hasFinalPunctuation(sentence) && wordCount >= shortestSentence && !isFurniture(trimmed);
        if (isReadable) readable.push({ text: trimmed, place, wordCount });
      }
      place += 1;
    }
  }
  const { beginning, end } = limits;
  return readable.length <= beginning + end ? readable : [...readable.slice(0, beginning), ...readable.slice(-end)];
}

/** A short question alone on its line is a heading. */
function isAsking(line = ''): boolean {
  return line.endsWith('?') && countWords(line) <= headingWords;
}

const furnitureStart =
  /^(?:scroll down|click (?:here|below|on)|watch (?:the|this|more)|see also|read more|for more (?:on|from|information)|for confidential|(?:editor|author)['’]s note|(?:follow|like|join) (?:@|us|him|her|me|them)|share your|tell us|the opinions expressed|copyright|all rights|pictured:|photos?:|image:|video:|updated? ?:)/iu;
const furnitureEnd =
  /(?:contributed to this (?:report|story|article)|all rights reserved|scroll down for (?:video|more)|on twitter(?: at)? @\S+)\.?$/iu;

/** What a site says around an article within its lines. */
function isFurniture(sentence: string): boolean {
  return furnitureStart.test(sentence.slice(0, 60)) || furnitureEnd.test(sentence.slice(-80));
}

/** A quotation that opens in one sentence and closes in another leaves a mark alone; at an edge it is taken off. */
export function trimUnpairedQuotes(sentence: string): string {
  let trimmed = sentence;
  if (/^["“«„]/u.test(trimmed) && !isPaired(trimmed)) trimmed = trimmed.slice(1).trimStart();
  if (/["”»]$/u.test(trimmed) && !isPaired(trimmed)) trimmed = trimmed.slice(0, -1).trimEnd();
  return trimmed;
}

function isPaired(sentence: string): boolean {
  const count = (marks: RegExp): number => sentence.match(marks)?.length ?? 0;
  return count(/"/gu) % 2 === 0 && count(/[“„]/gu) === count(/”/gu) && count(/«/gu) === count(/»/gu);
}
