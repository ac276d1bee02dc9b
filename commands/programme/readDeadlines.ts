// The lines of a form → the deadlines of a conference, and the other way round. "Submissions due: 2027-03-15".

import { type Due, type Milestone, type MilestoneKind, milestoneKinds } from '../../src/domain/conference.ts';
import { Refusal } from '../../src/domain/errors.ts';
import type { Instant } from '../../src/domain/ids.ts';
import type { Say } from '../../src/kit/translate.ts';
import { findDeadlineCue } from '../../src/reading/conference/cues.ts';
import { exactTexts } from '../../src/reading/writtenDate/exactMoment.ts';
import { readWrittenTime } from '../../src/reading/writtenDate/readWrittenTime.ts';
import { deadlineName, deadlinesLimits } from '../../src/views/deadlinesForm.ts';
import { cutText, escapeLine, oneLine } from '../../src/views/text.ts';

const repeatedLimit = 100;

export interface ReadDeadlines {
  readonly milestones: readonly Milestone[];
  readonly isWeekdayWrong: boolean;
}

interface Reading {
  readonly timeZone: string;
  readonly now: Instant;
  readonly say: Say;
}

/** The first of them, as many as a form has room for. */
export function fittingDeadlines(milestones: readonly Milestone[], say: Say): readonly Milestone[] {
  let room = deadlinesLimits.form;
  const end = milestones.findIndex((milestone) => {
    room -= lineOf(milestone, say).length + 1;
    return room < -1;
  });
  return end < 0 ? milestones : milestones.slice(0, end);
}

export function typedDeadlines(milestones: readonly Milestone[], say: Say): string {
  return milestones.map((milestone) => lineOf(milestone, say)).join('\n');
}

/**
 * Those for which the form had no room stay. What is as it was keeps all that is known of it; another day of the same deadline keeps its zone.
 *
 * @throws Refusal naming the line that cannot be read
 */
export function readDeadlines(typed: string, before: readonly Milestone[], reading: Reading): ReadDeadlines {
  const lines = typed.split('\n').map(oneLine).filter(Boolean);
  const shown = fittingDeadlines(before, reading.say);
  const known = [...shown];
  const take = (fits: (milestone: Milestone) => boolean) => {
    const at = known.findIndex(fits);
    return at < 0 ? undefined : known.splice(at, 1)[0];
  };
  // What stays is taken first, so that a line that changes is none of these.
  const kept = lines.map((line) => take((milestone) => lineOf(milestone, reading.say) === line));
  let isWeekdayWrong = false;
  const milestones = lines.map((line, at) => {
    const same = kept[at];
    if (same) return same;
    const { name, when } = partsOf(line);
    const changed = take((milestone) => isNamed(deadlineName(milestone, reading.say), name));
    const due = readDue(when, changed?.due, line, reading);
    isWeekdayWrong ||= due.isWeekdayWrong;
    const { kind, label } = changed ?? namedDeadline(name, reading.say);
    return { kind, due: due.due, ...(label === undefined ? {} : { label }) };
  });
  return { milestones: [...milestones, ...before.slice(shown.length)], isWeekdayWrong };
}

function lineOf(milestone: Milestone, say: Say): string {
  const { due } = milestone;
  const time =
    due.kind === 'day'
      ? ({ kind: 'days', startsOn: due.on, endsOn: due.on } as const)
      : ({ kind: 'instants', startsAt: due.at, timeZone: due.timeZone } as const);
  return `${deadlineName(milestone, say)}: ${exactTexts(time).start}`;
}

/** A clock time has colons of its own: the first one parts. */
function partsOf(line: string): { readonly name: string; readonly when: string } {
  const colon = line.indexOf(':');
  const [name, when] = [line.slice(0, Math.max(0, colon)).trim(), line.slice(colon + 1).trim()];
  if (colon < 0 || name === '' || when === '') throw unreadable(line);
  return { name, when };
}

function readDue(when: string, before: Due | undefined, line: string, { timeZone: home, now }: Reading) {
  const timeZone = before?.timeZone ?? home;
  const read = readWrittenTime({ start: when, timeZone, now });
  if (read.kind !== 'read') throw unreadable(line);
  const { time, isWeekdayWrong } = read;
  if (time.kind === 'instants') {
    if (time.endsAt !== undefined) throw unreadable(line);
    return { due: { kind: 'instant', at: time.startsAt, timeZone } as const, isWeekdayWrong };
  }
  if (time.endsOn !== time.startsOn) throw unreadable(line);
  const zone = before?.kind === 'day' ? before.timeZone : undefined;
  const due = { kind: 'day', on: time.startsOn, ...(zone === undefined ? {} : { timeZone: zone }) } as const;
  return { due, isWeekdayWrong };
}

/** By one of the names that lists give deadlines, else by the words that organisers use. */
function namedDeadline(name: string, say: Say): { readonly kind: MilestoneKind; readonly label?: string } {
  const listed = milestoneKinds.find((kind) => kind !== 'other' && isNamed(deadlineName({ kind }, say), name));
  if (listed) return { kind: listed };
  const cue = findDeadlineCue(`${name} due`);
  if (cue !== undefined && cue !== 'nothing' && cue !== 'other') return { kind: cue };
  return { kind: 'other', label: cutText(name, deadlinesLimits.name) };
}

function isNamed(known: string, typed: string): boolean {
  return known.toLowerCase() === typed.toLowerCase();
}

function unreadable(line: string): Refusal {
  return new Refusal('deadlineUnreadable', { typed: escapeLine(line, repeatedLimit) });
}
