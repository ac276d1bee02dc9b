// Which copies of the database there are, how they are named and how long each is kept. A name tells the instant and the
// occasion, so the folder itself is the only list there is.

import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Instant } from '../domain/ids.ts';

/** Each day, or before a newer version of the bot changes the schema. */
export type BackupKind = 'daily' | 'upgrade';

export interface BackupFile {
  readonly path: string;
  readonly kind: BackupKind;
  /** When it was begun: it holds at least what was known then. */
  readonly at: Instant;
}

const daysKept = 7;
const weeksKept = 4;
const upgradesKept = 3;
const dayMs = 86_400_000;
const weekMs = 7 * dayMs;
/** Weeks begin on a Monday; the first day of 1970 was a Thursday. */
const mondayMs = 4 * dayMs;

export function backupFolder(databasePath: string): string {
  return join(dirname(databasePath), 'backups');
}

export function backupPath(databasePath: string, kind: BackupKind, at: Instant): string {
  return join(backupFolder(databasePath), `${basename(databasePath)}.${fileInstant(at)}.${kind}`);
}

/** An instant as part of a file's name, e.g. `2026-11-25T03-17-00-000Z`. */
export function fileInstant(at: Instant): string {
  return new Date(at).toISOString().replace(/[:.]/g, '-');
}

/**
 * Newest first; empty where there is no folder. Files with other names are nobody's business.
 *
 * @param now what is later was made by a clock that was wrong, so nobody knows how old it is: it comes last
 */
export function listBackups(databasePath: string, now: Instant = Number.POSITIVE_INFINITY): BackupFile[] {
  const folder = backupFolder(databasePath);
  const prefix = `${basename(databasePath)}.`;
  return namesIn(folder)
    .filter((name) => name.startsWith(prefix))
    .flatMap((name) => parseName(join(folder, name), name.slice(prefix.length)) ?? [])
    .sort((left, right) => Number(left.at > now) - Number(right.at > now) || right.at - left.at);
}

/**
 * The newest of each of the last 7 days and of each of the last 4 weeks that have one stays, and the last 3 of upgrades. Days
 * without a copy do not count, so a bot that was off for a month loses none.
 *
 * @returns those to delete
 */
export function listOutlived(backups: readonly BackupFile[]): BackupFile[] {
  const newestFirst = [...backups].sort((left, right) => right.at - left.at);
  const daily = newestFirst.filter(({ kind }) => kind === 'daily');
  const kept = new Set([
    ...newestOfEach(daily, (at) => Math.floor(at / dayMs)).slice(0, daysKept),
    ...newestOfEach(daily, (at) => Math.floor((at - mondayMs) / weekMs)).slice(0, weeksKept),
    ...newestFirst.filter(({ kind }) => kind === 'upgrade').slice(0, upgradesKept),
  ]);
  return newestFirst.filter((backup) => !kept.has(backup));
}

function newestOfEach(newestFirst: readonly BackupFile[], periodOf: (at: Instant) => number): BackupFile[] {
  const periods = new Map<number, BackupFile>();
  for (const backup of newestFirst) {
    if (!periods.has(periodOf(backup.at))) periods.set(periodOf(backup.at), backup);
  }
  return [...periods.values()];
}

function parseName(path: string, rest: string): BackupFile | undefined {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.(daily|upgrade)$/.exec(rest);
  if (!match) return undefined;
  const [, day, hours, minutes, seconds, ms, kind] = match;
  return { path, kind: kind as BackupKind, at: Date.parse(`${day}T${hours}:${minutes}:${seconds}.${ms}Z`) };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^(ENOENT|ENOTDIR)$/.test(String(error.code))) return [];
    throw error;
  }
}
