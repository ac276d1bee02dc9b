// One VEVENT → a CalendarEvent. ical.js reads the lines, and only those that are needed: a bad alarm or attendee must not cost
// the event.

import { createHash } from 'node:crypto';
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { CalendarEvent, ConferenceTime } from '../../domain/conference.ts';
import { cleanCharacters, cutText, singleLine } from '../cleanText.ts';
import { htmlToText } from '../htmlToText.ts';
import { normaliseLink } from '../pageAddress.ts';
import { type Property, readTime, type ZoneFinder } from './eventTime.ts';

/** Characters. */
const maxTitleLength = 300;
const maxPlaceLength = 300;
const maxDescriptionLength = 10_000;
const maxUidLength = 500;

const neededLine =
  /^(?:UID|SUMMARY|DTSTART|DTEND|DURATION|STATUS|LOCATION|URL|DESCRIPTION|RECURRENCE-ID|SEQUENCE|X-MICROSOFT-CDO-ALLDAYEVENT)[:;]/i;

export interface ParsedEvent {
  readonly event: CalendarEvent;
  readonly isRecurring: boolean;
  /** The UID as the calendar gives it; the instances of a series share it. */
  readonly seriesUid: string;
  /** Of an instance that replaces one of a series: the start it had. */
  readonly recurrenceId: string | undefined;
  /** DTSTART as written, in the form of `recurrenceId`. */
  readonly startText: string;
  readonly sequence: number;
  /** What was not as it should be, though the event could be read. */
  readonly problem: string | undefined;
}

/**
 * @param findZone what a TZID means in this calendar
 * @throws Error saying what is wrong, for the people who keep the calendar
 */
export function parseEvent(lines: readonly string[], findZone: ZoneFinder): ParsedEvent {
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

  const start = find('dtstart');
  if (start === undefined) throw new Error(problems[0] ?? 'it has no DTSTART');
  const { time, problem } = readTime(start, find('dtend'), find('duration'), findZone);
  const title = cutText(singleLine(text('summary')), maxTitleLength);
  const recurrence = find('recurrence-id');
  const recurrenceId = recurrence === undefined ? undefined : String(recurrence[3]);
  const ownUid = cutText(singleLine(text('uid')), maxUidLength) || hashOf(title, time);
  const place = cutText(singleLine(text('location')), maxPlaceLength);
  const url = normaliseLink(text('url'));
  const description = cutText(descriptionOf(text('description')), maxDescriptionLength);
  const event: CalendarEvent = {
    uid: recurrenceId === undefined ? ownUid : `${ownUid}#${recurrenceId}`,
    title: title === '' ? cutText(singleLine(description), 80) || ownUid : title,
    time,
    status: statusOf(text('status')),
    ...(place === '' ? {} : { place }),
    ...(url === undefined ? {} : { url }),
    ...(description === '' ? {} : { description }),
  };
  return {
    event,
    isRecurring: lines.some((line) => /^(?:RRULE|RDATE)[:;]/i.test(line)),
    seriesUid: ownUid,
    recurrenceId,
    startText: String(start[3]),
    sequence: Number(find('sequence')?.[3] ?? 0) || 0,
    problem: problems[0] ?? problem,
  };
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
