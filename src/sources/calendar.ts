// An iCalendar file → the events in it. Every event is read alone: a bad one is reported, and the others are kept. Invariant:
// no event is lost silently.

import type { CalendarEvent } from '../domain/conference.ts';
import { SourceError } from '../domain/errors.ts';
import type { CalendarReading } from '../ports/reader.ts';
import { type ParsedEvent, parseEvent } from './calendar/parseEvent.ts';
import { type CalendarParts, splitCalendar } from './calendar/splitCalendar.ts';
import { findNamedZone, parseOwnZone, type Zone } from './calendar/zones.ts';
import { singleLine } from './cleanText.ts';
import { decodeText } from './decodeText.ts';

/** Bytes. */
const maxCalendarBytes = 5_000_000;
const maxEvents = 5_000;
const maxOwnZones = 100;
/** Lines of problems; more tell nobody more. */
const maxProblems = 100;
/** Above every SEQUENCE. */
const overrideRank = 2 ** 40;

export interface CalendarDocument {
  readonly bytes: Uint8Array;
  readonly contentType?: string | undefined;
  /** Zone of times that name none, in a calendar that names none. */
  readonly homeTimeZone: string;
}

/** @throws SourceError notACalendar, tooLarge */
export function parseCalendar(document: CalendarDocument): CalendarReading {
  if (document.bytes.length > maxCalendarBytes) throw new SourceError('tooLarge');
  const text = decodeText(document.bytes, document.contentType ?? '');
  const parts = splitCalendar(text);
  const isCalendar = /^[^\S\r\n]*BEGIN:VCALENDAR/im.test(text.slice(0, 10_000)) || parts.parts.length > 0;
  if (!isCalendar || /^\s*<(?:!doctype|html)/i.test(text)) throw new SourceError('notACalendar');
  const findZone = zonesOf(parts, document.homeTimeZone);
  const problems: string[] = [];
  const events = parts.parts.filter(({ name }) => name === 'VEVENT');
  if (events.length > maxEvents) problems.push(`only the first ${maxEvents} of ${events.length} events were read`);

  const parsed: ParsedEvent[] = [];
  for (const [index, part] of events.slice(0, maxEvents).entries()) {
    const name = () => `event ${index + 1} (${nameOf(part.lines)})`;
    try {
      const found = parseEvent(part.lines, findZone);
      parsed.push(found);
      if (!part.isClosed) problems.push(`${name()}: its END is missing, it may be incomplete`);
      if (found.problem !== undefined) problems.push(`${name()}: ${found.problem}`);
      if (found.isRecurring) problems.push(`${name()}: it repeats, only its first date was read`);
    } catch (error) {
      problems.push(`${name()}: ${singleLine(error instanceof Error ? error.message : String(error)).slice(0, 200)}`);
    }
  }
  return {
    title: titleOf(parts),
    events: newest(parsed, (problem) => problems.push(problem)),
    problems: problems.slice(0, maxProblems),
  };
}

/** What the calendar calls its zones; without a name, the calendar's own default or the society's. */
function zonesOf(parts: CalendarParts, homeTimeZone: string) {
  const own = new Map<string, Zone>();
  for (const part of parts.parts.filter(({ name }) => name === 'VTIMEZONE').slice(0, maxOwnZones)) {
    const found = parseOwnZone(part.lines);
    if (found !== undefined) own.set(found.tzid, found.zone);
  }
  const stated = valueIn(parts.head, 'X-WR-TIMEZONE');
  const named = (tzid: string): Zone | undefined => {
    const timeZone = findNamedZone(tzid);
    return timeZone === undefined ? own.get(tzid) : { kind: 'named', timeZone };
  };
  const floating: Zone = named(stated) ?? { kind: 'named', timeZone: findNamedZone(homeTimeZone) ?? 'UTC' };
  const known = new Map<string, Zone | undefined>();
  return (tzid: string | undefined): Zone | undefined => {
    if (tzid === undefined) return floating;
    if (!known.has(tzid)) known.set(tzid, named(tzid));
    return known.get(tzid);
  };
}

/**
 * An event that is there twice counts in its latest version; an instance that replaces the first of its series, in its place.
 *
 * @param report is told of each version that is left out
 */
function newest(parsed: readonly ParsedEvent[], report: (problem: string) => void): CalendarEvent[] {
  const masters = parsed.filter(({ recurrenceId }) => recurrenceId === undefined);
  const firstStarts = new Map(masters.map((found) => [found.seriesUid, found.startText]));
  const byUid = new Map<string, { readonly event: CalendarEvent; readonly rank: number }>();
  for (const found of parsed) {
    const isFirst = found.recurrenceId !== undefined && firstStarts.get(found.seriesUid) === found.recurrenceId;
    const event = isFirst ? { ...found.event, uid: found.seriesUid } : found.event;
    const rank = found.sequence + (isFirst ? overrideRank : 0);
    const before = byUid.get(event.uid);
    if (before !== undefined && !isFirst && before.rank < overrideRank) {
      report(`${event.title}: it is there more than once, its latest version counts`);
    }
    if (before === undefined || rank >= before.rank) byUid.set(event.uid, { event, rank });
  }
  return [...byUid.values()].map(({ event }) => event);
}

function titleOf({ head }: CalendarParts): string {
  return singleLine(valueIn(head, 'X-WR-CALNAME') || valueIn(head, 'NAME'))
    .replace(/\\([,;\\])/g, '$1')
    .slice(0, 200);
}

function nameOf(lines: readonly string[]): string {
  return singleLine(valueIn(lines, 'SUMMARY') || valueIn(lines, 'UID')).slice(0, 80) || 'without a title';
}

function valueIn(lines: readonly string[], name: string): string {
  const line = lines.find(
    (candidate) => candidate.toUpperCase().startsWith(name) && /^[:;]/.test(candidate.slice(name.length)),
  );
  return line === undefined ? '' : line.slice(line.indexOf(':') + 1).trim();
}
