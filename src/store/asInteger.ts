// Numbers are bound as floating-point ones.

import { type RawBuilder, sql } from 'kysely';

/**
 * A number as a whole one, for a rowid of FTS5, which would otherwise read all rows instead of one, and for a LIMIT: SQLite puts a
 * statement together anew for each value that is bound as its limit, which takes longer than the statement itself.
 */
export function asInteger(value: number): RawBuilder<number> {
  return sql`CAST(${value} AS INTEGER)`;
}
