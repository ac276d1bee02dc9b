// A time zone a calendar defines for itself: when its clocks are put forward or back.

import { isoOf } from './dateText.ts';
import { type LocalSeconds, parseLocal } from './recurrence/civil.ts';
import { expandRule, maxRuleSteps, type StepBudget } from './recurrence/expandRule.ts';
import { parseRule } from './recurrence/parseRule.ts';
import { untilOf } from './recurrence/untilOf.ts';
import { valueIn } from './splitCalendar.ts';

/** Seconds since 1970-01-01T00:00:00 in UTC. */
type UtcSeconds = number;

export interface OwnZone {
  /** Seconds ahead of UTC before the first change. */
  readonly firstOffset: number;
  /** In order. */
  readonly changes: readonly { readonly at: UtcSeconds; readonly offset: number }[];
}

/** Changes before are not looked for; later ones are as if the clocks were never changed again. */
const firstYear = '1969-01-01';
const lastYear = '2060-12-31';
/** Seconds; no place on earth is further from UTC. */
const maxOffset = 14 * 3_600;
const daySeconds = 86_400;

/** @param lines of a VTIMEZONE. @throws Error when it does not say enough */
export function parseOwnZone(lines: readonly string[]): OwnZone {
  const budget = { steps: maxRuleSteps };
  const changes = partsOf(lines).flatMap((part) => changesOf(part, budget));
  changes.sort((one, other) => one.at - other.at);
  const [first] = changes;
  if (first === undefined) throw new Error('the zone has no part');
  return { firstOffset: first.before, changes };
}

export function offsetAt({ firstOffset, changes }: OwnZone, at: UtcSeconds): number {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return changes[low - 1]?.offset ?? firstOffset;
}

/** Of a local time that the clocks skip or repeat: the later, then the earlier. */
export function utcOf(zone: OwnZone, local: LocalSeconds): UtcSeconds {
  const before = offsetAt(zone, local - daySeconds);
  const after = offsetAt(zone, local + daySeconds);
  const isRight = (offset: number) => offsetAt(zone, local - offset) === offset;
  return local - (!isRight(before) && isRight(after) ? after : before);
}

/** The lines of each STANDARD and DAYLIGHT. */
function partsOf(lines: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (const line of lines) {
    if (/^BEGIN:\s?(?:STANDARD|DAYLIGHT)\s*$/i.test(line)) parts.push([]);
    parts.at(-1)?.push(line);
  }
  return parts;
}

function changesOf(part: readonly string[], budget: StepBudget) {
  const [before, offset] = [readOffset(valueIn(part, 'TZOFFSETFROM')), readOffset(valueIn(part, 'TZOFFSETTO'))];
  const start = readLocal(valueIn(part, 'DTSTART'));
  const dates = part.filter((line) => /^RDATE[:;]/i.test(line)).flatMap((line) => valueIn([line], 'RDATE').split(','));
  const locals = new Set([start, ...dates.map(readLocal), ...ruled(valueIn(part, 'RRULE'), start, before, budget)]);
  return [...locals].map((local) => ({ at: local - before, before, offset }));
}

function ruled(text: string, start: LocalSeconds, offset: number, budget: StepBudget): LocalSeconds[] {
  if (text === '') return [];
  const rule = parseRule(text);
  if (rule.frequency !== 'YEARLY') throw new Error('no place changes its clocks so often');
  const toLocal = (at: number) => new Date(at + offset * 1000).toISOString().slice(0, 19);
  const until = Math.min(untilOf(rule, false, toLocal) ?? Number.POSITIVE_INFINITY, parseLocal(lastYear));
  return [...expandRule({ rule, start, isDay: false, until, from: parseLocal(firstYear), budget })];
}

function readLocal(text: string): LocalSeconds {
  return parseLocal((isoOf(text) ?? text).replace('Z', ''));
}

function readOffset(text: string): number {
  const [, sign, hours = '', minutes = '', seconds = '0'] = /^([+-])(\d\d):?(\d\d)(\d\d)?$/.exec(text) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  if (sign === undefined || offset > maxOffset) throw new Error(`${text} is no distance from UTC`);
  return sign === '-' ? -offset : offset;
}
