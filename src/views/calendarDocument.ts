// A guild's programme as an iCalendar file that every calendar takes. The same entries give the same bytes, so that a subscriber
// is told of changes only. Without METHOD: a calendar to look at, not invitations to answer. See RFC 5545 and RFC 7986

import { Temporal } from 'temporal-polyfill';
import type { ConferenceStatus, ConferenceTime } from '../domain/conference.ts';
import type { Instant } from '../domain/ids.ts';
import { addDays } from '../domain/moment.ts';
import { type LocalTime, localTimeIn, zoneDefinitions } from './calendarZone.ts';
import { foldLine } from './foldLine.ts';
import { findLinkUrl, oneLine, plainText } from './text.ts';

/** One VEVENT. */
export interface CalendarEntry {
  /** Stays for as long as the event does; globally unique, so it ends in `@<host>`. */
  readonly uid: string;
  readonly title: string;
  readonly time: ConferenceTime;
  readonly status: ConferenceStatus;
  readonly place?: string | undefined;
  readonly url?: string | undefined;
  readonly description?: string | undefined;
  /** Grows with each change. */
  readonly sequence: number;
  readonly changedAt: Instant;
}

export interface CalendarFile {
  /** Shown as the calendar's name. */
  readonly name: string;
  readonly entries: readonly CalendarEntry[];
  /** How often a subscriber may ask again; an hour unless given. */
  readonly refreshMinutes?: number;
}

/** Characters of an address. */
const maxUrlLength = 2_000;

/** @returns lines ended by CR LF, to be sent as `text/calendar; charset=utf-8` */
export function calendarDocument({ name, entries, refreshMinutes = 60 }: CalendarFile): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//society-bot//Programme//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${escapeText(oneLine(name))}`,
    `X-WR-CALNAME:${escapeText(oneLine(name))}`,
    `REFRESH-INTERVAL;VALUE=DURATION:PT${refreshMinutes}M`,
    `X-PUBLISHED-TTL:PT${refreshMinutes}M`,
    ...zoneDefinitions(entries.flatMap(({ time }) => localTimesOf(time))),
    ...entries.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

function eventLines(entry: CalendarEntry): string[] {
  const url = findLinkUrl(entry.url, maxUrlLength);
  return [
    'BEGIN:VEVENT',
    textLine('UID', oneLine(entry.uid)),
    // Without METHOD the stamp is when the event was last revised (RFC 5545, 3.8.7.2).
    `DTSTAMP:${utc(entry.changedAt)}`,
    `LAST-MODIFIED:${utc(entry.changedAt)}`,
    `SEQUENCE:${entry.sequence}`,
    ...timeLines(entry.time),
    textLine('SUMMARY', oneLine(entry.title)),
    textLine('LOCATION', oneLine(entry.place ?? '')),
    textLine('DESCRIPTION', plainText(entry.description ?? '').trim()),
    url === undefined ? '' : `URL:${url}`,
    `STATUS:${entry.status.toUpperCase()}`,
    'END:VEVENT',
  ].filter((line) => line !== '');
}

/** Of whole days the end is the day after the last one (RFC 5545, 3.6.1); they take nobody's time in a diary. */
function timeLines(time: ConferenceTime): string[] {
  if (time.kind === 'instants') {
    const ends = time.endsAt === undefined || time.endsAt <= time.startsAt ? [] : [time.endsAt];
    return [
      momentLine('DTSTART', time.startsAt, time.timeZone),
      ...ends.map((at) => momentLine('DTEND', at, time.timeZone)),
    ];
  }
  const isBackwards = time.endsOn < time.startsOn;
  return [
    `DTSTART;VALUE=DATE:${time.startsOn.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${addDays(isBackwards ? time.startsOn : time.endsOn, 1).replaceAll('-', '')}`,
    'TRANSP:TRANSPARENT',
  ];
}

function momentLine(name: string, at: Instant, timeZone: string): string {
  const local = localTimeIn(at, timeZone);
  return local === undefined ? `${name}:${utc(at)}` : `${name};TZID=${timeZone}:${local}`;
}

function localTimesOf(time: ConferenceTime): LocalTime[] {
  if (time.kind === 'days') return [];
  const ends = time.endsAt === undefined ? [] : [time.endsAt];
  return [time.startsAt, ...ends]
    .filter((at) => localTimeIn(at, time.timeZone) !== undefined)
    .map((at) => ({ at, timeZone: time.timeZone }));
}

function utc(at: Instant): string {
  const text = Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'second', roundingMode: 'floor' });
  return text.replace(/[-:]/g, '');
}

/** Empty where there is nothing to say. */
function textLine(name: string, text: string): string {
  return text === '' ? '' : `${name}:${escapeText(text)}`;
}

/** @see RFC 5545 section 3.3.11 */
function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');
}
