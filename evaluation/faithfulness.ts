// Summaries by somebody else → would the bot show them? The check that every answer of a language model has to pass.

import { checkAnswer } from '../src/model/checkAnswer.ts';
import { readLines } from './readLines.ts';

export async function* evaluateFaithfulness(input: string): AsyncIterable<unknown> {
  for await (const { id, title = '', text, summary } of readLines<Line>(input)) {
    const faults = checkAnswer(summary, { title, text });
    yield { id, accepted: faults.length === 0, faults };
  }
}

interface Line {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
  readonly summary: string;
}
