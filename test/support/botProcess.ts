// The bot as its operator runs it: a process of its own, with an environment, an output and an exit code.

import { type ChildProcess, spawn } from 'node:child_process';
import type { Config } from '../../src/config.ts';

export interface BotProcess {
  readonly child: ChildProcess;
  /** What it wrote so far. */
  readonly stdout: string;
  readonly stderr: string;
  /** The code it ended with; a signal's name when that ended it. */
  readonly exit: Promise<number | NodeJS.Signals | null>;
  signal(signal: NodeJS.Signals): void;
}

/**
 * @param program path of the built src/main.ts
 * @param also a module that is loaded first
 */
export function startProcess(program: string, config: Config, also?: string): BotProcess {
  const child = spawn(process.execPath, [...(also ? ['--import', also] : []), program], {
    // No .env of the checkout, and none of the variables that the tests run under.
    cwd: '/',
    env: {
      PATH: process.env.PATH,
      DISCORD_TOKEN: config.discordToken,
      DISCORD_API_URL: config.discordApiUrl,
      DATABASE_URL: config.databaseUrl,
      POLL_INTERVAL_SECONDS: String(config.pollIntervalMs / 1000),
      FETCH_ALLOW_HOSTS: config.fetchAllowHosts.join(','),
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.on('data', (part) => {
      written[name] += part;
    });
  }
  return {
    child,
    get stdout() {
      return written.stdout;
    },
    get stderr() {
      return written.stderr;
    },
    exit: new Promise((resolve) => child.once('close', (code, signal) => resolve(signal ?? code))),
    signal: (signal) => child.kill(signal),
  };
}
