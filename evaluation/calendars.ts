// A folder of iCalendar files → the events each has, as they stand there: a series is one, and so is each replacement.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSayable } from '../src/domain/errors.ts';
import type { ParsedEvent } from '../src/sources/calendar/parseEvent.ts';
import { readEvents } from '../src/sources/calendar/readEvents.ts';

/** Zone of times that name none, in a calendar that names none. */
const homeTimeZone = 'UTC';

export interface CalendarLine {
  readonly file: string;
  readonly events: readonly EventLine[];
  readonly problems: readonly string[];
}

/** `start` and `end` are days, the end included, or instants in UTC. An event without a date has none, and is a problem. */
export interface EventLine {
  readonly uid: string;
  readonly title: string;
  readonly start?: string;
  readonly end?: string;
  readonly allDay?: boolean;
  readonly timeZone?: string;
  readonly isZoneUnsure?: true;
  readonly status: string;
  readonly url?: string;
  readonly location?: string;
}

export function* evaluateCalendars(folder: string): Iterable<CalendarLine> {
  for (const file of readdirSync(folder).sort()) {
    if (/\.ics$/i.test(file)) yield { file, ...readCalendar(join(folder, file)) };
  }
}

function readCalendar(path: string): Pick<CalendarLine, 'events' | 'problems'> {
  try {
    const { events, undated, problems } = readEvents({ bytes: readFileSync(path), homeTimeZone });
    return { events: [...events.map(toLine), ...undated.map(({ problem: _, ...said }) => said)], problems };
  } catch (error) {
    if (!isSayable(error)) throw error;
    return { events: [], problems: [error.code] };
  }
}

function toLine({ event }: ParsedEvent): EventLine {
  const { uid, title, time, status, url, place, isZoneUnsure } = event;
  const said = {
    ...(url ? { url } : {}),
    ...(place ? { location: place } : {}),
    ...(isZoneUnsure ? { isZoneUnsure } : {}),
  };
  if (time.kind === 'days') {
    return { uid, title, start: time.startsOn, end: time.endsOn, allDay: true, status, ...said };
  }
  const end = time.endsAt === undefined ? {} : { end: iso(time.endsAt) };
  return { uid, title, start: iso(time.startsAt), ...end, allDay: false, timeZone: time.timeZone, status, ...said };
}

function iso(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}
