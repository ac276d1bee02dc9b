// What people wait for is read past Kysely: on the way through its driver and plugins a question takes as long as in SQLite itself.
// Only the connection that reads is asked so: nothing on it is ever in the middle of a transaction.

import type { Database, Statement } from 'better-sqlite3';
import type { CompiledQuery } from 'kysely';
import { createLastUsed } from '../kit/lastUsed.ts';
import { isBusy } from './immediateDriver.ts';
import { letOthersIn } from './loopTurn.ts';
import type { Db } from './schema.ts';
import { statementsKept } from './statementCache.ts';

type Rows = Record<string, unknown>[];
type Read = (query: CompiledQuery) => Rows | undefined;

const readers = new WeakMap<Db, Read>();

/** From now on, `rowsOf` asks this database for the queries of `db`. */
export function readDirectly(db: Db, database: Database): void {
  const prepared = createLastUsed<(parameters: readonly unknown[]) => Rows>(statementsKept);
  const prepare = (sql: string) => {
    const known = prepared.get(sql);
    const read = known ?? reading(database.prepare(sql));
    if (!known) prepared.set(sql, read);
    return read;
  };
  readers.set(db, ({ sql, parameters }) => {
    if (!database.open) return undefined;
    try {
      return prepare(sql)(parameters);
    } catch (error) {
      if (isBusy(error)) return undefined;
      throw error;
    }
  });
}

/** @returns undefined where Kysely has to ask: in a transaction, and of a database that is busy or closed */
export async function rowsOf<Row>(db: Db, query: CompiledQuery<Row>): Promise<Row[] | undefined> {
  const read = readers.get(db);
  if (!read) return undefined;
  await letOthersIn();
  return read(query) as Row[] | undefined;
}

/** Rows whose columns are named as Kysely's plugin names them. */
function reading(statement: Statement): (parameters: readonly unknown[]) => Rows {
  const names = statement
    .columns()
    .map(({ name }) => name.replace(/_([a-z\d])/g, (_, sign: string) => sign.toUpperCase()));
  if (statement.columns().every(({ name }, index) => name === names[index]))
    return (parameters) => statement.all(parameters) as Rows;
  statement.raw(true);
  return (parameters) => (statement.all(parameters) as unknown[][]).map((values) => rowOf(names, values));
}

function rowOf(names: readonly string[], values: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [index, name] of names.entries()) row[name] = values[index];
  return row;
}
