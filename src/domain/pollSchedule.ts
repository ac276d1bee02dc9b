// When a source is read again. Pure. Invariant: never before the site wants to be asked, never later than a day because of it.

import type { Instant } from './ids.ts';
import type { PollWishes } from './source.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Whatever a site asks for, it is read once a day. Milliseconds. */
const longestPauseMs = dayMs;
/** Share by which a pause is lengthened or shortened, so that sources do not come due together. */
const jitter = 0.1;

export interface PollOccasion {
  readonly now: Instant;
  /** The pause the operator chose, in milliseconds. */
  readonly intervalMs: number;
  /** In [0, 1). */
  readonly random: () => number;
}

/** After a reading that succeeded. */
export function nextPollAfterReading(occasion: PollOccasion, wishes: PollWishes = {}): Instant {
  const { now, intervalMs, random } = occasion;
  const askedMs = Math.min(Math.max(wishes.freshForMs ?? 0, wishes.pauseMs ?? 0), longestPauseMs);
  const pauseMs = Math.max(
    spread(Math.min(intervalMs, longestPauseMs), random),
    askedMs + lengthening(askedMs, random),
  );
  return afterQuietHours(now + Math.min(pauseMs, longestPauseMs), occasion, wishes);
}

/**
 * After a reading that failed: twice as long with each failure, up to a day, and never sooner than the site asked.
 *
 * @param failures in a row before this one
 * @param retryAfterMs what the site asked for
 */
export function nextPollAfterTrouble(
  occasion: PollOccasion,
  failures: number,
  retryAfterMs = 0,
  wishes: PollWishes = {},
): Instant {
  const { now, intervalMs, random } = occasion;
  const doubledMs = Math.min(intervalMs * 2 ** Math.min(failures, 20), longestPauseMs);
  const pauseMs = Math.max(spread(doubledMs, random), retryAfterMs + lengthening(retryAfterMs, random));
  return afterQuietHours(now + pauseMs, occasion, wishes);
}

/** Instead of a reading for which the host is to be left alone until then; its sources do not come back all at once. */
export function nextPollAfterPause(occasion: PollOccasion, until: Instant, wishes: PollWishes = {}): Instant {
  return afterQuietHours(until + lengthening(until - occasion.now, occasion.random), occasion, wishes);
}

/** Within the first hour that the document allows; where it allows none within a week, its wish is void. */
function afterQuietHours(
  at: Instant,
  { intervalMs, random }: PollOccasion,
  { skipHours = [], skipDays = [] }: PollWishes,
): Instant {
  const isQuiet = (instant: Instant) => {
    const date = new Date(instant);
    return skipHours.includes(date.getUTCHours()) || skipDays.includes(date.getUTCDay());
  };
  if (!isQuiet(at)) return at;
  for (let hours = 1; hours <= 7 * 24; hours += 1) {
    const hour = (Math.floor(at / hourMs) + hours) * hourMs;
    if (!isQuiet(hour)) return hour + lengthening(Math.min(intervalMs, hourMs), random);
  }
  return at;
}

function spread(pauseMs: number, random: () => number): number {
  return Math.round(pauseMs * (1 - jitter + 2 * jitter * random()));
}

/** What a site asks for is never cut short. */
function lengthening(pauseMs: number, random: () => number): number {
  return Math.round(pauseMs * jitter * random());
}
