// Articles → the question that opens the discussion of each, and what is wrong with its form. The articles count as those of one
// server within a month, so that no question is asked twice.

import { questionFaults } from '../src/reading/questionFaults.ts';
import { starterQuestion } from '../src/reading/starterQuestion.ts';
import { readLines } from './readLines.ts';

interface Article {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
  readonly language?: string;
}

export async function* evaluateQuestions(input: string): AsyncIterable<unknown> {
  const asked = new Set<string>();
  for await (const { id, title = '', text, language } of readLines<Article>(input)) {
    const article = { title, text, teaser: '', ...(language === undefined ? {} : { language }) };
    const question = starterQuestion(article, { avoid: asked });
    const repeated = asked.has(question) ? ['was asked before'] : [];
    asked.add(question);
    yield { id, question, faults: [...questionFaults(question, article), ...repeated] };
  }
}
