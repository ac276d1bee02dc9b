// Bots as they run in life: built, each in a process of its own, with what `npm start` gives to node where it is the product.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Running {
  readonly pid: number;
  /** From the start of the process until it was ready. */
  readonly readyMs: number;
  stop(): Promise<void>;
}

/** The product and its yardsticks into dist/. */
export function buildBots(): void {
  const compiler = here('../node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', here('tsconfig.built.json')], { stdio: 'inherit' });
}

/**
 * Starts a built program and waits until it says `bot.started`.
 * @param args flags of node, the script below dist/, its own arguments
 * @throws {Error} if it ends before
 */
export async function startBuilt(
  flags: readonly string[],
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Running> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...flags, here(`../dist/${script}`), ...args], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await sayingStarted(child);
  return {
    pid: child.pid ?? 0,
    readyMs: performance.now() - startedAt,
    async stop() {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}

/** Goes on reading what it says, so that nothing holds it up. */
function sayingStarted(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => String(chunk).includes('bot.started') && resolve());
    child.once('exit', (code) => reject(new Error(`it ended with ${code} before it was ready`)));
  });
}

function here(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
