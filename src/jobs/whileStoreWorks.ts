// Jobs that post or poll pause while the store cannot be written: what cannot be written down is not begun. They go on by
// themselves once a write succeeds; it is tried ever more seldom, so that a full disk is not made busier.

import type { Log } from '../kit/log.ts';
import type { StoreHealth } from '../ports/storeHealth.ts';

/** Pauses between two attempts, doubling. Milliseconds. */
const attemptPauseMs = { least: 1_000, most: 60_000 };

export interface StoreGateParts {
  readonly storeHealth: StoreHealth;
  readonly log: Log;
  /** Milliseconds that only ever grow, whatever the clock does. Unset: the process's own. */
  readonly monotonicMs?: () => number;
}

type Run = () => Promise<unknown>;

/** @returns what makes a job pause while the store fails; all jobs it is given to pause together */
export function createStoreGate({ storeHealth, log, monotonicMs = () => performance.now() }: StoreGateParts) {
  let pauseMs = attemptPauseMs.least;
  let isPaused = false;
  let attemptAtMs = 0;
  let failedAtMs = Number.NEGATIVE_INFINITY;

  const mayWork = async (): Promise<boolean> => {
    const now = monotonicMs();
    const condition = storeHealth.health();
    if (condition.kind === 'fine') return resume(now);
    if (!isPaused) {
      isPaused = true;
      attemptAtMs = now + pauseMs;
      log.error('store.failing', { code: condition.code, since: condition.since });
    }
    failedAtMs = now;
    if (now < attemptAtMs) return false;
    pauseMs = Math.min(pauseMs * 2, attemptPauseMs.most);
    attemptAtMs = now + pauseMs;
    return (await storeHealth.probe()).kind === 'fine' && resume(now);
  };

  const resume = (now: number): true => {
    if (isPaused) log.info('store.recovered');
    isPaused = false;
    // A store that fails again at once is still ailing, and its pauses go on growing.
    if (now - failedAtMs > attemptPauseMs.most) pauseMs = attemptPauseMs.least;
    return true;
  };

  return (run: Run): Run =>
    async () =>
      (await mayWork()) ? run() : undefined;
}
