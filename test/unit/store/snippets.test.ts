import { describe, expect, it } from 'vitest';
import { parseSearch } from '../../../src/store/searchWords.ts';
import { snippetOf } from '../../../src/store/snippets.ts';

/** With the marks as a person may type them. */
const snippet = (text: string, typed: string, isUnfinished = false) =>
  snippetOf(text, parseSearch(typed), isUnfinished).replaceAll('\u0002', '<').replaceAll('\u0003', '>');
const words = (count: number) => Array.from({ length: count }, (_, index) => `w${index}`).join(' ');

describe('the few words shown of an article that was found', () => {
  it.each([
    ['other forms of a word', 'Two treaties and a treaty.', 'treaty', 'Two <treaties> and a <treaty>.'],
    ['words whose stem ends otherwise', 'A party, hoping.', 'parties hope', 'A <party>, <hoping>.'],
    ['words with accents, by those without', 'Le CAFÉ de Zürich', 'zurich cafe', 'Le <CAFÉ> de <Zürich>'],
    ['a phrase, also across signs', 'A lake. The salt-lake is dry.', '"salt lake"', 'A lake. The <salt-lake> is dry.'],
    ['no part of a longer word', 'Starting an art.', 'art', 'Starting an <art>.'],
    ['digits', 'In 1848 and 18480.', '1848', 'In <1848> and 18480.'],
    ['a word beside an emoji', '🌊🌊 tides 🌊', 'tide', '🌊🌊 <tides> 🌊'],
  ])('mark %s', (_, text, typed, expected) => {
    expect(snippet(text, typed)).toBe(expected);
  });

  it('mark what a word that goes on may become, the last one only', () => {
    expect(snippet('The climate of climbers.', 'the clim', true)).toBe('<The> <climate> of <climbers>.');
    expect(snippet('The climate of climbers.', 'the clim')).toBe('<The> climate of climbers.');
    expect(snippet('Climbers and things.', 'clim thing', true)).toBe('Climbers and <things>.');
  });

  it('are the beginning where the text has no hit', () => {
    expect(snippet(words(30), 'harbour')).toBe(`${words(24)}…`);
    expect(snippet('', 'harbour')).toBe('');
    expect(snippet('Short.', 'harbour')).toBe('Short.');
  });

  it('begin with the sentence of the hit', () => {
    expect(snippet(`${words(40)}. The tides move. ${words(40)}`, 'tides')).toBe(`…The <tides> move. ${words(21)}…`);
  });

  it('have as much before the hit as after it where its sentence began long ago', () => {
    const shown = snippet(`${words(60)} tides ${words(60)}`, 'tides');
    expect(shown).toMatch(/^…w\d+ .+ <tides> w0 .+…$/);
    expect(shown.split(' ')).toHaveLength(24);
    expect(shown.slice(0, shown.indexOf('<')).split(' ').length).toBeGreaterThan(8);
  });

  it('are those where the most of the words stand together', () => {
    const text = `Tides here. ${words(60)}. Moon there. ${words(60)}. The moon makes tides. ${words(60)}`;
    expect(snippet(text, 'tides moon')).toContain('…The <moon> makes <tides>. w0');
  });
});
