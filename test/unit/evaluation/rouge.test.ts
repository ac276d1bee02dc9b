import { describe, expect, it } from 'vitest';
import { createRouge, tokenise } from '../../../evaluation/rouge.ts';

const score = (reference: string[], summary: string[]) => {
  const { rouge1, rouge2, rougeL } = createRouge(reference.map(tokenise))(summary.map(tokenise));
  return [rouge1, rouge2, rougeL].map((figure) => Number(figure.toFixed(4)));
};

describe('ROUGE', () => {
  it('counts by hand: five of six words, three of five pairs, a sequence of five', () => {
    expect(score(['The cat was on the mat.'], ['The cat sat on the mat.'])).toEqual([0.8333, 0.6, 0.8333]);
  });

  it('knows the example of its author: the union of sequences is four of five words of the reference', () => {
    // Lin 2004, section 3.2: w1 w2 w3 w4 w5 against w1 w2 w6 w7 w8 and w1 w3 w8 w9 w5. Recall 4/5, precision 4/10.
    expect(score(['w1 w2 w3 w4 w5'], ['w1 w2 w6 w7 w8', 'w1 w3 w8 w9 w5'])[2]).toBe(Number(((2 * 4) / 15).toFixed(4)));
  });

  it('takes words by their stems, and counts a repeated word once for each time it is wanted', () => {
    expect(score(['economies growing'], ['Economy grows'])).toEqual([1, 1, 1]);
    expect(score(['ship'], ['ship ship ship'])[0]).toBe(0.5);
  });

  it('is nothing where there is nothing', () => {
    expect(score(['a ship'], [])).toEqual([0, 0, 0]);
    expect(score([''], ['a ship'])).toEqual([0, 0, 0]);
  });
});
