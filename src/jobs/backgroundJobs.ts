// What happens by itself beside polling and posting.

import { type ReadConferencesParts, readConferences } from './readConferences.ts';
import { type ReadPagesParts, readPages } from './readPages.ts';
import type { Job } from './schedule.ts';

interface BackgroundParts extends ReadPagesParts, ReadConferencesParts {}

/** @param whileStoreWorks holds a job back while nothing can be written down */
export function backgroundJobs(
  parts: BackgroundParts,
  whileStoreWorks: (run: () => Promise<unknown>) => () => Promise<unknown>,
): Job[] {
  return [
    { name: 'readPages', every: 'everyHalfMinute', run: whileStoreWorks(() => readPages(parts)) },
    { name: 'readConferences', every: 'everyHalfMinute', run: whileStoreWorks(() => readConferences(parts)) },
  ];
}
