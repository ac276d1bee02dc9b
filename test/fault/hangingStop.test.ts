import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';

it('a stop that comes to nothing is cut off, and the process ends with the code of what it failed of', async () => {
  const program = new URL('../support/botThatHangs.ts', import.meta.url).pathname;
  const [exitCode] = await once(spawn(process.execPath, ['--import', 'tsx', program], { stdio: 'ignore' }), 'exit');
  expect(exitCode).toBe(78);
}, 60_000);
