// When something is, as a moderator typed it: exact forms are believed at once, words only after they were read back.

import type { ConferenceTime } from '../../domain/conference.ts';
import type { Instant } from '../../domain/ids.ts';
import { readExactMoment, type WrittenMoment } from './exactMoment.ts';
import { instantOfWritten, readMomentInWords, type WrittenSpan } from './momentInWords.ts';

export interface WrittenTime {
  readonly start: string;
  /** Unset or empty: what `start` says of it, else none. */
  readonly end?: string;
  /** IANA name, of what names no zone itself. */
  readonly timeZone: string;
  readonly now: Instant;
}

export type ReadTime =
  | {
      readonly kind: 'read';
      readonly time: ConferenceTime;
      /** Some of it was words, so that it may be meant otherwise. */
      readonly isInWords: boolean;
      readonly isWeekdayWrong: boolean;
    }
  /** clocksDiffer: one has a time of day, and the other has none. */
  | { readonly kind: 'startUnreadable' | 'endUnreadable' | 'endBeforeStart' | 'clocksDiffer' };

export function readWrittenTime({ start: startText, end: endText = '', timeZone, now }: WrittenTime): ReadTime {
  const start = read(startText, now, timeZone);
  if (!start) return { kind: 'startUnreadable' };
  const beginning = instantOfWritten(start.start, timeZone);
  const end = endText.trim() === '' ? undefined : read(endText, beginning, timeZone);
  if (endText.trim() !== '' && (!end || end.end)) return { kind: 'endUnreadable' };
  const time = timeOf(start.start, end?.start ?? start.end, timeZone);
  if (typeof time === 'string') return { kind: time };
  const isInWords = start.isInWords || end?.isInWords === true;
  return { kind: 'read', time, isInWords, isWeekdayWrong: start.isWeekdayWrong || end?.isWeekdayWrong === true };
}

function read(text: string, from: Instant, timeZone: string): (WrittenSpan & { isInWords: boolean }) | undefined {
  const exact = readExactMoment(text);
  if (exact) return { start: exact, isWeekdayWrong: false, isInWords: false };
  // Nearly exact is a slip of the hand, not words.
  if (/^\s*\d{4}-/.test(text)) return undefined;
  const span = readMomentInWords(text, from, timeZone);
  return span && { ...span, isInWords: true };
}

function timeOf(
  start: WrittenMoment,
  end: WrittenMoment | undefined,
  timeZone: string,
): ConferenceTime | 'endBeforeStart' | 'clocksDiffer' {
  if (end && (start.clock === undefined) !== (end.clock === undefined)) return 'clocksDiffer';
  if (start.clock === undefined) {
    const endsOn = end?.on ?? start.on;
    return endsOn < start.on ? 'endBeforeStart' : { kind: 'days', startsOn: start.on, endsOn };
  }
  const startsAt = instantOfWritten(start, timeZone);
  if (!end) return { kind: 'instants', startsAt, timeZone };
  const endsAt = instantOfWritten(end, timeZone);
  return endsAt <= startsAt ? 'endBeforeStart' : { kind: 'instants', startsAt, endsAt, timeZone };
}
