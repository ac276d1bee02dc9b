// A bot in a process of its own that dies by SIGKILL at a named moment, as a crash would kill it.
// Started by kill tests with its configuration and the moment as arguments.

import type { Config } from '../../src/config.ts';
import { start } from '../../src/main.ts';
import { quickTiming } from './quickTiming.ts';

const { config, killAt } = JSON.parse(process.argv[2] ?? '{}') as { config: Config; killAt?: string };

await start(config, {
  timing: quickTiming,
  passCheckpoint: (checkpoint) => {
    if (checkpoint === killAt) process.kill(process.pid, 'SIGKILL');
  },
});
process.send?.('started');
