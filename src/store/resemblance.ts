// How near a title is to what a person is typing: autocomplete forgives accents, word order and a wrong letter.

/** Compared without accents and case. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

export function wordsOf(text: string): string[] {
  return folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Below this share of common trigrams two words are not meant to be the same. */
const leastLikeness = 0.5;

/** @returns 0 for no resemblance, above it the nearer the greater; 3 where the title begins with what was typed */
export function resemblance(typed: string, title: string): number {
  if (folded(title).startsWith(folded(typed).trim())) return 3;
  const typedWords = wordsOf(typed);
  const titleWords = wordsOf(title);
  if (typedWords.every((word) => titleWords.some((other) => other.startsWith(word)))) return 2;
  let sum = 0;
  for (const word of typedWords) {
    const best = Math.max(0, ...titleWords.map((other) => likeness(word, other)));
    if (best < leastLikeness) return 0;
    sum += best;
  }
  return sum / typedWords.length;
}

/** Share of the trigrams of `word` that `other` has, from 0 to 1; 1 where one begins with the other. */
function likeness(word: string, other: string): number {
  if (other.startsWith(word)) return 1;
  const own = trigramsOf(word);
  const theirs = trigramsOf(other);
  let common = 0;
  for (const trigram of own) if (theirs.has(trigram)) common += 1;
  return common / own.size;
}

function trigramsOf(word: string): Set<string> {
  const padded = `  ${word} `;
  const trigrams = new Set<string>();
  for (let start = 0; start + 3 <= padded.length; start += 1) trigrams.add(padded.slice(start, start + 3));
  return trigrams;
}
