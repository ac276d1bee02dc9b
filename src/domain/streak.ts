// Things begun again and again in quick succession: each waits longer than the one before, and a quiet time starts anew.

import type { Instant } from './ids.ts';

/** How often in a row something was begun, and when last. */
export interface Streak {
  readonly count: number;
  readonly lastAt: Instant;
}

/** The first and the longest pause, doubling between them. Milliseconds. */
export type Pauses = readonly [first: number, longest: number];

/** A streak ends when nothing was begun for this many of the longest pauses. */
const quietPauses = 4;

/** The first one may begin at once. A clock that was set back prolongs no pause. */
export function nextAt(streak: Streak | undefined, now: Instant, [first, longest]: Pauses): Instant {
  const count = countOf(streak, now, longest);
  if (!streak || count === 0) return now;
  return Math.min(streak.lastAt, now) + Math.min(first * 2 ** (count - 1), longest);
}

/** Begun again now. */
export function extend(streak: Streak | undefined, now: Instant, [, longest]: Pauses): Streak {
  return { count: countOf(streak, now, longest) + 1, lastAt: now };
}

function countOf(streak: Streak | undefined, now: Instant, longest: number): number {
  return streak && now - streak.lastAt < longest * quietPauses ? streak.count : 0;
}
