// Whether a database file can be trusted: read only, by a connection of its own, without changing anything.

import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { knownSchema, readVersion } from './migrate.ts';
import { openConnection } from './openDatabase.ts';

export interface Inspection {
  /** What is wrong, in SQLite's words. Unset: nothing was found. */
  readonly fault?: string;
  /** The migrations it has been through; 0 for a file that never was a database of the bot. */
  readonly schema: number;
}

/** Where the header of a file says how large its pages are and how many it has. @see https://www.sqlite.org/fileformat.html */
const pageSizeAt = 16;
const pageCountAt = 28;

/** Up to this size a file is checked whole in less than a second. Bytes. */
const wholeAtOnceBytes = 64_000_000;

/**
 * `whole` reads every page and every index. `quick` leaves out the articles and their search index where they are large: they are
 * most of the file, and nothing is posted twice for want of them.
 */
export type InspectionDepth = 'quick' | 'whole';

/** @throws when the file cannot be read at all, which says nothing about what is in it */
export function inspectFile(path: string, depth: InspectionDepth): Inspection {
  if (!existsSync(path) || statSync(path).size === 0) return { fault: 'the file is empty', schema: 0 };
  if (isCutOff(path)) return { fault: 'its end is missing', schema: 0 };
  try {
    const database = openConnection(path, true);
    try {
      const fault = findFault(database, depth === 'whole' || statSync(path).size <= wholeAtOnceBytes);
      return { ...(fault === undefined ? {} : { fault }), schema: readVersion(database) };
    } finally {
      database.close();
    }
  } catch (error) {
    if (!isDamage(error)) throw error;
    return { fault: error.message, schema: 0 };
  }
}

/** SQLite reads what is missing of the last page as zeros and may find nothing wrong. What is still in the log may be missing. */
function isCutOff(path: string): boolean {
  if (existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0) return false;
  const header = Buffer.alloc(32);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, header.length, 0);
  } finally {
    closeSync(file);
  }
  const pageBytes = header.readUInt16BE(pageSizeAt) === 1 ? 65_536 : header.readUInt16BE(pageSizeAt);
  return statSync(path).size < pageBytes * header.readUInt32BE(pageCountAt);
}

/** True for a copy that this version of the bot can go on with. */
export function isUsable({ fault, schema }: Inspection): boolean {
  return fault === undefined && schema > 0 && schema <= knownSchema;
}

/** True for SQLite's answer that the file is not what it should be. */
export function isDamage(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code));
}

function findFault(database: Database, isWhole: boolean): string | undefined {
  const checks = isWhole ? ['integrity_check(1)'] : listTables(database).map((name) => `quick_check(${name})`);
  for (const check of checks) {
    const found = String(database.pragma(check, { simple: true }));
    if (found !== 'ok') return found;
  }
  return undefined;
}

/** Those that the delivering stands on. */
function listTables(database: Database): string[] {
  return database
    .prepare(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name != 'articles' AND name NOT LIKE 'articles\\_fts%' ESCAPE '\\'`,
    )
    .pluck()
    .all() as string[];
}
