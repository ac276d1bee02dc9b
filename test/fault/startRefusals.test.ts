import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/openStore.ts';
import { openTestStore, temporaryFolder } from '../unit/store/testStore.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

function startProcess(path: string) {
  const started = spawnSync(process.execPath, ['--import', 'tsx', join(root, 'src', 'main.ts')], {
    env: {
      PATH: process.env.PATH,
      DISCORD_TOKEN: 'none',
      DISCORD_API_URL: 'http://127.0.0.1:9',
      DATABASE_URL: `file:${path}`,
      HTTP_PORT: 'off',
    },
    cwd: root,
    encoding: 'utf8',
  });
  return { status: started.status, said: started.stderr };
}

describe('a bot that cannot use its database', () => {
  it('says in one sentence that a later version wrote it, and ends with 78', async () => {
    const path = join(temporaryFolder(), 'bot.sqlite');
    await (await openStore(`file:${path}`)).close();
    const database = new SqliteDatabase(path);
    database.prepare('INSERT INTO schema_migrations VALUES (99, 0)').run();
    database.close();
    const { status, said } = startProcess(path);
    expect(said).toMatch(/^The database has schema 99.*Upgrade the bot.*\n$/);
    expect(status).toBe(78);
  });

  it('says in one sentence that it is damaged and what to do, and ends with 78', () => {
    const path = join(temporaryFolder(), 'bot.sqlite');
    writeFileSync(path, 'no database at all, however long this sentence may be');
    const { status, said } = startProcess(path);
    expect(said).toMatch(/^The database .* is damaged .*npm run bot -- restore.*\n$/);
    expect(status).toBe(78);
  });

  it('says that another bot has it, and ends with 75', async () => {
    const { path } = await openTestStore();
    const { status, said } = startProcess(path);
    expect(said).toMatch(/in use by another bot.*\n$/);
    expect(status).toBe(75);
  });
});
