// What happens by itself for a guild's programme.

import { type ReadConferencesParts, readConferences } from './readConferences.ts';
import type { Job } from './schedule.ts';

/** @param whileStoreWorks holds a job back while nothing can be written down */
export function programmeJobs(
  parts: ReadConferencesParts,
  whileStoreWorks: (run: () => Promise<unknown>) => () => Promise<unknown>,
): Job[] {
  return [{ name: 'readConferences', every: 'everyHalfMinute', run: whileStoreWorks(() => readConferences(parts)) }];
}
