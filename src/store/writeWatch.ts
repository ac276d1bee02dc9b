// Watches the writing connection: whether the last write reached the disk, and if not, since when.

import type { Database } from 'better-sqlite3';
import type { Instant } from '../domain/ids.ts';
import type { StoreCondition } from '../ports/storeHealth.ts';

/** What a full, broken, read-only or locked disk makes SQLite say. A constraint that refuses a row is no trouble of the disk. */
const diskTrouble = /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|PERM|CORRUPT|NOTADB|BUSY)/;

export interface WriteWatch {
  failed(error: unknown): void;
  /** After a commit. One that had nothing to write proves nothing. */
  committed(durationMs: number): void;
  condition(): StoreCondition;
}

/** @param count told how long each commit took, in milliseconds */
export function createWriteWatch(
  database: Database,
  now: () => Instant,
  count: (durationMs: number) => void = () => undefined,
): WriteWatch {
  const changes = database.prepare('SELECT total_changes()').pluck();
  let condition: StoreCondition = { kind: 'fine' };
  let changesAtFailure = 0;

  return {
    failed(error) {
      const code = codeOf(error);
      if (!diskTrouble.test(code)) return;
      condition = { kind: 'failing', since: condition.kind === 'failing' ? condition.since : now(), code };
      changesAtFailure = Number(changes.get());
    },
    committed(durationMs) {
      count(durationMs);
      if (condition.kind === 'failing' && Number(changes.get()) > changesAtFailure) condition = { kind: 'fine' };
    },
    condition: () => condition,
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
