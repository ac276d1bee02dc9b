// An answer that repeats a sentence of the article almost word for word, with one fact in it exchanged for another: every part may
// occur in the article, and yet the sentence says something it does not say. Laid side by side, the exchange shows.

import { splitSentences } from '../reading/splitSentences.ts';
import { formsOf, isCapitalised } from './nameFaults.ts';
import { isOrdinary } from './ordinaryWords.ts';
import { fold, listWords, plainSigns, type Word } from './plainSigns.ts';
import { listQuantities } from './quantities.ts';
import { sameNames } from './sameNames.ts';

/** Share of a sentence's words that the article's sentence must have, too, to count as its source. */
const likeness = 0.7;
/** A shorter sentence resembles too many. Words. */
const fewestWords = 6;
/** A longer exchange is another wording. Words. */
const longestExchange = 3;

const opposites: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:ris|rose|increas|grow|grew|gain|climb|up$)/u, /^(?:fall|fell|decreas|declin|shr[iau]nk|los[est]|drop|down$)/u],
  [
    /^(?:more|higher|larger|greater|above|over|stronger|bigger)$/u,
    /^(?:less|fewer|lower|smaller|below|under|weaker)$/u,
  ],
  [/^(?:before|earlier|first)$/u, /^(?:after|later|last)$/u],
  [/^(?:highest|largest|best|most|biggest)$/u, /^(?:lowest|smallest|worst|least)$/u],
  [/^(?:support|accept|approv|allow|agree|welcom)/u, /^(?:oppos|reject|refus|forb[ai]d|disagree|condemn)/u],
  [/^import/u, /^export/u],
  [/^(?:always|all|every)$/u, /^(?:never|no|none)$/u],
  [/^(?:win|won|succeed|succes)/u, /^(?:los[et]|lost|fail)/u],
];
const title = /^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|President|Minister|Judge|Justice)$/u;
const negation = /^(?:not|no|never|cannot|\p{L}+n't)$/u;

/** Both with plain signs. @returns each exchange, as `new for old` */
export function findAlterations(answer: string, article: string): string[] {
  const sources = splitSentences(article).map((sentence) => listWords(plainSigns(sentence)));
  const sourceKeys = sources.map((words) => words.map(keyOf));
  return splitSentences(answer).flatMap((sentence) => {
    const words = listWords(plainSigns(sentence));
    const keys = words.map(keyOf);
    const at = findSource(keys, sourceKeys);
    const [source, theirs] = [sources[at], sourceKeys[at]];
    return source && theirs ? listExchanges(words, keys, source, theirs) : [];
  });
}

/** Where the sentence most like this one is; -1 where none is like it. */
function findSource(keys: readonly string[], sources: readonly (readonly string[])[]): number {
  if (keys.length < fewestWords) return -1;
  let [best, shared] = [-1, Math.ceil(keys.length * likeness) - 1];
  for (const [at, source] of sources.entries()) {
    const known = new Set(source);
    const count = keys.filter((key) => known.has(key)).length;
    if (count > shared) [best, shared] = [at, count];
  }
  return best;
}

function listExchanges(
  words: readonly Word[],
  keys: readonly string[],
  source: readonly Word[],
  theirs: readonly string[],
): string[] {
  const pairs = [...align(keys, theirs), [keys.length, theirs.length] as const];
  const found: string[] = [];
  let [left, right] = [0, 0];
  for (const [own, other] of pairs) {
    const [said, read] = [words.slice(left, own), source.slice(right, other)];
    if (isExchange(said, read)) found.push(`${textOf(said)} for ${textOf(read)}`);
    [left, right] = [own + 1, other + 1];
  }
  return found;
}

function isExchange(said: readonly Word[], read: readonly Word[]): boolean {
  if (said.length > longestExchange || read.length > longestExchange) return false;
  const [denied, denies] = [read, said].map((words) => words.some(({ text }) => negation.test(text.toLowerCase())));
  if (denied !== denies && said.length + read.length <= 2) return true;
  if (said.length === 0 || read.length === 0) return false;
  if (said.some(({ text }) => read.some((other) => areOpposites(text, other.text)))) return true;
  if (said.length !== read.length) return false;
  return said.every(({ text }, at) => areDifferentFacts(text, read[at]?.text ?? ''));
}

function areOpposites(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return opposites.some(([up, down]) => (up.test(a) && down.test(b)) || (down.test(a) && up.test(b)));
}

/** Two numbers of different value, or two names that are not the same. */
function areDifferentFacts(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) =>
    listQuantities(text).flatMap(({ readings }) => readings.map(({ value }) => value)),
  );
  if (a?.length && b?.length) return !a.some((value) => b.includes(value));
  if (![one, other].every((text) => isCapitalised(text) && !title.test(text) && !isOrdinary(text.toLowerCase())))
    return false;
  const [ours, theirs] = [formsOf(one), formsOf(other)].map((forms) => forms.flatMap(sameNames));
  return !ours?.some((form) => theirs?.includes(form)) && fold(one).slice(0, 4) !== fold(other).slice(0, 4);
}

/** Pairs of places with the same word, in the order of both: a longest common subsequence. */
function align(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (row: number, column: number): number => lengths[row]?.[column] ?? 0;
  for (let row = a.length - 1; row >= 0; row -= 1)
    for (let column = b.length - 1; column >= 0; column -= 1) {
      const line = lengths[row];
      if (line)
        line[column] =
          a[row] === b[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  const pairs: (readonly [number, number])[] = [];
  for (let [row, column] = [0, 0]; row < a.length && column < b.length; ) {
    if (a[row] === b[column]) {
      pairs.push([row, column]);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}

function keyOf({ text }: Word): string {
  return fold(text.replace(/'s?$/u, '').replace(/[.-]/gu, ''));
}

function textOf(words: readonly Word[]): string {
  return words.length === 0 ? 'nothing' : words.map(({ text }) => text).join(' ');
}
