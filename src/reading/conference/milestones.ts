// Which dates are deadlines, and of what: by the label on their line, before or after them, else by the line above or below.

import type { Day, MilestoneKind } from '../../domain/conference.ts';
import { addDays } from '../../domain/moment.ts';
import type { Context } from './contexts.ts';
import { type Cue, findDeadlineCue, hasEventCue, saysItHappens, saysItWasMoved } from './cues.ts';
import type { DatePhrase } from './datePhrase.ts';
import { hideTimes } from './levelDashes.ts';

export interface DeadlinePhrase {
  readonly phrase: DatePhrase;
  readonly kind: MilestoneKind;
  readonly label: string;
  /** How sure the label is, 0 to 1. */
  readonly sureness: number;
  readonly previousOn?: Day;
}

/** One label a line; a sentence is longer. */
const labelLength = 120;
const leadLength = 110;
/** Days between a deadline and its extension at most. */
const longestExtension = 100;
/** Days after which a deadline is last year's. */
const pastDays = 60;
const dayOfEvent = /\bday of the (?:conference|workshop|event|meeting|symposium)\W*$/i;

export type Role = { readonly cue: Cue; readonly label: string; readonly sureness: number } | undefined;

/** @param titleIsOf the title names a workshop, a tutorial …: such papers are its own */
export function findRole(context: Context, isWorkshop: boolean, role: Role | undefined): Role {
  const { before, after, line, lead, above, below, isAboveDated, isBelowDated, isAlone, sentence } = context;
  const own = (text: string, sureness: number): Role => {
    const label = tidy(text);
    const cue = label === '' ? undefined : cueOf(label, isWorkshop);
    return cue && { cue, label: label.slice(-labelLength), sureness };
  };
  const trailing = /^\s*[:,\-–—|)\]]+\s*\S|^\s+\S/.test(after) ? after : '';
  // "- paper due: 3 May (extended from 1 May)" and "3 May: paper due".
  const isLabelled = tidy(before) !== '';
  const found =
    (dayOfEvent.test(lead.slice(-60))
      ? ({ cue: 'event', label: tidy(lead).slice(-labelLength), sureness: 1 } as const)
      : undefined) ??
    own(lastClause(leadsOn.test(before) ? lead.slice(-leadLength) : before), 1) ??
    (isLabelled && hasEventCue(before) && saysItHappens(before)
      ? ({ cue: 'event', label: tidy(before), sureness: 1 } as const)
      : undefined) ??
    own(firstClause(hideTimes(trailing)), isLabelled ? 0.8 : 1) ??
    (!isAlone && isMoreOf(before) ? role : undefined) ??
    (/\bby\s*$/i.test(before)
      ? ({ cue: 'other', label: tidy(lastClause(before)).slice(-labelLength), sureness: 0.8 } as const)
      : undefined);
  if (found) return found;
  if (isLabelled && tidy(before).split(' ').length > 2) {
    const spoken = own(sentence, 0.7);
    return spoken && spoken.cue !== 'nothing' && !saysItHappens(sentence) ? spoken : undefined;
  }
  // Beside other words on its line it is no entry of a list whose label stands above.
  if (!isAlone || tidy(`${before} ${after}`).length > 3 || line.length > 2 * labelLength) return undefined;
  const heading = !isAboveDated || /:\s*$/.test(above) ? own(above.slice(-labelLength), 0.9) : undefined;
  if (heading && (isShort(above) || /:\s*$/.test(above))) return heading;
  const footing = !isBelowDated && isShort(below) ? own(below, 0.7) : undefined;
  return footing;
}

/** A sentence that runs into its date: what it says may stand on the lines before. */
const leadsOn = /\b(?:by|on|before|until|till|than|from|is|are|at|of|the)\s*(?:the )?$/i;

/** Between two dates of a list only "and", "(extended" or a comma stands. */
function isMoreOf(between: string): boolean {
  return /^[\s,;()/|&-]*(?:and|or|to|from|now|new|extended|originally|was|until|instead of)?[\s:,;()/|&-]*$/i.test(
    between,
  );
}

function isShort(line: string): boolean {
  return line.length <= 70;
}

function cueOf(label: string, isWorkshop: boolean): Cue | undefined {
  const cue = findDeadlineCue(
    label.replace(/\bcalls? for (?:papers?|abstracts?|participation|contributions?|proposals?|submissions?)\b/gi, ''),
  );
  if (/^(?:the |main )?workshops?(?: (?:days?|dates?))?[\s:.-]*$/i.test(label)) return 'event';
  if (cue === 'other' && paperAmong.test(label) && !/\bproposals?\b/i.test(label)) return 'submission';
  const isOwn = cue === 'other' && isWorkshop && /\bworkshop\b/i.test(label) && !/\bproposals?\b/i.test(label);
  return isOwn ? 'submission' : cue;
}

/** "Papers, posters and demos": the papers' deadline, too. */
const paperAmong = /(?:^|[\s,/&])(?:full |regular |long |technical |research )?papers?(?:,| and\b| ?&| ?\/)/i;

function tidy(text: string): string {
  return text
    .replace(/[*#=_|>•·]+/g, ' ')
    .replace(/\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b[,.]?/gi, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s\-–—,;.:()]+|[\s\-–—,;(]+$/g, '')
    .trim();
}

/** What stands before a date after the last full stop or semicolon. */
function lastClause(text: string): string {
  const cut = Math.max(text.lastIndexOf('. '), text.lastIndexOf('; '), text.lastIndexOf('? '));
  return text.slice(cut + 1);
}

function firstClause(text: string): string {
  const cut = text.search(/[.;](?:\s|$)/);
  return cut < 0 ? text : text.slice(0, cut);
}

/** The deadlines among the dates: the main one of its kind first, moved ones with the day they had. */
export function listDeadlines(
  phrases: readonly DatePhrase[],
  contexts: readonly Context[],
  roles: readonly Role[],
  eventOn: Day | undefined,
  referenceDate: Day,
): DeadlinePhrase[] {
  const found: DeadlinePhrase[] = [];
  for (const [place, phrase] of phrases.entries()) {
    const role = roles[place];
    const context = contexts[place];
    if (!role || !context || role.cue === 'event' || role.cue === 'nothing') continue;
    const { cue: kind, label, sureness } = role;
    // What a label nearby says of the event's own day is no deadline.
    if (phrase.on === eventOn && sureness < 1) continue;
    const isMovedHere = saysItWasMoved(`${context.before}${context.after}`);
    const isMoved = isMovedHere || (!context.isAboveDated && isShort(context.above) && saysItWasMoved(context.above));
    const known = found.findIndex((one) => one.kind === kind && (isMovedHere || isSameLabel(one.label, label)));
    const before = found[known];
    // The last day of "1 to 15 March" is the deadline.
    const on = phrase.until ?? phrase.on;
    const earlier = before && (before.phrase.until ?? before.phrase.on);
    if (before && earlier && isMoved && earlier < on && on <= addDays(earlier, longestExtension)) {
      found[known] = { ...before, phrase, previousOn: before.phrase.until ?? before.phrase.on };
      continue;
    }
    const isOlder = before && isMoved && (before.phrase.until ?? before.phrase.on) > on;
    if (isOlder) {
      found[known] = { ...before, previousOn: on };
      continue;
    }
    // "extended from 1 to 15 March"
    const was = isMovedHere && phrase.until !== undefined ? { previousOn: phrase.on } : {};
    found.push({ phrase, kind, label, sureness, ...was });
  }
  return chooseMain(found, referenceDate);
}

function isSameLabel(one: string, other: string): boolean {
  return one === other || one.startsWith(other) || other.startsWith(one) || one.split(' ')[0] === other.split(' ')[0];
}

/** Full papers before short ones, an extended deadline before the first, a list before running text. */
function chooseMain(found: readonly DeadlinePhrase[], referenceDate: Day): DeadlinePhrase[] {
  const weight = ({ kind, label, sureness, previousOn, phrase }: DeadlinePhrase) =>
    (phrase.on < addDays(referenceDate, -pastDays) ? -6 : 0) +
    (kind !== 'submission'
      ? 0
      : /\b(?:full|long|regular|research|technical|paper|papers|manuscript)\b/i.test(label)
        ? 2
        : 0) +
    (/\bshort|\bposition|\blate\b|\bposter|\bdraft|\bsupplement/i.test(label) ? -2 : 0) +
    (/\bextend|\bnew\b|\bfinal deadline/i.test(label) || previousOn !== undefined ? 3 : 0) +
    sureness * 2;
  return [...found.entries()]
    .sort(([onePlace, one], [otherPlace, other]) => weight(other) - weight(one) || onePlace - otherPlace)
    .map(([, one]) => one)
    .filter((one, place, all) => all.findIndex((other) => other.kind === one.kind && sameDay(other, one)) === place);
}

function sameDay(one: DeadlinePhrase, other: DeadlinePhrase): boolean {
  return one.phrase.on === other.phrase.on && one.phrase.until === other.phrase.until;
}
