// The stem of an English word by Porter's rules, remembered: what an article is about and what resembles it ask for the same words.

import { stemmer } from 'stemmer';

/** Stems that are remembered; stemming is the slowest step of reading. Emptied when full. */
const memoryLimit = 20_000;
/** Longer words are rare; V8 has each as a part of its text, which would be kept with it. Letters. */
const longestRemembered = 12;

const memory = new Map<string, string>();

/** @param word in lower case */
export function stem(word: string): string {
  if (word.length > longestRemembered) return stemmer(word);
  const known = memory.get(word);
  if (known !== undefined) return known;
  if (memory.size === memoryLimit) memory.clear();
  const made = stemmer(word);
  memory.set(word, made);
  return made;
}
