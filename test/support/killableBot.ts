// A bot in a process of its own that dies by SIGKILL at a named moment, as a crash would kill it.
// Started by tests with its configuration as the argument, its waits and the moment where they matter.

import type { Config } from '../../src/config.ts';
import type { Timing } from '../../src/domain/timing.ts';
import { start } from '../../src/main.ts';
import { quickTiming } from './quickTiming.ts';

const {
  config,
  timing = quickTiming,
  killAt,
} = JSON.parse(process.argv[2] ?? '{}') as { config: Config; timing?: Partial<Timing>; killAt?: string };

await start(config, {
  timing,
  passCheckpoint: (checkpoint) => {
    if (checkpoint === killAt) process.kill(process.pid, 'SIGKILL');
  },
});
process.send?.('started');
// It does not outlive the test that began it.
process.once('disconnect', () => process.exit());
