import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/reading/readArticle.ts';

const article = {
  title: 'The harbour',
  teaser: '',
  text: 'The harbour was dug by 4,000 workers in 1821. It was opened to ships two years later. Nobody paid a toll.',
};

describe('the reading of an article', () => {
  it('has its sentences, its language and its figures', () => {
    const { text, language, figures } = readArticle(article, 'standard');
    expect(text).toContain('It was opened to ships two years later.');
    expect(language).toBe('en');
    expect(figures.join()).toContain('4,000 workers');
  });

  it('is made once for the same words in the same length', () => {
    const reading = readArticle(article, 'standard');
    expect(readArticle({ ...article }, 'standard')).toBe(reading);
    expect(readArticle(article, 'long')).not.toBe(reading);
  });

  it.each([
    ['text', { text: article.text.replace('4,000', '5,000') }],
    ['title', { title: 'The haven' }],
    ['teaser', { teaser: 'On a harbour.' }],
    ['language', { language: 'de' }],
  ])('is made anew when the %s was changed, however little', (_, change) => {
    const reading = readArticle(article, 'standard');
    expect(readArticle({ ...article, ...change }, 'standard')).not.toBe(reading);
  });

  it('tells the figure that was corrected', () => {
    readArticle(article, 'standard');
    const corrected = { ...article, text: article.text.replace('4,000', '5,000') };
    expect(readArticle(corrected, 'standard').figures.join()).toContain('5,000 workers');
  });

  it('takes what the page says of whom a post quotes, whatever was read before', () => {
    readArticle(article, 'standard');
    const quotes = { name: 'The Almanac' };
    expect(readArticle({ ...article, quotes }, 'standard').quotes).toEqual(quotes);
    expect(readArticle(article, 'standard').quotes).toBeUndefined();
  });
});
