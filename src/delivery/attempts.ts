// How long ago a request of a delivery was made, by a clock that nobody sets: a clock that jumps ahead does not make a request
// settled that may still land. In memory: what an earlier process sent counts from the start of this one.

import type { DeliveryId } from '../domain/ids.ts';

export interface Attempts {
  /** A request for it is made now. */
  note(id: DeliveryId): void;
  /** Nothing of it is under way any more. */
  forget(id: DeliveryId): void;
  /** At least so long ago its last request was made. Milliseconds. */
  quietMs(id: DeliveryId): number;
}

/** @param steadyMs a clock that only ever goes on */
export function createAttempts(steadyMs: () => number = () => performance.now()): Attempts {
  const startedAt = steadyMs();
  const latest = new Map<DeliveryId, number>();
  return {
    note: (id) => void latest.set(id, steadyMs()),
    forget: (id) => void latest.delete(id),
    quietMs: (id) => steadyMs() - (latest.get(id) ?? startedAt),
  };
}
