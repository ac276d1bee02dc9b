import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crosspostsAnHour, crosspostTurn, hourMs } from '../../../src/delivery/crosspostTurn.ts';

const now = 10 * hourMs;

describe('publishing to other servers', () => {
  it('is at once while fewer than ten were published within the hour', () => {
    expect(crosspostTurn([], now)).toBe(now);
    expect(crosspostTurn(Array(9).fill(now - 1), now)).toBe(now);
  });

  it('waits until the tenth last is an hour ago', () => {
    const earlier = Array.from({ length: 12 }, (_, index) => now - 1_000 * (index + 1));
    expect(crosspostTurn(earlier, now)).toBe(now - 10_000 + hourMs);
  });

  it('counts nothing that is an hour old', () => {
    expect(crosspostTurn(Array(30).fill(now - hourMs), now)).toBe(now);
    expect(crosspostTurn(Array(30).fill(now - 2 * hourMs), now)).toBe(now);
  });

  it('never publishes more than ten within any hour', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: hourMs / 2 }), { maxLength: 60 }), (pauses) => {
        const published: number[] = [];
        let at = now;
        for (const pause of pauses) {
          at = crosspostTurn(published, at + pause);
          published.push(at);
        }
        for (const first of published) {
          const within = published.filter((one) => one >= first && one < first + hourMs);
          expect(within.length).toBeLessThanOrEqual(crosspostsAnHour);
        }
      }),
    );
  });
});
