// Curated posts: the society recommends an article somebody else wrote, and quotes from it. Found by an opening sentence
// that names the source, followed by long text in quotation marks; without both nothing is claimed.

import { countWords, squeeze } from './plainText.ts';
import { splitSentences } from './splitSentences.ts';

/** Whose article a curated post quotes. */
export interface QuotedSource {
  readonly name: string;
  readonly title?: string;
  readonly url?: string;
}

/** Sentences at the beginning that may name the source. */
const openingSentences = 5;

/** Words in quotation marks from which a post counts as quoting an article rather than a person. */
const fewestQuotedWords = 60;

/** Words of a name at most. */
const nameWords = 10;

const framing =
  /\b(?:this|an?|the|in this|following|recent) (?:\p{L}+ ){0,2}(?:articles?|essay|report|post|piece|paper|study|analysis|interview|column|brief|briefing|commentary)(?: published)? (?:from|by|in|of) /iu;

const inner = new Set([
  'of',
  'the',
  'for',
  'and',
  'on',
  '&',
  'de',
  'la',
  'du',
  'des',
  'für',
  'und',
  'in',
  'del',
  'der',
]);

/** The source that a curated post quotes; undefined for an article of the society's own. */
export function findQuotedSource(text: string): QuotedSource | undefined {
  const sentence = findFramingSentence(text);
  if (sentence === undefined) return undefined;
  const match = framing.exec(sentence);
  const name = match === null ? '' : readName(sentence.slice(match.index + match[0].length));
  if (name === '') return undefined;
  const title = /“([^“”]{4,150})”/u.exec(sentence)?.[1] ?? findTitle(text);
  const url = /https?:\/\/[^\s<>"'“”)\]]{4,500}/iu.exec(text.slice(0, 2000))?.[0];
  return { name, ...(title === undefined ? {} : { title }), ...(url === undefined ? {} : { url }) };
}

/** The society's own sentence that says whose article this is. */
export function findFramingSentence(text: string): string | undefined {
  if (countQuotedWords(text) < fewestQuotedWords) return undefined;
  const found = splitSentences(text.slice(0, 4000))
    .slice(0, openingSentences)
    .find((sentence) => framing.test(sentence.slice(0, 400)) && !/^["“«„]/u.test(sentence));
  const match = found === undefined ? null : framing.exec(found);
  return found !== undefined && match !== null && readName(found.slice(match.index + match[0].length)) !== ''
    ? found
    : undefined;
}

/** Words between quotation marks, a mark that opens again before each paragraph included. */
function countQuotedWords(text: string): number {
  let quoted = 0;
  let from: number | undefined;
  const plain = squeeze(text);
  for (const match of plain.matchAll(/["“”«»„]/gu)) {
    const mark = match[0];
    const isOpening = mark === '"' ? from === undefined : mark !== '”' && mark !== '»';
    if (isOpening) from ??= match.index;
    else if (from !== undefined) {
      quoted += countWords(plain.slice(from, match.index));
      from = undefined;
    }
  }
  return quoted;
}

/** `the Council on Foreign Relations breaks down …` → `Council on Foreign Relations`. */
function readName(rest: string): string {
  const name: string[] = [];
  for (const word of rest.split(' ', nameWords)) {
    const bare = word.replace(/[,;:.]$/u, '').replace(/['’]s$/u, '');
    if (!/^[\p{Lu}\d&]/u.test(bare) && !inner.has(bare)) break;
    name.push(bare);
    if (bare !== word) break;
  }
  while (inner.has(name[0] ?? '')) name.shift();
  while (inner.has(name.at(-1) ?? '')) name.pop();
  return name.join(' ');
}

/** What follows "The full article is here:" on its line, as when a link's text is the title. */
function findTitle(text: string): string | undefined {
  const found =
    /\b(?:full|complete|whole|entire|original) (?:article|text|essay|report|piece|paper|study)\b[^\n]{0,60}\b(?:here|below): ?\[?([^\n[\]]{4,150})/iu.exec(
      text.slice(0, 4000),
    )?.[1];
  const title = found?.trim() ?? '';
  return title === '' || /^https?:|[.:]$/iu.test(title) ? undefined : title;
}
