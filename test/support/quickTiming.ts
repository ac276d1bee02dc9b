import type { Timing } from '../../src/domain/timing.ts';

/** Waits of a second instead of half a minute; their order among each other stays the same. */
export const quickTiming: Partial<Timing> = {
  freshMs: 3_000,
  settleMs: 2_500,
  retryMs: [50, 100],
  probeMs: [200, 400],
  leaseMs: 5_000,
  requestMs: 2_000,
  loginPausesMs: [20, 100],
  connectPausesMs: [20, 1_000],
};
