// The thread that copies or checks the database file: one task, then it ends.

import { parentPort, workerData } from 'node:worker_threads';
import type { Instant } from '../domain/ids.ts';
import { type Backup, backUp } from './backUp.ts';
import { type Inspection, inspectFile } from './inspectFile.ts';

interface BackUpTask {
  readonly kind: 'backUp';
  readonly databasePath: string;
  readonly at: Instant;
}

interface CheckTask {
  readonly kind: 'check';
  readonly databasePath: string;
}

export type FileTask = BackUpTask | CheckTask;
export type FileAnswer<Task extends FileTask> = Task extends BackUpTask ? Backup : Inspection;

const task = workerData as FileTask;
parentPort?.postMessage(
  task.kind === 'backUp' ? await backUp(task.databasePath, 'daily', task.at) : inspectFile(task.databasePath, 'whole'),
);
