// Times of day in a text, with the zones that stand beside them: "1-3pm ET", "noon PT / 3 PM ET", "11:59 PM AoE", "16h30".

import { findStatedZone, readZoneAfter, readZoneBefore, type ZoneWord } from './zoneWords.ts';

export interface ClockTime {
  readonly index: number;
  readonly end: number;
  /** Minutes after midnight, 0 to 1440. */
  readonly minutes: number;
  /** Of a range: when it ends; may be past midnight. */
  readonly untilMinutes?: number;
  /** "4:10" is hardly at night, but nothing says that it is in the afternoon. */
  readonly isHalfUnsure?: true;
  /** As it is written; unset: none stands there. */
  readonly zone?: ZoneWord;
}

const half = '(a\\.?m\\.?|p\\.?m\\.?)';
const name = '(noon|midnight|midday)';
const one = `(?:(\\d{1,2})(?:[:.h](\\d{2}))?(?:[ ]?${half}(?![a-z]))?(?:,?[ ]?\\(?${name}\\b\\)?)?|${name})`;
/** "18:00 to 6 March" ends on a day, at no hour. */
const ofMonth = '(?:st|nd|rd|th)?\\.? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)';
const times = new RegExp(
  `(?<![\\d:.$€£#-])(?<!\\d/)\\b${one}(?:[ ]{0,2}(?:-|–|—|to|until|till|and|through)[ ]{0,2}${one}(?!${ofMonth}))?(?![\\d%/])`,
  'gi',
);

/** In the order of the text. @param homeTimeZone tells "CST" from "CST" */
export function findClockTimes(text: string, homeTimeZone: string | undefined): ClockTime[] {
  const stated = findStatedZone(text, homeTimeZone);
  let zoneEnd = 0;
  return [...text.matchAll(times)].flatMap((match) => {
    const [said, hour, minute, meridiem, called, only, lastHour, lastMinute, lastMeridiem, lastCalled, lastOnly] =
      match;
    // The offset of a zone is no time.
    if (match.index < zoneEnd) return [];
    const end = match.index + said.length;
    const after = readZoneAfter(text, end, homeTimeZone);
    const own = after?.zone ?? readZoneBefore(text, match.index, homeTimeZone);
    const lastName = lastCalled ?? lastOnly;
    const last = readTime(lastHour, lastMinute, lastMeridiem, lastName);
    const first = readTime(
      hour,
      minute,
      meridiem ?? borrowedHalf(hour, lastHour, lastMeridiem, lastName),
      called ?? only,
    );
    if (!isClock(said, own !== undefined) || first === undefined) return [];
    if (isNoClock(text.slice(Math.max(0, match.index - 40), match.index))) return [];
    const zone = own ?? stated;
    zoneEnd = end + (after?.length ?? 0);
    const isMove = last !== undefined && movedFrom.test(text.slice(Math.max(0, match.index - 60), match.index));
    return [
      {
        index: match.index,
        end: zoneEnd,
        minutes: isMove ? last : first,
        ...(smallHour.test(said) ? { isHalfUnsure: true as const } : {}),
        ...(last === undefined || isMove ? {} : { untilMinutes: last <= first ? last + 1440 : last }),
        ...(zone ? { zone } : {}),
      },
    ];
  });
}

/** "Moved from 18:00 to 19:00": it begins at the second. */
const movedFrom =
  /\b(?:moved|shifted|changed|postponed|delayed|rescheduled|brought forward)\b[^.\n]{0,30}\bfrom (?:the )?$/i;

/** Alone, or up to another one. */
const smallHour = /^[1-7][:.h]\d{2}(?!.*(?:[ap]\.?m|noon|midnight|midday))/i;
const noClock =
  /\b(?:rooms?|ratio|scale|chapters?|score|scored|won|lost|verses?|psalms?|section|page|figure|table|odds|aspect|version|mix|no\.?)(?: (?:of|is|was|by|no\.?|number))?[ :]{0,2}$/i;

/** Numbers with a colon that are no hours: "room 10:15", "a scale of 1:20". */
function isNoClock(before: string): boolean {
  return noClock.test(before);
}

/** A bare number is a time only where a zone, a half of the day or minutes stand with it. */
function isClock(said: string, hasZone: boolean): boolean {
  return hasZone || /[ap]\.?m\b|\d[:h]\d{2}|noon|midnight|midday/i.test(said);
}

/** "1-3pm" begins in the afternoon, "11-1pm" before noon. */
function borrowedHalf(
  hour: string | undefined,
  lastHour: string | undefined,
  lastHalf: string | undefined,
  lastName: string | undefined,
): string | undefined {
  if (lastHalf === undefined || hour === undefined || lastName !== undefined) return undefined;
  const [first, last] = [Number(hour) % 12, Number(lastHour) % 12];
  const isAfternoon = /^p/i.test(lastHalf);
  if (isAfternoon && first > last) return 'am';
  return lastHalf;
}

function readTime(
  hour: string | undefined,
  minute: string | undefined,
  half_: string | undefined,
  called: string | undefined,
): number | undefined {
  const isMidnight = called !== undefined && /^midnight/i.test(called);
  if (hour === undefined) return called === undefined ? undefined : isMidnight ? 0 : 720;
  // "12:00 midnight" is no noon, and "11:59 midnight" is before it.
  if (isMidnight && half_ === undefined && Number(hour) <= 12)
    return readTime(hour, minute, Number(hour) === 12 ? 'am' : 'pm', undefined);
  const minutes = Number(minute ?? 0);
  let hours = Number(hour);
  if (half_ !== undefined) {
    if (hours < 1 || hours > 12) return undefined;
    hours = (hours % 12) + (/^p/i.test(half_) ? 12 : 0);
  }
  return hours > 24 || minutes > 59 || (hours === 24 && minutes > 0) ? undefined : hours * 60 + minutes;
}
