// One VEVENT → a CalendarEvent. ical.js reads the lines, and only those that are needed: a bad alarm or attendee must not cost
// the event.

import { createHash } from 'node:crypto';
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { CalendarEvent, ConferenceTime } from '../../domain/conference.ts';
import { cleanCharacters, cutText, singleLine } from '../cleanText.ts';
import { htmlToText } from '../htmlToText.ts';
import { normaliseLink } from '../pageAddress.ts';
import { type Property, readTime, readWritten, type WrittenTime } from './eventTime.ts';
import type { ZoneFinder } from './findZone.ts';
import { type Repetition, readRepetition } from './recurrence/readRepetition.ts';
import { valueIn } from './splitCalendar.ts';

/** Characters. */
const maxTitleLength = 300;
const maxPlaceLength = 300;
const maxDescriptionLength = 10_000;
const maxUidLength = 500;

const neededLine =
  /^(?:UID|SUMMARY|DTSTART|DTEND|DURATION|STATUS|LOCATION|URL|DESCRIPTION|RECURRENCE-ID|SEQUENCE)[:;]/i;

export interface ParsedEvent {
  /** Its `uid` is the series's: which instance it is, stands beside. */
  readonly event: CalendarEvent;
  readonly start: WrittenTime;
  /** Unset: it takes place once. */
  readonly repetition?: Repetition;
  /** Of an instance that replaces one of a series, or all from then on: the start it had. */
  readonly replaces?: WrittenTime & { readonly isAndFuture: boolean };
  /** Of two versions the higher counts; of the same, the one written later. */
  readonly sequence: number;
  /** `YYYYMMDDTHHmmssZ`, or empty. */
  readonly writtenAt: string;
  /** What was not as it should be, though the event could be read. */
  readonly problem: string | undefined;
}

/** What can be told of an event that has no date that can be read, as in a message that cancels one. */
export interface UndatedEvent extends Pick<CalendarEvent, 'title' | 'status'> {
  /** Empty where it has none. */
  readonly uid: string;
}

/**
 * @param findZone what a TZID means in this calendar
 * @throws Error saying what is wrong, for the people who keep the calendar
 */
export function parseEvent(lines: readonly string[], findZone: ZoneFinder): ParsedEvent {
  const { find, text, problems } = readProperties(lines);
  const start = find('dtstart');
  if (start === undefined) throw new Error(problems[0] ?? 'it has no DTSTART');
  const { time, start: written, problem } = readTime(start, find('dtend'), find('duration'), findZone);
  const title = cutText(singleLine(text('summary')), maxTitleLength);
  const uid = cutText(singleLine(text('uid')), maxUidLength) || hashOf(title, time);
  const place = cutText(singleLine(text('location')), maxPlaceLength);
  const url = normaliseLink(text('url'));
  const description = cutText(descriptionOf(text('description')), maxDescriptionLength);
  const replaced = find('recurrence-id');
  const repetition = readRepetition(lines, findZone);
  return {
    event: {
      uid,
      title: title === '' ? cutText(singleLine(description), 80) || uid : title,
      time,
      status: statusOf(text('status')),
      ...(place === '' ? {} : { place }),
      ...(url === undefined ? {} : { url }),
      ...(description === '' ? {} : { description }),
      ...(written.problem === undefined ? {} : { isZoneUnsure: true }),
    },
    start: written,
    ...(repetition === undefined ? {} : { repetition }),
    ...(replaced === undefined
      ? {}
      : { replaces: { ...readWritten(replaced, findZone), isAndFuture: replaced[1].range === 'THISANDFUTURE' } }),
    sequence: Number(find('sequence')?.[3] ?? 0) || 0,
    writtenAt: valueIn(lines, 'LAST-MODIFIED') || valueIn(lines, 'DTSTAMP'),
    problem: problems[0] ?? problem ?? repetition?.problem,
  };
}

export function parseUndated(lines: readonly string[]): UndatedEvent {
  const { text } = readProperties(lines);
  return {
    uid: cutText(singleLine(text('uid')), maxUidLength),
    title: cutText(singleLine(text('summary')), maxTitleLength),
    status: statusOf(text('status')),
  };
}

/** The first of each name; a line that cannot be read is a problem, and as if it were not there. */
function readProperties(lines: readonly string[]) {
  const problems: string[] = [];
  const properties = lines
    .filter((line) => neededLine.test(line))
    .flatMap((line) => {
      try {
        return [parseLine(line)];
      } catch (error) {
        problems.push(`${line.slice(0, 80)}: ${error instanceof Error ? error.message : String(error)}`);
        return [];
      }
    });
  const find = (name: string) => properties.find(([key]) => key === name);
  const text = (name: string) => (typeof find(name)?.[3] === 'string' ? String(find(name)?.[3]) : '');
  return { find, text, problems };
}

/** A day without its VALUE=DATE is still a day. */
function parseLine(line: string): Property {
  const day = /^(DTSTART|DTEND|RECURRENCE-ID)(?:;[^:]{0,200})?:(\d{8})\s*$/i.exec(line);
  const mended = day === null ? line : `${day[1]};VALUE=DATE:${day[2]}`;
  return ICAL.parse.property(mended, ICAL.design.icalendar) as unknown as Property;
}

function statusOf(status: string): CalendarEvent['status'] {
  const word = status.trim().toUpperCase();
  if (word === 'CANCELLED' || word === 'CANCELED') return 'cancelled';
  return word === 'TENTATIVE' ? 'tentative' : 'confirmed';
}

function descriptionOf(text: string): string {
  const plain = /<(?:p|br|div|a|b|ul|html)\b/i.test(text) ? htmlToText(text) : cleanCharacters(text);
  return plain.replace(/\n{3,}/g, '\n\n').trim();
}

function hashOf(title: string, time: ConferenceTime): string {
  const start = time.kind === 'days' ? time.startsOn : Temporal.Instant.fromEpochMilliseconds(time.startsAt).toString();
  return createHash('sha256').update(`${title}\n${start}`).digest('base64url').slice(0, 22);
}
