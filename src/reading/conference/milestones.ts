// What a date is for: by the label on its line, before or after it, else by the lines above or below.

import type { Context } from './contexts.ts';
import { asksWithoutDue, type Cue, endsWithItsHappening, findDeadlineCue, hasEventCue, saysItHappens } from './cues.ts';
import { hideTimes } from './levelText.ts';

/** One label a line; a sentence is longer. */
const labelLength = 120;
const leadLength = 110;

export type Role = { readonly cue: Cue; readonly label: string; readonly sureness: number } | undefined;

/** @param isWorkshop papers for a workshop are its own @returns one for each date */
export function findRoles(contexts: readonly Context[], isWorkshop: boolean): Role[] {
  const side = findLabelSide(contexts);
  const roles: Role[] = [];
  for (const context of contexts) roles.push(findRole(context, isWorkshop, side, roles.at(-1)));
  return roles;
}

/**
 * @param isWorkshop papers for a workshop are its own
 * @param side on which a list has its labels, where dates stand on lines of their own
 * @param role of the date before
 */
function findRole(context: Context, isWorkshop: boolean, side: 'above' | 'below', role: Role | undefined): Role {
  const { before, after, line, lead, isAlone, sentence } = context;
  const own = (text: string, sureness: number): Role => {
    const label = tidy(text);
    const cue = label === '' || asksWithoutDue(label) ? undefined : cueOf(label, isWorkshop);
    return cue && { cue, label: label.slice(-labelLength), sureness };
  };
  // "Submissions open 1 February and close 1 March": what follows is said of the next date.
  const trailing = /^\s*[:,\-–—|)\]]+\s*\S|^\s+\S/.test(after) && !onlyCloses.test(tidy(after)) ? after : '';
  // "- paper due: 3 May (extended from 1 May)" and "3 May: paper due".
  const isLabelled = tidy(before) !== '';
  if (endsWithItsHappening(before)) return { cue: 'event', label: tidy(before).slice(-labelLength), sureness: 1 };
  const found =
    (onlyCloses.test(tidy(before)) ? own(`${whatOpens(line)} ${before}`, 1) : undefined) ??
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
  const heading = () =>
    isHeading(context)
      ? (own(context.above.slice(-labelLength), 0.9) ??
        (/:\s*$/.test(context.above) ? own(context.paragraph.slice(-labelLength), 0.8) : undefined))
      : undefined;
  const leadsToBelow = /^\s*[:\-–—]\s*$/.test(after);
  const footing = () =>
    isFooting(context) ? own(context.below, leadsToBelow ? 1 : side === 'below' ? 0.9 : 0.7) : undefined;
  const isNearer =
    leadsToBelow || (context.isAboveApart === context.isBelowApart ? side === 'below' : context.isAboveApart);
  return isNearer ? (footing() ?? heading()) : (heading() ?? footing());
}

/** "Registration opens 1 April and closes 20 May": what closes is what opened. */
const onlyCloses = /^(?:and |it |they |will )*(?:closes?|closed|ends?|ending)(?: on)?$/i;

function whatOpens(line: string): string {
  const [what = '', opened] = line.split(/\b(?:is|are|will)?\s*\b(?:opens?|opened|opening|starts?|begins?)\b/i, 2);
  return opened === undefined ? '' : what;
}

function isHeading({ above, isAboveDated }: Context): boolean {
  return /:\s*$/.test(above) || (!isAboveDated && isShort(above));
}

function isFooting({ below, isBelowDated }: Context): boolean {
  return !isBelowDated && isShort(below) && !/:\s*$/.test(below);
}

/** Between two dates stands one label for either: the whole list tells whose it is, by its first and last entry. */
function findLabelSide(contexts: readonly Context[]): 'above' | 'below' {
  const alone = contexts.filter(({ isAlone, before, after }) => isAlone && tidy(`${before} ${after}`).length <= 3);
  const above = alone.filter((one) => isHeading(one) && findDeadlineCue(tidy(one.above)));
  const below = alone.filter((one) => isFooting(one) && findDeadlineCue(tidy(one.below)));
  return below.length > above.length ? 'below' : 'above';
}

/** A sentence that runs into its date: what it says may stand on the lines before. */
const leadsOn = /\b(?:by|on|before|until|till|than|from|is|are|at|of|the)\s*(?:the )?$/i;

/** Between two dates of a list only "and", "(extended" or a comma stands. */
function isMoreOf(between: string): boolean {
  return /^[\s,;:()/|&>→⇒➔=~*–-]*(?:(?:and|or|to|from|now|new|extended|extension|originally|previously|formerly|was|until|instead of)\b[\s,;:()/|&>→⇒➔=~*–-]*){0,3}$/i.test(
    between,
  );
}

function isShort(line: string): boolean {
  return line.length <= 70;
}

function cueOf(label: string, isWorkshop: boolean): Cue | undefined {
  const cue = findDeadlineCue(
    label.replace(
      /\bdue to\b|\bcalls? for (?:papers?|abstracts?|participation|contributions?|proposals?|submissions?)\b/gi,
      '',
    ),
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
