import { describe, expect, it } from 'vitest';
import { extend, nextAt, type Pauses, type Streak } from '../../../src/domain/streak.ts';
import { defaultTiming } from '../../../src/domain/timing.ts';

const start = Date.UTC(2026, 10, 25, 12);
const pauses: Pauses = [5_000, 900_000];

/** What is begun as soon as it may, `times` times. @returns the pauses in between */
function pausesOf(times: number): number[] {
  let streak: Streak | undefined;
  let now = start;
  return Array.from({ length: times }, () => {
    const at = nextAt(streak, now, pauses);
    const waited = at - now;
    now = at;
    streak = extend(streak, now, pauses);
    return waited;
  });
}

describe('what is begun again and again', () => {
  it('waits twice as long each time, up to the longest pause', () => {
    expect(pausesOf(12)).toEqual([
      0, 5_000, 10_000, 20_000, 40_000, 80_000, 160_000, 320_000, 640_000, 900_000, 900_000, 900_000,
    ]);
  });

  it('may begin at once after four of the longest pauses, and not before', () => {
    const streak = { count: 9, lastAt: start };
    const quietAt = start + 4 * 900_000;
    expect(nextAt(streak, quietAt, pauses)).toBe(quietAt);
    expect(extend(streak, quietAt, pauses)).toEqual({ count: 1, lastAt: quietAt });
    expect(extend(streak, quietAt - 1, pauses).count).toBe(10);
  });

  it('has waited already when the pause has passed', () => {
    expect(nextAt({ count: 1, lastAt: start }, start + 60_000, pauses)).toBeLessThan(start + 60_000);
  });

  it('waits no longer than a pause after the clock was set back', () => {
    expect(nextAt({ count: 20, lastAt: start + 86_400_000 }, start, pauses)).toBe(start + 900_000);
  });

  it('keeps a crash loop far below the logins that Discord allows', () => {
    const crashEveryMs = 72_000;
    let streak: Streak | undefined;
    let logins = 0;
    for (let now = start; now < start + 86_400_000; now += crashEveryMs) {
      const at = nextAt(streak, now, defaultTiming.loginPausesMs);
      if (at >= now + crashEveryMs) continue;
      streak = extend(streak, Math.max(at, now), defaultTiming.loginPausesMs);
      logins += 1;
    }
    expect(logins).toBeGreaterThan(20);
    expect(logins).toBeLessThan(120);
  });
});
