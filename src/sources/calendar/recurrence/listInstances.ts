// The dates of one series within a window, in the local time of its first date: its rules, its own dates, less the excepted.

import type { Instant } from '../../../domain/ids.ts';
import { dayMeant, instantOf, type WrittenTime } from '../eventTime.ts';
import type { ParsedEvent } from '../parseEvent.ts';
import { instantIn, isSameZone, localIn } from '../zones.ts';
import { daySeconds, formatDay, formatLocal, type LocalSeconds, parseLocal } from './civil.ts';
import { expandRule, maxRuleSteps, type StepBudget } from './expandRule.ts';
import { parseRule, type Rule } from './parseRule.ts';
import type { Repetition } from './readRepetition.ts';
import { untilOf } from './untilOf.ts';

export interface Window {
  readonly from: Instant;
  readonly to: Instant;
  /** The present. */
  readonly now: Instant;
}

export interface Instance {
  /** `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm:ss`, in the zone of the series. */
  readonly local: string;
  /** By which exceptions and replacements name it: its day, or its instant in UTC. */
  readonly key: string;
}

interface Series {
  readonly instances: readonly Instance[];
  readonly problem?: string;
  /** It may go on from here, but was followed no further. */
  readonly cutFrom?: Instant;
}

/** Instances of one series; more would hide everything else. */
export const maxInstances = 60;
/** Of one rule that are excepted, or lie within the window. */
const maxOfRule = 20_000;

export function listInstances(
  { start, repetition }: ParsedEvent & { readonly repetition: Repetition },
  window: Window,
  budget: StepBudget,
  limit = maxInstances,
): Series {
  const isDay = !start.local.includes('T');
  const problems: string[] = [];
  let isCut = false;
  const expand = (rules: readonly string[], most: number): LocalSeconds[] =>
    rules.flatMap((text) => {
      const dates: LocalSeconds[] = [];
      try {
        for (const date of datesOf(parseSocietyRule(text), start, window, budget)) {
          dates.push(date);
          if (dates.length < most) continue;
          isCut = true;
          break;
        }
      } catch (error) {
        problems.push(error instanceof Error ? error.message : String(error));
      }
      return dates;
    });

  // Some programmes except the midnight of a day on which something is in the evening.
  const isOfDay = ({ local }: WrittenTime) =>
    !isDay && (!local.includes('T') || (local.endsWith('T00:00:00') && !start.local.endsWith('T00:00:00')));
  const exceptDays = new Set(repetition.exceptDates.filter(isOfDay).map(({ local }) => local.slice(0, 10)));
  const timed = repetition.exceptDates.filter((date) => !isOfDay(date));
  const exceptDates = timed.map((date) => localOf(date, start));
  const excepted = new Set([...expand(repetition.exceptRules, maxOfRule), ...exceptDates]);
  const extra = repetition.dates.map((date) => localOf(date, start));
  const first = parseLocal(start.local);
  const ruled = expand(repetition.rules, limit + excepted.size + exceptDays.size);
  // Without a rule that can be followed, the first date is all that is sure.
  const isFirstAlone = problems.length > 0 && ruled.length === 0;
  // The first date takes place also where its own rule leaves it out, as every calendar shows it.
  const all = new Set([first, ...ruled, ...extra]);
  const meant = [...all].filter(
    (date) => !excepted.has(date) && !exceptDays.has(formatDay(Math.floor(date / daySeconds))),
  );
  const within = meant
    .sort((one, other) => one - other)
    .filter((date) => (isFirstAlone && date === first) || isWithin(date * 1000, window));
  const instances = within.slice(0, limit).map((date) => instanceAt(date, start, isDay));
  const [problem] = problems;
  const isWhole = problem === undefined && !isCut && within.length <= limit;
  const last = instances.at(-1)?.local ?? start.local;
  return {
    instances,
    ...(problem === undefined ? {} : { problem }),
    ...(isWhole ? {} : { cutFrom: instantOf({ ...start, local: last }) }),
  };
}

/** @throws Error */
function parseSocietyRule(text: string): Rule {
  const rule = parseRule(text);
  if (rule.frequency === 'SECONDLY' || rule.frequency === 'MINUTELY') {
    throw new Error(`its rule of repetition cannot be followed: FREQ=${rule.frequency}, no meeting is so often`);
  }
  return rule;
}

/** Those from a day before the window to a day behind it: in local time, where no zone is further than that. */
function* datesOf(rule: Rule, start: WrittenTime, window: Window, budget: StepBudget): Generator<LocalSeconds> {
  const isDay = !start.local.includes('T');
  const until = untilOf(rule, isDay, (at) => localIn(start.zone, at));
  const from = Math.floor(window.from / 1000) - daySeconds;
  const own: StepBudget = { steps: Math.min(maxRuleSteps, budget.steps) };
  const given = own.steps;
  try {
    const expansion = { rule, start: parseLocal(start.local), isDay, from, budget: own };
    for (const date of expandRule(until === undefined ? expansion : { ...expansion, until })) {
      if (date > window.to / 1000 + daySeconds) return;
      if (date >= from) yield date;
    }
  } finally {
    budget.steps -= given - own.steps;
  }
}

function instanceAt(date: LocalSeconds, start: WrittenTime, isDay: boolean): Instance {
  const local = isDay ? formatDay(Math.floor(date / daySeconds)) : formatLocal(date);
  return { local, key: keyOf({ ...start, local }) };
}

/** The same for the same moment, whatever zone it is written in. */
export function keyOf(written: WrittenTime): string {
  if (!written.local.includes('T')) return written.local;
  return new Date(instantIn(written.zone, written.local)).toISOString().replace('.000', '');
}

function localOf(date: WrittenTime, start: WrittenTime): LocalSeconds {
  if (!start.local.includes('T')) return parseLocal(dayMeant(date, start));
  if (!date.local.includes('T')) return parseLocal(`${date.local}${start.local.slice(10)}`);
  return parseLocal(isSameZone(date.zone, start.zone) ? date.local : localIn(start.zone, instantOf(date)));
}

/** @param local as if in UTC: a zone is less than a day away */
function isWithin(local: number, { from, to }: Window): boolean {
  return local >= from - daySeconds * 1000 && local <= to;
}
