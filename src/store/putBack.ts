// Puts a good copy in the place of the database. Invariant: at every moment either file is whole, the one that was there is kept,
// and its write-ahead log never meets the copy.

import { closeSync, constants, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Instant } from '../domain/ids.ts';
import { forgetCertainty, newestInstant } from './afterRestore.ts';
import { syncFolder } from './backUp.ts';
import { fileInstant } from './backupFiles.ts';
import { openConnection } from './openDatabase.ts';

export interface PutBack {
  /** The file that was there; unset where there was none. */
  readonly keptAs?: string;
  readonly from: string;
  /** The last thing the copy knows of; unset for one in which nothing ever happened. */
  readonly knownUntil?: Instant;
}

/**
 * To be called by who holds the writer's lock, with a copy that was found good.
 *
 * @param because part of the name under which the present file is kept
 */
export function putBack(databasePath: string, copy: string, because: 'damaged' | 'replaced', now: Instant): PutBack {
  const draft = `${databasePath}.draft`;
  try {
    for (const ending of ['', '-wal', '-shm']) rmSync(`${draft}${ending}`, { force: true });
    // With its own log, if it has one: a copy of somebody else's making may.
    copyFileSync(copy, draft, constants.COPYFILE_FICLONE);
    if (existsSync(`${copy}-wal`)) copyFileSync(`${copy}-wal`, `${draft}-wal`);
    const knownUntil = prepare(draft, now);
    const keptAs = keepAside(databasePath, `${databasePath}.${because}-${fileInstant(now)}`);
    renameSync(draft, databasePath);
    syncFolder(dirname(databasePath));
    return {
      from: copy,
      ...(keptAs === undefined ? {} : { keptAs }),
      ...(knownUntil === undefined ? {} : { knownUntil }),
    };
  } finally {
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(`${draft}${ending}`, { force: true });
  }
}

function prepare(draft: string, now: Instant): Instant | undefined {
  const database = openConnection(draft, false);
  const knownUntil = newestInstant(database);
  forgetCertainty(database, now);
  // One file: nothing of it stands in a log that would be left behind.
  database.pragma('journal_mode = DELETE');
  database.close();
  const handle = openSync(draft, 'r');
  fsyncSync(handle);
  closeSync(handle);
  return knownUntil;
}

/** The database first: from then on, whatever happens, no start takes half of it for the whole. */
function keepAside(databasePath: string, keptAs: string): string | undefined {
  const isThere = existsSync(databasePath);
  for (const ending of ['', '-wal', '-shm']) {
    if (existsSync(`${databasePath}${ending}`)) renameSync(`${databasePath}${ending}`, `${keptAs}${ending}`);
  }
  rmSync(damageMark(databasePath), { force: true });
  return isThere ? keptAs : undefined;
}

/** Beside a database in which damage was found while the bot ran: the next start does not trust it. */
export function damageMark(databasePath: string): string {
  return `${databasePath}.distrusted`;
}
