import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findClockTimes } from '../../src/reading/conference/clockTimes.ts';
import { findDatePhrases } from '../../src/reading/conference/datePhrases.ts';
import { readConference } from '../../src/reading/conference/readConference.ts';

const pieces = fc.constantFrom(
  '12 June 2027',
  'June 12-14, 2027',
  '30 Dec - 2 Jan',
  '05/06/2027',
  'May 24 and 27, 2021',
  '31 February 2027',
  '2.-4. May',
  '\n',
  '. ',
  'deadline for papers: ',
  'extended to ',
  'will be held on ',
  'at 25:99',
  'noon PT / 3 PM ET',
  '11:59 PM AoE',
  '12am ET/11am CT',
  ' or ',
  'Notification: ',
  'Lisbon, Portugal',
  '(',
  ')',
  '—',
  '~',
  '@everyone',
  'EST',
  'Ã¢Â€Â“',
  '2027',
  'Mon',
  '1',
  '–',
);
const noise = fc
  .array(fc.oneof(pieces, fc.string({ maxLength: 8 })), { maxLength: 40 })
  .map((parts) => parts.join(' '));
const days = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const isDay = (day: string) => new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) === day;

describe('whatever an announcement says', () => {
  it('gives days of the calendar, words that stand there, and no end before its start without a doubt', () => {
    fc.assert(
      fc.property(noise, noise, days, (title, text, referenceDate) => {
        const found = readConference({ title, text, referenceDate, homeTimeZone: 'Europe/Lisbon' });
        const { start, end, milestones, doubts, needsConfirmation } = found;
        const moments = [start, end, ...milestones.map(({ moment }) => moment)].filter(
          (moment) => moment !== undefined,
        );
        for (const { on, quote, confidence } of moments) {
          expect(isDay(on)).toBe(true);
          expect(`${title}\n\n${text}`).toContain(quote);
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
        if (start && end && end.on < start.on) expect(doubts).toContain('endBeforeStart');
        if (doubts.length > 0) expect(needsConfirmation).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('gives times of a day, each where it stands', () => {
    fc.assert(
      fc.property(noise, (text) => {
        for (const { minutes, index, end } of findClockTimes(text, undefined)) {
          expect(minutes).toBeGreaterThanOrEqual(0);
          expect(minutes).toBeLessThanOrEqual(1440);
          expect(index).toBeLessThan(end);
        }
        for (const { index, end } of findDatePhrases(text, '2026-11-24')) expect(index).toBeLessThan(end);
      }),
      { numRuns: 400 },
    );
  });
});
