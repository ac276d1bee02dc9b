// How Kysely talks to SQLite here: a transaction takes the write lock at its beginning. One that reads first and then writes
// would otherwise fail at once with SQLITE_BUSY_SNAPSHOT, whatever the busy timeout is.

import type { Database } from 'better-sqlite3';
import { CompiledQuery, type DatabaseConnection, SqliteDialect, SqliteDriver } from 'kysely';
import { Transient } from '../domain/errors.ts';
import { withStatementCache } from './statementCache.ts';

class ImmediateDriver extends SqliteDriver {
  private readonly database: Database;

  constructor(database: Database) {
    super({ database: withStatementCache(database) });
    this.database = database;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'));
    } catch (error) {
      throw isBusy(error) ? new Transient('storeBusy', {}, error) : error;
    }
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // On a full disk SQLite has rolled back by itself; a second rollback would hide the cause.
    if (this.database.inTransaction) await super.rollbackTransaction(connection);
  }
}

/** SQLite whose every transaction begins immediate. @throws Transient from a transaction when another writer never yields */
export class ImmediateDialect extends SqliteDialect {
  private readonly database: Database;

  constructor(database: Database) {
    super({ database });
    this.database = database;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.database);
  }
}

/** True for SQLite's answer that somebody else holds the lock. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}
