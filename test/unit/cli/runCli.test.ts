import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { operatorCommands } from '../../../src/cli/operatorCommands.ts';
import { runCli } from '../../../src/cli/runCli.ts';
import { openSite } from '../sources/siteServer.ts';
import { openTestStore, temporaryFolder } from '../store/testStore.ts';

async function run(...args: string[]) {
  const written = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof written) => ({
    write: (text: string) => {
      written[name] += text;
    },
  });
  const code = await runCli(args, { stdout: stream('stdout'), stderr: stream('stderr') });
  return { code, ...written };
}

/** The one object that `--json` promises. */
async function runJson(...args: string[]) {
  const { code, stdout, stderr } = await run(...args, '--json');
  expect(stderr).toBe('');
  expect(stdout.endsWith('\n')).toBe(true);
  return { code, said: JSON.parse(stdout) as Record<string, unknown> };
}

let path: string;
beforeEach(() => {
  path = join(temporaryFolder(), 'bot.sqlite');
  vi.stubEnv('DATABASE_URL', `file:${path}`);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the command line', () => {
  it('lists its commands, asked or not', async () => {
    const { code, stdout, stderr } = await run('help');
    expect([code, stderr]).toEqual([0, '']);
    for (const { name, purpose } of operatorCommands) expect(stdout).toMatch(new RegExp(`^${name}.*${purpose}$`, 'm'));
    expect((await run()).stdout).toBe(stdout);
    expect((await run('backup', '--help')).stdout).toBe(stdout);
  });

  it('says what there is when it does not know a command', async () => {
    const { code, stdout, stderr } = await run('bakcup');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^There is no command bakcup\. There are:\n/);
    for (const { name } of operatorCommands) expect(stderr).toContain(`\n${name} `);
  });

  it.each([
    ['an option that there is not', ['backup', '--fast'], /'--fast'.*npm run bot -- help/],
    ['a word too many', ['backup', 'now'], /Too many words.*npm run bot -- backup/],
    ['a word that is missing', ['preview'], /Something is missing.*npm run bot -- preview <url>/],
    ['a database that is not there', ['backup'], /There is no database .*DATABASE_URL/],
    ['a copy that is not there', ['restore', 'nowhere'], /There is no file .*npm run bot -- restore /],
    ['a folder instead of a copy', ['restore', '.'], /There is no file .*npm run bot -- restore /],
  ])('says what to do about %s, in words and as JSON', async (_what, args, sentence) => {
    const { code, stdout, stderr } = await run(...args);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(sentence);
    const { said, code: jsonCode } = await runJson(...args);
    expect(jsonCode).toBe(1);
    expect(said).toMatchObject({ ok: false, exitCode: 1, error: stderr.trimEnd() });
  });

  it('ends with 78 for a configuration that must be mended, and names the variable', async () => {
    vi.stubEnv('POLL_INTERVAL_SECONDS', '5');
    expect(await runJson('backup')).toMatchObject({ code: 78, said: { ok: false, exitCode: 78 } });
    expect((await run('backup')).stderr).toMatch(/^POLL_INTERVAL_SECONDS must be/);
  });
});

describe('health', () => {
  it('is what a supervisor goes by: 0 while a bot answers, else 1', async () => {
    const bot = await openSite((_request, response) => response.end('alive\n'));
    vi.stubEnv('HTTP_PORT', String(bot.port));
    expect(await runJson('health')).toMatchObject({ code: 0, said: { ok: true, alive: true } });
    await bot.close();
    expect(await runJson('health')).toMatchObject({ code: 1, said: { ok: false, alive: false } });
    expect((await run('health')).stdout).toMatch(/^Nobody answers at http:.*\/healthz\.\n$/);
  });

  it('is not that of another program at the same port', async () => {
    const other = await openSite((_request, response) => response.end('<title>Hello</title>'));
    vi.stubEnv('HTTP_PORT', String(other.port));
    const { code, stdout } = await run('health');
    await other.close();
    expect([code, stdout]).toEqual([1, expect.stringContaining('Another program answers at http')]);
  });

  it('cannot be known where nothing is served, which is no fault', async () => {
    vi.stubEnv('HTTP_PORT', 'off');
    expect(await runJson('health')).toMatchObject({ code: 0, said: { alive: null } });
  });
});

describe('backup and restore', () => {
  it('make a copy of a database in use, list it, and put it back once nobody has it', async () => {
    const store = await openTestStore(join(path, '..'));
    const made = await runJson('backup');
    expect(made).toMatchObject({ code: 0, said: { command: 'backup', ok: true, rows: { articles: 0 } } });
    const copy = String(made.said.path);
    expect(existsSync(copy)).toBe(true);
    expect(await runJson('restore')).toMatchObject({
      said: { database: path, copies: [{ kind: 'daily', path: copy }] },
    });

    const before = readFileSync(path);
    const refused = await runJson('restore', copy);
    expect(refused).toMatchObject({ code: 75, said: { ok: false, exitCode: 75 } });
    expect(readFileSync(path).equals(before)).toBe(true);

    await store.close();
    const restored = await runJson('restore', copy);
    expect(restored).toMatchObject({ code: 0, said: { ok: true, database: path, from: copy } });
    expect(readdirSync(join(path, '..')).some((name) => name.includes('.replaced-'))).toBe(true);
    expect((await run('restore', copy)).stdout).toMatch(/is now the database.*\nWhat was there is kept as .*\n/);
  });
});

describe('a database in a place that does not do', () => {
  it('is named by the doctor with all else it looked at', async () => {
    vi.stubEnv('DISCORD_TOKEN', 'none');
    vi.stubEnv('DISCORD_API_URL', 'http://127.0.0.1:9');
    vi.stubEnv('HTTP_PORT', 'off');
    for (const [place, sentence] of [
      [join(path, 'bot.sqlite'), /cannot write in/],
      [join(path, '..'), /cannot be read \(EISDIR/],
    ] as const) {
      writeFileSync(path, '');
      vi.stubEnv('DATABASE_URL', `file:${place}`);
      const { code, said } = await runJson('doctor');
      expect(code).toBe(1);
      const texts = (said.findings as { text: string }[]).map(({ text }) => text);
      expect(texts).toContainEqual(expect.stringMatching(sentence));
      expect(texts).toContainEqual(expect.stringMatching(/^Discord cannot be reached/));
    }
  });

  it('ends a backup with a sentence', async () => {
    vi.stubEnv('DATABASE_URL', `file:${join(path, '..')}`);
    expect(await run('backup')).toMatchObject({ code: 1, stderr: expect.stringMatching(/^There is no database /) });
  });

  it('ends a restore with a sentence', async () => {
    const store = await openTestStore();
    writeFileSync(path, '');
    vi.stubEnv('DATABASE_URL', `file:${join(path, 'bot.sqlite')}`);
    const { code, stderr } = await run('restore', store.path);
    expect([code, stderr]).toEqual([78, expect.stringMatching(/^The bot cannot use the database .*DATABASE_URL/)]);
  });
});
