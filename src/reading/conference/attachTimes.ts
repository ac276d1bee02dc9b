// The time of day that belongs to a date: beside it, before it or in the clause after it. Several zones of one moment must agree.

import type { Day } from '../../domain/conference.ts';
import type { Instant } from '../../domain/ids.ts';
import { addDays, clockIn, instantOf } from '../../domain/moment.ts';
import type { ClockTime } from './clockTimes.ts';
import type { DatePhrase } from './datePhrase.ts';
import type { ZoneWord } from './zoneWords.ts';

export interface AttachedTime {
  readonly at: Instant;
  readonly until?: Instant;
  readonly timeZone: string;
  /** No zone stands there: the society's own was taken. */
  readonly isHome: boolean;
  /** A zone stands there that nobody here knows: the hour is a guess. */
  readonly isUnknown: boolean;
  readonly isAmbiguous: boolean;
  /** The clocks are changed then: that time is skipped or comes twice. */
  readonly isAtChange: boolean;
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
  /** Of times without a zone; unset: nobody knows when they are. */
  readonly homeTimeZone: string | undefined;
}

/** @param isDeadline midnight ends the day of a deadline */
export function attachTime(place: number, timed: TimedText, isDeadline: boolean): AttachedTime | undefined {
  const { phrases } = timed;
  const phrase = phrases[place];
  if (!phrase) return undefined;
  const closing = isDeadline ? undefined : closingTime(phrase, timed);
  const group = timesOf(place, timed, isDeadline).map((time) =>
    closing?.zone && !time.zone ? { ...time, zone: closing.zone } : time,
  );
  const [first] = group;
  const homeTimeZone = timed.homeTimeZone ?? group.find(({ zone }) => zone?.timeZone !== undefined)?.zone?.timeZone;
  if (!first || homeTimeZone === undefined || (first.isHalfUnsure && group.length === 1)) return undefined;
  const day = isDeadline ? (phrase.until ?? phrase.on) : phrase.on;
  const moments = group.map((time) =>
    momentOf(day, isDeadline && time.minutes === 0 ? { ...time, minutes: 1440 } : time, homeTimeZone),
  );
  const isContradicted = moments.some((moment) => moment.isContradicted || moment.at !== moments[0]?.at);
  // One of several is a slip of the pen; what most of them say is most likely meant.
  const { at, until, timeZone } = mostSaid(moments);
  const ofLastDay = closing
    ? momentOf(phrase.until ?? day, { ...first, ...closing }, homeTimeZone).at
    : phrase.until !== undefined &&
      until !== undefined &&
      !isOneNight(phrase, first, timed.text) &&
      momentOf(phrase.until, first, homeTimeZone).until;
  const last = ofLastDay === false ? until : ofLastDay;
  return {
    at,
    timeZone,
    isHome: first.zone === undefined,
    isUnknown: first.zone !== undefined && first.zone.timeZone === undefined,
    isAmbiguous: first.zone?.isAmbiguous ?? false,
    isAtChange: isAtChange(at, day, mostSaidTime(group, moments, at), timeZone),
    isContradicted,
    index: first.index,
    end: group.at(-1)?.end ?? first.end,
    ...(last === undefined ? {} : { until: last }),
  };
}

/** "The night of 12/13 June, 20:00 to 02:00" ends on its second day. */
function isOneNight({ index, end, on, until }: DatePhrase, { untilMinutes = 0 }: ClockTime, text: string): boolean {
  return untilMinutes > 1440 && until === addDays(on, 1) && text.slice(index, end).includes('/');
}

/** Of "5 March, 18:00, to 7 March, 16:00" the second. */
function closingTime({ index, end, until }: DatePhrase, { text, times }: TimedText): ClockTime | undefined {
  const isInside = times.some((time) => time.index > index && time.end < end);
  const next = times.find((time) => time.index >= end);
  const isJoinedOn = next !== undefined && /^[\s,(]*(?:at )?$/.test(text.slice(end, next.index));
  return until !== undefined && isInside && isJoinedOn ? next : undefined;
}

function mostSaidTime(group: readonly ClockTime[], moments: readonly Moment[], at: Instant): ClockTime | undefined {
  return group[moments.findIndex((moment) => moment.at === at)];
}

/** Half an hour is the smallest step that clocks take (Lord Howe). */
const stepsMs = [30 * 60_000, 60 * 60_000];

function isAtChange(at: Instant, on: Day, time: ClockTime | undefined, timeZone: string): boolean {
  if (time === undefined) return false;
  const clockAt = (instant: Instant) => clockIn(instant, timeZone);
  const isSkipped = time.minutes < 1440 && clockAt(at) !== `${on}T${clock(time.minutes)}`;
  return isSkipped || stepsMs.some((step) => clockAt(at + step) === clockAt(at));
}

function mostSaid(moments: readonly Moment[]): Moment {
  const count = ({ at }: Moment) => moments.filter((other) => other.at === at).length;
  return [...moments].sort((one, other) => count(other) - count(one))[0] as Moment;
}

/** The first time of the nearest group, and those that say the same moment in other zones. */
function timesOf(place: number, { text, phrases, times }: TimedText, isDeadline: boolean): ClockTime[] {
  const phrase = phrases[place] as DatePhrase;
  const [earlier, later] = [phrases[place - 1], phrases[place + 1]];
  const afterEnd = Math.min(later ? beginOfEntry(text, later.index, phrase.end) : text.length, phrase.end + reachAfter);
  const after = times.filter(
    (time) => time.index >= phrase.end && time.index < afterEnd && (isDeadline || leadsTo(text, phrase.end, time)),
  );
  const beforeStart = Math.max(earlier?.end ?? 0, phrase.index - reachBefore);
  const before = times.filter(
    (time) =>
      time.index >= beforeStart &&
      time.end <= phrase.index &&
      isOnLine(text, time.end, phrase.index) &&
      !isOfEarlier(time, earlier, text.slice(time.end, phrase.index), text),
  );
  const [next] = after;
  const inside = times
    .filter(({ index }) => index > phrase.index && index < phrase.end)
    .map((time) => withoutDay(time, phrase.end));
  const isNear = next && isJoined(text.slice(phrase.end, next.index));
  // The hours of an office are told some lines below a deadline.
  const usable = isDeadline && !(next && isOnLine(text, phrase.end, next.index)) ? [] : after;
  const chosen = isNear || before.length === 0 ? (usable.length > 0 ? usable : before) : before;
  if (inside.length > 0 && (!isDeadline || usable.length === 0)) return chain(text, inside);
  return chain(text, chosen);
}

/** Of "abstracts by 1 March, 17:00. The workshop: 12 July" the hour is that of the abstracts. @param between the time and the later date */
function isOfEarlier({ index }: ClockTime, earlier: DatePhrase | undefined, between: string, text: string): boolean {
  const isParted = between.search(sentenceEnd) >= 0;
  const isBeside = earlier !== undefined && /^[\s,(|]*(?:at |by |@ ?)?$/i.test(text.slice(earlier.end, index));
  return isParted || (isBeside && !/^[\s,)]*(?:on )?(?:the )?(?:[a-z]+day,? )?$/i.test(between));
}

const sentenceEnd = /(?<!\b(?:[ap]\.m|Dr|Prof|St|No|[A-Z]))(?:[.!?]["”’)\]]?|;)\s/g;
/** Words of another sentence by which the event begins then. */
const begins =
  /^[\s"“(]*$|\b(?:begin|start|commenc|kick|meet|gather|join|held|tak(?:e|es|ing) place|scheduled|runs?|speak|time|when|(?:is|will be) (?:at|from|between))\w*\b[^.]{0,60}$|^\s*(?:from|at|between)\s*$/i;
/** Of "March 4 - 5 pm" the 4 is the day's. */
function withoutDay(time: ClockTime, dayEnd: number): ClockTime {
  const { untilMinutes, ...rest } = time;
  return time.end > dayEnd && untilMinutes !== undefined ? { ...rest, minutes: untilMinutes % 1440 } : time;
}

/** What people do beside the event, or before it. */
const beside =
  /\b(?:doors|registration|register|check-?in|arrivals?|coffee|tea|lunch|breakfast|dinner|reception|drinks|banquet|excursion|tour|closes|closing)\b[^.;,\n]{0,30}$/i;

/** "All deadlines are 23:59 AoE" */
const isDue =
  /\b(?:deadlines?|due|submi\w+|(?:abstracts?|papers?|proposals?|applications?) (?:are|is|by|until|must|should|close)\w*)\b[^.;\n]{0,40}$/i;

/** Whether a time after a date is likely the event's: other things of a text have times, too. */
function leadsTo(text: string, from: number, { index, zone }: ClockTime): boolean {
  const between = text.slice(from, index);
  if (isDue.test(between)) return false;
  const [said] = beside.exec(between) ?? [];
  const [word = ''] = said?.split(/\W/) ?? [];
  const [firstLine = ''] = text.split('\n', 1);
  if (said !== undefined && !firstLine.toLowerCase().includes(word.toLowerCase())) return false;
  const last = [...between.matchAll(sentenceEnd)].at(-1);
  return last === undefined || zone !== undefined || begins.test(between.slice(last.index + last[0].length));
}

/** Where the line of the next date begins: a time before that date is its own. */
function beginOfEntry(text: string, next: number, from: number): number {
  const line = text.lastIndexOf('\n', next);
  return line >= from ? line : next;
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
  /** The offset in the brackets is not that of the zone before them. */
  readonly isContradicted: boolean;
  readonly at: Instant;
  readonly until?: Instant;
  readonly timeZone: string;
}

function momentOf(on: Day, { minutes, untilMinutes, zone }: ClockTime, homeTimeZone: string): Moment {
  const { timeZone, isContradicted } = settleZone(on, minutes, zone, homeTimeZone);
  const at = atMinutes(on, minutes, timeZone);
  return {
    at,
    timeZone,
    isContradicted,
    ...(untilMinutes === undefined ? {} : { until: atMinutes(on, untilMinutes, timeZone) }),
  };
}

/** "CST (UTC-6)" leaves one of two zones, "EST (UTC-5)" in June none. */
function settleZone(on: Day, minutes: number, zone: ZoneWord | undefined, homeTimeZone: string) {
  const { checked, timeZone = homeTimeZone } = zone ?? {};
  if (!checked) return { timeZone, isContradicted: false };
  const at = atMinutes(on, minutes, checked.byOffset);
  const agreeing = checked.meant.find((one) => atMinutes(on, minutes, one) === at);
  return { timeZone: agreeing ?? checked.byOffset, isContradicted: agreeing === undefined };
}

function atMinutes(on: Day, minutes: number, timeZone: string): Instant {
  return instantOf(addDays(on, Math.floor(minutes / 1440)), clock(minutes % 1440), timeZone);
}

/** `HH:mm` */
function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
