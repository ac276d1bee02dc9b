import type { Instant } from '../domain/ids.ts';

/** Sets right what was scheduled while the clock was ahead. */
export interface ClockRepair {
  /** Pulls back what lies further ahead than it can have been meant. @returns how many things were pulled back */
  pullBack(now: Instant, leaseMs: number): Promise<number>;
}
