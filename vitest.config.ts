import { existsSync, readdirSync, readFileSync, statfsSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { defineConfig } from 'vitest/config';

/** A disk of memory, where there is one with room: hundreds of small databases are made, and none has to outlive its test. */
const memoryDisk = '/dev/shm';
const roomBytes = 512 * 1024 ** 2;

/** Tests that share one set of modules: loading them anew for each file takes longer than most tests. They keep nothing in a module. */
const shared = ['test/unit/**/*.test.ts', 'test/property/**/*.test.ts'];
/** What measures time or memory has a process of its own, where nothing else has left anything. */
const measuring = ['test/unit', 'test/property'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `${folder}/${name}`)
    .filter((path) => /cpuTime|cpuUsage|performance\.now|memoryUsage/.test(readFileSync(path, 'utf8'))),
);

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A file on every core: most of them wait for servers of their own, and the main process does little.
    maxWorkers: availableParallelism(),
    env: { TMPDIR: hasRoom() ? memoryDisk : tmpdir() },
    projects: [
      { extends: true, test: { name: 'shared', include: shared, exclude: measuring, isolate: false } },
      {
        extends: true,
        test: {
          name: 'apart',
          include: [...measuring, 'test/*.test.ts', 'test/{browser,contract,e2e,fault,mutation}/**/*.test.ts'],
        },
      },
    ],
  },
});

function hasRoom(): boolean {
  if (!existsSync(memoryDisk)) return false;
  const { bavail, bsize } = statfsSync(memoryDisk);
  return bavail * bsize > roomBytes;
}
