// Dates with their roles → the moments of a finding: day, instant, zone, the words they were read from, and how sure they are.

import type { Day } from '../../domain/conference.ts';
import type { Doubt, FoundMilestone, FoundMoment } from '../../domain/conferenceFinding.ts';
import { anywhereOnEarth } from '../../domain/moment.ts';
import { type AttachedTime, attachTime, type TimedText } from './attachTimes.ts';
import type { DatePhrase } from './datePhrase.ts';
import { type DeadlinePhrase, lastDay } from './deadlines.ts';
import type { EventDate } from './eventDates.ts';

/** Characters; see `FoundMoment` and `FoundMilestone`. */
const quoteLength = 300;
const labelLength = 100;

/** The time of the event's first day. */
export function timeOfEvent({ phrase }: EventDate, timed: TimedText): AttachedTime | undefined {
  // The day may be said several times, with its time only once.
  const places = timed.phrases.flatMap((other, place) => (other.on === phrase.on ? [place] : []));
  return places.map((place) => attachTime(place, timed, false)).find((time) => time !== undefined);
}

export function eventMoments(
  text: string,
  { phrase, score }: EventDate,
  doubts: readonly Doubt[],
  time: AttachedTime | undefined,
): { readonly start: FoundMoment; readonly end?: FoundMoment } {
  const confidence = Math.max(0.1, Math.min(1, 0.5 + score / 12 - doubts.length * 0.25));
  const start = momentOf(text, phrase, confidence, time, phrase.on);
  if (phrase.until === undefined && time?.until === undefined) return { start };
  const end = momentOf(text, phrase, confidence, undefined, phrase.until ?? phrase.on);
  if (time?.until === undefined) return { start, end };
  return { start, end: { ...end, at: time.until, timeZone: time.timeZone } };
}

/** @param isElsewhere whether a bare time is by other clocks than the society's */
export function milestoneOf(
  deadline: DeadlinePhrase,
  timed: TimedText,
  isElsewhere: (time: AttachedTime) => boolean,
): FoundMilestone {
  const { phrase, kind, label, sureness, previousOn } = deadline;
  const place = timed.phrases.indexOf(phrase);
  const time = attachTime(place, timed, true);
  const isUsable = time && !time.isContradicted && !time.isAmbiguous && !isElsewhere(time);
  const confidence = sureness * (phrase.hasYear ? 1 : 0.9);
  const moment = momentOf(timed.text, phrase, confidence, isUsable ? time : undefined, lastDay(deadline));
  const isAnywhere = moment.at === undefined && time === undefined && endsAnywhere(timed.text, phrase);
  return {
    kind,
    moment: isAnywhere ? { ...moment, timeZone: anywhereOnEarth } : moment,
    label: label.slice(0, labelLength),
    ...(previousOn === undefined ? {} : { previousOn }),
  };
}

const anywhere = /\b(?:AoE|any ?where on earth|UTC ?[-–−] ?12)\b/i;
const allAnywhere =
  /\ball (?:\w+ ){0,3}(?:deadlines?|submissions?|dates?|times?)\b[^.\n]{0,80}\b(?:AoE|any ?where on earth|UTC ?[-–−] ?12)\b/i;

/** "15 March 2027 (AoE)", or once for all: "All deadlines are anywhere on earth". */
function endsAnywhere(text: string, { end }: DatePhrase): boolean {
  const [rest = ''] = text.slice(end, end + 60).split('\n');
  return anywhere.test(rest) || allAnywhere.test(text);
}

function momentOf(
  text: string,
  phrase: DatePhrase,
  confidence: number,
  time: AttachedTime | undefined,
  on: Day,
): FoundMoment {
  const from = time ? Math.min(phrase.index, time.index) : phrase.index;
  const to = time ? Math.max(phrase.end, time.end) : phrase.end;
  const isNear = to - from <= quoteLength;
  const quote = isNear ? text.slice(from, to) : text.slice(phrase.index, phrase.end);
  return {
    on,
    quote: quote.trim().slice(0, quoteLength),
    confidence,
    ...(time ? { at: time.at, timeZone: time.timeZone } : {}),
  };
}
