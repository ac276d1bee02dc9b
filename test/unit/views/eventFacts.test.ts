import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConferenceTime } from '../../../src/domain/conference.ts';
import { eventHours, eventTextLimits } from '../../../src/domain/scheduledEvent.ts';
import { sayIn } from '../../../src/kit/translate.ts';
import { eventFacts } from '../../../src/views/eventFacts.ts';
import { sampleConference } from '../../support/samples.ts';

const say = sayIn('en');
const days: ConferenceTime & { kind: 'days' } = { kind: 'days', startsOn: '2027-06-12', endsOn: '2027-06-14' };
const { url: _, place: __, description: ___, ...bare } = sampleConference({ title: 'Debt and growth' });
const shown = (
  change: Partial<typeof bare & { place: string; url: string; description: string }> = {},
  time: ConferenceTime = days,
) => eventFacts({ ...bare, ...change }, time, 'Europe/Lisbon', say);

describe('whole days', () => {
  it('are shown from nine to six where the society is, with the true dates in words', () => {
    const { startsAt, endsAt, description } = shown();
    expect([startsAt, endsAt]).toEqual([Date.UTC(2027, 5, 12, 8), Date.UTC(2027, 5, 14, 17)]);
    expect(description).toContain('12–14 June 2027');
    expect(description).not.toContain('<t:');
  });

  it('keep their hours across a change of clocks', () => {
    const { startsAt, endsAt } = eventHours(
      { kind: 'days', startsOn: '2027-03-27', endsOn: '2027-03-28' },
      'Europe/Lisbon',
    );
    expect([startsAt, endsAt]).toEqual([Date.UTC(2027, 2, 27, 9), Date.UTC(2027, 2, 28, 17)]);
  });

  it('are the first one where the last comes before it', () => {
    const backwards = { kind: 'days', startsOn: '2027-03-27', endsOn: '2027-03-20' } as const;
    const { startsAt, endsAt } = eventHours(backwards, 'Europe/Lisbon');
    expect([startsAt, endsAt]).toEqual([Date.UTC(2027, 2, 27, 9), Date.UTC(2027, 2, 27, 18)]);
  });
});

describe('an instant', () => {
  const startsAt = Date.UTC(2027, 5, 12, 13);
  const at = (endsAt?: number): ConferenceTime => ({
    kind: 'instants',
    startsAt,
    timeZone: 'Europe/Lisbon',
    ...(endsAt === undefined ? {} : { endsAt }),
  });

  it('without an end, or with one before it, lasts an hour', () => {
    for (const endsAt of [undefined, startsAt, startsAt - 1])
      expect(eventHours(at(endsAt), 'UTC')).toEqual({ startsAt, endsAt: startsAt + 3_600_000 });
  });

  it('is told as the clock there shows it', () => {
    expect(shown({}, at()).description).toContain('14:00');
  });
});

describe('the place of an event', () => {
  it("is the conference's, else the host of its page, else still to be announced", () => {
    expect(shown({ place: 'Porto', url: 'https://society.example/spring' }).location).toBe('Porto');
    expect(shown({ url: 'https://society.example/spring' }).location).toBe('society.example');
    expect(shown().location).toBe('Place to be announced');
    expect(shown({ place: '  ', url: 'javascript:alert(1)' }).location).toBe('Place to be announced');
  });
});

it('cuts a name between whole characters', () => {
  const { name } = shown({ title: `${'x'.repeat(97)}👩‍👩‍👧‍👦 and more` });
  expect(name).toBe(`${'x'.repeat(97)}…`);
});

it('keeps the dates and the link whole, however long the rest is', () => {
  const { description } = shown({ description: 'long '.repeat(600), url: 'https://society.example/spring' });
  expect(description).toContain('12–14 June 2027');
  expect(description.endsWith('\n\nhttps://society.example/spring')).toBe(true);
  expect(description.length).toBeLessThanOrEqual(eventTextLimits.description);
});

it('masks no link and stays within the limits for any text', () => {
  expect(shown({ description: '[safe](https://evil.example)' }).description).not.toContain('](');
  const text = fc.string({ unit: 'binary', maxLength: 2000 });
  fc.assert(
    fc.property(text, text, text, (title, place, description) => {
      const facts = shown({ title, place, description, url: `https://society.example/${'x'.repeat(400)}` });
      for (const [name, limit] of Object.entries(eventTextLimits)) {
        const said = facts[name as keyof typeof eventTextLimits];
        expect(said.length).toBeLessThanOrEqual(limit);
        expect(said.trim()).not.toBe('');
        expect(said).not.toMatch(/\p{Surrogate}/u);
      }
      expect(facts.endsAt).toBeGreaterThan(facts.startsAt);
    }),
  );
});
