// A copy of the database as it stands at one instant, also while the bot writes: written, opened and checked whole, and only then
// given its name. Invariant: a file with the name of a backup is a good one.

import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Instant } from '../domain/ids.ts';
import { type BackupFile, type BackupKind, backupPath, listBackups, listOutlived } from './backupFiles.ts';
import { inspectFile } from './inspectFile.ts';
import { knownSchema, readVersion } from './migrate.ts';
import { openConnection } from './openDatabase.ts';
import { StoreUnusable } from './storeUnusable.ts';

/** No copy takes this long. Milliseconds. */
const leftoverMs = 6 * 3_600_000;

/** Between them the bot works on; 400 kB. */
const pagesAtOnce = 100;

/** Rows that a copy must have as many of as the database. */
const countedTables = ['articles', 'sources', 'subscriptions', 'outbox', 'guild_settings', 'conferences'] as const;

export interface Backup extends BackupFile {
  readonly schema: number;
  readonly rows: Readonly<Record<string, number>>;
}

/** The copy is not what the database is. */
export class BackupFaulty extends Error {
  override name = 'BackupFaulty';
}

/** Told how far a copy has come: the pages of the copying are known, the rest is not. */
export type TellStage = (stage: 'copying' | 'checking', done?: number, total?: number) => void;

/** Also deletes what has outlived itself. @throws BackupFaulty, leaving nothing behind */
export async function backUp(
  databasePath: string,
  kind: BackupKind,
  at: Instant,
  tell: TellStage = () => undefined,
): Promise<Backup> {
  const path = backupPath(databasePath, kind, at);
  const draft = `${path}.draft`;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  removeLeftovers(dirname(path), at);
  try {
    // Made before SQLite writes to it, so that nobody else may read it at any moment.
    closeSync(openSync(draft, 'wx', 0o600));
    const copied = await copy(databasePath, draft, tell);
    tell('checking');
    makeSingle(draft);
    const found = inspectFile(draft, 'whole');
    if (found.fault !== undefined) throw new BackupFaulty(`the copy is damaged: ${found.fault}`);
    const read = readSummary(draft);
    if (JSON.stringify(read) !== JSON.stringify(copied)) {
      throw new BackupFaulty(`the copy holds ${JSON.stringify(read)} instead of ${JSON.stringify(copied)}`);
    }
    renameSync(draft, path);
    syncFolder(dirname(path));
    for (const outlived of listOutlived(listBackups(databasePath))) rmSync(outlived.path, { force: true });
    return { path, kind, at, ...read };
  } finally {
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${draft}${ending}`, { force: true });
  }
}

/** What a process left that was killed while it copied. Another may be copying right now, so only what is old goes. */
function removeLeftovers(folder: string, at: Instant): void {
  for (const name of readdirSync(folder).filter((name) => /\.draft(-wal|-shm|-journal)?$/.test(name))) {
    const path = join(folder, name);
    if (at - statSync(path).mtimeMs > leftoverMs) rmSync(path, { force: true });
  }
}

/**
 * Before a newer version of the bot changes the schema. Nothing to do for a new database.
 *
 * @throws StoreUnusable for one of another program, of which nothing is changed
 */
export async function backUpBeforeUpgrade(databasePath: string, at: Instant): Promise<void> {
  if (!existsSync(databasePath)) return;
  const database = openConnection(databasePath, true);
  const schema = readVersion(database);
  const isForeign = schema === 0 && database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table'").get();
  database.close();
  if (isForeign)
    throw new StoreUnusable(
      `The database ${databasePath} belongs to another program. Name another file in DATABASE_URL: the bot makes its own.`,
    );
  if (schema > 0 && schema < knownSchema) await backUp(databasePath, 'upgrade', at);
}

/** What was renamed stays so when the power fails. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

async function copy(databasePath: string, draft: string, tell: TellStage) {
  const source = openConnection(databasePath, true);
  try {
    // The reading transaction keeps the instant while the bot writes on; without it every write would begin the copy anew.
    source.exec('BEGIN');
    const summary = summarise(source);
    await source.backup(draft, {
      progress({ totalPages, remainingPages }) {
        tell('copying', totalPages - remainingPages, totalPages);
        return pagesAtOnce;
      },
    });
    source.exec('COMMIT');
    return summary;
  } finally {
    source.close();
  }
}

/** One file without companions, whoever opens it next. */
function makeSingle(path: string): void {
  const database = openConnection(path, false);
  database.pragma('journal_mode = DELETE');
  database.close();
}

function readSummary(path: string) {
  const database = openConnection(path, true);
  try {
    return summarise(database);
  } finally {
    database.close();
  }
}

function summarise(database: Database) {
  const rows = countedTables.map((table) => [
    table,
    Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()),
  ]);
  return { schema: readVersion(database), rows: Object.fromEntries(rows) as Record<string, number> };
}
