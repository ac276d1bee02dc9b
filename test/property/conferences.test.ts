// Whatever a post says, reading it for conferences ends well: real days, in order or with a doubt, and words that stand in the post.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConference } from '../../src/reading/conference/readConference.ts';

const pieces =
  `Call for papers|Workshop on Trade|will be held on|14|16|31|-|–|to|and|or|June|May 2027|2027|29 February|05/06/2027|2027-06-14|
|\n|\n\n|, |. |: |Submission deadline|extended to|was|Notification|Camera-ready|abstract|postponed from|co-located with|Monday|(Fri)|2pm|ET|/|1 PM PT|23:59|
AoE|midnight|24:00|noon|CST (UTC-6)|UTC+14|GMT-13|local time|Ã¢Â€Â“|\u00a0|'27|12.|th|cancelled|Porto, Portugal|https://a.example/|www.|\ud800|é|中`.split(
    '|',
  );
const text = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...pieces) }, { weight: 1, arbitrary: fc.string() }), {
    maxLength: 60,
  })
  .map((words) => words.join(' '));
const post = fc.record({
  title: text,
  text,
  referenceDate: fc.constantFrom('2027-01-10', '2028-02-29', '1999-12-31', undefined),
  homeTimeZone: fc.constantFrom('Europe/Lisbon', 'Pacific/Apia', 'Australia/Lord_Howe', 'Not/AZone', undefined),
});

function isRealDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

describe('reading any post', () => {
  it('gives real days in order, quotes that stand in it, and doubts that ask', () => {
    fc.assert(
      fc.property(post, (given) => {
        const finding = readConference(given);
        const { start, end, milestones, doubts, needsConfirmation } = finding;
        const whole = `${given.title.replace(/\s+/g, ' ')}\n\n${given.text}`;
        const moments = [start, end, ...milestones.map(({ moment }) => moment)].filter((one) => one !== undefined);
        for (const { on, at, timeZone, quote, confidence } of moments) {
          expect(isRealDay(on)).toBe(true);
          expect(whole.includes(quote) && quote.length > 0 && quote.length <= 300).toBe(true);
          expect(confidence >= 0 && confidence <= 1).toBe(true);
          if (at !== undefined) expect(Number.isFinite(at) && timeZone !== undefined).toBe(true);
        }
        if (start && end && end.on < start.on) expect(doubts).toContain('endBeforeStart');
        for (const { previousOn, label = '' } of milestones) {
          expect(previousOn === undefined || isRealDay(previousOn)).toBe(true);
          expect(label.length <= 100 && !label.includes('\n')).toBe(true);
        }
        if (doubts.length > 0) expect(needsConfirmation).toBe(true);
        if (finding.url !== undefined) expect(finding.url).toMatch(/^https?:\/\//);
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives the same answer for the same post', () => {
    fc.assert(
      fc.property(post, (given) => {
        expect(readConference(given)).toEqual(readConference(given));
      }),
      { numRuns: 100 },
    );
  });
});
