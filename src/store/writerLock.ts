// One process writes at a time. The lock is an exclusive transaction on a file beside the database: the operating system drops
// it when its holder dies, however it dies, so nothing stale is ever left behind.

import SqliteDatabase from 'better-sqlite3';
import { isBusy } from './immediateDriver.ts';

/** Another process has this database. */
export class StoreInUse extends Error {
  override name = 'StoreInUse';
}

export interface WriterLock {
  release(): void;
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
