// How an operator's command ends: its answer on standard output, or one sentence on standard error and a code that tells why.

import { ConfigError, exitCodes } from '../config.ts';
import { StoreInUse, StoreUnusable } from '../store/openStore.ts';

/** @param run resolves with what to say */
export async function runCommand(run: () => Promise<string>): Promise<void> {
  try {
    process.stdout.write(`${await run()}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof StoreInUse) return exitCodes.inUse;
  return error instanceof ConfigError || error instanceof StoreUnusable ? exitCodes.configuration : exitCodes.failure;
}
