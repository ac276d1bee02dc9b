// Leaves a model alone that fails again and again: a minute after three failures in a row, then ever longer, at most an hour.

import type { Instant } from '../domain/ids.ts';

const failuresInRow = 3;
const shortestRestMs = 60_000;
const longestRestMs = 3_600_000;

export interface Breaker {
  /** Until when nothing is asked; undefined while it may be. */
  restsUntil(now: Instant): Instant | undefined;
  noteSuccess(): void;
  /** @param isSure true for a failure that the next request would meet, too: a wrong key, a limit */
  noteFailure(now: Instant, isSure: boolean, askedForMs?: number): void;
}

export function createBreaker(): Breaker {
  let failures = 0;
  let until = 0;
  return {
    // What is longer than the longest is left of a clock that was ahead.
    restsUntil: (now) => (until > now && until - now <= longestRestMs ? until : undefined),
    noteSuccess() {
      failures = 0;
      until = 0;
    },
    noteFailure(now, isSure, askedForMs = 0) {
      failures = isSure ? Math.max(failures + 1, failuresInRow) : failures + 1;
      if (failures < failuresInRow) return;
      const restMs = shortestRestMs * 2 ** Math.min(failures - failuresInRow, 10);
      until = now + Math.min(Math.max(restMs, askedForMs), longestRestMs);
    },
  };
}
