// Opens the SQLite file twice: one connection that writes, one that can only read. Both keep the same promises to the disk.

import SqliteDatabase, { type Database } from 'better-sqlite3';
import { CamelCasePlugin, Kysely } from 'kysely';
import { readDirectly } from './directReading.ts';
import { ImmediateDialect } from './immediateDriver.ts';
import { migrate } from './migrate.ts';
import type { Connections, Tables } from './schema.ts';
import { createWriteWatch, type WriteWatch } from './writeWatch.ts';

/** How long a statement waits for a lock, e.g. of a backup. Milliseconds. */
const busyTimeoutMs = 5_000;

/** One Kysely over one connection. */
export function createQueries(database: Database, watch?: WriteWatch): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new ImmediateDialect(database, watch), plugins: [new CamelCasePlugin()] });
}

interface OpenDatabase extends Connections {
  readonly watch: WriteWatch;
  close(): Promise<void>;
}

/** Brings the schema up to date first. @throws SchemaTooNew */
export function openDatabase(
  path: string,
  now: () => number = Date.now,
  countCommit?: (durationMs: number) => void,
): OpenDatabase {
  const writer = openConnection(path, false);
  try {
    migrate(writer);
    const reader = openConnection(path, true);
    const watch = createWriteWatch(writer, now, countCommit);
    const [write, read] = [createQueries(writer, watch), createQueries(reader)];
    readDirectly(read, reader);
    return {
      watch,
      write,
      read,
      async close() {
        // Kysely closes a connection only once it was used. The one that writes goes last: it alone can empty the log.
        await read.destroy();
        reader.close();
        await write.destroy();
        writer.close();
      },
    };
  } catch (error) {
    writer.close();
    throw error;
  }
}

/** A connection with the promises of this store. */
export function openConnection(path: string, readonly: boolean): Database {
  const database = new SqliteDatabase(path, { readonly, timeout: busyTimeoutMs });
  if (!readonly) database.pragma('journal_mode = WAL');
  // FULL: a delivery that was recorded is not forgotten when the power fails.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('trusted_schema = OFF');
  return database;
}
