// The thread that parses. One task at a time; an answer is either the result or what went wrong, as plain data.

import { parentPort } from 'node:worker_threads';
import { SourceError } from '../domain/errors.ts';
import type { ParseAnswer } from './parseApart.ts';
import { type ParseTask, runParseTask } from './parseTask.ts';

parentPort?.on('message', (task: ParseTask) => parentPort?.postMessage(answer(task)));
parentPort?.postMessage({ kind: 'ready' } satisfies ParseAnswer);

function answer(task: ParseTask): ParseAnswer {
  try {
    return { kind: 'result', result: runParseTask(task) };
  } catch (error) {
    if (error instanceof SourceError) return { kind: 'refused', code: error.code, detail: String(error.cause ?? '') };
    return { kind: 'failed', detail: String(error) };
  }
}
