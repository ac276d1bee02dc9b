// When a guild hears of its programme: on Mondays in the morning, by its own clock.

import { Temporal } from 'temporal-polyfill';
import type { Instant } from './ids.ts';
import { instantOf, isZone } from './moment.ts';

const morning = '09:00';

export interface DigestWeek {
  /** ISO 8601, e.g. `2027-W11`; later weeks sort behind earlier ones. */
  readonly name: string;
  readonly beginsAt: Instant;
  /** A week before, by the same clock. */
  readonly lastAt: Instant;
}

/** The name of the week of an instant, by the clock of UTC. */
export function isoWeekAt(at: Instant): Pick<DigestWeek, 'name'> {
  return { name: weekName(Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').toPlainDate()) };
}

function weekName({ yearOfWeek, weekOfYear }: Temporal.PlainDate): string {
  return `${yearOfWeek}-W${String(weekOfYear).padStart(2, '0')}`;
}

/** The week whose digest is due now. @returns undefined outside of the day from Monday morning on: what is later is not made up for */
export function findDigestWeek(now: Instant, home: string): DigestWeek | undefined {
  const timeZone = isZone(home) ? home : 'UTC';
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const beginsAt = instantOf(monday.toString(), morning, timeZone);
  const isDue = now >= beginsAt && now < instantOf(monday.add({ days: 1 }).toString(), morning, timeZone);
  if (!isDue) return undefined;
  return {
    name: weekName(monday),
    beginsAt,
    lastAt: instantOf(monday.subtract({ days: 7 }).toString(), morning, timeZone),
  };
}
