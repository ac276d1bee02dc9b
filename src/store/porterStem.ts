// The stem of an English word, as FTS5's tokenizer `porter` cuts it. The index stems by itself; this tells whether it would.

import { stem } from '../kit/stem.ts';

/** @param word in lower case, without accents */
export function porterStem(word: string): string {
  return word.length < 3 || !/^[a-z]+$/.test(word) ? word : stem(word);
}
