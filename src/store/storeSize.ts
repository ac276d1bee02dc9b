// How much the disk holds of the database.

import { statSync } from 'node:fs';
import type { StoreSize } from '../ports/storeSize.ts';

export function createStoreSize(path: string): StoreSize {
  return { measure: () => ({ databaseBytes: sizeOf(path), walBytes: sizeOf(`${path}-wal`) }) };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
