// Whether the disk takes what the bot writes, and how much it holds.

import { statSync } from 'node:fs';
import { sql } from 'kysely';
import type { StorageHealth } from '../ports/storageHealth.ts';
import type { Connections } from './schema.ts';

export function createStorageHealth(path: string, { write }: Pick<Connections, 'write'>): StorageHealth {
  return {
    probeWrite() {
      return write.transaction().execute(async (tx) => {
        // A number in the file's header that nobody uses: SQLite writes and syncs it, also when it stays what it was.
        const { rows } = await sql<{ userVersion: number }>`PRAGMA user_version`.execute(tx);
        await sql`PRAGMA user_version = ${sql.lit(rows[0]?.userVersion ?? 0)}`.execute(tx);
      });
    },
    measure: () => ({ databaseBytes: sizeOf(path), walBytes: sizeOf(`${path}-wal`) }),
  };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
