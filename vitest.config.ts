import { existsSync, statfsSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { defineConfig } from 'vitest/config';

/** A disk of memory, where there is one with room: hundreds of small databases are made, and none has to outlive its test. */
const memoryDisk = '/dev/shm';
const roomBytes = 512 * 1024 ** 2;

/** Tests of pure functions, and of commands on fake ports; they keep nothing at the level of a module. */
const pure = ['test/unit/{commands,delivery,domain,evaluation,kit,reading,views}/**/*.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A file on every core: most of them wait for servers of their own, and the main process does little.
    maxWorkers: availableParallelism(),
    env: { TMPDIR: hasRoom() ? memoryDisk : tmpdir() },
    projects: [
      // What touches nothing outside of itself shares its modules: loading them anew for each file takes longer than the tests.
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
      { extends: true, test: { name: 'whole', include: ['test/**/*.test.ts'], exclude: pure } },
    ],
  },
});

function hasRoom(): boolean {
  if (!existsSync(memoryDisk)) return false;
  const { bavail, bsize } = statfsSync(memoryDisk);
  return bavail * bsize > roomBytes;
}
