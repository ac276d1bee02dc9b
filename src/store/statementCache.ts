// Statements kept compiled: the bot says the same few hundred sentences of SQL over and over, and compiling one takes SQLite as
// long as running it.

import type { Database, Statement } from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';

/** The longest unused one makes room. A statement takes a few kilobytes. */
const statementsKept = 300;

/** What Kysely needs of a database. */
export function withStatementCache(database: Database): SqliteDatabase {
  const statements = new Map<string, Statement>();
  const prepare = (sql: string) => {
    const statement = statements.get(sql) ?? database.prepare(sql);
    // A Map keeps the order of insertion: what is used moves to its end.
    statements.delete(sql);
    statements.set(sql, statement);
    const [oldest] = statements.keys();
    if (statements.size > statementsKept && oldest !== undefined) statements.delete(oldest);
    return statement;
  };
  return {
    prepare: (sql) => prepare(sql) as unknown as ReturnType<SqliteDatabase['prepare']>,
    close: () => database.close(),
  };
}
