// Text → sentences, for news and scholarship. A blank line always parts; a full stop parts unless it belongs to an
// abbreviation, an initial, a number, an address or an ellipsis. One pass over words, so the time is linear.
// Invariant: each sentence is a substring of the text after squeezing white space, in its order.

import {
  afterOrdinal,
  postpositiveAbbreviations,
  prepositiveAbbreviations,
  sentenceStarters,
} from './abbreviations.ts';
import { listParagraphs, trimClosers, trimOpeners } from './plainText.ts';

/** Sentences that are returned at most. */
export const sentenceLimit = 1000;

/** A bracket that did not close after this many words is taken for a slip. */
const bracketWords = 40;

/** Words of a reference such as (Smith 55) after a quotation. */
const referenceWords = 6;

/** The sentences of a text; a line without final punctuation (a heading) is one of its own. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  for (const lines of listParagraphs(text)) {
    for (const line of lines) {
      for (const sentence of splitLine(line)) {
        if (sentences.length === sentenceLimit) return sentences;
        sentences.push(sentence);
      }
    }
  }
  return sentences;
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A line of this many characters without a single capital is written small throughout, as some archives keep their texts. */
const smallLine = 80;

function* splitLine(line: string): Generator<string> {
  const isSmall = line.length >= smallLine && !/\p{Lu}/u.test(line);
  const words = listWords(line);
  let first = 0;
  let depth = 0;
  let openedAt = 0;
  for (const [at, word] of words.entries()) {
    const change = countBrackets(word.text);
    if (depth === 0 && change > 0) openedAt = at;
    depth = Math.max(0, depth + change);
    if (depth > 0 && at - openedAt > bracketWords) depth = 0;
    const next = words[at + 1];
    if (next === undefined) yield line.slice(words[first]?.start, word.end);
    else if ((depth === 0 && endsSentence(words, first, at, isSmall)) || startsItem(words, first, at + 1)) {
      yield line.slice(words[first]?.start, word.end);
      first = at + 1;
      depth = 0;
    }
  }
}

/** Words between spaces; a missing space after a full stop ("world.Today") and East Asian stops part words too. */
function listWords(line: string): Word[] {
  const words: Word[] = [];
  let from = 0;
  for (const token of line.split(' ')) {
    let start = 0;
    if (!/[.!?。！？]./u.test(token)) {
      words.push({ text: token, start: from, end: from + token.length });
      from += token.length + 1;
      continue;
    }
    const isAddress = /[@/]|www\./iu.test(token);
    const inner = isAddress
      ? /[。！？][」』”’）]?(?=.)/gu
      : /[。！？][」』”’）]?(?=.)|(?<=\p{Ll}\p{Ll}|\d)[.!?](?=\p{Lu}\p{Ll})/gu;
    for (const match of token.matchAll(inner)) {
      const end = match.index + match[0].length;
      words.push({ text: token.slice(start, end), start: from + start, end: from + end });
      start = end;
    }
    words.push({ text: token.slice(start), start: from + start, end: from + token.length });
    from += token.length + 1;
  }
  return words;
}

function countBrackets(word: string): number {
  let change = 0;
  for (const character of word) {
    if (character === '(' || character === '[') change += 1;
    else if (character === ')' || character === ']') change -= 1;
  }
  return change;
}

function endsSentence(words: readonly Word[], first: number, at: number, isSmall: boolean): boolean {
  const word = words[at]?.text ?? '';
  const next = words[at + 1]?.text ?? '';
  const core = trimClosers(word);
  const nextCore = trimOpeners(next);
  const mark = core.at(-1) ?? '';
  if (/[。！？؟]/u.test(mark)) return true;
  if (isSmall && core === '' && word !== '' && !/^[([]/u.test(word)) return /^[.!?]$/u.test(words[at - 1]?.text ?? '');
  if (
    !/[.!?…]/u.test(mark) ||
    (!isSmall && /^\p{Ll}/u.test(nextCore)) ||
    /^[.,;:…]/u.test(next) ||
    word.startsWith('[')
  )
    return false;
  if (!/^[\p{L}\p{N}$€£¥#@•]/u.test(nextCore)) return nextCore === '' && next !== '' ? false : mark !== '.';
  if (isReference(words, at)) return false;
  if (mark !== '.') return true;
  if (core === '.') return [1, 4].includes(countLoneStops(words, at)) && at > first;
  return endsAtStop(words, first, at, trimOpeners(core.slice(0, -1)), nextCore);
}

function endsAtStop(words: readonly Word[], first: number, at: number, word: string, next: string): boolean {
  const lower = word.toLowerCase();
  const nextWord = (/^[\p{L}'’]{1,20}/u.exec(next)?.[0] ?? '').toLowerCase();
  const begins = sentenceStarters.has(nextWord.split(/['’]/u)[0] ?? '');
  const before = words[at - 1]?.text ?? '';
  const opensItem = at === first || (at === first + 1 && isBullet(before));
  if (opensItem && isMarker(`${isBullet(word) ? word.slice(1) : word}.`)) return false;
  if (/^\p{Lu}$/u.test(word)) return begins || (word === 'I' && /^\p{Ll}/u.test(before));
  if (/^\p{Ll}$/u.test(word) || prepositiveAbbreviations.has(lower)) return false;
  if (lower === 'no' && /^\d/u.test(next)) return false;
  if (/^[ap]\.m$/u.test(lower)) return begins || (prepositiveAbbreviations.has(nextWord) && at - first > 4);
  if (/^(?:\p{L}{1,2}\.){1,5}\p{L}{1,2}$/u.test(word)) return begins;
  if (isPostpositive(word)) return begins;
  return !(/^\d{1,2}$/u.test(word) && afterOrdinal.has(nextWord));
}

/** `Inc`, `30-Aug`; not `sun`, which is one only as `Sun`. */
function isPostpositive(word: string): boolean {
  const last = word.slice(word.lastIndexOf('-') + 1);
  return postpositiveAbbreviations.has(last.toLowerCase()) && /^(?:\p{Lu}|etc|al|co|est|usw)/u.test(last);
}

function countLoneStops(words: readonly Word[], at: number): number {
  let count = 0;
  while (count <= 4 && trimClosers(words[at - count]?.text ?? '') === '.') count += 1;
  return count;
}

/** `… parallel stairways.” (Smith 55).`: the bracket belongs to what it follows. */
function isReference(words: readonly Word[], at: number): boolean {
  if (!(words[at + 1]?.text ?? '').startsWith('(')) return false;
  for (let ahead = at + 1; ahead <= at + referenceWords; ahead += 1) {
    const word = words[ahead]?.text ?? '';
    if (word.endsWith(').')) return !word.endsWith('.).');
    if (word.includes(')')) return false;
  }
  return false;
}

function isBullet(word: string): boolean {
  return /^[•⁃▪◦‣]/u.test(word);
}

function isMarker(word: string): boolean {
  return /^(?:\d{1,2}|\p{Ll})(?:[.)]|\.\))$/u.test(word);
}

/** Whether the word at `at` begins the next item of the list whose item begins at `first`. */
function startsItem(words: readonly Word[], first: number, at: number): boolean {
  const word = words[at]?.text ?? '';
  if (isBullet(word)) return true;
  const marker = words[first]?.text ?? '';
  if (!isMarker(word) || !isMarker(marker) || at === first) return false;
  const [from, to] = [Number.parseInt(marker, 10), Number.parseInt(word, 10)];
  return Number.isNaN(from) ? (word.codePointAt(0) ?? 0) === (marker.codePointAt(0) ?? 0) + 1 : to === from + 1;
}
