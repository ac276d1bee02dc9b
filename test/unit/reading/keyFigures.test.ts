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

  it.each([
    'Nobody in the harbour, where for years the boats had come and gone as the wind would have it, wanted to pay, for a ship worth 60 million, what the captain asked.',
    'The mayor of Tarn, 54, passed the bridge.',
    'Ask them in the harbour: they paid $5 million for it.',
    'We are glad to have been given 40,000 euros.',
    'A 2031 study entitled “Ropes”, which few have read, is out.',
  ])('leave out what does not make sense alone: %s', (text) => {
    expect(figures(text)).toEqual([]);
  });

  it.each([
    ['For a ship worth 60 million, the harbour stayed open.', 'For a ship worth 60 million, the harbour stayed open'],
    ['The captain, who moved north in 2009, is content.', 'The captain, who moved north in 2009, is content'],
    ['Edda Marwick, 54, owns ships worth $3 million.', 'Edda Marwick, 54, owns ships worth $3 million'],
  ])('keep the clause that a piece belongs to: %s', (text, figure) => {
    expect(figures(text)).toEqual([figure]);
  });

  it('are whole sentences in another language', () => {
    const german =
      'Der Hafen ist alt und die Stadt ist es auch, aber nicht alle wollen das sehen. Die neue Fähre kostet, wie es heißt, 12 % mehr. ' +
      'Sie wird von den Leuten auf der Insel bezahlt und nicht von der Stadt.';
    expect(figures(german)).toEqual(['Die neue Fähre kostet, wie es heißt, 12 % mehr']);
  });

  it('leave out a clause that is too long to quote', () => {
    expect(figures(`The port ${'and the ship '.repeat(10)}cost $5 million.`)).toEqual([]);
  });

  it('of a call for papers leave out how papers are to be sent, but not by which day', () => {
    const call =
      'Call for papers of the symposium on small ports and their lamps. Papers must have 5,000 words and be sent as one file. ' +
      'Papers must be received by 3 May at noon. The harbour has room for 4,000 ships of the region.';
    expect(figures(call)).toEqual([
      'Papers must be received by 3 May at noon',
      'The harbour has room for 4,000 ships of the region',
    ]);
  });
});
