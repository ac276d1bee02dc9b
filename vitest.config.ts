import { existsSync, statfsSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { defineConfig } from 'vitest/config';

/** A disk of memory, where there is one with room: hundreds of small databases are made, and none has to outlive its test. */
const memoryDisk = '/dev/shm';
const roomBytes = 512 * 1024 ** 2;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A file on every core: most of them wait for servers of their own, and the main process does little.
    maxWorkers: availableParallelism(),
    env: { TMPDIR: hasRoom() ? memoryDisk : tmpdir() },
  },
});

function hasRoom(): boolean {
  if (!existsSync(memoryDisk)) return false;
  const { bavail, bsize } = statfsSync(memoryDisk);
  return bavail * bsize > roomBytes;
}
