// What `npm start` and `npm run bot` begin with, on machines that are not as they should be, and how the built program is called.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../unit/store/testStore.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const env = { PATH: process.env.PATH };
const run = (program: string, args: readonly string[] = [], nodeArgs: readonly string[] = []) =>
  spawnSync(process.execPath, [...nodeArgs, program, ...args], { cwd: '/', env, encoding: 'utf8' });

/** A checkout with a build that is older than its one source. */
function checkout(source: string): string {
  const folder = temporaryFolder();
  for (const name of ['build.mjs', 'package.json', 'tsconfig.json', 'tsconfig.build.json'])
    cpSync(join(root, name), join(folder, name));
  for (const name of ['src', 'commands', 'dist/src']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'src/main.ts'), source);
  writeFileSync(join(folder, 'dist/src/main.js'), 'the old build');
  utimesSync(join(folder, 'dist/src/main.js'), 0, 0);
  return folder;
}
const builtIn = (folder: string) => readFileSync(join(folder, 'dist/src/main.js'), 'utf8');

describe('the build', { timeout: 60_000 }, () => {
  it('says what to install where the tools of development are left out, and leaves what was built', () => {
    const folder = checkout('export {};');
    const { status, stderr } = run(join(folder, 'build.mjs'));
    expect([status, stderr]).toEqual([
      78,
      expect.stringMatching(/^dist\/ is missing or older .*npm ci --include=dev\n$/),
    ]);
    expect(builtIn(folder)).toBe('the old build');
  });

  it('leaves what was built where the sources cannot be built', () => {
    const folder = checkout("export const count: number = 'one';");
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const { status, stdout, stderr } = run(join(folder, 'build.mjs'));
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('src/main.ts');
    expect(builtIn(folder)).toBe('the old build');
  });

  it('replaces what is older than the sources', () => {
    const folder = checkout('export const count: number = 1;');
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    expect(run(join(folder, 'build.mjs')).status).toBe(0);
    expect(builtIn(folder)).toContain('export const count = 1;');
  });

  it('refuses a node that is too old in one sentence', () => {
    const old =
      "data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'18.19.1'}})";
    const { status, stderr } = run(join(checkout('export {};'), 'build.mjs'), [], ['--import', old]);
    expect([status, stderr]).toEqual([78, expect.stringMatching(/^This is node 18\.19\.1, .* 20\.19 or later\..*\n$/)]);
  });
});

describe('the built bot', { timeout: 60_000 }, () => {
  beforeAll(() => {
    run(join(root, 'build.mjs'));
  }, 60_000);

  it.each([
    ['by a link to its folder', 'dist/src/main.js'],
    ['without the ending of its name', 'dist/src/main'],
  ])('is started %s', (_how, path) => {
    const linked = join(temporaryFolder(), 'current');
    symlinkSync(root, linked);
    const { status, stderr } = run(join(linked, path));
    expect([status, stderr]).toEqual([78, expect.stringMatching(/^DISCORD_TOKEN is missing/)]);
  });

  it('says nothing where nobody reads what a command says', () => {
    const piped = `"${process.execPath}" "${join(root, 'dist/src/cli/bot.js')}" help | true`;
    expect(spawnSync('sh', ['-c', piped], { env, encoding: 'utf8' })).toMatchObject({ stderr: '', status: 0 });
  });
});
