import type { Instant } from '../domain/ids.ts';

/** Sets right what was scheduled while the clock was ahead. */
export interface ClockRepair {
  /**
   * Pulls back what lies further ahead than it can have been meant.
   *
   * @param setBackMs by how much the clock was seen to be set back; 0 where nobody saw it
   * @returns how many things were pulled back
   */
  pullBack(now: Instant, leaseMs: number, setBackMs: number): Promise<number>;
}
