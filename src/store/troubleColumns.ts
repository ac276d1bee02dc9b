// What one more failed reading writes down, of a source as of a calendar.

import { sql } from 'kysely';
import type { Instant } from '../domain/ids.ts';

interface Failed {
  readonly code: string;
  readonly detail: string;
  readonly at: Instant;
  readonly nextPollAt: Instant;
}

/** For an update: counts grow, and the trouble is as old as its first failure. */
export function oneMoreTrouble({ code, detail, at, nextPollAt }: Failed) {
  return {
    troubleCount: sql<number>`trouble_count + 1`,
    troubleSightings: sql<number>`CASE WHEN trouble_code = ${code} THEN trouble_sightings + 1 ELSE 1 END`,
    troubleSince: sql<Instant>`coalesce(trouble_since, ${at})`,
    troubleCode: code,
    troubleDetail: detail,
    nextPollAt,
  };
}
