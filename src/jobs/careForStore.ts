// What keeps the store in order, together: the clock followed, copies made, what is outlived forgotten, and jobs that write kept
// from beginning what cannot be written down.

import type { Log } from '../kit/log.ts';
import type { Mended } from '../ports/storeHealth.ts';
import { type BackUpParts, backUp } from './backUp.ts';
import { createFollowClock, type FollowClockParts } from './followClock.ts';
import { type HousekeepingParts, housekeeping } from './housekeeping.ts';
import type { Job } from './schedule.ts';
import { createStoreGate, type StoreGateParts } from './whileStoreWorks.ts';

interface CareParts extends FollowClockParts, BackUpParts, HousekeepingParts, StoreGateParts {
  readonly mended?: Mended;
  readonly log: Log;
}

/** Resolves once nothing that the clock did before this start stands in the way. */
export async function careForStore(parts: CareParts) {
  const { mended, log } = parts;
  if (mended) {
    log.error('store.mended', { ...mended });
    // Also for who looks at no log.
    process.stderr.write(`${mended.sentence}\n`);
  }
  const followClock = createFollowClock(parts);
  await followClock();
  const storeJobs: readonly Job[] = [
    { name: 'followClock', every: 'everySecond', run: followClock },
    { name: 'backUp', every: 'hourly', run: () => backUp(parts) },
    { name: 'housekeeping', every: 'daily', run: () => housekeeping(parts) },
  ];
  return { storeJobs, whileStoreWorks: createStoreGate(parts) };
}
