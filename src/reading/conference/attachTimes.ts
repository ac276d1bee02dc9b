// The time of day that belongs to a date: beside it, before it or in the clause after it. Several zones of one moment must agree.

import type { Day } from '../../domain/conference.ts';
import type { Instant } from '../../domain/ids.ts';
import { addDays, instantOf } from '../../domain/moment.ts';
import type { ClockTime } from './clockTimes.ts';
import type { DatePhrase } from './datePhrase.ts';

export interface AttachedTime {
  readonly at: Instant;
  readonly until?: Instant;
  readonly timeZone: string;
  /** No zone stands there: the society's own was taken. */
  readonly isHome: boolean;
  readonly isAmbiguous: boolean;
  /** The zones of a list do not mean the same moment. */
  readonly isContradicted: boolean;
  /** Where its words end in the text. */
  readonly end: number;
  readonly index: number;
}

const reachAfter = 220;
const nearAfter = 70;
const reachBefore = 70;
/** What may stand between the times of one moment. */
const listGap = /^[\s/,;|()=·+]*(?:(?:or|and|i\.e\.|=|aka) )?[\s(]*$/i;
const rangeGap = /^\s*(?:-|–|—|to|until|till|and|through)\s*$/i;

export interface TimedText {
  readonly text: string;
  readonly phrases: readonly DatePhrase[];
  readonly times: readonly ClockTime[];
  readonly homeTimeZone: string;
}

/** @param isDeadline midnight ends the day of a deadline */
export function attachTime(place: number, timed: TimedText, isDeadline: boolean): AttachedTime | undefined {
  const { phrases } = timed;
  const phrase = phrases[place];
  if (!phrase) return undefined;
  const group = timesOf(place, timed);
  const [first] = group;
  if (!first) return undefined;
  const day = isDeadline ? (phrase.until ?? phrase.on) : phrase.on;
  const moments = group.map((time) =>
    momentOf(day, isDeadline && time.minutes === 0 ? { ...time, minutes: 1440 } : time, timed.homeTimeZone),
  );
  const isContradicted = moments.some((moment) => moment.at !== moments[0]?.at);
  // One of several is a slip of the pen; what most of them say is most likely meant.
  const { at, until, timeZone } = mostSaid(moments);
  const last =
    phrase.until !== undefined && until !== undefined
      ? momentOf(phrase.until, { ...first }, timed.homeTimeZone).until
      : until;
  return {
    at,
    timeZone,
    isHome: first.zone === undefined,
    isAmbiguous: first.zone?.isAmbiguous ?? false,
    isContradicted,
    index: first.index,
    end: group.at(-1)?.end ?? first.end,
    ...(last === undefined ? {} : { until: last }),
  };
}

function mostSaid(moments: readonly Moment[]): Moment {
  const count = ({ at }: Moment) => moments.filter((other) => other.at === at).length;
  return [...moments].sort((one, other) => count(other) - count(one))[0] as Moment;
}

/** The first time of the nearest group, and those that say the same moment in other zones. */
function timesOf(place: number, { text, phrases, times }: TimedText): ClockTime[] {
  const phrase = phrases[place] as DatePhrase;
  const [earlier, later] = [phrases[place - 1], phrases[place + 1]];
  const afterEnd = Math.min(later?.index ?? text.length, phrase.end + reachAfter);
  const after = times.filter(({ index }) => index >= phrase.end && index < afterEnd);
  const beforeStart = Math.max(earlier?.end ?? 0, phrase.index - reachBefore);
  const before = times.filter(
    (time) => time.index >= beforeStart && time.end <= phrase.index && isOnLine(text, time.end, phrase.index),
  );
  const [next] = after;
  const inside = times.filter(({ index }) => index > phrase.index && index < phrase.end);
  const isNear = next && isJoined(text.slice(phrase.end, next.index));
  const chosen = isNear || before.length === 0 ? (after.length > 0 ? after : before) : before;
  if (inside.length > 0 && after.length === 0) return chain(text, inside);
  return chain(text, chosen);
}

function isOnLine(text: string, from: number, to: number): boolean {
  return !text.slice(from, to).includes('\n');
}

/** A time far below its date is another thing's, unless the words lead there. */
function isJoined(between: string): boolean {
  return between.length <= nearAfter && !/\n\s*\n/.test(between);
}

function chain(text: string, times: readonly ClockTime[]): ClockTime[] {
  const group: ClockTime[] = [];
  for (const time of times) {
    const last = group.at(-1);
    if (!last) {
      group.push(time);
      continue;
    }
    const gap = text.slice(last.end, time.index);
    if (rangeGap.test(gap) && last.untilMinutes === undefined && group.length === 1) {
      const until = time.minutes <= last.minutes ? time.minutes + 1440 : time.minutes;
      const zone = last.zone ?? time.zone;
      group[0] = { ...last, untilMinutes: until, end: time.end, ...(zone ? { zone } : {}) };
    } else if (listGap.test(gap) && last.zone && time.zone) group.push(time);
    else break;
  }
  return group;
}

interface Moment {
  readonly at: Instant;
  readonly until?: Instant;
  readonly timeZone: string;
}

function momentOf(on: Day, { minutes, untilMinutes, zone }: ClockTime, homeTimeZone: string): Moment {
  const timeZone = zone?.timeZone ?? homeTimeZone;
  const at = atMinutes(on, minutes, timeZone);
  return { at, timeZone, ...(untilMinutes === undefined ? {} : { until: atMinutes(on, untilMinutes, timeZone) }) };
}

function atMinutes(on: Day, minutes: number, timeZone: string): Instant {
  const day = addDays(on, Math.floor(minutes / 1440));
  const [hour, minute] = [Math.floor((minutes % 1440) / 60), minutes % 60];
  return instantOf(day, `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`, timeZone);
}
