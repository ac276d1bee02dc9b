// An iCalendar file → its events as they stand there, each read alone: a bad one is reported, and the others are kept.

import { SourceError } from '../../domain/errors.ts';
import { singleLine } from '../cleanText.ts';
import { decodeText } from '../decodeText.ts';
import { createZoneFinder } from './findZone.ts';
import { type ParsedEvent, parseEvent, parseUndated, type UndatedEvent } from './parseEvent.ts';
import { splitCalendar, valueIn } from './splitCalendar.ts';

/** Bytes. */
const maxCalendarBytes = 5_000_000;
const maxEvents = 5_000;
/** Of all RDATE and EXDATE lists together; more would take longer than a calendar may. */
const maxListedDates = 20_000;

export interface CalendarDocument {
  readonly bytes: Uint8Array;
  readonly contentType?: string | undefined;
  /** Zone of times that name none, in a calendar that names none. */
  readonly homeTimeZone: string;
}

export interface EventsReading {
  readonly title: string;
  readonly events: readonly ParsedEvent[];
  /** Those that cannot be used; each has its problem, too. */
  readonly undated: readonly UndatedEvent[];
  /** Whether it has more events than are read. */
  readonly isCut: boolean;
  readonly problems: readonly string[];
}

/** @throws SourceError notACalendar, tooLarge */
export function readEvents(document: CalendarDocument): EventsReading {
  if (document.bytes.length > maxCalendarBytes) throw new SourceError('tooLarge');
  const text = decodeText(withWholeCharacters(document.bytes), document.contentType ?? '');
  const calendar = splitCalendar(text);
  const isCalendar = /^[^\S\r\n]*BEGIN:VCALENDAR/im.test(text.slice(0, 10_000)) || calendar.parts.length > 0;
  if (!isCalendar || /^\s*<(?:!doctype|html)/i.test(text)) throw new SourceError('notACalendar');
  const findZone = createZoneFinder(calendar, document.homeTimeZone);
  const isCancellation = /^cancel$/i.test(valueIn(calendar.head, 'METHOD'));
  const problems: string[] = [];
  const parts = calendar.parts.filter(({ name }) => name === 'VEVENT');
  if (parts.length > maxEvents) problems.push(`only the first ${maxEvents} of ${parts.length} events were read`);

  const events: ParsedEvent[] = [];
  const undated: UndatedEvent[] = [];
  let listedDates = 0;
  for (const [index, part] of parts.slice(0, maxEvents).entries()) {
    const report = (problem: string) => problems.push(`event ${index + 1} (${nameOf(part.lines)}): ${problem}`);
    listedDates += countListedDates(part.lines);
    const found =
      listedDates > maxListedDates
        ? parseUndated(part.lines, `the calendar lists over ${maxListedDates} single dates`)
        : parseEvent(part.lines, findZone);
    if (!part.isClosed) report('its END is missing, it may be incomplete');
    if (found.problem !== undefined) report(found.problem);
    if (!('event' in found)) undated.push(found);
    else events.push(isCancellation ? { ...found, event: { ...found.event, status: 'cancelled' } } : found);
  }
  const isCut = parts.length > maxEvents;
  return { title: titleOf(calendar.head), events, undated, isCut, problems };
}

/** Some programmes fold their lines by bytes, and so within a character: what is folded there is joined before it is decoded. */
function withWholeCharacters(bytes: Uint8Array): Uint8Array {
  const folded = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const joined = folded.replace(/(?:\r\n?|\n)[ \t](?=[\x80-\xbf])/g, '');
  return joined.length === folded.length ? bytes : Buffer.from(joined, 'latin1');
}

function countListedDates(lines: readonly string[]): number {
  const lists = lines.filter((line) => /^(?:RDATE|EXDATE)[:;]/i.test(line));
  return lists.reduce((count, line) => count + line.split(',').length, 0);
}

function titleOf(head: readonly string[]): string {
  return singleLine(valueIn(head, 'X-WR-CALNAME') || valueIn(head, 'NAME'))
    .replace(/\\([,;\\])/g, '$1')
    .slice(0, 200);
}

function nameOf(lines: readonly string[]): string {
  return singleLine(valueIn(lines, 'SUMMARY') || valueIn(lines, 'UID')).slice(0, 80) || 'without a title';
}
