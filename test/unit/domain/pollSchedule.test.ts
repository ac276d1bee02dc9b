import { describe, expect, it } from 'vitest';
import {
  nextPollAfterPause,
  nextPollAfterReading,
  nextPollAfterTrouble,
  type PollOccasion,
} from '../../../src/domain/pollSchedule.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** A Tuesday. */
const now = Date.UTC(2026, 10, 24, 12, 20);
const intervalMs = 15 * minuteMs;

const occasion = (random = 0.5, changes: Partial<PollOccasion> = {}): PollOccasion => ({
  now,
  intervalMs,
  random: () => random,
  ...changes,
});
const hours = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

describe('after a reading', () => {
  it('waits the interval, a tenth more or less', () => {
    expect(nextPollAfterReading(occasion(0)) - now).toBe(0.9 * intervalMs);
    expect(nextPollAfterReading(occasion(0.5)) - now).toBe(intervalMs);
    expect(nextPollAfterReading(occasion(0.999_999)) - now).toBeLessThanOrEqual(1.1 * intervalMs);
  });

  it.each([
    ['freshness', { freshForMs: 3 * hourMs }],
    ['the document', { pauseMs: 3 * hourMs }],
    ['whichever is longer', { freshForMs: hourMs, pauseMs: 3 * hourMs }],
  ])('waits what the site asks by %s, never less', (_how, wishes) => {
    expect(nextPollAfterReading(occasion(0), wishes) - now).toBe(3 * hourMs);
    expect(nextPollAfterReading(occasion(0.999), wishes) - now).toBeGreaterThan(3 * hourMs);
  });

  it('does not wait less than the operator wishes because the site would allow it', () => {
    expect(nextPollAfterReading(occasion(0.5), { freshForMs: 0, pauseMs: minuteMs }) - now).toBe(intervalMs);
  });

  it('waits a day at most, whatever the site or the operator says', () => {
    for (const random of [0, 0.5, 0.999]) {
      const wishes = { freshForMs: 3_650 * dayMs, pauseMs: 365 * dayMs };
      expect(nextPollAfterReading(occasion(random), wishes) - now).toBe(dayMs);
      expect(nextPollAfterReading(occasion(random, { intervalMs: 7 * dayMs })) - now).toBeLessThanOrEqual(dayMs);
    }
  });
});

describe('hours and days that are skipped', () => {
  it('end at the first hour that is allowed, spread over a tenth of the interval', () => {
    const wishes = { skipHours: [12, 13] };
    const two = Date.UTC(2026, 10, 24, 14);
    expect(nextPollAfterReading(occasion(0), wishes)).toBe(two);
    expect(nextPollAfterReading(occasion(0.5), wishes)).toBe(two + 0.05 * intervalMs);
    expect(nextPollAfterReading(occasion(0.999, { intervalMs: 20 * hourMs }), { skipHours: [6, 7, 8, 9, 10] })).toBe(
      Date.UTC(2026, 10, 25, 11) + Math.round(0.1 * hourMs * 0.999),
    );
  });

  it('leave what falls outside of them where it is', () => {
    expect(nextPollAfterReading(occasion(), { skipHours: [11, 13], skipDays: [0, 1] })).toBe(now + intervalMs);
  });

  it('may be days', () => {
    expect(nextPollAfterReading(occasion(0), { skipDays: [2, 3] })).toBe(Date.UTC(2026, 10, 26));
  });

  it('may leave one hour of one day, up to a week away', () => {
    const wishes = { skipHours: hours(0, 12).concat(hours(13, 24)), skipDays: [0, 1, 3, 4, 5, 6] };
    const at = Date.UTC(2026, 10, 24, 13, 5);
    expect(nextPollAfterReading(occasion(0, { now: at }), wishes)).toBe(Date.UTC(2026, 11, 1, 12));
  });

  it.each([{ skipHours: hours(0, 24) }, { skipDays: hours(0, 7) }])('are void where nothing is left: %j', (wishes) => {
    expect(nextPollAfterReading(occasion(), wishes)).toBe(now + intervalMs);
  });

  it('hold after trouble and after a pause as well', () => {
    const wishes = { skipHours: [12, 13, 14] };
    const three = Date.UTC(2026, 10, 24, 15);
    expect(nextPollAfterTrouble(occasion(0), 0, 0, wishes)).toBe(three);
    expect(nextPollAfterTrouble(occasion(0), 0, hourMs, wishes)).toBe(three);
    expect(nextPollAfterPause(occasion(0), now + hourMs, wishes)).toBe(three);
  });
});

describe('after trouble', () => {
  it('waits twice as long with each failure, up to a day, and never for good', () => {
    const pauses = [0, 1, 2, 5].map((failures) => nextPollAfterTrouble(occasion(), failures) - now);
    expect(pauses).toEqual([1, 2, 4, 32].map((times) => times * intervalMs));
    for (const failures of [7, 30, 1_000, 1e9]) expect(nextPollAfterTrouble(occasion(), failures) - now).toBe(dayMs);
    expect(nextPollAfterTrouble(occasion(0.999), 1_000) - now).toBeLessThanOrEqual(1.1 * dayMs);
  });

  it('never comes back sooner than the site asked, nor than it would by itself', () => {
    expect(nextPollAfterTrouble(occasion(0), 0, 5 * hourMs) - now).toBe(5 * hourMs);
    expect(nextPollAfterTrouble(occasion(0.999), 0, 5 * hourMs) - now).toBeGreaterThan(5 * hourMs);
    expect(nextPollAfterTrouble(occasion(), 4, minuteMs) - now).toBe(16 * intervalMs);
  });
});

describe('after a pause of the host', () => {
  it('does not bring all its sources back at the same instant', () => {
    const until = now + 10 * hourMs;
    expect(nextPollAfterPause(occasion(0), until)).toBe(until);
    expect(nextPollAfterPause(occasion(0.5), until)).toBe(until + 0.5 * hourMs);
  });
});
