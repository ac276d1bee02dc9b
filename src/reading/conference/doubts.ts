// Why a date may be wrong, and whether that is enough to ask a person first.

import type { Day } from '../../domain/conference.ts';
import type { Doubt } from '../../domain/conferenceFinding.ts';
import { addDays } from '../../domain/moment.ts';
import type { AttachedTime } from './attachTimes.ts';
import { type DeadlinePhrase, lastDay } from './deadlines.ts';
import type { EventDate } from './eventDates.ts';

export interface Read {
  readonly best?: EventDate;
  /** The other candidates, likeliest first. */
  readonly others: readonly EventDate[];
  readonly time?: AttachedTime;
  readonly deadlines: readonly DeadlinePhrase[];
  readonly referenceDate: Day;
  /** Above 0 is an announcement. */
  readonly announcementScore: number;
}

/** Days between a post and what it announces. */
const farDays = 900;
/** Days between a deadline and its event; more is a year mistyped. */
const longestLeadDays = 400;
/** Days after which a day without a year may be of another one. */
const unsureYearDays = 250;

export function findDoubts({ best, others, time, deadlines, referenceDate, announcementScore }: Read): Doubt[] {
  const doubts = new Set<Doubt>();
  const phrase = best?.phrase;
  const [second] = others;
  const dues = deadlines.map((one) => one.phrase);
  if ([phrase, ...dues].some((one) => one?.isOtherWeekday)) doubts.add('weekdayDiffers');
  if ([phrase, ...dues].some((one) => one?.isAmbiguous)) doubts.add('dayOrMonth');
  if (phrase && phrase.until !== undefined && phrase.until < phrase.on) doubts.add('endBeforeStart');
  const main = deadlines.filter(({ kind }) => kind === 'submission' || kind === 'abstract' || kind === 'notification');
  if (phrase && main.some((one) => lastDay(one) > (phrase.until ?? phrase.on))) {
    doubts.add('deadlineAfterStart');
  }
  if (phrase && !phrase.hasYear && phrase.on > addDays(referenceDate, unsureYearDays)) doubts.add('yearUnsure');
  if (dues.some((one) => !one.hasYear && one.on > addDays(referenceDate, unsureYearDays))) doubts.add('yearUnsure');
  if (phrase && deadlines.some((one) => lastDay(one) < addDays(phrase.on, -longestLeadDays))) doubts.add('yearUnsure');
  if (phrase?.isOpen) doubts.add('roleUnsure');
  if (time?.isContradicted) doubts.add('zonesDiffer');
  if (time?.isAmbiguous || time?.isAtChange) doubts.add('zoneUnsure');
  if (best?.isDisputed || others.some((one) => isRival(best, one))) doubts.add('datesDiffer');
  if (best && second && isNearlyAsGood(best, second)) doubts.add('roleUnsure');
  if (phrase && (phrase.on > addDays(referenceDate, farDays) || phrase.on < addDays(referenceDate, -7))) {
    doubts.add('farAway');
  }
  if (phrase && deadlines.length === 0 && phrase.on > addDays(referenceDate, unsureYearDays)) doubts.add('farAway');
  if (announcementScore > 0 && announcementScore < 0.5) doubts.add('maybeNoEvent');
  return [...doubts];
}

function isNearlyAsGood(best: EventDate, second: EventDate): boolean {
  return second.score > best.score - 1 && second.phrase.on !== best.phrase.on;
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

/** @returns true where nothing may be announced before a person has looked */
export function gateOf(
  doubts: readonly Doubt[],
  best: EventDate | undefined,
  deadlines: readonly DeadlinePhrase[],
): boolean {
  if (doubts.length > 0) return true;
  const isWeak = best !== undefined && best.score < 2;
  const submission = deadlines.find(({ kind }) => kind === 'submission' || kind === 'abstract');
  const others = deadlines.filter((one) => one.kind === submission?.kind && one.phrase.on !== submission.phrase.on);
  return isWeak || (submission !== undefined && (submission.sureness < 0.8 || others.length > 0));
}
