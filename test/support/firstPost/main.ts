// `npm run test:first-post`: how long a new user waits from a clean clone to the first posted article in the sandbox. The install and
// the compilation of better-sqlite3 are told apart: where a prebuilt one is to be had, there is nothing to compile.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ViewedState } from '../../../sandbox/discord/localDiscord.ts';
import { waitFor } from '../waitFor.ts';

const mostSeconds = 300;
const patienceMs = mostSeconds * 1_000;
const repository = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'society-bot-clone-'));
const clone = join(folder, 'society-bot');

const cloned = measure(() => run('git', ['clone', '--quiet', '--no-hardlinks', repository, clone], folder));
const installed = measure(() => run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], clone));
// The scripts that npm ci would have run, but for lefthook's, which only serves those who commit.
const compiled = measure(() => run('npm', ['rebuild', 'better-sqlite3', 'esbuild'], clone));
const startedAt = performance.now();
const sandbox = spawn('npm', ['run', 'sandbox', '--', '--empty'], { cwd: clone, detached: true });
try {
  const url = await readAddress(sandbox);
  const opened = secondsSince(startedAt);
  const posted = await setUpAndPublish(url);
  const whole = cloned + installed + opened + posted;
  console.log(`clone                          ${say(cloned)}`);
  console.log(`npm ci, without compiling      ${say(installed)}`);
  console.log(`sandbox open                   ${say(opened)}`);
  console.log(`set up, published and posted   ${say(posted)}`);
  console.log(`together                       ${say(whole)}, at most ${mostSeconds} s`);
  console.log(`better-sqlite3, not counted    ${say(compiled)}`);
  if (whole > mostSeconds) process.exitCode = 1;
} finally {
  // npm starts the sandbox in a process of its own; its group ends with it.
  if (sandbox.pid) process.kill(-sandbox.pid, 'SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}

/** What the page does for the moderator: /setup, /sources add, and the button that publishes. @returns seconds until it is posted */
async function setUpAndPublish(url: string): Promise<number> {
  const began = performance.now();
  const state = await getState(url);
  const news = state.channels.find(({ name }) => name === 'news')?.id ?? '';
  const { feedUrl } = (state as ViewedState & { sandbox: { feedUrl: string } }).sandbox;
  await act(url, 'slash', { user: 'moderator', name: 'setup', options: [{ type: 7, name: 'articles', value: news }] });
  const added = { type: 1, name: 'add', options: [{ type: 3, name: 'url', value: feedUrl }] };
  await act(url, 'slash', { user: 'moderator', name: 'sources', options: [added] });
  await act(url, 'publish', {});
  await waitFor('the post', async () => (await getState(url)).messages[news]?.length, patienceMs);
  return secondsSince(began);
}

async function getState(url: string): Promise<ViewedState> {
  return (await fetch(`${url}/sandbox/state`)).json() as Promise<ViewedState>;
}

async function act(url: string, action: string, body: object): Promise<void> {
  const answer = await fetch(`${url}/sandbox/${action}`, { method: 'POST', body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${action}: ${await answer.text()}`);
}

function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (data: Buffer) => {
      said += data;
      const address = /open: (http\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('exit', () => reject(new Error(`The sandbox did not open: ${said}`)));
  });
}

function run(command: string, given: readonly string[], cwd: string): void {
  execFileSync(command, given, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
}

function measure(work: () => void): number {
  const began = performance.now();
  work();
  return secondsSince(began);
}

function secondsSince(began: number): number {
  return (performance.now() - began) / 1_000;
}

function say(seconds: number): string {
  return `${seconds.toFixed(1).padStart(6)} s`;
}
