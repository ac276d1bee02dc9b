import { describe, expect, it } from 'vitest';
import { createBreaker } from '../../../src/model/breaker.ts';

describe('a model that refused its key while the clock was a year ahead', () => {
  it('is asked again once the clock is right', () => {
    const breaker = createBreaker();
    const [wrong, right] = [Date.UTC(2027, 10, 24), Date.UTC(2026, 10, 24)];
    breaker.noteFailure(wrong, true);
    expect(breaker.restsUntil(wrong)).toBe(wrong + 60_000);
    expect(breaker.restsUntil(right)).toBeUndefined();
  });
});
