// One VEVENT → a CalendarEvent. Only the lines that are needed are read: a bad alarm or attendee must not cost the event.

import { createHash } from 'node:crypto';
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { CalendarEvent, ConferenceTime } from '../../domain/conference.ts';
import { cleanCharacters, cutText, singleLine } from '../cleanText.ts';
import { htmlToText } from '../htmlToText.ts';
import { normaliseLink } from '../pageAddress.ts';
import { type DateText, readDateLine } from './dateText.ts';
import { readTime, type WrittenTime, writtenTime } from './eventTime.ts';
import type { ZoneFinder } from './findZone.ts';
import { type Repetition, readRepetition } from './recurrence/readRepetition.ts';
import { valueIn } from './splitCalendar.ts';
import { utc } from './zones.ts';

/** Characters. */
const maxTitleLength = 300;
const maxPlaceLength = 300;
const maxDescriptionLength = 10_000;
const maxUidLength = 500;

const textLine = /^(?:SUMMARY|STATUS|LOCATION|URL|DESCRIPTION|UID)[:;]/i;

export interface ParsedEvent {
  /** Its `uid` is the series's: which instance it is, stands beside. */
  readonly event: CalendarEvent;
  readonly start: WrittenTime;
  /** ISO 8601; unset: its end is written, or it has none. */
  readonly duration?: string;
  /** Unset: it takes place once. */
  readonly repetition?: Repetition;
  /** Of an instance that replaces one of a series, or all from then on: the start it had. */
  readonly replaces?: WrittenTime & { readonly isAndFuture: boolean };
  /** Of two versions the higher counts; of the same, the one written later. */
  readonly sequence: number;
  /** `YYYYMMDDTHHmmssZ`, or empty. */
  readonly writtenAt: string;
  /** What was not as it should be, though the event could be read. */
  readonly problem?: string;
}

/** What is left of an event whose date is missing or no date. */
export interface UndatedEvent {
  /** Both may be empty. */
  readonly uid: string;
  readonly title: string;
  readonly status: CalendarEvent['status'];
  readonly problem: string;
}

/** @param findZone what a TZID means in this calendar */
export function parseEvent(lines: readonly string[], findZone: ZoneFinder): ParsedEvent | UndatedEvent {
  const { text, problems } = readTexts(lines);
  const told = toldBy(text);
  try {
    const firstDate = dateIn(lines, 'DTSTART');
    if (firstDate === undefined) throw new Error(faultOf(lines, 'DTSTART'));
    const findOwnZone = zoneFinderBeside(firstDate, findZone);
    const replaces = readReplaces(lines, findOwnZone);
    const lastDate = dateIn(lines, 'DTEND');
    const [start, end] = isWholeDay(lines) ? [dayOf(firstDate), lastDate && dayOf(lastDate)] : [firstDate, lastDate];
    if (end === undefined && lineOf(lines, 'DTEND') !== undefined) problems.push(faultOf(lines, 'DTEND'));
    const ending = { end, duration: valueIn(lines, 'DURATION') };
    const { time, start: written, problem, isZoneUnsure = false } = readTime(start, ending, findOwnZone);
    const repetition = readRepetition(lines, findOwnZone);
    const fault = problems[0] ?? problem ?? repetition?.problem;
    return {
      event: {
        ...described(told, text, time),
        ...(isZoneUnsure || repetition?.isZoneUnsure ? { isZoneUnsure: true } : {}),
        ...(isPrivate(lines) ? { isPrivate: true } : {}),
      },
      start: written,
      ...(end === undefined && ending.duration !== '' ? { duration: ending.duration } : {}),
      ...(repetition === undefined ? {} : { repetition }),
      ...(replaces === undefined ? {} : { replaces }),
      sequence: Number(valueIn(lines, 'SEQUENCE')) || 0,
      writtenAt: valueIn(lines, 'LAST-MODIFIED') || valueIn(lines, 'DTSTAMP'),
      ...(fault === undefined ? {} : { problem: fault }),
    };
  } catch (error) {
    return { ...told, problem: messageOf(error) };
  }
}

/** A time of an event that names no zone is by the clock of its start. */
function zoneFinderBeside({ text, tzid: own }: DateText, findZone: ZoneFinder): ZoneFinder {
  if (text.endsWith('Z')) return (tzid, local) => (tzid === undefined ? { zone: utc } : findZone(tzid, local));
  return (tzid, local) => findZone(tzid ?? own, local);
}

/** An event that shall not be used, and why. */
export function parseUndated(lines: readonly string[], problem: string): UndatedEvent {
  return { ...toldBy(readTexts(lines).text), problem };
}

type Told = Pick<CalendarEvent, 'uid' | 'title' | 'status'>;

function toldBy(text: (name: string) => string): Told {
  return {
    uid: cutText(singleLine(text('uid')), maxUidLength),
    title: cutText(singleLine(text('summary')), maxTitleLength),
    status: statusOf(text('status')),
  };
}

function described(told: Told, text: (name: string) => string, time: ConferenceTime): CalendarEvent {
  const place = cutText(singleLine(text('location')), maxPlaceLength);
  const url = normaliseLink(text('url'));
  const description = cutText(descriptionOf(text('description')), maxDescriptionLength);
  const uid = told.uid || hashOf(told.title, time);
  return {
    uid,
    title: told.title || cutText(singleLine(description), 80) || uid,
    time,
    status: told.status,
    ...(place === '' ? {} : { place }),
    ...(url === undefined ? {} : { url }),
    ...(description === '' ? {} : { description }),
  };
}

/** The values of text, as ical.js reads them; a line it cannot read is a problem, and costs only itself. */
function readTexts(lines: readonly string[]) {
  const problems: string[] = [];
  const texts = new Map<string, string>();
  for (const line of lines.filter((candidate) => textLine.test(candidate))) {
    try {
      const [name, , , value] = ICAL.parse.property(line, ICAL.design.icalendar) as unknown as unknown[];
      if (!texts.has(String(name)) && typeof value === 'string') texts.set(String(name), value);
    } catch (error) {
      problems.push(`${line.slice(0, 80)}: ${messageOf(error)}`);
    }
  }
  return { problems, text: (name: string) => texts.get(name) ?? '' };
}

function lineOf(lines: readonly string[], name: string): string | undefined {
  return lines.find((line) => line.toUpperCase().startsWith(name) && /^[:;]/.test(line.slice(name.length)));
}

function dateIn(lines: readonly string[], name: string) {
  const line = lineOf(lines, name);
  return line === undefined ? undefined : readDateLine(line);
}

function faultOf(lines: readonly string[], name: string): string {
  const line = lineOf(lines, name);
  return line === undefined ? `it has no ${name}` : `${line.slice(0, 80)} is no date`;
}

function readReplaces(lines: readonly string[], findZone: ZoneFinder): ParsedEvent['replaces'] {
  const line = lineOf(lines, 'RECURRENCE-ID');
  if (line === undefined) return undefined;
  const date = readDateLine(line);
  if (date === undefined) throw new Error(faultOf(lines, 'RECURRENCE-ID'));
  return { ...writtenTime(date, findZone), isAndFuture: /;RANGE="?THISANDFUTURE/i.test(line) };
}

/** What is not known is private, too. @see RFC 5545 section 3.8.1.3 */
function isPrivate(lines: readonly string[]): boolean {
  const access = valueIn(lines, 'CLASS').trim();
  return access !== '' && !/^public$/i.test(access);
}

/** Outlook writes whole days as hours, from midnight to midnight. */
function isWholeDay(lines: readonly string[]): boolean {
  return /^true$/i.test(valueIn(lines, 'X-MICROSOFT-CDO-ALLDAYEVENT').trim());
}

function dayOf(date: DateText): DateText {
  return date.text.endsWith('T00:00:00') ? { ...date, text: date.text.slice(0, 10) } : date;
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

function messageOf(error: unknown): string {
  return singleLine(error instanceof Error ? error.message : String(error)).slice(0, 200);
}
