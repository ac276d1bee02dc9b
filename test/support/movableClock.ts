// The clock of a bot whose test does not wait for what is due in an hour. Times within it pass as they do outside.

import type { Clock } from '../../src/ports/clock.ts';

export interface MovableClock extends Clock {
  forward(ms: number): void;
}

export function createMovableClock(): MovableClock {
  let aheadMs = 0;
  return {
    now: () => Date.now() + aheadMs,
    forward: (ms) => {
      aheadMs += ms;
    },
  };
}
