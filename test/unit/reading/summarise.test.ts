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
    const { sentences, text } = summarise({ title: '', text: endless, teaser: '' }, 'short');
    expect(sentences).toHaveLength(1);
    expect(endless.startsWith(sentences[0] ?? 'nothing')).toBe(true);
    expect(text).toBe(`${sentences[0]}…`);
    expect(words(text)).toBe(90);
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

  it('takes the sentence that a short one leans on along, or neither', () => {
    const text = `The council of the island met in the old harbour hall on Monday. ${Array.from({ length: 8 }, (_, at) => `A fisher from village ${at} spoke about nets.`).join(' ')} The ferry to the mainland will run twice a day from next spring onwards. It carries forty cars and two hundred people on each crossing.`;
    for (const length of ['short', 'standard', 'long'] as const) {
      const { sentences } = summarise({ title: '', text, teaser: '' }, length);
      const leaning = sentences.findIndex((each) => each.startsWith('It carries'));
      expect(leaning < 0 || sentences[leaning - 1]?.startsWith('The ferry')).toBe(true);
    }
  });

  it('leaves out by-lines, datelines, captions and credits in the same line', () => {
    const text =
      'By. Ann Weaver. PUBLISHED:. 14:11 EST, 25 October 2026. |. UPDATED:. 15:36 EST, 25 October 2026. The port of the island closed its old harbour on Friday. Scroll down for video. Ships will dock at the new pier from now on. Tom Baker contributed to this report.';
    expect(read(text)).toBe(
      'The port of the island closed its old harbour on Friday. Ships will dock at the new pier from now on.',
    );
    expect(read('Anchorage, Alaska (CNN) -- The port of the island closed its old harbour.')).toBe(
      'The port of the island closed its old harbour.',
    );
  });

  it('prefers what the title speaks of', () => {
    const about = (place: string) => `The council spent more on the ${place} than in any year before.`;
    const text = [
      'Rain fell over the whole of the coast for a week.',
      ...['school', 'market', 'library', 'lighthouse', 'cemetery', 'museum'].map(about),
    ].join(' ');
    const [picked] = summarise({ title: 'The lighthouse', text, teaser: '' }, 'short').sentences;
    const without = summarise({ title: '', text, teaser: '' }, 'short').sentences;
    expect(without).not.toContain(about('lighthouse'));
    expect([picked, summarise({ title: 'The lighthouse', text, teaser: '' }, 'short').sentences[1]]).toContain(
      about('lighthouse'),
    );
  });

  it('of a paper’s abstract says in one sentence what was done', () => {
    const text =
      'Ports have long been studied by historians and geographers alike. In recent years large sets of ship logs have become available to everybody. Still, little is known about how small ports react to storms. In this paper, we propose a model of how small ports recover from storms, and estimate it on the logs of four hundred harbours. We find that ports with two piers recover twice as fast as ports with one, and that insurance plays no part in it at all. The results hold for both oceans and for every decade of the sample, and they do not depend on the size of the town behind the port.';
    const { sentences } = summarise({ title: '', text, teaser: '' }, 'short');
    expect(sentences).toEqual([
      'In this paper, we propose a model of how small ports recover from storms, and estimate it on the logs of four hundred harbours.',
    ]);
  });

  it('of a call for papers says what it is on, not how papers are to be sent or who reads them', () => {
    const about = [
      'The symposium brings together those who study how small ports recover from storms.',
      'Ports with two piers have become the subject of much research in the last decade.',
      'We invite contributions on harbours, lamps and the people who keep them in repair.',
      'The symposium has been held on the island of Tarn for eleven years.',
    ];
    const other = [
      'Please submit your paper with the template of the society.',
      'Authors must send their manuscripts before the end of spring.',
      'Formatting instructions are on the pages of the society, too.',
      'Edda Marwick, Tarn University, Olaf Brink, Harbour Institute.',
      '- Lamps on the quays of small ports and their keepers.',
      'Duplicate submissions are returned to whoever sent them first.',
      'Accepted papers appear in the proceedings of the symposium.',
    ];
    const text = [...about, ...other].join('\n\n');
    const { sentences } = summarise({ title: 'Symposium on Small Ports', text, teaser: '' }, 'long');
    expect(sentences.length).toBeGreaterThan(1);
    expect(about).toEqual(expect.arrayContaining([...sentences]));
    const only = other.slice(0, 2).join('\n\n');
    expect(read(`Call for papers\n\n${only}`, 'standard', '', 'Symposium on Small Ports')).toContain(
      'Please submit your paper',
    );
  });

  it('names the language, and begins as the author did where the language is not English', () => {
    const text = `Der Hafen der Insel ist seit Montag für alle Schiffe gesperrt. ${Array.from({ length: 9 }, (_, at) => `Die Fischer von Dorf ${at} warten auf das Ende der Arbeiten an der Mole.`).join(' ')}`;
    const { sentences, language } = summarise({ title: '', text, teaser: '' }, 'standard');
    expect(language).toBe('de');
    expect(sentences[0]).toBe('Der Hafen der Insel ist seit Montag für alle Schiffe gesperrt.');
  });

  it('quotes a line without a full stop where there is nothing else', () => {
    expect(read('Menu\n\nThe port of the island closed for the winter today\n\nHome')).toBe(
      'The port of the island closed for the winter today',
    );
  });

  it.skipIf(!existsSync(seed))(
    'of a curated post leaves the attribution to the card (skipped where the seed is absent)',
    () => {
      const text = readFileSync(seed, 'utf8');
      const { sentences } = summarise({ title: 'The China-North Korea Relationship', text, teaser: '' }, 'standard');
      expect(sentences.length).toBeGreaterThan(1);
      expect(sentences.join(' ')).not.toMatch(/This article from|full text/u);
    },
  );
});
