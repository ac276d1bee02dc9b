// A post in prose → the conference or call it announces, with every date's words and how sure it is. Nothing is guessed silently:
// what may be wrong is a doubt, and below the gate the moderators are asked.

import type { Day } from '../../domain/conference.ts';
import type { ConferenceFinding, Doubt, FoundMilestone, FoundMoment } from '../../domain/conferenceFinding.ts';
import { isZone } from '../../domain/moment.ts';
import { scoreAnnouncement } from './announcement.ts';
import { type AttachedTime, attachTime, type TimedText } from './attachTimes.ts';
import { findClockTimes } from './clockTimes.ts';
import { createContexts } from './contexts.ts';
import { isCalledOff, saysItHappens, saysItWasMoved } from './cues.ts';
import type { DatePhrase } from './datePhrase.ts';
import { findDatePhrases } from './datePhrases.ts';
import { listDeadlines } from './deadlines.ts';
import { findDoubts, gateOf } from './doubts.ts';
import { type EventDate, rankEventDates } from './eventDates.ts';
import { findLabelSide, findRole, type Role } from './milestones.ts';
import { findPlace } from './place.ts';

export interface ReadText {
  readonly title?: string;
  readonly text: string;
  /** From which days without a year are read; unset: 1970 begins. */
  readonly referenceDate?: Day;
  /** IANA name: of times without a zone. */
  readonly homeTimeZone?: string;
}

/** Characters; what comes later is programme and committee. */
const longestText = 60_000;
const quoteLength = 300;
const labelLength = 100;
const longestLine = 2_000;

export function readConference({
  title = '',
  text,
  referenceDate = '1970-01-01',
  homeTimeZone,
}: ReadText): ConferenceFinding {
  const whole = `${title}\n\n${text}`.slice(0, longestText);
  const body = whole
    .split('\n')
    .map((line) => (line.length > longestLine ? line.slice(0, longestLine) : line))
    .join('\n');
  const phrases = findDatePhrases(body, referenceDate, homeTimeZone);
  const contexts = createContexts(body, phrases);
  const isWorkshop = /\bworkshop\b/i.test(title) || /\bworkshop\b/i.test(text.slice(0, 300));
  const roles: Role[] = [];
  const side = findLabelSide(contexts);
  for (const context of contexts) roles.push(findRole(context, isWorkshop, side, roles.at(-1)));
  const search = { text: body, titleLength: title.length + 1, referenceDate, phrases, contexts, roles };
  const ranked = rankEventDates(search);
  const [best, second] = ranked;
  const deadlines = listDeadlines(phrases, contexts, roles, best?.phrase.on);
  const timed: TimedText = {
    text: body,
    phrases,
    times: findClockTimes(body, homeTimeZone),
    homeTimeZone: homeTimeZone !== undefined && isZone(homeTimeZone) ? homeTimeZone : undefined,
  };

  const place = best ? phrases.indexOf(best.phrase) : -1;
  const context = contexts[place];
  const time = best ? timeOfEvent(best.phrase, timed) : undefined;
  const score = scoreAnnouncement({
    title,
    text,
    referenceDate,
    isCallByDates: new Set(deadlines.map(({ kind }) => kind)).size > 1,
    isSaidToHappen: context !== undefined && saysItHappens(context.sentence),
    isInTitle: ranked.some(({ phrase }) => phrase.index < title.length && phrase.on === best?.phrase.on),
    ...(best ? { startOn: best.phrase.until ?? best.phrase.on } : {}),
    ...(deadlines.length > 0
      ? {
          dueOn: deadlines
            .map(({ phrase }) => phrase.until ?? phrase.on)
            .sort()
            .at(-1) as Day,
        }
      : {}),
  });
  const doubts = findDoubts({
    ...(best ? { best } : {}),
    others: ranked.slice(1),
    ...(time ? { time } : {}),
    deadlines,
    referenceDate,
    announcementScore: score,
  });
  const milestones = deadlines.map(({ phrase, kind, label, sureness, previousOn }): FoundMilestone => {
    const at = attachTime(phrases.indexOf(phrase), timed, true);
    const moment = momentOf(
      body,
      phrase,
      sureness * (phrase.hasYear ? 1 : 0.9),
      at && !at.isContradicted ? at : undefined,
      phrase.until ?? phrase.on,
    );
    return {
      kind,
      moment,
      label: label.slice(0, labelLength),
      ...(previousOn === undefined ? {} : { previousOn }),
    };
  });
  const found = context && findPlace([context.line, context.above, context.below, title]);
  const isMoved = context !== undefined && saysItWasMoved(context.sentence);
  return {
    isAnnouncement: score > 0,
    ...(best ? momentsOf(body, best, doubts, time) : {}),
    milestones,
    ...(found === undefined ? {} : { place: found }),
    ...(isCalledOff(`${title}\n${text.slice(0, 600)}`) ? { isCancelled: true as const } : {}),
    ...(isMoved && second && best && second.phrase.on < best.phrase.on ? { movedFrom: second.phrase.on } : {}),
    doubts,
    needsConfirmation: gateOf(doubts, best, deadlines),
  };
}

function timeOfEvent(phrase: DatePhrase, timed: TimedText): AttachedTime | undefined {
  // The day may be said several times, with its time only once.
  const places = timed.phrases.flatMap((other, place) => (other.on === phrase.on ? [place] : []));
  return places.map((place) => attachTime(place, timed, false)).find((time) => time !== undefined);
}

function momentsOf(
  text: string,
  { phrase, score }: EventDate,
  doubts: readonly Doubt[],
  time: AttachedTime | undefined,
) {
  const confidence = Math.max(0.1, Math.min(1, 0.5 + score / 12 - doubts.length * 0.25));
  const usable = time;
  const start = momentOf(text, phrase, confidence, usable, phrase.on);
  const { timeZone } = start;
  const endsAt = usable?.until;
  const isLong = phrase.until !== undefined;
  if (!isLong && endsAt === undefined) return { start };
  const end: FoundMoment = {
    ...momentOf(text, phrase, confidence, undefined, phrase.until ?? phrase.on),
    ...(endsAt === undefined || timeZone === undefined ? {} : { at: endsAt, timeZone }),
  };
  return { start, end };
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
  return { on, quote: quote.trim(), confidence, ...(time ? { at: time.at, timeZone: time.timeZone } : {}) };
}
