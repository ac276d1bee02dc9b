// The deadlines among the dates of a text: moved ones with the day they had, the main one first.

import type { Day, MilestoneKind } from '../../domain/conference.ts';
import { addDays } from '../../domain/moment.ts';
import type { Context } from './contexts.ts';
import { saysItWasMoved } from './cues.ts';
import type { DatePhrase } from './datePhrase.ts';
import type { Role } from './milestones.ts';

export interface DeadlinePhrase {
  readonly phrase: DatePhrase;
  readonly kind: MilestoneKind;
  readonly label: string;
  /** How sure the label is, 0 to 1. */
  readonly sureness: number;
  readonly previousOn?: Day;
  /** It was moved, and no other day is told. */
  readonly isOutdated?: true;
}

/** What has to be done before an event can have begun. */
const beforeEvent: readonly MilestoneKind[] = ['submission', 'abstract', 'notification', 'camera-ready', 'early-bird'];

/** @returns the main one of each kind before the others of it */
export function listDeadlines(
  phrases: readonly DatePhrase[],
  contexts: readonly Context[],
  roles: readonly Role[],
  eventOn: Day | undefined,
): DeadlinePhrase[] {
  const found: DeadlinePhrase[] = [];
  for (const [place, phrase] of phrases.entries()) {
    const role = roles[place];
    const context = contexts[place];
    if (!role || !context || role.cue === 'event' || role.cue === 'nothing') continue;
    const { cue: kind, label, sureness } = role;
    // What words nearby say of the event's own day is no deadline.
    if (phrase.on === eventOn && (sureness < 1 || beforeEvent.includes(kind))) continue;
    const previousOn = phrase.movedFrom;
    const deadline = {
      ...{ phrase, kind, label, sureness },
      ...(previousOn === undefined ? {} : { previousOn }),
      ...(isMovedAway.test(context.after) ? { isOutdated: true as const } : {}),
    };
    addDeadline(found, deadline, isMovedHere(context) || /\(extended\)/i.test(label));
  }
  return joinExtended(chooseMain(afterSelection(found)));
}

/** "The deadline, 1 March, has been extended by two weeks", but not "to" the next date. */
const isMovedAway =
  /^[^.;\n]{0,40}\b(?:has|have|had|is|was|will) (?:(?:be|been|being|now|again|just|also) ){0,2}(?:extended|postponed|moved|prolonged|pushed back|put off)\b(?![^.;\n]*\b(?:to|until|till)(?: the)?(?: \w+day,?)?\s*$)/i;

/** "1 March → 15 March", "~~1 March~~ 15 March" */
const becomes = /^[\s()*]*(?:→|⇒|➔|[-=–]+>|~~)[\s()*]*$/;

function isMovedHere({ before, after, above, isAboveDated }: Context): boolean {
  return saysItWasMoved(`${before}${after}`) || becomes.test(before) || (!isAboveDated && saysItWasMoved(above));
}

function addDeadline(found: DeadlinePhrase[], deadline: DeadlinePhrase, isMoved: boolean): void {
  const known = found.findIndex(
    (one) => one.kind === deadline.kind && (isMoved ? isOfSame(one, deadline) : isSameLabel(one.label, deadline.label)),
  );
  const before = found[known];
  if (!before || !isMoved || lastDay(before) === lastDay(deadline)) {
    found.push(deadline);
    return;
  }
  const [earlier, later] = lastDay(before) < lastDay(deadline) ? [before, deadline] : [deadline, before];
  found[known] = { ...before, phrase: later.phrase, previousOn: lastDay(earlier) };
}

/** The last day of "1 to 15 March" is the deadline. */
export function lastDay({ phrase }: DeadlinePhrase): Day {
  return phrase.until ?? phrase.on;
}

function isSameLabel(one: string, other: string): boolean {
  return one === other || one.startsWith(other) || other.startsWith(one) || one.split(' ')[0] === other.split(' ')[0];
}

const plainWords = new Set(
  'paper papers submission submissions submit deadline deadlines due date dates full regular extended extension new final the of for to has have been is was are now on by and until important call update updated revised moved postponed strict firm hard all abstract abstracts from a in'.split(
    ' ',
  ),
);

/** "New deadline" may be of anything; "Poster deadline extended" is of nothing but posters. */
function isOfSame(one: DeadlinePhrase, other: DeadlinePhrase): boolean {
  const known = new Set(namesIn(one.label));
  return namesIn(other.label).every((word) => known.has(word)) || other.label.length > sentenceLength;
}

/** A label that long is a sentence, whose words name nothing. */
const sentenceLength = 60;

function namesIn(label: string): string[] {
  return (label.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).filter((word) => !plainWords.has(word));
}

/** Where papers are asked only of those whose abstract was taken, the abstract is what a newcomer submits. */
function afterSelection(found: readonly DeadlinePhrase[]): DeadlinePhrase[] {
  const first = found.find(({ kind }) => kind === 'submission' || kind === 'abstract');
  const told = found.find((one) => one.kind === 'notification' && first && lastDay(one) > lastDay(first));
  if (!first || !told) return [...found];
  const hasFinal = found.some(({ kind }) => kind === 'camera-ready');
  const isBefore = (one: DeadlinePhrase) => lastDay(one) <= lastDay(told);
  if (!found.some((one) => isBefore(one) && (one.kind === 'submission' || one.kind === 'abstract'))) return [...found];
  return found.map((one) => {
    if (one.kind !== 'submission' || isBefore(one) || isSecondRound.test(one.label)) return one;
    return { ...one, kind: hasFinal ? 'other' : 'camera-ready' };
  });
}

const isSecondRound = /\b(?:late|second|2nd|round|cycle|short|position|poster|hot|extend\w*|new)\b/i;

/** Full papers before short ones, an extended deadline before the first, a list before running text. */
function chooseMain(found: readonly DeadlinePhrase[]): DeadlinePhrase[] {
  return [...found.entries()]
    .sort(([onePlace, one], [otherPlace, other]) => weightOf(other) - weightOf(one) || onePlace - otherPlace)
    .map(([, one]) => one)
    .filter((one, place, all) => all.findIndex((other) => other.kind === one.kind && isSameDay(other, one)) === place);
}

function weightOf({ kind, label, sureness, previousOn }: DeadlinePhrase): number {
  let weight = sureness * 2;
  if (kind === 'submission' && /\b(?:full|long|regular|research|technical|papers?|manuscript)\b/i.test(label))
    weight += 2;
  if (/\bshort|\bposition|\blate\b|\bposter|\bdraft|\bsupplement/i.test(label)) weight -= 2;
  if (kind === 'notification' && /\b(?:workshops?|panels?|tutorials?|reviews?|proposals?)\b/i.test(label)) weight -= 2;
  const isNewer = /\bextend(?:ed|sion)? (?!abs)|\bextended:?$|\bnew\b|\bfinal deadline/i.test(label);
  if (previousOn !== undefined || (isNewer && namesIn(label).length === 0)) weight += 3;
  return label.endsWith(':') ? weight + 0.5 : weight;
}

/** "New deadline: 15 March" at the top, and the old one still in the list. Days between them. */
const longestExtensionDays = 75;

function joinExtended(sorted: readonly DeadlinePhrase[]): DeadlinePhrase[] {
  const main = sorted.find(({ kind }) => kind === 'submission' || kind === 'abstract');
  if (!main || main.previousOn !== undefined || !isNewDate.test(main.label)) return [...sorted];
  const old = sorted.find(
    (one) =>
      one.kind === main.kind &&
      lastDay(one) < lastDay(main) &&
      lastDay(one) >= addDays(lastDay(main), -longestExtensionDays) &&
      isOfSame(main, one) &&
      isOfSame(one, main),
  );
  if (!old) return [...sorted];
  return sorted.filter((one) => one !== old).map((one) => (one === main ? { ...one, previousOn: lastDay(old) } : one));
}

const isNewDate =
  /\bextended(?: (?:submission|paper|deadline))|\bdeadline extended|\bnew (?:submission |paper )?(?:deadline|date)|\bextension\b/i;

function isSameDay(one: DeadlinePhrase, other: DeadlinePhrase): boolean {
  return one.phrase.on === other.phrase.on && one.phrase.until === other.phrase.until;
}
