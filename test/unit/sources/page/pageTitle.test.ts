import { describe, expect, it } from 'vitest';
import { withoutSiteName } from '../../../../src/sources/page/pageTitle.ts';

describe('the title of an article', () => {
  it.each([
    ['The harbour | Coast Society', 'The harbour'],
    ['The harbour – Journal – The Coast Society', 'The harbour – Journal'],
    ['Coast Society: The harbour', 'Coast Society: The harbour'],
    ['CoastSociety » The harbour', 'The harbour'],
    ['Salt - and what came of it', 'Salt - and what came of it'],
    ['Ship-to-shore', 'Ship-to-shore'],
    ['Coast Society', 'Coast Society'],
  ])('%j is told without the name of its site', (title, expected) => {
    expect(withoutSiteName(title, ['Coast Society', ''])).toBe(expected);
  });

  it('is what the page shows where the rest names a section', () => {
    expect(withoutSiteName('Opinion | The harbour', [], 'The harbour')).toBe('The harbour');
    expect(withoutSiteName('The harbour | Opinion', [], 'Something else')).toBe('The harbour | Opinion');
  });
});
