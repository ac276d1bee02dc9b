// A few words of a text around what was searched, the hit between U+0002 and U+0003: those with the most different terms, from the
// beginning of their sentence where they have room. FTS5's own snippet() takes each text apart word by word, which takes longer than
// the search; here only the hits and the words around them are looked at.

import { porterStem } from './porterStem.ts';
import { wordsOf } from './resemblance.ts';
import type { SearchTerm } from './searchWords.ts';

/** Characters in which so many words usually stand as are shown. */
const usualWidth = 150;
/** Hits of one term that are looked at, from the beginning of the text. */
const hitsRead = 50;

const word = /[\p{L}\p{N}\p{M}\p{Co}]+/uy;
const gap = /[^\p{L}\p{N}\p{M}\p{Co}]*/uy;
const wordsShown = /(?:[^\p{L}\p{N}\p{M}\p{Co}]*[\p{L}\p{N}\p{M}\p{Co}]+){0,24}/uy;
const endsInWord = /[\p{L}\p{N}\p{M}\p{Co}]$/u;

interface Hit {
  readonly start: number;
  readonly end: number;
  readonly term: SearchTerm;
}

/** Where the text has no hit, its beginning. @param isUnfinished whether the last word may go on */
export function snippetOf(text: string, terms: readonly SearchTerm[], isUnfinished: boolean): string {
  const plain = foldedInPlace(text);
  const hits = terms
    .flatMap((term) => findHits(plain, term, isUnfinished && term === terms.at(-1)))
    .sort((left, right) => left.start - right.start);
  const from = startOf(text, mostTelling(hits, terms.length));
  const to = skip(text, wordsShown, from);
  const isAtEnd = skip(text, gap, to) === text.length;
  let shown = from > 0 ? '…' : '';
  let at = from;
  for (const { start, end } of hits) {
    if (start < at || end > to) continue;
    shown += `${text.slice(at, start)}\u0002${text.slice(start, end)}\u0003`;
    at = end;
  }
  return shown + (isAtEnd ? text.slice(at) : `${text.slice(at, to)}…`);
}

/** Without accents and case, each character in its place. */
function foldedInPlace(text: string): string {
  const unaccented = text.replace(/[^\0-\x7f]/g, (sign) => {
    const bare = sign.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    return bare.length === 1 ? bare : sign;
  });
  return unaccented.toLowerCase();
}

function findHits(text: string, term: SearchTerm, mayGoOn: boolean): Hit[] {
  const stems = wordsOf(term.words).map(porterStem);
  const [first = ''] = stems;
  // A stem may end in another letter than its words: "party" and "parti", "hoping" and "hope".
  const beginning = first.length > 2 ? first.slice(0, -1) : first;
  const hits: Hit[] = [];
  if (beginning === '') return hits;
  for (let at = text.indexOf(beginning); at >= 0 && hits.length < hitsRead; at = text.indexOf(beginning, at + 1)) {
    if (at > 0 && endsInWord.test(text[at - 1] ?? '')) continue;
    const end = findEnd(text, at, stems, mayGoOn);
    if (end !== undefined) hits.push({ start: at, end, term });
  }
  return hits;
}

/** Where words with these stems end that begin at `start`. */
function findEnd(text: string, start: number, stems: readonly string[], mayGoOn: boolean): number | undefined {
  let end = start;
  for (const [index, stem] of stems.entries()) {
    const begin = index === 0 ? start : skip(text, gap, end);
    end = skip(text, word, begin);
    const own = porterStem(text.slice(begin, end));
    const fits = mayGoOn && index === stems.length - 1 ? own.startsWith(stem) : own === stem;
    if (!fits) return undefined;
  }
  return end;
}

/** Those that stand together and are of the most terms; the first such. */
function mostTelling(hits: readonly Hit[], termCount: number): readonly Hit[] {
  let best: readonly Hit[] = [];
  let most = 0;
  for (const [index, { start }] of hits.entries()) {
    const beyond = hits.findIndex(({ end }, other) => other > index && end - start > usualWidth);
    const near = hits.slice(index, beyond < 0 ? hits.length : beyond);
    const count = new Set(near.map(({ term }) => term)).size;
    if (count > most) [best, most] = [near, count];
    if (most === termCount) break;
  }
  return best;
}

/** Where a snippet with these hits begins: with their sentence, else as far before them as after. */
function startOf(text: string, hits: readonly Hit[]): number {
  const [first] = hits;
  const last = hits.at(-1);
  if (!first || !last || text.length <= usualWidth) return 0;
  const earliest = Math.max(0, first.start - usualWidth);
  const before = text.slice(earliest, first.start);
  const ended = [...before.matchAll(/[.:]\s+/g)].at(-1);
  const sentence = ended ? earliest + ended.index + ended[0].length : earliest;
  if ((ended || earliest === 0) && skip(text, wordsShown, sentence) >= last.end) return sentence;
  const near = before.slice(before.length - Math.max(0, usualWidth - (last.end - first.start)) / 2);
  const parted = /\s+/.exec(near);
  return first.start - near.length + (parted ? parted.index + parted[0].length : 0);
}

/** Where what `sign` matches at `at` ends; `at` where it matches nothing. */
function skip(text: string, sign: RegExp, at: number): number {
  sign.lastIndex = at;
  return sign.test(text) ? sign.lastIndex : at;
}
