import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import SqliteDatabase from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../../src/store/migrate.ts';
import { createQueries, openConnection, openDatabase } from '../../../src/store/openDatabase.ts';
import { openStore, StoreInUse, StoreUnusable } from '../../../src/store/openStore.ts';
import { explainUnusable } from '../../../src/store/storeUnusable.ts';
import { addSource, now, openTestStore, temporaryFolder } from './testStore.ts';

const sqlitePath = createRequire(import.meta.url).resolve('better-sqlite3');

describe('opening the store', () => {
  it('makes the folder of the database and finds everything again after a restart', async () => {
    const url = `file:${join(temporaryFolder(), 'a', 'b', 'bot.sqlite')}`;
    const first = await openStore(url);
    const id = await addSource(first);
    await first.close();
    const second = await openStore(url);
    expect((await second.sources.get(id)).title).toBe('Society News');
    await second.close();
  });

  it('says that this version knows only SQLite', async () => {
    await expect(openStore('postgres://localhost/bot')).rejects.toThrow(/knows only SQLite/);
    await expect(openStore('mysql://localhost/bot')).rejects.toThrow(/file:<path>/);
  });

  it('lets one bot work with a database, and the next one once the first has closed', async () => {
    const url = `file:${join(temporaryFolder(), 'bot.sqlite')}`;
    const first = await openStore(url);
    await expect(openStore(url)).rejects.toThrow(StoreInUse);
    await first.close();
    await (await openStore(url)).close();
  });

  it('says how to mend a better-sqlite3 that was built for another node', () => {
    const unbuilt = [
      Object.assign(new Error('was compiled against a different Node.js version'), { code: 'ERR_DLOPEN_FAILED' }),
      new Error('Could not locate the bindings file. Tried: …'),
    ];
    for (const error of unbuilt) {
      const explained = explainUnusable('bot.sqlite', error);
      expect(explained).toBeInstanceOf(StoreUnusable);
      expect(String(explained)).toMatch(/npm rebuild better-sqlite3/);
    }
    expect(explainUnusable('bot.sqlite', unbuilt)).toBe(unbuilt);
  });

  it('is free again when the process that had it was killed', async () => {
    const path = join(temporaryFolder(), 'bot.sqlite');
    const holder = `
      const lock = new (require(${JSON.stringify(sqlitePath)}))(${JSON.stringify(`${path}.lock`)});
      lock.exec('BEGIN EXCLUSIVE');
      process.kill(process.pid, 'SIGKILL');`;
    expect(spawnSync(process.execPath, ['-e', holder]).signal).toBe('SIGKILL');
    expect(existsSync(`${path}.lock`)).toBe(true);
    await (await openStore(`file:${path}`)).close();
  });

  it('refuses a database that a later version wrote, says to upgrade, and leaves it free', async () => {
    const path = join(temporaryFolder(), 'bot.sqlite');
    await (await openStore(`file:${path}`)).close();
    const database = new SqliteDatabase(path);
    database.prepare('INSERT INTO schema_migrations VALUES (99, 0)').run();
    await expect(openStore(`file:${path}`)).rejects.toThrow(/schema 99.*Upgrade the bot/);
    database.prepare('DELETE FROM schema_migrations WHERE version = 99').run();
    database.close();
    await (await openStore(`file:${path}`)).close();
  });

  it('leaves no trace of a migration that fails half-way', () => {
    const database = openConnection(join(temporaryFolder(), 'bot.sqlite'), false);
    migrate(database);
    const done = Number(database.prepare('SELECT max(version) FROM schema_migrations').pluck().get());
    const known = Array.from({ length: done }, (_, index) => ({ version: index + 1, sql: '' }));
    const broken = {
      version: done + 1,
      sql: 'CREATE TABLE half (a INTEGER) STRICT; CREATE TABLE half (a INTEGER) STRICT;',
    };
    expect(() => migrate(database, [...known, broken])).toThrow(/half/);
    expect(database.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").pluck().get()).toBe(0);
    expect(database.prepare('SELECT max(version) FROM schema_migrations').pluck().get()).toBe(done);
    database.close();
  });
});

describe('the connections', () => {
  it('keep the promises to the disk', () => {
    const database = openConnection(join(temporaryFolder(), 'bot.sqlite'), false);
    const pragmas = ['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout', 'trusted_schema'];
    expect(pragmas.map((name) => database.pragma(name, { simple: true }))).toEqual(['wal', 2, 1, 5000, 0]);
    database.close();
  });

  it('have strict tables only', async () => {
    const { inspect } = await openTestStore();
    const loose = inspect
      .prepare("SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'")
      .all();
    expect(loose).toEqual([]);
  });

  it('read while a writing transaction is open, and never write', async () => {
    const database = openDatabase(join(temporaryFolder(), 'bot.sqlite'));
    await database.write.transaction().execute(async (tx) => {
      await tx.insertInto('registrations').values({ applicationId: '1', hash: 'new' }).execute();
      expect(await database.read.selectFrom('registrations').selectAll().execute()).toEqual([]);
    });
    expect(await database.read.selectFrom('registrations').selectAll().execute()).toHaveLength(1);
    await expect(database.read.deleteFrom('registrations').execute()).rejects.toThrow(/readonly/);
    await database.close();
  });

  it('take the write lock at the beginning of a transaction', async () => {
    const path = join(temporaryFolder(), 'bot.sqlite');
    const database = openDatabase(path);
    const other = new SqliteDatabase(path, { timeout: 0 });
    await database.write.transaction().execute(async (tx) => {
      await tx.selectFrom('registrations').selectAll().execute();
      expect(() => other.exec('BEGIN IMMEDIATE')).toThrow(/locked/);
    });
    other.close();
    await database.close();
  });

  it('never lose a transaction that reads and then writes to another writer', async () => {
    const path = join(temporaryFolder(), 'bot.sqlite');
    const database = openDatabase(path);
    await database.write.insertInto('registrations').values({ applicationId: '1', hash: '0' }).execute();
    const rounds = 200;
    const rival = new Worker(
      `const database = new (require(${JSON.stringify(sqlitePath)}))(${JSON.stringify(path)}, { timeout: 20000 });
       const { parentPort } = require('node:worker_threads');
       parentPort.postMessage('begun');
       for (let round = 0; round < ${rounds}; round += 1)
         database.transaction(() => database.exec('UPDATE registrations SET hash = hash + 1')).immediate();
       database.close();`,
      { eval: true },
    );
    const ended = new Promise<number>((resolve, reject) => rival.on('exit', resolve).on('error', reject));
    await new Promise((resolve) => rival.once('message', resolve));
    for (let round = 0; round < rounds; round += 1) {
      await database.write.transaction().execute(async (tx) => {
        const { hash } = await tx.selectFrom('registrations').select('hash').executeTakeFirstOrThrow();
        await tx
          .updateTable('registrations')
          .set({ hash: `${Number(hash) + 1}` })
          .execute();
      });
    }
    expect(await ended).toBe(0);
    const { hash } = await database.read.selectFrom('registrations').select('hash').executeTakeFirstOrThrow();
    expect(Number(hash)).toBe(2 * rounds);
    await database.close();
  });

  it('tell the cause when SQLite itself has rolled back', async () => {
    const database = openConnection(join(temporaryFolder(), 'bot.sqlite'), false);
    migrate(database);
    database.pragma(`max_page_count = ${Number(database.pragma('page_count', { simple: true })) + 2}`);
    const queries = createQueries(database);
    const big = 'x'.repeat(1_000_000);
    const fill = queries
      .transaction()
      .execute((tx) => tx.insertInto('registrations').values({ applicationId: '1', hash: big }).execute());
    await expect(fill).rejects.toThrow(/full/);
    await queries
      .insertInto('registrations')
      .values({ applicationId: '2', hash: `${now}` })
      .execute();
    expect((await sql`SELECT count(*) AS count FROM registrations`.execute(queries)).rows).toEqual([{ count: 1 }]);
    await queries.destroy();
  });
});
