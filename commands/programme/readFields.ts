// What was typed of a conference → its facts, and whether they are to be read back before they are saved.

import type { ConferenceFacts, ConferenceTime } from '../../src/domain/conference.ts';
import { Refusal } from '../../src/domain/errors.ts';
import type { Instant } from '../../src/domain/ids.ts';
import { isUrl } from '../../src/domain/isUrl.ts';
import { addDays, spanOf } from '../../src/domain/moment.ts';
import { exactTexts } from '../../src/reading/writtenDate/exactMoment.ts';
import { type ReadTime, readWrittenTime } from '../../src/reading/writtenDate/readWrittenTime.ts';
import { type TypedConference, typedLimits } from '../../src/views/conferenceDraft.ts';
import { cutText, escapeLine, oneLine } from '../../src/views/text.ts';
import { readTimeZone } from '../parts/timeZone.ts';
import { withScheme } from '../parts/withScheme.ts';

const repeatedLimit = 100;
const dayMs = 86_400_000;

/** What is unset stays as it is; what is empty is taken away. */
export type TypedFields = Partial<TypedConference> & { readonly timeZone?: string | undefined };

export interface ReadFields {
  readonly facts: ConferenceFacts;
  /** In which start and end were read. */
  readonly timeZone: string;
  /** Words may be meant otherwise. */
  readonly isInWords: boolean;
  readonly isWeekdayWrong: boolean;
  readonly isPast: boolean;
}

/** @param before unset: a new one. @throws Refusal saying which field to mend, and how */
export function readFields(
  typed: TypedFields,
  before: ConferenceFacts | undefined,
  homeTimeZone: string,
  now: Instant,
): ReadFields {
  const zoneBefore = zoneOf(before?.time, homeTimeZone);
  const timeZone = typed.timeZone === undefined ? zoneBefore : readTimeZone(typed.timeZone);
  const when = readWhen(typed, before?.time, { timeZone, zoneBefore, now });
  const title = typed.title === undefined ? (before?.title ?? '') : cutText(oneLine(typed.title), typedLimits.title);
  if (title === '') throw new Refusal('titleEmpty');
  const place = typed.place === undefined ? (before?.place ?? '') : cutText(oneLine(typed.place), typedLimits.place);
  const url = typed.url === undefined ? (before?.url ?? '') : readUrl(typed.url);
  const { time, isInWords, isWeekdayWrong } = when;
  const { description, status = 'confirmed', milestones = [] } = before ?? {};
  if (!time && milestones.length === 0) throw new Refusal('startMissing');
  const facts: ConferenceFacts = {
    title,
    status,
    milestones,
    ...(time ? { time } : {}),
    ...(place === '' ? {} : { place }),
    ...(url === '' ? {} : { url }),
    ...(description === undefined ? {} : { description }),
  };
  return { facts, timeZone, isInWords, isWeekdayWrong, isPast: spanOf(facts).overAt <= now };
}

/** The same, with the refusal returned, for who has more to say of it. */
export function readOrRefusal(...typed: Parameters<typeof readFields>): ReadFields | Refusal {
  try {
    return readFields(...typed);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** As a form shows it, to be changed. */
export function typedFields({ title, time, place = '', url = '' }: ConferenceFacts): TypedConference {
  return { title, ...(time ? exactTexts(time) : { start: '', end: '' }), place, url };
}

/** In which a form shows the times. */
export function zoneOf(time: ConferenceTime | undefined, homeTimeZone: string): string {
  return time?.kind === 'instants' ? time.timeZone : homeTimeZone;
}

interface When {
  readonly time?: ConferenceTime;
  readonly isInWords: boolean;
  readonly isWeekdayWrong: boolean;
}

function readWhen(
  typed: TypedFields,
  before: ConferenceTime | undefined,
  { timeZone, zoneBefore, now }: { timeZone: string; zoneBefore: string; now: Instant },
): When {
  const known = before ? exactTexts(before) : { start: '', end: '' };
  const start = typed.start?.trim() ?? known.start;
  const isStartNew = start !== known.start;
  // A start that moves takes the end with it, unless the end is given.
  const end = typed.end?.trim() ?? (isStartNew ? '' : known.end);
  const isSame = !isStartNew && end === known.end && (timeZone === zoneBefore || before?.kind === 'days');
  if (isSame || (start === '' && end === '')) {
    return { isInWords: false, isWeekdayWrong: false, ...(isSame && before ? { time: before } : {}) };
  }
  const read = readWrittenTime({ start, end, timeZone, now });
  if (read.kind !== 'read') return refuse(read.kind, start, end);
  const { time, isInWords, isWeekdayWrong } = read;
  const moved = typed.end === undefined && isStartNew && before ? withLengthOf(before, time) : undefined;
  return { time: moved ?? time, isInWords: isInWords || moved !== undefined, isWeekdayWrong };
}

/** Undefined where it lasted no longer, or says itself when it ends. */
function withLengthOf(before: ConferenceTime, time: ConferenceTime): ConferenceTime | undefined {
  if (before.kind === 'days' && time.kind === 'days') {
    const days = Math.round((Date.parse(before.endsOn) - Date.parse(before.startsOn)) / dayMs);
    return days > 0 && time.endsOn === time.startsOn ? { ...time, endsOn: addDays(time.startsOn, days) } : undefined;
  }
  if (before.kind !== 'instants' || time.kind !== 'instants' || time.endsAt !== undefined) return undefined;
  if (before.endsAt === undefined) return undefined;
  return { ...time, endsAt: time.startsAt + before.endsAt - before.startsAt };
}

function refuse(kind: Exclude<ReadTime['kind'], 'read'>, start: string, end: string): never {
  switch (kind) {
    case 'startUnreadable':
      if (start === '') throw new Refusal('startMissing');
      throw new Refusal('startUnreadable', { typed: escapeLine(start, repeatedLimit) });
    case 'endUnreadable':
      throw new Refusal('endUnreadable', { typed: escapeLine(end, repeatedLimit) });
    case 'endBeforeStart':
      throw new Refusal('endBeforeStart');
    case 'clocksDiffer':
      throw new Refusal('clocksDiffer');
  }
}

function readUrl(typed: string): string {
  if (typed.trim() === '') return '';
  const url = withScheme(typed);
  const isPage = isUrl(url) && /^https?:$/.test(new URL(url).protocol) && new URL(url).hostname.includes('.');
  if (!isPage) throw new Refusal('pageUnreadable', { typed: escapeLine(typed, repeatedLimit) });
  return new URL(url).href;
}
