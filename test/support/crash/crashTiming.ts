import type { Timing } from '../../../src/domain/timing.ts';

/** How long after a request a late commit lands at the latest. Milliseconds. */
export const latestCommitMs = 600;
/** How long Discord remembers a nonce: longer than a create is fresh, as it is in Discord. Milliseconds. */
export const nonceWindowMs = 3_000;

/** Every wait of a delivery, so short that a run passes through them often, in the order they have among each other in Discord. */
export const crashTiming: Partial<Timing> = {
  freshMs: 600,
  settleMs: 2_500,
  retryMs: [50, 150],
  probeMs: [150, 300],
  leaseMs: 5_000,
  requestMs: 1_000,
  loginPausesMs: [20, 100],
  connectPausesMs: [20, 1_000],
  finishMs: 300,
};
