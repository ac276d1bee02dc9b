// Statements kept compiled: the bot says the same few hundred sentences of SQL over and over, and compiling one takes SQLite as
// long as running it.

import type { Database, Statement } from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';
import { createLastUsed } from '../kit/lastUsed.ts';

/** A statement takes a few kilobytes. */
export const statementsKept = 300;

/** What Kysely needs of a database. */
export function withStatementCache(database: Database): SqliteDatabase {
  const statements = createLastUsed<Statement>(statementsKept);
  const prepare = (sql: string) => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return {
    prepare: (sql) => prepare(sql) as unknown as ReturnType<SqliteDatabase['prepare']>,
    close: () => database.close(),
  };
}
