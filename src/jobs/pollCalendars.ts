// Reads the calendars that are due, and brings the programme up to date with them, one transaction a calendar.

import { calendarPlanning } from '../delivery/planCalendarTrouble.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { CalendarEvent } from '../domain/conference.ts';
import { claimOfEvent } from '../domain/conferenceClaim.ts';
import { SourceError } from '../domain/errors.ts';
import type { CalendarId, UserId } from '../domain/ids.ts';
import { dayIn } from '../domain/moment.ts';
import { nextPollAfterReading, nextPollAfterTrouble, type PollOccasion } from '../domain/pollSchedule.ts';
import type { Log } from '../kit/log.ts';
import type { CalendarImporting } from '../ports/calendarImporting.ts';
import type { CalendarFindings, Calendars } from '../ports/calendars.ts';
import type { Clock } from '../ports/clock.ts';
import type { FetchedCalendar, Reader } from '../ports/reader.ts';
import type { Settings } from '../ports/settings.ts';

/** Calendars read at the same time. */
const atOnce = 4;

export interface PollCalendarsParts {
  readonly calendars: Calendars;
  readonly settings: Pick<Settings, 'get'>;
  readonly reader: Reader;
  readonly clock: Clock;
  readonly log: Log;
  /** Pause between two readings of the address. Milliseconds. */
  readonly intervalMs: (url: string) => number;
  /** In [0, 1), for jitter. Unset: Math.random. */
  readonly random?: (() => number) | undefined;
}

export interface PollCalendars extends CalendarImporting {
  /** Begins to read what is due and has a place; does not wait for it. */
  pollDue(): Promise<void>;
  /** Resolves once what is being read is saved. */
  settle(): Promise<void>;
  /** Begins no more and resolves once nothing is being read. */
  finish(): Promise<void>;
}

export function createPollCalendars(parts: PollCalendarsParts): PollCalendars {
  const underWay = new Map<CalendarId, Promise<void>>();
  let isEnding = false;
  const begin = (calendar: Calendar) => {
    const polling = pollCalendar(calendar, parts).finally(() => underWay.delete(calendar.id));
    underWay.set(calendar.id, polling);
    return polling;
  };
  const settle = async () => {
    await Promise.all(underWay.values());
  };
  return {
    async pollDue() {
      if (isEnding) return;
      const due = await parts.calendars.listDue(parts.clock.now(), atOnce + underWay.size);
      for (const calendar of due.filter(({ id }) => !underWay.has(id)).slice(0, atOnce - underWay.size)) {
        void begin(calendar);
      }
    },
    settle,
    async finish() {
      isEnding = true;
      await settle();
    },
    async readAgain(guildId, id) {
      const calendar = await parts.calendars.find(guildId, id);
      if (calendar === undefined) return undefined;
      await (underWay.get(id) ?? begin(calendar));
      return parts.calendars.find(guildId, id);
    },
    async importNow(guildId, url, by) {
      const { timeZone } = await parts.settings.get(guildId);
      const reading = await parts.reader.readCalendar(url, timeZone);
      const open = reading.events.filter(isForEverybody);
      if (open.length === 0) return undefined;
      const saved = await save({ guildId, url, timeZone, by }, reading, parts);
      return (
        saved && { ...saved, unreadable: reading.problems.length, privateCount: reading.events.length - open.length }
      );
    },
  };
}

async function pollCalendar(calendar: Calendar, parts: PollCalendarsParts): Promise<void> {
  const { id, guildId, url } = calendar;
  const startedAt = performance.now();
  try {
    const { timeZone } = await parts.settings.get(guildId);
    const { calendars, reader, clock, log } = parts;
    const reading = await reader.readCalendar(url, timeZone, validatorsOf(calendar, timeZone, clock.now()));
    if (reading.kind === 'notModified' || reading.fingerprint === calendar.fingerprint) {
      await calendars.saveUnchanged(id, cursorOf(reading, url, parts), calendarPlanning);
    } else {
      await save({ guildId, url, timeZone }, reading, parts);
    }
    log.info('calendar.polled', { calendarId: id, durationMs: Math.round(performance.now() - startedAt) });
  } catch (error) {
    await noteFailure(calendar, error, parts).catch((again) => logFailure(calendar, again, parts));
  }
}

/** What is no trouble of its site is looked at again in its turn, not at once. */
async function noteFailure(calendar: Calendar, error: unknown, parts: PollCalendarsParts): Promise<void> {
  if (error instanceof SourceError) return saveTrouble(calendar, error, parts);
  logFailure(calendar, error, parts);
  await parts.calendars.postpone(calendar.id, nextPollAfterTrouble(occasionOf(calendar.url, parts), 0, undefined));
}

function logFailure({ id }: Calendar, error: unknown, { log }: PollCalendarsParts): void {
  log.error('job.failed', { job: 'pollCalendars', calendarId: id, err: error });
}

/** None where the answer would be another one: once a day, because dates that repeat come nearer, and in another time zone. */
function validatorsOf({ validators, lastReadAt, timeZone }: Calendar, present: string, now: number) {
  return timeZone === present && dayIn(lastReadAt, 'UTC') === dayIn(now, 'UTC') ? validators : {};
}

interface Address {
  readonly guildId: Calendar['guildId'];
  readonly url: string;
  readonly timeZone: string;
  readonly by?: UserId;
}

function save({ timeZone, ...address }: Address, reading: FetchedCalendar, parts: PollCalendarsParts) {
  const { title, events, unread, fingerprint } = reading;
  const claims = events.filter(isForEverybody).map((event) => claimOfEvent(event, 'calendar', address.url));
  const findings = { title, timeZone, claims, unread, fingerprint, ...cursorOf(reading, address.url, parts) };
  return parts.calendars.saveReading(address, findings, calendarPlanning);
}

function isForEverybody({ isPrivate }: CalendarEvent): boolean {
  return !isPrivate;
}

function cursorOf(
  { validators, freshForMs }: Pick<FetchedCalendar, 'validators' | 'freshForMs'>,
  url: string,
  parts: PollCalendarsParts,
): Pick<CalendarFindings, 'validators' | 'readAt' | 'nextPollAt'> {
  const occasion = occasionOf(url, parts);
  const wishes = freshForMs === undefined ? {} : { freshForMs };
  return { validators, readAt: occasion.now, nextPollAt: nextPollAfterReading(occasion, wishes) };
}

async function saveTrouble({ id, url, trouble }: Calendar, error: SourceError, parts: PollCalendarsParts) {
  const { code, args, retryAfterMs } = error;
  const occasion = occasionOf(url, parts);
  const nextPollAt = nextPollAfterTrouble(occasion, trouble?.count ?? 0, retryAfterMs);
  // Its host asked for a pause while it waited for its turn: there is no answer, so no trouble.
  if (code === 'limited' && args.status === undefined) return parts.calendars.postpone(id, nextPollAt);
  const detail = Object.values(args).join(' ');
  await parts.calendars.saveTrouble(id, { code, detail, at: occasion.now, nextPollAt }, calendarPlanning);
  parts.log.warn('calendar.failed', { calendarId: id, code });
}

function occasionOf(url: string, { clock, intervalMs, random = Math.random }: PollCalendarsParts): PollOccasion {
  return { now: clock.now(), intervalMs: intervalMs(url), random };
}
