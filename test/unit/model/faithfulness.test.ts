import { describe, expect, it } from 'vitest';
import { checkAnswer } from '../../../src/model/checkAnswer.ts';
import { splitSentences } from '../../../src/reading/splitSentences.ts';
import { type Essay, essays } from '../../support/faithfulness/essays.ts';
import { kinds, reformats, tamper } from '../../support/faithfulness/tamper.ts';
import { cpuTimeOf } from '../sources/cpuTime.ts';

interface Case {
  readonly essay: Essay;
  readonly answer: string;
}

const answersTo = (essay: Essay): string[] => [
  ...splitSentences(essay.text).filter((one) => one.length > 30),
  ...essay.retold,
];

/** Extracts, the retold, and both in other spellings. */
function honest(): Case[] {
  return essays.flatMap((essay) => {
    const plain = answersTo(essay);
    const other = plain.flatMap((answer, at) => {
      const reformat = reformats[at % reformats.length];
      return reformat && reformat(answer) !== answer ? [reformat(answer)] : [];
    });
    const pairs = plain.slice(0, 6).map((answer, at) => `${answer} ${plain[at + 2]}`);
    return [...plain, ...other, ...pairs].map((answer) => ({ essay, answer }));
  });
}

function tampered(): Case[] {
  return essays.flatMap((essay, number) =>
    answersTo(essay).flatMap((answer, at) =>
      kinds.flatMap((kind) => {
        const changed = tamper(answer, essay, kind, number * 31 + at * 7);
        return changed === undefined ? [] : [{ essay, answer: changed }];
      }),
    ),
  );
}

const refusals = (cases: readonly Case[]) =>
  cases
    .map(({ essay, answer }) => ({ answer, faults: checkAnswer(answer, essay) }))
    .filter(({ faults }) => faults.length > 0);

describe('the check of answers', () => {
  it('refuses at least 95 of 100 that have one fact changed', () => {
    const cases = tampered();
    const refused = new Set(refusals(cases).map(({ answer }) => answer));
    const missed = cases.filter(({ answer }) => !refused.has(answer)).map(({ answer }) => answer);
    expect(cases.length).toBeGreaterThanOrEqual(200);
    expect(missed.length / cases.length, missed.join('\n')).toBeLessThanOrEqual(0.05);
  });

  it('refuses at most 5 of 100 honest ones', () => {
    const cases = honest();
    const wrong = refusals(cases);
    expect(cases.length).toBeGreaterThanOrEqual(200);
    expect(wrong.length / cases.length, JSON.stringify(wrong, null, 1)).toBeLessThanOrEqual(0.05);
  });
});

it.each(['1, ', '1-', '1 and ', '1.2 million, '])('takes no time over an article that is a table: %s', (piece) => {
  const article = { title: 'A table', text: piece.repeat(5_000) };
  expect(cpuTimeOf(() => checkAnswer('The society counts 5 members of 12.', article))).toBeLessThan(1_000_000);
});
