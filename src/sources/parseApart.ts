// Parses documents in a thread of its own: a hostile document may cost that thread, never the bot's answers. Tasks go one
// after the other; a thread that takes too long or breaks is replaced.

import { Worker } from 'node:worker_threads';
import { SourceError, type sourceErrorCodes } from '../domain/errors.ts';
import type { ParseResults, ParseTask } from './parseTask.ts';

/** What the thread says. */
export type ParseAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'result'; readonly result: ParseResults[ParseTask['kind']] }
  | { readonly kind: 'refused'; readonly code: (typeof sourceErrorCodes)[number]; readonly detail: string }
  | { readonly kind: 'failed'; readonly detail: string };

export interface ParseOptions {
  /** By the clock, on a machine that may be busy; the bounds of the parsers keep the work itself below a second. */
  readonly deadlineMs?: number;
}

export interface Parser {
  /** @throws SourceError; tooLarge when the deadline or the memory is not enough */
  parse<Kind extends ParseTask['kind']>(task: ParseTask & { readonly kind: Kind }): Promise<ParseResults[Kind]>;
  close(): Promise<void>;
}

const defaultDeadlineMs = 5_000;
/** Megabytes of JavaScript heap for the thread. */
const maxHeapMb = 256;

/** The thread is started with the first task. */
export function createParser({ deadlineMs = defaultDeadlineMs }: ParseOptions = {}): Parser {
  let thread: Promise<Worker> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  const dismiss = async () => {
    const dismissed = thread;
    thread = undefined;
    await dismissed?.then(
      (worker) => worker.terminate(),
      () => undefined,
    );
  };

  const run = async (task: ParseTask) => {
    if (isClosed) throw new SourceError('unreachable');
    thread ??= startThread();
    try {
      return await ask(await thread, task, deadlineMs);
    } catch (error) {
      // A refusal is an answer like any other; anything else has cost the thread.
      if (error instanceof SourceError) throw error;
      await dismiss();
      throw new SourceError('tooLarge', {}, { cause: error });
    }
  };

  return {
    parse(task) {
      const answered = last.then(() => run(task));
      last = answered.catch(() => undefined);
      return answered as Promise<never>;
    },
    async close() {
      isClosed = true;
      await dismiss();
    },
  };
}

/** Run from TypeScript the thread first registers what reads it; in the build there is nothing to register. */
function startThread(): Promise<Worker> {
  const isSource = import.meta.url.endsWith('.ts');
  const entry = new URL(isSource ? './parsingWorkerFromSource.mjs' : './parsingWorker.js', import.meta.url);
  const worker = new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: maxHeapMb } });
  return new Promise((resolve, reject) => {
    worker.once('message', () => {
      worker.off('error', reject);
      // An idle thread does not keep the process alive.
      worker.unref();
      resolve(worker);
    });
    worker.once('error', reject);
  });
}

function ask(worker: Worker, task: ParseTask, deadlineMs: number): Promise<ParseResults[ParseTask['kind']]> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onError);
      act();
    };
    const onMessage = (answer: ParseAnswer) =>
      settle(() => {
        if (answer.kind === 'result') resolve(answer.result);
        else if (answer.kind === 'refused')
          reject(new SourceError(answer.code, {}, { cause: new Error(answer.detail) }));
        else reject(new Error(answer.kind === 'failed' ? answer.detail : answer.kind));
      });
    const onError = (error: unknown) => settle(() => reject(new Error('parsing thread ended', { cause: error })));
    const timer = setTimeout(() => settle(() => reject(new Error(`parsing took over ${deadlineMs} ms`))), deadlineMs);
    worker.on('message', onMessage).on('error', onError).on('exit', onError);
    worker.postMessage(task);
  });
}
