import { describe, expect, it } from 'vitest';
import { findClaim } from '../../../src/reading/mainClaim.ts';
import { starterQuestion } from '../../../src/reading/starterQuestion.ts';

const claim = (text: string, title = 'Notes from Tarn') => findClaim({ title, text, teaser: '' });
const ask = (title: string, text: string): string => starterQuestion({ title, text, teaser: '' });

describe('the main claim of an article', () => {
  it('is what it says should be, rather than what happened', () => {
    expect(
      claim('The ferry was sold on Monday. Small harbours should share one pilot and one crane. It rained.'),
    ).toEqual({
      words: 'Small harbours should share one pilot and one crane',
      isArguable: true,
    });
  });

  it('is what it says is good or bad', () => {
    expect(claim('The ferry sank. Building a bridge is difficult, but keeping one is far more difficult.')?.words).toBe(
      'Building a bridge is difficult, but keeping one is far more difficult',
    );
  });

  it.each([
    [
      'However, small harbours should share one pilot and one crane.',
      'small harbours should share one pilot and one crane',
    ],
    [
      'Edda Marwick argues that small harbours should share one crane and one pilot.',
      'small harbours should share one crane and one pilot',
    ],
    [
      'We believe that small harbours should share one crane and one pilot.',
      'small harbours should share one crane and one pilot',
    ],
    [
      'Small harbours should share one pilot and one crane, Marwick said.',
      'Small harbours should share one pilot and one crane',
    ],
    [
      '“Small harbours should share one pilot and one crane,” Marwick told us.',
      'Small harbours should share one pilot and one crane',
    ],
  ])('stands without who says it and how it is joined: %s', (text, words) => {
    expect(claim(`The ferry was sold on Monday. ${text}`)?.words).toBe(words);
  });

  it.each([
    'They should all be sold to the next island before the winter.',
    'You should bring your own rope and a lamp to the quay.',
    'Please note that all boats should register with the harbour office.',
    'Should the wind turn, boats can be tied up in less than a minute.',
    'People should keep using it as they have always used it.',
    'The ferry was sold on Monday to a fisher from the next island.',
    'Edda Marwick is a powerful voice of the harbour and its people.',
    'Three of the boats, Marwick said, should be given to the school.',
  ])('is none that cannot be understood or argued with alone: %s', (text) => {
    expect(claim(text)).toBeUndefined();
  });

  it('may be argued with only where it neither tells what happened nor gives figures', () => {
    expect(claim('Ferries are the best way to Tarn because they carry 40 carts.')?.isArguable).not.toBe(true);
    expect(claim('The ferries are important because they carry all the carts of Tarn.')?.isArguable).toBe(true);
  });

  it('is preferred where it has the words of the title in it', () => {
    const text =
      'Small bridges should be painted in white. Small harbours should share one crane and one pilot. It rained.';
    expect(claim(text, 'A Crane for Three Harbours')?.words).toBe(
      'Small harbours should share one crane and one pilot',
    );
  });
});

describe('the starter question on a claim', () => {
  const text = 'The ferry was old. Small harbours should share one pilot and one crane. It rained for a week.';

  it('quotes it, whole or within a sentence', () => {
    expect(ask('Notes from Tarn', text)).toMatch(
      /^(?:How far do you agree with this, and why|Do you agree with this from the article, and why|What speaks for this view, and what against it): “Small harbours should share one pilot and one crane”\?$/u,
    );
    expect(ask('Notes from Tarn', text.replace('Small', 'However, small'))).toMatch(
      /^(?:How far do|Do) you agree that “small harbours should share one pilot and one crane”, and why\?$/u,
    );
  });

  it('comes after a title that says what there is to argue about, and before one that only names a subject', () => {
    expect(ask('Why Harbours Fail', text)).toMatch(/account of why harbours fail/u);
    expect(ask('Trade and Inflation', text)).toContain('“Small harbours should share');
  });

  it('is the title itself, where an essay has a sentence for its title', () => {
    const essay =
      'Ports should not be sold, because islands need them. However, critics argue that they must pay for themselves.';
    expect(ask('Fishers Are Following Kuvio to Nowhere', essay)).toMatch(
      /^(?:How far do|Do) you agree that “Fishers Are Following Kuvio to Nowhere”, and why\?$/u,
    );
    expect(ask('Fishers Are 40 Today', essay)).not.toContain('“Fishers');
  });

  it('takes the place of a name, where a text without a title has no sentence that tells of it', () => {
    const untitled =
      'You and I met there once. Dredging the lake would lead to a grey lake because of the mud. I wept.';
    expect(ask('', untitled)).toBe(
      'What do you make of this: “Dredging the lake would lead to a grey lake because of the mud”?',
    );
  });

  it('is no example of what somebody may say', () => {
    const said = 'The guide helps with remarks like "Pilots must learn to be louder than the sea." It has nine pages.';
    expect(ask('A guide for the quay', said)).not.toContain('louder');
    expect(ask('A guide for the quay', said.replace('remarks like ', 'what it says: '))).toContain('louder');
  });

  it('is not asked where the kind of the text says what to ask', () => {
    expect(ask('Nominations for the council open today', text)).toMatch(/candidate/u);
  });

  it('is one of the text as it stands where it is in another language, that of those who are asked', () => {
    const askInGerman = (title: string, said: string) =>
      starterQuestion({ title, text: said, teaser: '' }, { language: 'de' });
    const foreign =
      'Der Hafen von Tarn ist alt. Die kleinen Häfen brauchen einen gemeinsamen Kran und nicht drei Lotsen. Es war ein Sommer mit Regen und Wind.';
    expect(askInGerman('Ein Kran für die kleinen Häfen', foreign)).toBe(
      'Was haltet ihr davon: „Die kleinen Häfen brauchen einen gemeinsamen Kran und nicht drei Lotsen“?',
    );
    const long = foreign.replace(
      'nicht drei Lotsen',
      `nicht drei Lotsen, ${'die auf das Meer und auf die Inseln sehen und '.repeat(4)}warten`,
    );
    expect(askInGerman('Ein Kran für die kleinen Häfen', long)).toBe(
      'Was haltet ihr davon: „Die kleinen Häfen brauchen einen gemeinsamen Kran und nicht drei Lotsen…“?',
    );
    expect(ask('Ein Kran für die kleinen Häfen', foreign)).toMatch(/“Ein Kran für die kleinen Häfen”\?$/u);
  });
});
