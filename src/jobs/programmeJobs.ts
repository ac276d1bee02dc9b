// What happens by itself with a programme: members are reminded, once a week all hear what is to come, and Discord's own events
// follow it.

import { type DigestParts, digest } from './digest.ts';
import { type RemindParts, remind } from './remind.ts';
import type { Job } from './schedule.ts';
import { createSyncEvents, type SyncEventsParts } from './syncEvents.ts';

export function programmeJobs(parts: RemindParts & DigestParts & SyncEventsParts): readonly Job[] {
  return [
    { name: 'remind', every: 'everySecond', run: () => remind(parts) },
    { name: 'digest', every: 'everyHalfMinute', run: () => digest(parts) },
    { name: 'syncEvents', every: 'everyHalfMinute', run: createSyncEvents(parts) },
  ];
}
