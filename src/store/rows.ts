// Between rows and domain objects: SQL says null for what the domain leaves out.

import { randomBytes } from 'node:crypto';

type Nullable<Row> = { [Key in keyof Row]: null extends Row[Key] ? Key : never }[keyof Row];
type WithoutNulls<Row> = Omit<Row, Nullable<Row>> & { [Key in Nullable<Row>]?: NonNullable<Row[Key]> };

/** The row without its empty columns. */
export function withoutNulls<Row extends object>(row: Row): WithoutNulls<Row> {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(row)) if (value !== null) kept[key] = value;
  return kept as WithoutNulls<Row>;
}

/** Values that fit one statement: SQLite takes 32,766 parameters, PostgreSQL 65,535. */
export function inChunks<Value>(values: readonly Value[], size = 500): Value[][] {
  const chunks: Value[][] = [];
  for (let start = 0; start < values.length; start += size) chunks.push(values.slice(start, start + size));
  return chunks;
}

const base32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** 16 characters of lower-case base32: 80 random bits. */
export function randomId(): string {
  return Array.from(randomBytes(16), (byte) => base32[byte % base32.length]).join('');
}
