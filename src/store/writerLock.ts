// One process writes at a time. The lock is an exclusive transaction on a file beside the database: the operating system drops
// it when its holder dies, however it dies, so nothing stale is ever left behind.

import { existsSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import { isBusy } from './immediateDriver.ts';

/** Another process has this database. */
export class StoreInUse extends Error {
  override name = 'StoreInUse';
}

export interface WriterLock {
  release(): void;
}

/** Whether a process has the lock; leaves no file behind, and takes nothing. */
export function isInUse(databasePath: string): boolean {
  if (!existsSync(`${databasePath}.lock`)) return false;
  const lock = new SqliteDatabase(`${databasePath}.lock`, { readonly: true, timeout: 0 });
  try {
    lock.prepare('SELECT count(*) FROM sqlite_schema').get();
    return false;
  } catch (error) {
    if (isBusy(error)) return true;
    throw error;
  } finally {
    lock.close();
  }
}

/** @throws StoreInUse */
export function takeWriterLock(databasePath: string): WriterLock {
  const lock = new SqliteDatabase(`${databasePath}.lock`, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw new StoreInUse(
      `${databasePath} is in use by another bot. Stop that one first, or set DATABASE_URL to another file.`,
    );
  }
  return { release: () => lock.close() };
}
