// Texts → their sentences.

import { splitSentences } from '../src/reading/splitSentences.ts';
import { readLines } from './readLines.ts';

export async function* evaluateSentences(input: string): AsyncIterable<unknown> {
  for await (const { id, text } of readLines<{ id: string; text: string }>(input)) {
    yield { id, sentences: splitSentences(text) };
  }
}
