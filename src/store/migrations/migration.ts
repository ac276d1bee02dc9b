/** One step from a schema to the next. */
export interface Migration {
  /** Counts from 1 without gaps. */
  readonly version: number;
  /** SQLite statements; they run in one transaction. */
  readonly sql: string;
}
