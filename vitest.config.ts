import { existsSync, readdirSync, readFileSync, statfsSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { defineConfig } from 'vitest/config';

/** A disk of memory, where there is one with room: hundreds of small databases are made, and none has to outlive its test. */
const memoryDisk = '/dev/shm';
const roomBytes = 512 * 1024 ** 2;

/** Tests that share one set of modules: loading them anew for each file takes longer than most tests. They keep nothing in a module. */
const sharing = ['unit', 'property', 'contract', 'e2e', 'fault'].map((name) => `test/${name}`);
/** What measures time or memory has a process of its own, where nothing else has left anything; what starts processes shares none. */
const alone = sharing.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `${folder}/${name}`)
    .filter((path) => /cpuTime|cpuUsage|performance\.now|memoryUsage|buildBot/.test(readFileSync(path, 'utf8'))),
);

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // One more than cores: most tests wait for servers of their own, and the main process does little.
    maxWorkers: availableParallelism() + 1,
    env: { TMPDIR: hasRoom() ? memoryDisk : tmpdir() },
    projects: [
      {
        extends: true,
        test: { name: 'apart', include: [...alone, 'test/*.test.ts', 'test/{browser,mutation}/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'shared',
          include: sharing.map((folder) => `${folder}/**/*.test.ts`),
          exclude: alone,
          isolate: false,
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
