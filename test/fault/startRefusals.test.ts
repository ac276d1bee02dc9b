import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/openStore.ts';
import { openTestStore, temporaryFolder } from '../unit/store/testStore.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

const tsx = import.meta.resolve('tsx');

function run(program: readonly string[], cwd: string, env: Record<string, string> = {}) {
  return spawnSync(
    process.execPath,
    ['--import', tsx, join(root, 'src', ...program.slice(0, 1)), ...program.slice(1)],
    {
      env: { PATH: process.env.PATH, ...env },
      cwd,
      encoding: 'utf8',
    },
  );
}

function startIn(cwd: string, env: Record<string, string> = {}) {
  const { status, stderr } = run(['main.ts'], cwd, env);
  return { status, said: stderr };
}

function startProcess(path: string) {
  return startIn(root, {
    DISCORD_TOKEN: 'none',
    DISCORD_API_URL: 'http://127.0.0.1:9',
    DATABASE_URL: `file:${path}`,
    HTTP_PORT: 'off',
  });
}

describe('a bot whose database', () => {
  it('was written by a later version says so in one sentence and ends with 78', async () => {
    const path = join(temporaryFolder(), 'bot.sqlite');
    await (await openStore(`file:${path}`)).close();
    const database = new SqliteDatabase(path);
    database.prepare('INSERT INTO schema_migrations VALUES (99, 0)').run();
    database.close();
    const { status, said } = startProcess(path);
    expect(said).toMatch(/^The database has schema 99.*Upgrade the bot.*\n$/);
    expect(status).toBe(78);
  });

  it('is damaged says so in one sentence with what to do, and ends with 78', () => {
    const path = join(temporaryFolder(), 'bot.sqlite');
    writeFileSync(path, 'no database at all, however long this sentence may be');
    const { status, said } = startProcess(path);
    expect(said).toMatch(/^The database .* is damaged .*npm run bot -- restore.*\n$/);
    expect(status).toBe(78);
  });

  it('is another bot’s says so and ends with 75', async () => {
    const { path } = await openTestStore();
    const { status, said } = startProcess(path);
    expect(said).toMatch(/in use by another bot.*\n$/);
    expect(status).toBe(75);
  });

  it.each([
    [
      'in a place that is no folder',
      (folder: string) => {
        writeFileSync(join(folder, 'file'), '');
        return join(folder, 'file', 'bot.sqlite');
      },
    ],
    ['where nothing can be made', () => '/proc/bot.sqlite'],
    ['that is a folder', (folder: string) => folder],
  ])('%s says where it cannot write and how to mend it, and ends with 78', (_where, pathIn) => {
    const path = pathIn(temporaryFolder());
    const { status, said } = startProcess(path);
    expect(said).toMatch(/^The bot cannot use the database .*\((E|SQLITE_)[A-Z]+( at [^)]+)?\).*DATABASE_URL.*\n$/);
    expect(said).toContain(path);
    expect(status).toBe(78);
  });

  it('belongs to another program is left as it is, and the bot ends with 78', () => {
    const path = join(temporaryFolder(), 'bot.sqlite');
    const foreign = new SqliteDatabase(path);
    foreign.exec('CREATE TABLE bookings (id INTEGER PRIMARY KEY)');
    foreign.close();
    const { status, said } = startProcess(path);
    expect(said).toMatch(/^The database .* belongs to another program.*DATABASE_URL.*\n$/);
    expect(status).toBe(78);
    const after = new SqliteDatabase(path, { readonly: true });
    expect(after.prepare('SELECT name FROM sqlite_schema').pluck().all()).toEqual(['bookings']);
    after.close();
  });
});

describe('a bot with an .env', () => {
  const settings = 'DISCORD_TOKEN=none\r\nHTTP_PORT=http\r\n';

  it.each([
    ['with a mark at its beginning', Buffer.from(`\ufeff${settings}`)],
    ['in two bytes a sign', Buffer.from(`\ufeff${settings}`, 'utf16le')],
  ])('saved by Windows %s reads all of it', (_how, bytes) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '.env'), bytes);
    expect(startIn(folder)).toEqual({ status: 78, said: expect.stringMatching(/^HTTP_PORT must be a port.*\n$/) });
  });

  it('that is no file says so and ends with 78', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, '.env'));
    expect(startIn(folder)).toEqual({
      status: 78,
      said: expect.stringMatching(/^\.env cannot be read \(EISDIR\).*\n$/),
    });
  });

  it('that misspells a name is told of by the log and by doctor', () => {
    const folder = temporaryFolder();
    const known = 'DISCORD_TOKEN=none\nDISCORD_API_URL=http://127.0.0.1:9\nHTTP_PORT=off\n';
    writeFileSync(join(folder, '.env'), `${known}LOG_LEVL=debug\n`);
    // Where no database can be, the bot ends at once.
    const env = { DATABASE_URL: `file:${join(folder, '.env', 'bot.sqlite')}` };
    const told = '.env names LOG_LEVL, which the bot does not know: it has no effect.';
    expect(run(['main.ts'], folder, env).stdout).toContain(`"event":"config.unknown","said":"${told}"`);
    expect(run(['cli/bot.ts', 'doctor'], folder, env).stdout).toContain(told);
    writeFileSync(join(folder, '.env'), known);
    expect(run(['main.ts'], folder, env).stdout).not.toContain('config.unknown');
    expect(run(['cli/bot.ts', 'doctor'], folder, env).stdout).toContain('The configuration can be read.');
  });

  it('that misspells what is needed says both, and never what may be a secret', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '.env'), 'DISCORD_TOKN=abc\nLLM_API_KEY: sk-secret\nLLM_URL=http://127.0.0.1:9\n');
    const { status, said } = startIn(folder);
    expect(status).toBe(78);
    expect(said).toMatch(/^DISCORD_TOKEN is missing.*\n\.env names DISCORD_TOKN, .*\n$/);
    const { stdout } = run(['cli/bot.ts', 'doctor'], folder);
    expect(stdout).toContain('.env names DISCORD_TOKN, which the bot does not know: it has no effect.');
    expect(said + stdout).not.toContain('sk-secret');
  });
});
