// An answer of the model → a text that may be shown, or what is wrong with it.

import type { ModelTextKind } from '../ports/modelTexts.ts';
import { countWords, cutAt, squeeze } from '../reading/plainText.ts';
import { questionFaults } from '../reading/questionFaults.ts';
import { checkAnswer } from './checkAnswer.ts';

interface Read {
  readonly title: string;
  readonly text: string;
  readonly teaser: string;
}

export type Judgement =
  | { readonly kind: 'accepted'; readonly text: string }
  /** At least one fault, in words for the model. */
  | { readonly kind: 'refused'; readonly faults: readonly string[] };

/** Words of a summary, more generous than what is asked for. */
const words: Readonly<Record<Exclude<ModelTextKind, 'question'>, { fewest: number; most: number }>> = {
  short: { fewest: 6, most: 60 },
  standard: { fewest: 15, most: 120 },
  long: { fewest: 40, most: 260 },
};
/** More than the model reads; what follows would only cost time. Characters. */
const sourceLimit = 60_000;
/** Longer answers are not read. Characters. */
const longest = 4_000;

export function judgeAnswer(raw: string, kind: ModelTextKind, article: Read): Judgement {
  // Some models think aloud first.
  const answer = raw
    .slice(0, longest * 10)
    .replace(/^\s*<think>[\s\S]*?<\/think>/u, '')
    .trim();
  if (answer.length > longest) return { kind: 'refused', faults: ['it is far too long'] };
  const text = squeeze(answer);
  const source = { title: article.title, text: cutAt(`${article.teaser}\n\n${article.text}`, sourceLimit) };
  const faults = [
    ...checkAnswer(answer, source),
    ...(kind === 'question' ? questionFaults(text, article) : lengthFaults(text, words[kind])),
  ];
  return faults.length === 0 ? { kind: 'accepted', text } : { kind: 'refused', faults };
}

function lengthFaults(text: string, { fewest, most }: { readonly fewest: number; readonly most: number }): string[] {
  const count = countWords(text);
  return [
    ...(count < fewest ? [`it is too short: ${count} words`] : []),
    ...(count > most ? [`it is too long: ${count} words`] : []),
    ...(/[.!?…]["'”’»)\]]{0,2}$/u.test(text) ? [] : ['it breaks off']),
  ];
}
