// An iCalendar file → the events in it, each series as its instances of the coming time. Invariant: no event is lost silently.

import type { Instant } from '../domain/ids.ts';
import type { CalendarReading } from '../ports/reader.ts';
import { expandSeries } from './calendar/expandSeries.ts';
import { type CalendarDocument, readEvents } from './calendar/readEvents.ts';

export interface DatedCalendar extends CalendarDocument {
  /** The present: instances of a series are those from a month ago to two years from now. */
  readonly now: Instant;
}

const dayMs = 86_400_000;
const windowMs = { back: 30 * dayMs, ahead: 731 * dayMs };
/** Lines of problems; more tell nobody more. */
const maxProblems = 100;

/** @throws SourceError notACalendar, tooLarge */
export function parseCalendar({ now, ...document }: DatedCalendar): CalendarReading {
  const { title, events, undated, isCut, problems } = readEvents(document);
  const window = { from: now - windowMs.back, to: now + windowMs.ahead, now };
  const unfollowed: string[] = [];
  const found = expandSeries(events, window, (problem) => unfollowed.push(problem));
  const unread = [
    ...(isCut ? [{ from: 0 }] : []),
    ...undated.map(({ uid }) => ({ from: 0, ...(uid === '' ? {} : { uid }) })),
    ...found.unread,
  ];
  const known = [...problems, ...unfollowed].slice(0, maxProblems);
  return { title, events: found.events, unread, problems: known };
}
