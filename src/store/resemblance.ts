// How near a title is to what a person is typing: autocomplete forgives accents, word order and a wrong letter.

/** Scripts that put no space between words: the index has whole clauses of them as one word. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** True for words of a script that the index cannot take apart. */
export function isUnspaced(text: string): boolean {
  return unspaced.test(text);
}

/** Most titles: they are looked through several times faster. */
function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}

/** Compared without accents and case. */
export function folded(text: string): string {
  return isAscii(text) ? text.toLowerCase() : text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

export function wordsOf(text: string): string[] {
  return listWords(folded(text));
}

function listWords(text: string): string[] {
  return text.match(isAscii(text) ? /[a-z\d]+/g : /[\p{L}\p{N}]+/gu) ?? [];
}

/** Below this share of common trigrams two words are not meant to be the same. */
const leastLikeness = 0.5;

/** @returns for a title 0 where it does not resemble `typed`, above it the nearer the greater; 3 where it begins so */
export function resemblanceTo(typed: string): (title: string) => number {
  const beginning = folded(typed).trim();
  const typedWords = wordsOf(typed).map((word) => ({ word, trigrams: trigramsOf(word) }));
  return (title) => {
    const text = folded(title);
    if (text.startsWith(beginning)) return 3;
    const titleWords = listWords(text);
    if (typedWords.every(({ word }) => titleWords.some((other) => other.startsWith(word)))) return 2;
    // Where no space parts the words, what was typed may begin anywhere.
    if (isUnspaced(beginning) && text.includes(beginning)) return 1;
    let sum = 0;
    for (const { word, trigrams } of typedWords) {
      const best = Math.max(0, ...titleWords.map((other) => likeness(word, trigrams, other)));
      if (best < leastLikeness) return 0;
      sum += best;
    }
    return sum / typedWords.length;
  };
}

/** Share of the trigrams of `word` that `other` has, from 0 to 1; 1 where one begins with the other, 0 where it is less than counts. */
function likeness(word: string, own: readonly string[], other: string): number {
  if (other.startsWith(word)) return 1;
  const padded = padding(other);
  const mostMissing = own.length * (1 - leastLikeness);
  let missing = 0;
  for (const trigram of own) {
    if (!padded.includes(trigram)) missing += 1;
    if (missing > mostMissing) return 0;
  }
  return (own.length - missing) / own.length;
}

function trigramsOf(word: string): string[] {
  const padded = padding(word);
  const trigrams = new Set<string>();
  for (let start = 0; start + 3 <= padded.length; start += 1) trigrams.add(padded.slice(start, start + 3));
  return [...trigrams];
}

function padding(word: string): string {
  return `  ${word} `;
}
