// Brings a database to the newest schema: forward only, each migration once and in a transaction of its own.

import type { Database } from 'better-sqlite3';
import { migrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { StoreUnusable } from './storeUnusable.ts';

/** The schema of this version. */
export const knownSchema = newestOf(migrations);

/** A later version of the bot wrote this database. */
export class SchemaTooNew extends StoreUnusable {
  override name = 'SchemaTooNew';

  constructor(found: number, known: number) {
    super(
      `The database has schema ${found}, and this version of society-bot knows up to ${known}. Upgrade the bot to the version that wrote it, or newer.`,
    );
  }
}

/**
 * @param known all migrations, in order of version
 * @throws SchemaTooNew, having changed nothing
 */
export function migrate(database: Database, known: readonly Migration[] = migrations): void {
  const done = readVersion(database);
  if (done > newestOf(known)) throw new SchemaTooNew(done, newestOf(known));
  for (const { version, sql } of known.filter(({ version }) => version > done)) {
    const step = database.transaction(() => {
      database.exec(sql);
      database.prepare('INSERT INTO schema_migrations (version, applied_at) VALUES (?, ?)').run(version, Date.now());
    });
    step.immediate();
  }
}

function newestOf(known: readonly Migration[]): number {
  return known.at(-1)?.version ?? 0;
}

/** The newest migration it has been through; 0 for none. */
export function readVersion(database: Database): number {
  const table = database
    .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'schema_migrations'")
    .get();
  if (!table) return 0;
  return Number(database.prepare('SELECT coalesce(max(version), 0) FROM schema_migrations').pluck().get());
}
