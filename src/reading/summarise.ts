// A few sentences of an article, verbatim and in its order: from the beginning, since nothing simple beats an author's own
// opening. A sentence is never cut, save one that is longer than a card can bear.

import { cleanText } from './cleanText.ts';
import { findFramingSentence } from './curatedPost.ts';
import { countWords, hasFinalPunctuation, squeeze } from './plainText.ts';
import { splitSentences } from './splitSentences.ts';

/** What reading/ needs to know of an article. */
export interface ReadArticle {
  readonly title: string;
  readonly text: string;
  readonly teaser: string;
  readonly language?: string;
}

/** Sentences of the article, verbatim and in its order; none when there is nothing to read. `text` is all of them. */
export interface Summary {
  readonly sentences: readonly string[];
  readonly text: string;
}

export type SummaryLength = 'short' | 'standard' | 'long';

/** `enough`: words after which no further sentence is taken once `fewest` are there; `most`: words never exceeded but by the first. */
const budgets: Readonly<Record<SummaryLength, { fewest: number; sentences: number; enough: number; most: number }>> = {
  short: { fewest: 1, sentences: 2, enough: 25, most: 45 },
  standard: { fewest: 3, sentences: 4, enough: 45, most: 90 },
  long: { fewest: 4, sentences: 12, enough: 130, most: 175 },
};

/** A longer sentence is cut. Words. */
const longestSentence = 90;

/** A shorter one says nothing. Words. */
const shortestSentence = 4;

/** Words of a heading that asks. */
const headingWords = 10;

const dangling =
  /^["“‘«(]?(?:he|she|it|they|this|that|these|those|his|her|its|their|such|but|and|or|so|yet|however|still|instead|moreover|furthermore|therefore|thus|hence|also|meanwhile|nevertheless|nonetheless|then|there|another|both|neither|additionally|similarly|conversely|consequently|besides|again)\b/iu;

/** Falls back to the teaser, then to nothing. */
export function summarise(article: ReadArticle, length: SummaryLength): Summary {
  const text = cleanText(article.text);
  const framing = findFramingSentence(text);
  const candidates = listCandidates(text, article.title);
  const sentences = candidates.length > 0 ? pick(candidates, length, framing) : readTeaser(article.teaser, length);
  return { sentences, text: sentences.join(' ') };
}

/** Sentences of a cleaned text that may stand in a summary, quotation marks without their partner taken off. */
function listCandidates(text: string, title: string): string[] {
  const heading = squeeze(title).toLowerCase();
  return text
    .split('\n')
    .flatMap(readLine)
    .filter((sentence) => hasFinalPunctuation(sentence) && sentence.toLowerCase() !== heading)
    .map(trimUnpairedQuotes)
    .filter((sentence) => countWords(sentence) >= shortestSentence);
}

/** A short question alone on its line is a heading. */
function readLine(line: string): string[] {
  const sentences = splitSentences(line);
  return sentences.length === 1 && line.endsWith('?') && countWords(line) <= headingWords ? [] : sentences;
}

function pick(candidates: readonly string[], length: SummaryLength, framing: string | undefined): string[] {
  const { fewest, sentences, enough, most } = budgets[length];
  const opening = candidates.findIndex((sentence) => sentence === framing || !dangling.test(sentence));
  const start = framing === undefined ? Math.max(opening, 0) : Math.max(candidates.indexOf(framing), 0);
  const picked: string[] = [];
  let words = 0;
  for (const sentence of candidates.slice(start)) {
    const isEnough = picked.length >= fewest && words >= enough;
    const size = countWords(sentence);
    if (picked.length > 0 && (isEnough || picked.length === sentences || words + size > most)) break;
    picked.push(cutLong(sentence));
    words += size;
  }
  return picked;
}

function readTeaser(teaser: string, length: SummaryLength): string[] {
  const sentences = splitSentences(teaser)
    .map(trimUnpairedQuotes)
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
  return sentences.length === 0 ? [] : pick(sentences, length, undefined);
}

function cutLong(sentence: string): string {
  if (countWords(sentence) <= longestSentence) return sentence;
  const words = sentence.split(' ');
  const cut =
    words.length > longestSentence ? words.slice(0, longestSentence).join(' ') : sentence.slice(0, longestSentence * 2);
  return `${cut.replace(/[,;:–—-]$/u, '')}…`;
}

/** A quotation that opens in one sentence and closes in another leaves a mark alone; at an edge it is taken off. */
function trimUnpairedQuotes(sentence: string): string {
  let trimmed = sentence;
  if (/^["“«„]/u.test(trimmed) && !isPaired(trimmed)) trimmed = trimmed.slice(1).trimStart();
  if (/["”»]$/u.test(trimmed) && !isPaired(trimmed)) trimmed = trimmed.slice(0, -1).trimEnd();
  return trimmed;
}

function isPaired(sentence: string): boolean {
  const count = (marks: RegExp): number => sentence.match(marks)?.length ?? 0;
  return count(/"/gu) % 2 === 0 && count(/[“„]/gu) === count(/”/gu) && count(/«/gu) === count(/»/gu);
}
