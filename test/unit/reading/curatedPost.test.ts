import { describe, expect, it } from 'vitest';
import { findQuotedSource } from '../../../src/reading/curatedPost.ts';

const quotation = `“${'Ships sailed round the cape and paid for it. '.repeat(12).trim()}”`;

describe('the source of a curated post', () => {
  it.each([
    ['This article from the Council on Port Affairs breaks down the dispute.', 'Council on Port Affairs'],
    [
      'This post draws on an essay by the Centre for River Studies, which went through many treaties.',
      'Centre for River Studies',
    ],
    ['In this article from The Harbour Review, the authors explain a price.', 'The Harbour Review'],
    ['A recent report by the Institute for Sea Law finds little.', 'Institute for Sea Law'],
  ])('is named in “%s”', (opening, name) => {
    expect(findQuotedSource(`${opening}\n\n${quotation}`)).toEqual({ name });
  });

  it('comes with the title and the address that the post gives', () => {
    const text = `This article from the Harbour Review asks why. The full article is here: A Price for the Passage\n\n${quotation}\n\nhttps://example.org/price`;
    expect(findQuotedSource(text)).toEqual({
      name: 'Harbour Review',
      title: 'A Price for the Passage',
      url: 'https://example.org/price',
    });
  });

  it('is not claimed without a long quotation', () => {
    expect(findQuotedSource('This article from the Harbour Review asks why. “It is dear,” it says.')).toBeUndefined();
  });

  it('is not claimed where nobody is named', () => {
    expect(findQuotedSource(`This article by a friend of ours asks why.\n\n${quotation}`)).toBeUndefined();
    expect(findQuotedSource(quotation)).toBeUndefined();
  });
});
