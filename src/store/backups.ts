// Backups and the check of the whole file, in a thread of their own with a connection of its own: they take seconds.

import { writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Instant } from '../domain/ids.ts';
import type { Backups } from '../ports/backups.ts';
import { listBackups } from './backupFiles.ts';
import type { FileAnswer, FileTask } from './fileWorker.ts';
import type { Inspection } from './inspectFile.ts';
import { damageMark } from './putBack.ts';

export function createBackups(databasePath: string, now: () => Instant = Date.now): Backups {
  const abandoning = new AbortController();

  return {
    latest: () => listBackups(databasePath, now())[0],

    async make(at) {
      const made = await runApart({ kind: 'backUp', databasePath, at }, abandoning.signal);
      return made && { path: made.path, at };
    },

    async check() {
      const fault = (await runApart({ kind: 'check', databasePath }, abandoning.signal))?.fault;
      if (fault !== undefined) writeFileSync(damageMark(databasePath), fault, { mode: 0o600 });
      return fault;
    },

    abandon: () => abandoning.abort(),
  };
}

/** Reads every page of a file, in a thread of its own. */
export async function inspectApart(path: string): Promise<Inspection> {
  const found = await runApart({ kind: 'check', databasePath: path }, new AbortController().signal);
  if (!found) throw new Error('the check was abandoned');
  return found;
}

/** Run from TypeScript the thread first registers what reads it; in the build there is nothing to register. */
function runApart<Task extends FileTask>(task: Task, abandoned: AbortSignal): Promise<FileAnswer<Task> | undefined> {
  const isSource = import.meta.url.endsWith('.ts');
  const entry = new URL(isSource ? './fileWorkerFromSource.mjs' : './fileWorker.js', import.meta.url);
  return new Promise((resolve, reject) => {
    if (abandoned.aborted) return resolve(undefined);
    const worker = new Worker(entry, { workerData: task });
    abandoned.addEventListener('abort', () => void worker.terminate().then(() => resolve(undefined)), { once: true });
    worker.on('message', resolve).on('error', reject);
    worker.on('exit', (code) => (abandoned.aborted ? resolve(undefined) : reject(new Error(`exit ${code}`))));
  });
}
