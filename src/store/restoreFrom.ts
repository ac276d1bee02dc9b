// A restore by hand. Invariant: nothing is touched while a bot has the database, or for a copy that is not good.

import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Instant } from '../domain/ids.ts';
import { inspectFile, isUsable } from './inspectFile.ts';
import { knownSchema } from './migrate.ts';
import { type PutBack, putBack } from './putBack.ts';
import { explainUnusable, StoreUnusable } from './storeUnusable.ts';
import { takeWriterLock, type WriterLock } from './writerLock.ts';

/**
 * @param tell told what is done next
 * @throws StoreInUse @throws StoreUnusable for a copy that is damaged, foreign, or of a later version
 */
export function restoreFrom(
  databasePath: string,
  copy: string,
  now: Instant,
  tell: (stage: 'checking' | 'replacing') => void = () => undefined,
): PutBack {
  const lock = lockPlace(databasePath);
  try {
    tell('checking');
    const found = inspectFile(copy, 'whole');
    if (!isUsable(found)) throw new StoreUnusable(`${copy} cannot be used: ${whyNot(found)}. Nothing was changed.`);
    tell('replacing');
    return putBack(databasePath, copy, 'replaced', now);
  } finally {
    lock.release();
  }
}

function lockPlace(databasePath: string): WriterLock {
  try {
    mkdirSync(dirname(databasePath), { recursive: true });
    return takeWriterLock(databasePath);
  } catch (error) {
    throw explainUnusable(databasePath, error);
  }
}

function whyNot({ fault, schema }: ReturnType<typeof inspectFile>): string {
  if (fault !== undefined) return `it is damaged (${fault})`;
  if (schema > knownSchema)
    return `a later version of the bot wrote it (schema ${schema}, this one knows up to ${knownSchema})`;
  return 'it is not a database of this bot';
}
