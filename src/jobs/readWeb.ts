// Everything that reads by itself: sources, calendars, the pages of articles known by a teaser alone, posts for conferences, and
// articles for whoever will ask for a summary.

import type { CalendarImporting } from '../ports/calendarImporting.ts';
import type { Polling } from '../ports/polling.ts';
import { createKeepReadings, type KeepReadingsParts } from './keepReadings.ts';
import { createPollCalendars, type PollCalendarsParts } from './pollCalendars.ts';
import { createPollSources, type PollParts } from './pollSources.ts';
import { type ReadConferencesParts, readConferences } from './readConferences.ts';
import { type ReadPagesParts, readPages } from './readPages.ts';
import type { Job } from './schedule.ts';

interface ReadWebParts
  extends PollParts,
    ReadPagesParts,
    ReadConferencesParts,
    KeepReadingsParts,
    Omit<PollCalendarsParts, 'intervalMs'> {
  /** Pause between two readings of a calendar. Milliseconds. */
  readonly calendarIntervalMs: (url: string) => number;
}

export interface ReadWeb {
  readonly polling: Polling;
  readonly calendarImporting: CalendarImporting;
  readonly webJobs: readonly Job[];
  /** Begins no more and resolves once no source and no calendar is being read. */
  finish(): Promise<void>;
}

export function createReadWeb(parts: ReadWebParts): ReadWeb {
  const polling = createPollSources(parts);
  const calendarImporting = createPollCalendars({ ...parts, intervalMs: parts.calendarIntervalMs });
  return {
    polling,
    calendarImporting,
    webJobs: [
      { name: 'poll', every: 'everySecond', run: polling.pollDue },
      { name: 'pollCalendars', every: 'everySecond', run: calendarImporting.pollDue },
      { name: 'readPages', every: 'everyHalfMinute', run: () => readPages(parts) },
      { name: 'readConferences', every: 'everyHalfMinute', run: () => readConferences(parts) },
      { name: 'keepReadings', every: 'everyHalfMinute', run: createKeepReadings(parts) },
    ],
    async finish() {
      await Promise.all([polling.finish(), calendarImporting.finish()]);
    },
  };
}
