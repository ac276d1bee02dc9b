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

/** What the site asks for: by its answer's headers and by the document. */
export interface AskedPause extends PollOccasion {
  /** How long the answer stays fresh by Cache-Control or Expires, in milliseconds. */
  readonly freshForMs?: number | undefined;
  readonly wishes?: PollWishes | undefined;
}

/** After a reading that succeeded. */
export function nextPollAfterReading({ now, intervalMs, random, freshForMs = 0, wishes = {} }: AskedPause): Instant {
  const askedMs = Math.min(Math.max(freshForMs, wishes.pauseMs ?? 0), longestPauseMs);
  const pauseMs = Math.max(
    spread(Math.min(intervalMs, longestPauseMs), random),
    askedMs + lengthening(askedMs, random),
  );
  return afterQuietHours(now + Math.min(pauseMs, longestPauseMs), wishes);
}

/**
 * After a reading that failed: twice as long with each failure, up to a day, and never sooner than the site asked.
 *
 * @param failures in a row before this one
 * @param retryAfterMs what the site asked for
 */
export function nextPollAfterTrouble(
  { now, intervalMs, random }: PollOccasion,
  failures: number,
  retryAfterMs = 0,
): Instant {
  const doubledMs = Math.min(intervalMs * 2 ** Math.min(failures, 20), longestPauseMs);
  return now + Math.max(spread(doubledMs, random), retryAfterMs + lengthening(retryAfterMs, random));
}

/** The first hour that the document allows; where it allows none within a week, its wish is void. */
function afterQuietHours(at: Instant, { skipHours = [], skipDays = [] }: PollWishes): Instant {
  const isQuiet = (instant: Instant) => {
    const date = new Date(instant);
    return skipHours.includes(date.getUTCHours()) || skipDays.includes(date.getUTCDay());
  };
  let candidate = at;
  for (let hours = 0; hours < 7 * 24; hours += 1) {
    if (!isQuiet(candidate)) return candidate;
    candidate = (Math.floor(candidate / hourMs) + 1) * hourMs;
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
