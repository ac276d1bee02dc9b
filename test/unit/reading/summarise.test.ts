import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { summarise } from '../../../src/reading/summarise.ts';

const seed = '../shared/seed/society-article.txt';
const words = (text: string): number => text.split(' ').length;
const sentence = (number: number): string => `Sentence number ${number} tells of trade between two small ports.`;
const long = Array.from({ length: 40 }, (_, at) => sentence(at)).join(' ');
const read = (text: string, length: 'short' | 'standard' | 'long' = 'standard', teaser = '', title = 'Ports'): string =>
  summarise({ title, text, teaser }, length).text;

describe('a summary', () => {
  it('has one or two sentences when short, three or four as a rule, and about 150 words when long', () => {
    expect(summarise({ title: '', text: long, teaser: '' }, 'short').sentences).toHaveLength(2);
    expect(summarise({ title: '', text: long, teaser: '' }, 'standard').sentences).toHaveLength(4);
    const { text } = summarise({ title: '', text: long, teaser: '' }, 'long');
    expect(words(text)).toBeGreaterThan(115);
    expect(words(text)).toBeLessThanOrEqual(175);
  });

  it('skips headings, the repeated title, by-lines and remarks of three words', () => {
    const text =
      'Ports\n\nBy Ann Weaver\n\nThe first harbour\n\nWhy did it fall?\n\nOf course not. The harbour fell silent in the spring.';
    expect(read(text)).toBe('The harbour fell silent in the spring.');
  });

  it('never opens with a sentence that points back', () => {
    expect(read('It was closed, however, by noon. The port of the island reopened in June.', 'short')).toBe(
      'The port of the island reopened in June.',
    );
  });

  it('cuts only a sentence that no card can bear', () => {
    const endless = `The port ${'and the ship '.repeat(60)}sailed.`;
    const { sentences } = summarise({ title: '', text: endless, teaser: '' }, 'short');
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toMatch(/^The port and the ship .*\p{L}…$/u);
    expect(words(sentences[0] ?? '')).toBe(90);
  });

  it('falls back to the teaser, and then to nothing', () => {
    expect(read('', 'standard', 'A teaser without a full stop')).toBe('A teaser without a full stop');
    expect(read('Menu\n\nHome', 'standard', 'Two ports, one sea.')).toBe('Two ports, one sea.');
    expect(read('')).toBe('');
  });

  it('takes off a quotation mark whose partner is in another sentence', () => {
    expect(read('“The strait is closed. Nobody sails through it today.” The rest is rumour and hearsay.')).toBe(
      'The strait is closed. Nobody sails through it today. The rest is rumour and hearsay.',
    );
  });

  it.skipIf(!existsSync(seed))(
    'of a curated post begins with the society’s words (skipped where the seed is absent)',
    () => {
      const text = readFileSync(seed, 'utf8');
      const { sentences } = summarise({ title: 'The China-North Korea Relationship', text, teaser: '' }, 'standard');
      expect(sentences[0]).toMatch(/^This article from the Council on Foreign Relations breaks down /u);
      expect(sentences[1]).toMatch(/^China’s support for North Korea .* northern ally\.$/u);
      expect(sentences).toHaveLength(3);
    },
  );
});
