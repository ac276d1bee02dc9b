// One life of a bot in a process of its own.

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import type { Config } from '../../../src/config.ts';
import type { Checkpoint } from '../../../src/delivery/checkpoints.ts';
import type { Timing } from '../../../src/domain/timing.ts';

export interface BotOrders {
  readonly config: Config;
  readonly timing: Partial<Timing>;
  /** The moment at which it kills itself. */
  readonly killAt?: Checkpoint;
  /** Where it logs, if anywhere. */
  readonly logPath?: string;
}

export interface BotProcess {
  /** Resolves once it answers commands. Rejects when it ended before. */
  readonly started: Promise<void>;
  /** Resolves once SIGKILL has ended it. Rejects when it ended in another way. */
  readonly killed: Promise<void>;
  /** As `killed`. */
  kill(): Promise<void>;
}

export function startProcess(program: string, { logPath, ...orders }: BotOrders): BotProcess {
  const output = logPath === undefined ? 'ignore' : openSync(logPath, 'a');
  const child = fork(program, [JSON.stringify(orders)], { execArgv: [], stdio: ['ignore', output, 'inherit', 'ipc'] });
  const killed = once(child, 'exit').then(([code, signal]) => {
    if (signal !== 'SIGKILL') throw new Error(`the bot ended by itself, with ${signal ?? code}`);
  });
  const started = Promise.race([once(child, 'message').then(() => undefined), killed.then(refuse)]);
  // Whoever kills it early waits for neither.
  for (const promise of [started, killed]) promise.catch(() => undefined);
  return {
    started,
    killed,
    async kill() {
      if (isAlive(child)) child.kill('SIGKILL');
      await killed;
    },
  };
}

function refuse(): never {
  throw new Error('the bot was killed before it had started');
}

function isAlive({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}
