// The thread that parses. One task at a time; an answer is either the result or what went wrong, as plain data.

import { parentPort } from 'node:worker_threads';
import { SourceError } from '../domain/errors.ts';
import type { ParseAnswer } from './parseApart.ts';
import { type ParseTask, runParseTask } from './parseTask.ts';

/** Characters of what an error says; some quote the document. */
const maxDetailLength = 500;

parentPort?.on('message', (task: ParseTask) => parentPort?.postMessage(answer(task)));
parentPort?.postMessage({ kind: 'ready' } satisfies ParseAnswer);

function answer(task: ParseTask): ParseAnswer {
  try {
    return { kind: 'result', result: runParseTask(task) };
  } catch (error) {
    if (error instanceof SourceError) return { kind: 'refused', code: error.code, detail: detailOf(error.cause) };
    return { kind: 'failed', detail: detailOf(error) };
  }
}

function detailOf(cause: unknown): string {
  return String(cause ?? '').slice(0, maxDetailLength);
}
