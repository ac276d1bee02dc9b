// The end of a rule, in the local time its dates are in.

import type { Instant } from '../../../domain/ids.ts';
import { daySeconds, type LocalSeconds, parseLocal } from './civil.ts';
import type { Rule } from './parseRule.ts';

/**
 * The last moment a rule may give. A day is meant to its end; for dates without a time, a moment means its day.
 *
 * @param isDay true where the first date has no time
 * @param toLocal from an instant to the zone of the dates, as `YYYY-MM-DDTHH:mm:ss`; unset: an end in UTC is read as if it were local
 * @returns undefined where the rule names no end. @throws Error when it is no date
 */
export function untilOf({ until }: Rule, isDay: boolean, toLocal?: (at: Instant) => string): LocalSeconds | undefined {
  if (until === undefined) return undefined;
  const written = until.replace('Z', '');
  // The last day of whole days may be written as the moment when it ends, or begins, where they are spent.
  const isMoment = until.endsWith('Z') && !written.endsWith('T00:00:00');
  if (isDay && isMoment && toLocal) return parseLocal(toLocal(parseLocal(written) * 1000).slice(0, 10));
  if (isDay) return parseLocal(written.slice(0, 10));
  if (!written.includes('T')) return parseLocal(written) + daySeconds - 1;
  if (toLocal === undefined || !until.endsWith('Z')) return parseLocal(written);
  return parseLocal(toLocal(parseLocal(written) * 1000));
}
