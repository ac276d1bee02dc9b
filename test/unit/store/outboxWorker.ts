// A worker of the outbox as a test holds it: takes what is due, and begins it.

import type { Delivery } from '../../../src/domain/delivery.ts';
import { now, type TestStore } from './testStore.ts';

export const leaseMs = 60_000;

/** @param storeNow the store of the present test */
export function createWorker(storeNow: () => TestStore) {
  const claim = (owner = 'worker', at = now, limit = 20) =>
    storeNow().outbox.claimDue({ owner, now: at, leaseMs, limit });

  const claimOne = async (owner = 'worker', at = now): Promise<Delivery> => {
    const [row] = await claim(owner, at);
    if (!row) throw new Error('nothing was due');
    return row;
  };

  const sendOne = async (owner = 'worker', at = now): Promise<Delivery> => {
    const row = await storeNow().outbox.markSending(await claimOne(owner, at), owner, at);
    if (!row) throw new Error('the lease was lost');
    return row;
  };

  return { claim, claimOne, sendOne };
}
