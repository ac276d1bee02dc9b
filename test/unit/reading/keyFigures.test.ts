import { describe, expect, it } from 'vitest';
import { findKeyFigures } from '../../../src/reading/keyFigures.ts';

const figures = (text: string): string[] => findKeyFigures({ title: '', text });

describe('key figures', () => {
  it('are verbatim clauses that say what is measured, in the order of the article', () => {
    expect(
      figures(
        'The port of the island was rebuilt, at a cost of $6.86 billion, after the storm. Nobody was asked. Trade with the mainland grew by 12 per cent, and the ferry carried 40,000 people in its first year.',
      ),
    ).toEqual([
      'The port of the island was rebuilt, at a cost of $6.86 billion',
      'Trade with the mainland grew by 12 per cent',
    ]);
  });

  it('keep a bare number together with the words that explain it', () => {
    expect(figures('Sales of fish rose to record heights in the harbour: 3.4 million.')).toEqual([
      'Sales of fish rose to record heights in the harbour: 3.4 million',
    ]);
  });

  it('take dates, but leave out what leans on another sentence or is somebody’s speech', () => {
    expect(
      figures(
        'He paid $5 million for the ship. “I paid 300 pounds for my boat,” said the fisher. The harbour opened on 3 May after repairs.',
      ),
    ).toEqual(['The harbour opened on 3 May after repairs']);
  });

  it('are none where there are none, and three at most', () => {
    expect(figures('The harbour is quiet. The ships are gone for the winter.')).toEqual([]);
    const many = Array.from({ length: 9 }, (_, at) => `The port of village ${at} costs $${at + 2} million a year.`);
    expect(figures(many.join(' '))).toHaveLength(3);
  });

  it('leave out a clause that is too long to quote', () => {
    expect(figures(`The port ${'and the ship '.repeat(10)}cost $5 million.`)).toEqual([]);
  });
});
