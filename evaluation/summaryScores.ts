// How good summaries are: agreement with a person's, beside the first sentences of the same articles; whether they are verbatim;
// whether a sentence was torn from the one it leans on.

import { cleanText } from '../src/reading/cleanText.ts';
import { splitSentences } from '../src/reading/splitSentences.ts';
import { type Rouge, tokenise } from './rouge.ts';
import { seededRandom } from './seededRandom.ts';
import { type DataLine, scoreAgainst } from './training/examples.ts';

/** One article's summary, judged. */
export interface Judged {
  readonly ours: Rouge;
  /** Of the first three sentences, or of the first one where one is wanted. */
  readonly lead: Rouge;
  readonly isVerbatim: boolean;
  readonly dangles: boolean;
  readonly words: number;
  readonly sentences: number;
}

const danglingOpener =
  /^[^\p{L}\p{N}]*(?:he|she|it|they|his|her|their|its|this|that|these|those|him|them|but|and|so|however|also|then|still|meanwhile|instead)(?![\p{L}\p{N}])/iu;

export function judge({ text, reference }: DataLine, summary: readonly string[]): Judged {
  const score = scoreAgainst(reference);
  const all = splitSentences(text);
  const lead = cleanText(text).split('\n').flatMap(splitSentences);
  return {
    ours: score(summary.map(tokenise)),
    lead: score(lead.slice(0, typeof reference === 'string' ? 3 : 1).map(tokenise)),
    isVerbatim: isVerbatim(text, summary),
    dangles: summary.some(
      (sentence, at) => danglingOpener.test(sentence) && !isFirstOrFollows(all, sentence, summary[at - 1]),
    ),
    words: summary.join(' ').split(' ').length,
    sentences: summary.length,
  };
}

/** Each sentence stands in the text after the one before it, white space aside. */
function isVerbatim(text: string, summary: readonly string[]): boolean {
  const squeezed = text.replace(/\s+/g, ' ');
  let from = 0;
  for (const sentence of summary) {
    const at = squeezed.indexOf(sentence, from);
    if (at < 0) return false;
    from = at + sentence.length;
  }
  return true;
}

function isFirstOrFollows(all: readonly string[], sentence: string, before: string | undefined): boolean {
  const at = all.findIndex((each) => each.includes(sentence));
  return at === 0 || (before !== undefined && (all[at - 1] ?? '').includes(before));
}

const samplings = 1000;
const seed = 1;
const measures = ['rouge1', 'rouge2', 'rougeL'] as const;

/** Means × 100 with 95 % bootstrap intervals over articles; differences are paired. */
export function report(judged: readonly Judged[]) {
  const random = seededRandom(seed);
  const draws = Array.from({ length: samplings }, () => judged.map(() => Math.floor(random() * judged.length)));
  const estimate = (of: (one: Judged) => number) => {
    const values = judged.map(of);
    const means = draws.map((draw) => mean(draw.map((at) => values[at] ?? 0))).sort((a, b) => a - b);
    return [mean(values), means[Math.floor(samplings * 0.025)] ?? 0, means[Math.floor(samplings * 0.975)] ?? 0].map(
      percent,
    );
  };
  const each = (of: (one: Judged, measure: keyof Rouge) => number) =>
    Object.fromEntries(measures.map((measure) => [measure, estimate((one) => of(one, measure))]));
  return {
    articles: judged.length,
    seed,
    ours: each(({ ours }, measure) => ours[measure]),
    lead: each(({ lead }, measure) => lead[measure]),
    difference: each(({ ours, lead }, measure) => ours[measure] - lead[measure]),
    verbatimPercent: percent(mean(judged.map(({ isVerbatim }) => Number(isVerbatim)))),
    danglingPercent: percent(mean(judged.map(({ dangles }) => Number(dangles)))),
    words: Number(mean(judged.map(({ words }) => words)).toFixed(1)),
    sentences: Number(mean(judged.map(({ sentences }) => sentences)).toFixed(2)),
  };
}

function percent(share: number): number {
  return Number((share * 100).toFixed(2));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
}
