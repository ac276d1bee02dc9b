import { describe, expect, it } from 'vitest';
import { findSentence, sayIn, spokenLanguages } from '../../../src/kit/translate.ts';

describe('a sentence', () => {
  it('is said in the language of the locale, wherever it is spoken', () => {
    expect(sayIn('de')('list.latest')).toBe('Die neuesten Artikel');
    expect(sayIn('de-AT')('list.latest')).toBe('Die neuesten Artikel');
    expect(sayIn('en-GB')('list.latest')).toBe('The newest articles');
  });

  it('is said in English where the language is not spoken, with numbers in its own form', () => {
    expect(sayIn('fr')('list.latest')).toBe('The newest articles');
    expect(sayIn('es-ES')('list.foundMore', { count: 12_345, query: 'x' })).toContain('12.345');
    expect(sayIn('')('list.latest')).toBe('The newest articles');
    expect(sayIn('../en')('list.latest')).toBe('The newest articles');
  });

  it('takes the form that its language has for the number', () => {
    const say = sayIn('de');
    expect(say('sources.articles', { count: 1 })).toBe('ein Artikel');
    expect(say('sources.articles', { count: 1_234 })).toBe('1.234 Artikel');
    expect(say('sourceAdded.found', { count: 0, source: 'x' })).toContain('mit 0 Beiträgen');
  });

  it('that a language lacks is said in English, and is known to be lacking', () => {
    expect(findSentence('en', 'names.options.source')).toBeUndefined();
    expect(findSentence('de', 'names.options.source')).toBe('quelle');
    expect(findSentence('de', 'names.options.__proto__')).toBeUndefined();
    expect(findSentence('fr', 'list.latest')).toBeUndefined();
    expect(() => sayIn('de')('errors.no.such')).toThrow(RangeError);
  });

  it('is there in English first', () => {
    expect(spokenLanguages[0]).toBe('en');
  });
});
