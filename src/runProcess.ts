// The process around the bot: signals, and an exit code that tells a supervisor what to do next.

import { type Config, ConfigError, exitCodes } from './config.ts';
import { TokenRefused } from './discord/connect.ts';
import { StoreInUse, StoreUnusable } from './store/openStore.ts';

/** The running bot. */
export interface Bot {
  stop(): Promise<void>;
}

/** A stop that takes longer is cut off. Milliseconds. */
const stopLimitMs = 10_000;

/** Starts the bot and stops it at SIGTERM or SIGINT; a second signal ends the process at once. */
export async function runProcess(start: (config: Config) => Promise<Bot>, readConfig: () => Config): Promise<void> {
  try {
    const bot = await start(readConfig());
    const stop = () => {
      process.once('SIGTERM', () => process.exit(exitCodes.failure));
      process.once('SIGINT', () => process.exit(exitCodes.failure));
      setTimeout(() => process.exit(exitCodes.failure), stopLimitMs).unref();
      bot.stop().then(
        () => process.exit(0),
        (error) => fail(error),
      );
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  } catch (error) {
    fail(error);
  }
}

function fail(error: unknown): never {
  if (error instanceof ConfigError || error instanceof StoreUnusable) {
    process.stderr.write(`${error.message}\n`);
    process.exit(exitCodes.configuration);
  }
  if (error instanceof TokenRefused) {
    process.stderr.write('DISCORD_TOKEN is not taken by Discord. Copy the token again (Bot → Reset Token) into .env\n');
    process.exit(exitCodes.configuration);
  }
  if (error instanceof StoreInUse) {
    process.stderr.write(`${error.message}\n`);
    process.exit(exitCodes.inUse);
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(exitCodes.failure);
}
