// The process around the bot: signals, what nobody caught, and an exit code that tells a supervisor what to do next.

import { createRequire } from 'node:module';
import { type Config, ConfigError, exitCodes, listMisspelt, secretsOf } from './config.ts';
import { BotRefused } from './domain/botRefused.ts';
import { describeError } from './kit/describeError.ts';
import { createHideSecrets } from './kit/hideSecrets.ts';
import { createLog } from './kit/log.ts';
import { rejectWhen } from './kit/rejectWhen.ts';
import { StoreInUse, StoreUnusable } from './store/openStore.ts';

/** The running bot. */
export interface Bot {
  stop(): Promise<void>;
  /** Resolves with what makes it useless to go on; never, while all is well. */
  readonly failed: Promise<Error>;
}

/** A stop that takes longer is cut off: what was under way is in the database and is looked for at the next start. Milliseconds. */
const stopLimitMs = 2_500;

/**
 * Starts the bot and stops it at SIGTERM or SIGINT, also while it is still starting; a second signal ends the process at once.
 * Never returns: the process ends.
 */
export async function runProcess(
  start: (config: Config, options: { readonly signal: AbortSignal }) => Promise<Bot>,
  readConfig: () => Config,
): Promise<void> {
  const stopping = new AbortController();
  const stop = () => {
    if (stopping.signal.aborted) process.exit(exitCodes.failure);
    limitStop(0);
    stopping.abort();
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
  // Whoever read the output has gone. The bot works on, unheard.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  try {
    const config = readConfig();
    const log = createLog(config.logLevel, { secrets: secretsOf(config) });
    for (const said of listMisspelt()) log.warn('config.unknown', { said });
    process.on('uncaughtException', (error) => {
      log.error('bot.failed', { err: error });
      fail(error);
    });
    const bot = await start(config, { signal: stopping.signal });
    await Promise.race([
      bot.failed.then((error) => endFailed(bot, error)),
      rejectWhen(stopping.signal).catch(bot.stop),
    ]);
    process.exit(0);
  } catch (error) {
    if (stopping.signal.aborted && error === stopping.signal.reason) process.exit(0);
    fail(error);
  }
}

/** Whether node was given this file to run: also by a symbolic link to it or to a folder above it, and without its ending. */
export function isProgram(filename: string): boolean {
  const [, typed = ''] = process.argv;
  try {
    return typed === filename || createRequire(import.meta.url).resolve(typed) === filename;
  } catch {
    return false;
  }
}

async function endFailed(bot: Bot, error: Error): Promise<never> {
  limitStop(exitCodeOf(error));
  await bot.stop();
  throw error;
}

/** Also keeps the process until then: where nothing else did, it would end with node's own code for a promise nobody keeps. */
function limitStop(exitCode: number): void {
  setTimeout(() => process.exit(exitCode), stopLimitMs);
}

/** Says what to mend where that is known, and else what happened. */
function fail(error: unknown): never {
  const exitCode = exitCodeOf(error);
  const isKnown = exitCode !== exitCodes.failure && error instanceof Error;
  const text = isKnown ? error.message : createHideSecrets([])(JSON.stringify(describeError(error)));
  const hints = error instanceof ConfigError ? listMisspelt() : [];
  process.stderr.write(`${[text, ...hints].join('\n')}\n`);
  process.exit(exitCode);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof ConfigError || error instanceof BotRefused || error instanceof StoreUnusable)
    return exitCodes.configuration;
  return error instanceof StoreInUse ? exitCodes.inUse : exitCodes.failure;
}
