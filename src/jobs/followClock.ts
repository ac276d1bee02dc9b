// When the clock was set back, what was scheduled by it is set right: no source falls silent, no article waits for a day to pass
// a second time. Also at every start, since nobody knows what the clock did meanwhile.

import type { Instant } from '../domain/ids.ts';
import type { Log } from '../kit/log.ts';
import type { Clock } from '../ports/clock.ts';
import type { ClockRepair } from '../ports/clockRepair.ts';
import type { HostPauses } from '../ports/hostPauses.ts';

export interface FollowClockParts {
  readonly clockRepair: ClockRepair;
  readonly hostPauses: HostPauses;
  readonly clock: Clock;
  readonly log: Log;
  readonly timing: { readonly leaseMs: number };
}

/** Smaller corrections are what every clock gets. Milliseconds. */
const setBackMs = 30_000;

/** @returns the job; its first run always looks */
export function createFollowClock({
  clockRepair,
  hostPauses,
  clock,
  log,
  timing,
}: FollowClockParts): () => Promise<void> {
  let latest: Instant = Number.POSITIVE_INFINITY;
  return async () => {
    const now = clock.now();
    if (now > latest - setBackMs) {
      latest = Math.max(latest, now);
      return;
    }
    const count = await clockRepair.pullBack(now, timing.leaseMs, Number.isFinite(latest) ? latest - now : 0);
    // Pauses are kept in memory, too: they are read anew.
    await hostPauses.forget(now);
    latest = now;
    if (count > 0) log.warn('clock.followed', { count });
  };
}
