// Times of day in a text, with the zones that stand beside them: "1-3pm ET", "noon PT / 3 PM ET", "11:59 PM AoE", "16h30".

import { readZone, type ZoneWord, zoneAfterTime } from './zoneWords.ts';

export interface ClockTime {
  readonly index: number;
  readonly end: number;
  /** Minutes after midnight, 0 to 1440. */
  readonly minutes: number;
  /** Of a range: when it ends; may be past midnight. */
  readonly untilMinutes?: number;
  /** As it is written; unset: none stands there. */
  readonly zone?: ZoneWord;
}

const half = '(a\\.?m\\.?|p\\.?m\\.?)';
const clock = `(\\d{1,2})(?:[:.h](\\d{2}))?(?:[ ]?${half}(?![a-z]))?`;
const word = '(noon|midnight|midday)';
const one = `(?:${clock}|${word})`;
const times = new RegExp(
  `(?<![\\d:.$€£#-])(?<!\\d/)\\b${one}(?:[ ]{0,2}(?:-|–|—|to|until|till|and|through)[ ]{0,2}${one})?(?![\\d%/])`,
  'gi',
);

/** In the order of the text. @param homeTimeZone tells "CST" from "CST" */
export function findClockTimes(text: string, homeTimeZone: string | undefined): ClockTime[] {
  return [...text.matchAll(times)].flatMap((match) => {
    const [said, hour, minute, meridiem, name, lastHour, lastMinute, lastMeridiem, lastName] = match;
    const end = match.index + said.length;
    const zoneMatch = zoneAfterTime.exec(text.slice(end, end + 60));
    const zone = zoneMatch?.[1] === undefined ? zoneOfVenue(text, end) : readZone(zoneMatch, homeTimeZone);
    const last = readTime(lastHour, lastMinute, lastMeridiem, lastName);
    const first = readTime(hour, minute, meridiem ?? borrowedHalf(hour, lastHour, lastMeridiem, lastName), name);
    if (!isClock(said, zone !== undefined) || first === undefined) return [];
    return [
      {
        index: match.index,
        end: end + (zoneMatch?.[0].length ?? 0),
        minutes: first,
        ...(last === undefined ? {} : { untilMinutes: last <= first ? last + 1440 : last }),
        ...(zone ? { zone } : {}),
      },
    ];
  });
}

/** "18:00 local time" is the clock of a place nobody here knows. */
function zoneOfVenue(text: string, end: number): ZoneWord | undefined {
  return /^[ ,(]{0,3}local time/i.test(text.slice(end, end + 16)) ? { isAmbiguous: true } : undefined;
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
  name: string | undefined,
): number | undefined {
  if (name !== undefined) return /^mid(?=night)/i.test(name) ? 0 : 720;
  if (hour === undefined) return undefined;
  const minutes = Number(minute ?? 0);
  let hours = Number(hour);
  if (half_ !== undefined) {
    if (hours < 1 || hours > 12) return undefined;
    hours = (hours % 12) + (/^p/i.test(half_) ? 12 : 0);
  }
  return hours > 24 || minutes > 59 || (hours === 24 && minutes > 0) ? undefined : hours * 60 + minutes;
}
