// Why a date may be wrong, and whether that is enough to ask a person first.

import type { Day, MilestoneKind } from '../../domain/conference.ts';
import type { Doubt } from '../../domain/conferenceFinding.ts';
import { addDays } from '../../domain/moment.ts';

import type { AttachedTime } from './attachTimes.ts';
import type { DatePhrase } from './datePhrase.ts';
import { type DeadlinePhrase, lastDay } from './deadlines.ts';
import type { EventDate } from './eventDates.ts';
import type { Fate } from './fate.ts';

export interface Read {
  readonly best: EventDate | undefined;
  /** The other candidates, likeliest first. */
  readonly others: readonly EventDate[];
  readonly time: AttachedTime | undefined;
  /** The event is where other clocks are, and no zone stands beside its time. */
  readonly isTimeElsewhere: boolean;
  /** Its days are the first and the last of several events, or not settled yet. */
  readonly isDayUnsure: boolean;
  readonly deadlines: readonly DeadlinePhrase[];
  readonly referenceDate: Day;
  /** That the title names. */
  readonly titleYears: readonly string[];
  /** Else it was guessed from the text. */
  readonly isReferenceKnown: boolean;
  /** Above 0 is an announcement. */
  readonly announcementScore: number;
  readonly fate: Fate;
  /** It is put off, and no other day is told. */
  readonly isPutOff: boolean;
}

/** Days between a post and what it announces. */
const farDays = 900;
/** Days between a deadline and its event; more is a year mistyped. */
const longestLeadDays = 400;
/** Without any deadline, a date a year away is likely a slip for one of this year. */
const farWithoutCallDays = 330;
/** Days after which a day without a year may be of another one. */
const unsureYearDays = 250;

export function findDoubts(read: Read): Doubt[] {
  const { best, time, deadlines, announcementScore, fate } = read;
  const dates = [...(best ? [best.phrase] : []), ...deadlines.map(({ phrase }) => phrase)];
  const isDoubted: readonly (readonly [Doubt, boolean])[] = [
    ['weekdayDiffers', dates.some(({ isOtherWeekday }) => isOtherWeekday)],
    ['dayOrMonth', dates.some(({ isAmbiguous }) => isAmbiguous)],
    ['endBeforeStart', best?.phrase.until !== undefined && best.phrase.until < best.phrase.on],
    ['deadlineAfterStart', isAnyTooLate(read)],
    ['yearUnsure', isYearUnsure(read, dates)],
    ['roleUnsure', best?.phrase.isOpen === true || read.isDayUnsure || isAnyNearlyAsGood(read)],
    ['zonesDiffer', time?.isContradicted === true],
    ['zoneUnsure', time?.isAmbiguous === true || time?.isAtChange === true || isHourMissed(read)],
    [
      'datesDiffer',
      deadlines.some(({ isOutdated }) => isOutdated) ||
        best?.isDisputed === true ||
        (!fate.isMoved && read.others.some((one) => isRival(best, one))),
    ],
    ['farAway', isFarAway(read)],
    ['maybeCancelled', fate.maybeCancelled],
    ['maybePostponed', read.isPutOff],
    ['maybeNoEvent', announcementScore > 0 && announcementScore < 0.5],
  ];
  return isDoubted.flatMap(([doubt, holds]) => (holds ? [doubt] : []));
}

/** Of a single day people want to know the hour; several days are told without one. */
function isHourMissed({ best, isTimeElsewhere }: Read): boolean {
  return isTimeElsewhere && best?.phrase.until === undefined;
}

/** What has to be in before the event is over. */
const dueBefore: readonly MilestoneKind[] = ['submission', 'abstract', 'notification'];

function isAnyTooLate({ best, deadlines }: Read): boolean {
  const over = best && (best.phrase.until ?? best.phrase.on);
  return over !== undefined && deadlines.some((one) => dueBefore.includes(one.kind) && lastDay(one) > over);
}

function isYearUnsure(
  { best, deadlines, referenceDate, titleYears, isReferenceKnown }: Read,
  dates: readonly DatePhrase[],
): boolean {
  const year = titleYears.length === 1 ? titleYears[0] : undefined;
  const isOtherYear = year !== undefined && year >= referenceDate.slice(0, 4) && best?.phrase.on.slice(0, 4) !== year;
  if (isOtherYear && best?.phrase.hasYear === false) return true;
  const yearless = dates.filter(({ hasYear }) => !hasYear);
  if (yearless.length > 0 && !isReferenceKnown) return true;
  if (yearless.some(({ on }) => on > addDays(referenceDate, unsureYearDays))) return true;
  return best !== undefined && deadlines.some((one) => lastDay(one) < addDays(best.phrase.on, -longestLeadDays));
}

function isFarAway({ best, deadlines, referenceDate, isReferenceKnown }: Read): boolean {
  if (!best || !isReferenceKnown) return false;
  const { on } = best.phrase;
  const far = deadlines.length === 0 ? farWithoutCallDays : farDays;
  return on > addDays(referenceDate, far) || on < addDays(referenceDate, -7);
}

function isAnyNearlyAsGood({ best, others: [second], fate }: Read): boolean {
  return best !== undefined && second !== undefined && !fate.isMoved && isNearlyAsGood(best, second);
}

/** Of scores: less than that, and the other date may be meant. */
const leadNeeded = 1.5;

function isNearlyAsGood(best: EventDate, second: EventDate): boolean {
  return second.score > best.score - leadNeeded && second.phrase.on !== best.phrase.on;
}

/** Another day on which it is said to take place, and that is no day of it. */
function isRival(best: EventDate | undefined, { phrase, isSaid, score }: EventDate): boolean {
  const isWithin =
    best && phrase.on >= best.phrase.on && (phrase.until ?? phrase.on) <= (best.phrase.until ?? best.phrase.on);
  const isEdge =
    isWithin === true &&
    best.phrase.until !== undefined &&
    phrase.until === best.phrase.until &&
    phrase.on !== best.phrase.on;
  if (best === undefined) return false;
  return ((isSaid && score >= 3) || score >= 6) && (!isWithin || isEdge);
}

/** Of the scores in eventDates.ts: two good signs, such as a place at the top and words that it is held then. */
const surelyEnough = 4;

/** @returns true where nothing may be announced before a person has looked */
export function gateOf(
  doubts: readonly Doubt[],
  best: EventDate | undefined,
  deadlines: readonly DeadlinePhrase[],
): boolean {
  if (doubts.length > 0) return true;
  const isWeak = best !== undefined && best.score < surelyEnough;
  const submission = deadlines.find(({ kind }) => kind === 'submission' || kind === 'abstract');
  const others = deadlines.filter((one) => one.kind === submission?.kind && one.phrase.on !== submission.phrase.on);
  return isWeak || (submission !== undefined && (submission.sureness < 0.8 || others.length > 0));
}
