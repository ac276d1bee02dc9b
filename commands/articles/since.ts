// How far back a search goes, as people write it.

import { Refusal } from '../../src/domain/errors.ts';
import type { Instant } from '../../src/domain/ids.ts';
import { escapeLine } from '../../src/views/text.ts';

const repeatedLimit = 100;
/** As people write them in the languages the bot speaks. */
const units = {
  day: ['day', 'days', 'tag', 'tage', 'tagen'],
  week: ['week', 'weeks', 'woche', 'wochen'],
  month: ['month', 'months', 'monat', 'monate', 'monaten'],
  year: ['year', 'years', 'jahr', 'jahre', 'jahren'],
} as const;
type Unit = keyof typeof units;
const unitNames = Object.keys(units) as Unit[];

/**
 * "2026-09-30" (its beginning, in UTC) or "3 months" before now.
 * @throws Refusal
 */
export function parseSince(typed: string, now: Instant): Instant {
  const since = parseDate(typed.trim()) ?? parseSpan(typed.trim().toLowerCase(), now);
  if (since === undefined) throw new Refusal('sinceUnreadable', { typed: escapeLine(typed, repeatedLimit) });
  return since;
}

function parseDate(text: string): Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const at = Date.parse(`${text}T00:00:00Z`);
  // Some engines take 30 February for 2 March.
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? undefined : at;
}

function parseSpan(text: string, now: Instant): Instant | undefined {
  const match = /^(\d{1,3}) ?([a-z]+)$/.exec(text);
  const unit = unitNames.find((candidate) => units[candidate].some((word) => word === match?.[2]));
  return match?.[1] && unit ? before(now, Number(match[1]), unit) : undefined;
}

function before(now: Instant, count: number, unit: Unit): Instant {
  const date = new Date(now);
  if (unit === 'day') date.setUTCDate(date.getUTCDate() - count);
  else if (unit === 'week') date.setUTCDate(date.getUTCDate() - 7 * count);
  else goBackMonths(date, unit === 'month' ? count : 12 * count);
  return date.getTime();
}

/** A month before 31 March is the last day of February, not the beginning of March. */
function goBackMonths(date: Date, count: number): void {
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() - count);
  if (date.getUTCDate() !== day) date.setUTCDate(0);
}
