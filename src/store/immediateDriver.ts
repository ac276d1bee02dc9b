// How Kysely talks to SQLite here: a transaction takes the write lock at its beginning. One that reads first and then writes
// would otherwise fail at once with SQLITE_BUSY_SNAPSHOT, whatever the busy timeout is. While another process has the lock, the
// bot waits for it without standing still.

import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type LimitNode,
  type QueryResult,
  SqliteDialect,
  SqliteDriver,
  SqliteQueryCompiler,
} from 'kysely';
import { Transient } from '../domain/errors.ts';
import { letOthersIn } from './loopTurn.ts';
import { withStatementCache } from './statementCache.ts';
import type { WriteWatch } from './writeWatch.ts';

/** How long a write waits for another process in all, and between two attempts. Milliseconds. */
const patienceMs = { whole: 20_000, attempt: 50, pause: 20 };

/** A connection that asks again where somebody else holds the lock, and tells the watch what came of it. */
class PatientConnection implements DatabaseConnection {
  private readonly inner: DatabaseConnection;
  private readonly database: Database;
  private readonly watch: WriteWatch | undefined;

  constructor(inner: DatabaseConnection, database: Database, watch: WriteWatch | undefined) {
    this.inner = inner;
    this.database = database;
    this.watch = watch;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const until = performance.now() + patienceMs.whole;
    for (;;) {
      try {
        const startedAt = performance.now();
        const result = await this.inner.executeQuery<Row>(query);
        if (!this.database.inTransaction) this.watch?.committed(performance.now() - startedAt);
        return result;
      } catch (error) {
        // Within a transaction there is nothing to wait for: it has the lock.
        if (!isBusy(error) || this.database.inTransaction || performance.now() > until) {
          this.watch?.failed(error);
          throw error;
        }
        await pause(patienceMs.pause);
      }
    }
  }

  streamQuery<Row>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<Row>> {
    return this.inner.streamQuery<Row>(query, chunkSize);
  }
}

class ImmediateDriver extends SqliteDriver {
  private readonly database: Database;
  private readonly watch: WriteWatch | undefined;

  constructor(database: Database, watch: WriteWatch | undefined) {
    super({ database: withStatementCache(database) });
    this.database = database;
    this.watch = watch;
    // SQLite waits without letting anything else happen, so it is to wait only a moment.
    database.pragma(`busy_timeout = ${patienceMs.attempt}`);
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    await letOthersIn();
    return new PatientConnection(connection, this.database, this.watch);
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

/** See asInteger. */
class ImmediateCompiler extends SqliteQueryCompiler {
  protected override visitLimit({ limit }: LimitNode): void {
    this.append('limit cast(');
    this.visitNode(limit);
    this.append(' as integer)');
  }
}

/** SQLite whose every transaction begins immediate. @throws Transient from a transaction when another writer never yields */
export class ImmediateDialect extends SqliteDialect {
  private readonly database: Database;
  private readonly watch: WriteWatch | undefined;

  constructor(database: Database, watch?: WriteWatch) {
    super({ database });
    this.database = database;
    this.watch = watch;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.database, this.watch);
  }

  override createQueryCompiler(): SqliteQueryCompiler {
    return new ImmediateCompiler();
  }
}

/** True for SQLite's answer that somebody else holds the lock. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}
