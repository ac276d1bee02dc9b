// Rules of repetition → their dates, in local time as calendars write them. Every frequency is followed here; calendars of a
// society are refused those below HOURLY.

import { formatDay, formatLocal, parseLocal } from '../src/sources/calendar/recurrence/civil.ts';
import { expandRule, maxRuleSteps } from '../src/sources/calendar/recurrence/expandRule.ts';
import { parseRule } from '../src/sources/calendar/recurrence/parseRule.ts';
import { untilOf } from '../src/sources/calendar/recurrence/untilOf.ts';
import { localIn } from '../src/sources/calendar/zones.ts';
import { readLines } from './readLines.ts';

export interface RecurrenceLine {
  readonly id: string;
  readonly rule: string;
  /** `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm:ss`. */
  readonly start: string;
  /** Unset: the times are floating. */
  readonly timeZone?: string;
  readonly limit: number;
}

export interface Recurrences {
  readonly id: string;
  readonly instances: readonly string[];
  readonly error?: string;
}

export async function* evaluateRecurrences(input: string): AsyncIterable<Recurrences> {
  for await (const line of readLines<RecurrenceLine>(input)) yield listInstances(line);
}

export function listInstances({ id, rule: text, start, timeZone, limit }: RecurrenceLine): Recurrences {
  const instances: string[] = [];
  try {
    const isDay = !start.includes('T');
    const rule = parseRule(text);
    const zone = timeZone === undefined ? undefined : ({ kind: 'named', timeZone } as const);
    const until = untilOf(rule, isDay, zone && ((at) => localIn(zone, at)));
    const dates = expandRule({
      rule,
      start: parseLocal(start),
      isDay,
      ...(until === undefined ? {} : { until }),
      budget: { steps: maxRuleSteps },
    });
    while (instances.length < limit) {
      const next = dates.next();
      if (next.done) break;
      instances.push(isDay ? formatDay(next.value / 86_400) : formatLocal(next.value));
    }
    return { id, instances };
  } catch (error) {
    return { id, instances, error: error instanceof Error ? error.message : String(error) };
  }
}
