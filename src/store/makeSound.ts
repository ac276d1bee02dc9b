// Before the database is opened: one that is damaged is kept aside and the newest good backup put in its place.
// Invariant: the bot never begins anew, with nothing, where there was something.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Instant } from '../domain/ids.ts';
import type { Mended } from '../ports/storeHealth.ts';
import { backupFolder, listBackups } from './backupFiles.ts';
import { inspectFile, isUsable } from './inspectFile.ts';
import { damageMark, type PutBack, putBack } from './putBack.ts';
import { StoreUnusable } from './storeUnusable.ts';

/** A damaged database was replaced by a backup. */
export interface MendedFile extends Mended, PutBack {
  readonly fault: string;
}

/**
 * To be called by who holds the writer's lock.
 *
 * @returns what was done, if anything was
 * @throws StoreUnusable for a damaged database without a good backup, having changed nothing
 */
export function makeSound(databasePath: string, now: Instant): MendedFile | undefined {
  const fault = findFault(databasePath);
  if (fault === undefined) return undefined;
  const backup = listBackups(databasePath, now).find(({ path }) => isUsable(inspectFile(path, 'whole')));
  if (!backup) {
    throw new StoreUnusable(
      `The database ${databasePath} is damaged (${fault}), and there is no good backup of it in ${backupFolder(databasePath)}. ` +
        'If you have a copy elsewhere, run: npm run bot -- restore <file>. To begin anew with nothing set up, move that folder away, and all files whose names begin with that of the database.',
    );
  }
  const done = putBack(databasePath, backup.path, 'damaged', now);
  return { ...done, fault, sentence: describe(fault, done) };
}

function describe(fault: string, { keptAs, from, knownUntil }: PutBack): string {
  const kept = keptAs === undefined ? '' : ` The damaged file is kept as ${keptAs}.`;
  return (
    `The database was damaged (${fault}), so the backup ${from} is in its place.${kept} ` +
    `What happened after ${knownUntil === undefined ? 'it was made' : new Date(knownUntil).toISOString()} is forgotten: ` +
    'moderators have to repeat what they set up since then, and are asked before new articles are posted, because some may have been posted already.'
  );
}

function findFault(databasePath: string): string | undefined {
  if (existsSync(damageMark(databasePath))) return readFileSync(damageMark(databasePath), 'utf8');
  const isThere = existsSync(databasePath) && statSync(databasePath).size > 0;
  if (isThere) return inspectFile(databasePath, 'quick').fault;
  return wasThere(databasePath) ? 'the file is missing or empty' : undefined;
}

/** A backup, a log or a file kept aside tells of a database that is gone. */
function wasThere(databasePath: string): boolean {
  const name = basename(databasePath);
  return (
    listBackups(databasePath).length > 0 ||
    readdirSync(dirname(databasePath)).some((other) =>
      ['-wal', '.damaged-', '.replaced-'].some((ending) => other.startsWith(`${name}${ending}`)),
    )
  );
}
