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
/** Megabytes of JavaScript heap for the thread: of what lives on, and of what is soon forgotten. */
const maxHeapMb = { old: 256, young: 8 };

/** Tasks the thread has at hand: one that it parses, and the next, so that it need not wait for the main thread. */
const atHand = 2;

interface Waiting {
  readonly task: ParseTask;
  resolve(result: ParseResults[ParseTask['kind']]): void;
  reject(error: unknown): void;
}

/** The thread is started with the first task. */
export function createParser({ deadlineMs = defaultDeadlineMs }: ParseOptions = {}): Parser {
  /** In order; the first is being parsed. */
  const waiting: Waiting[] = [];
  let thread: Worker | undefined;
  let isReady = false;
  let posted = 0;
  let deadline: NodeJS.Timeout | undefined;
  let isClosed = false;

  const work = () => {
    if (waiting.length === 0) return;
    thread ??= startThread(onAnswer, onLost);
    if (!isReady) return;
    for (const { task } of waiting.slice(posted, atHand)) {
      thread.postMessage(task);
      posted += 1;
    }
    deadline ??= setTimeout(() => onLost(new Error(`parsing took over ${deadlineMs} ms`)), deadlineMs);
  };

  const takeFirst = () => {
    clearTimeout(deadline);
    deadline = undefined;
    posted -= 1;
    return waiting.shift();
  };

  const onAnswer = (answer: ParseAnswer) => {
    if (answer.kind === 'ready') {
      isReady = true;
    } else if (answer.kind === 'failed') {
      onLost(new Error(answer.detail));
    } else if (answer.kind === 'refused') {
      takeFirst()?.reject(new SourceError(answer.code, {}, { cause: new Error(answer.detail) }));
    } else {
      takeFirst()?.resolve(answer.result);
    }
    work();
  };

  /** The task at hand has cost the thread; the others go to a new one. */
  const onLost = (cause: unknown) => {
    takeFirst()?.reject(new SourceError('tooLarge', {}, { cause }));
    void dismiss();
    work();
  };

  const dismiss = async () => {
    const dismissed = thread;
    thread = undefined;
    isReady = false;
    posted = 0;
    dismissed?.removeAllListeners();
    await dismissed?.terminate();
  };

  return {
    parse(task) {
      if (isClosed) return Promise.reject(new SourceError('unreachable'));
      return new Promise((resolve, reject) => {
        waiting.push({ task, resolve: resolve as Waiting['resolve'], reject });
        work();
      });
    },
    async close() {
      isClosed = true;
      clearTimeout(deadline);
      for (const { reject } of waiting.splice(0)) reject(new SourceError('unreachable'));
      await dismiss();
    },
  };
}

/** Run from TypeScript the thread first registers what reads it; in the build there is nothing to register. */
function startThread(onAnswer: (answer: ParseAnswer) => void, onLost: (cause: unknown) => void): Worker {
  const isSource = import.meta.url.endsWith('.ts');
  const entry = new URL(isSource ? './parsingWorkerFromSource.mjs' : './parsingWorker.js', import.meta.url);
  const worker = new Worker(entry, {
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb.old, maxYoungGenerationSizeMb: maxHeapMb.young },
  });
  worker.on('message', onAnswer).on('error', onLost).on('exit', onLost);
  // An idle thread does not keep the process alive.
  worker.unref();
  return worker;
}
