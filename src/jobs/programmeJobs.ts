// What happens by itself with a programme: members are reminded, and once a week all hear what is to come.

import { type DigestParts, digest } from './digest.ts';
import { type RemindParts, remind } from './remind.ts';
import type { Job } from './schedule.ts';

export function programmeJobs(parts: RemindParts & DigestParts): readonly Job[] {
  return [
    { name: 'remind', every: 'everySecond', run: () => remind(parts) },
    { name: 'digest', every: 'everyHalfMinute', run: () => digest(parts) },
  ];
}
