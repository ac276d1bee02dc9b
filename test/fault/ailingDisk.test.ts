import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { planning } from '../../src/delivery/planning.ts';
import { createStoreGate } from '../../src/jobs/whileStoreWorks.ts';
import type { LogEvent } from '../../src/kit/log.ts';
import { createArticles } from '../../src/store/articles.ts';
import { createFindNearest } from '../../src/store/findNearest.ts';
import { openDatabase } from '../../src/store/openDatabase.ts';
import { createOutbox } from '../../src/store/outbox.ts';
import { createSources } from '../../src/store/sources.ts';
import { createStoreHealth } from '../../src/store/storeHealth.ts';
import { entry, now, scope, temporaryFolder } from '../unit/store/testStore.ts';

const sqlitePath = createRequire(import.meta.url).resolve('better-sqlite3');

function openParts() {
  const path = join(temporaryFolder(), 'bot.sqlite');
  const database = openDatabase(path, () => now);
  const parts = {
    sources: createSources(database),
    outbox: createOutbox(database),
    articles: createArticles(database, createFindNearest(database, '1')),
  };
  return { path, database, ...parts, storeHealth: createStoreHealth(database) };
}

/** What keeps the disk from taking anything, and what lets it again. */
const ailments: [code: string, hurt: string, heal: string][] = [
  ['SQLITE_FULL', 'PRAGMA max_page_count = 1', 'PRAGMA max_page_count = 1000000'],
  ['SQLITE_READONLY', 'PRAGMA query_only = ON', 'PRAGMA query_only = OFF'],
];

describe('a disk that takes nothing more', () => {
  let close: (() => Promise<void>) | undefined;
  afterEach(() => close?.());

  it.each(ailments)(
    '(%s) stops what must be written down, leaves reading alone, and is over by itself',
    async (code, hurt, heal) => {
      const { database, sources, articles, storeHealth } = openParts();
      close = database.close;
      const { id } = await sources.save({ url: 'https://society.example/feed.xml', title: 'News' }, now);
      const read = (name: string) => sources.saveReading(id, findings(name), planning);
      await read('first');

      let polls = 0;
      const told: LogEvent[] = [];
      let monotonicMs = 0;
      const tell = (event: LogEvent) => void told.push(event);
      const gate = createStoreGate({
        storeHealth,
        log: { info: tell, warn: tell, error: tell },
        monotonicMs: () => monotonicMs,
      });
      const poll = gate(() => {
        polls += 1;
        return read(`article${polls} ${'long '.repeat(5_000)}`).catch(() => undefined);
      });

      await sql.raw(hurt).execute(database.write);
      await poll();
      expect(storeHealth.health()).toEqual({ kind: 'failing', since: now, code });
      for (let second = 0; second < 600; second += 1) {
        monotonicMs += 1_000;
        await poll();
      }
      // Doubling up to a minute: 1 + 2 + 4 + … + 60 + 60 …
      expect(polls).toBeLessThan(20);
      expect((await articles.listLatest(scope, {}, { limit: 1, offset: 0 })).articles).toEqual([]);
      expect(await sources.get(id)).toMatchObject({ lastReadAt: now });

      await sql.raw(heal).execute(database.write);
      monotonicMs += 60_000;
      const before = polls;
      await poll();
      expect(polls).toBe(before + 1);
      expect(storeHealth.health()).toEqual({ kind: 'fine' });
      expect([told[0], told.at(-1)]).toEqual(['store.failing', 'store.recovered']);
      expect(
        (
          await sql<{ fault: string }>`SELECT integrity_check AS fault FROM pragma_integrity_check`.execute(
            database.read,
          )
        ).rows,
      ).toEqual([{ fault: 'ok' }]);
    },
  );

  it('is not thought well again because there was nothing to write', async () => {
    const { database, outbox, storeHealth } = openParts();
    close = database.close;
    await sql.raw('PRAGMA query_only = ON').execute(database.write);
    expect(await storeHealth.probe()).toMatchObject({ kind: 'failing' });
    await sql.raw('PRAGMA query_only = OFF').execute(database.write);
    await outbox.claimDue({ owner: 'test', now, leaseMs: 1_000, limit: 1 });
    expect(storeHealth.health()).toMatchObject({ kind: 'failing' });
    expect(await storeHealth.probe()).toEqual({ kind: 'fine' });
  });

  it('is not what a row that breaks a rule is', async () => {
    const { database, sources, storeHealth } = openParts();
    close = database.close;
    const { id } = await sources.save({ url: 'https://society.example/feed.xml', title: 'News' }, now);
    const again = { id, url: 'https://society.example/other.xml', title: 'Other', nextPollAt: now };
    await expect(database.write.insertInto('sources').values(again).execute()).rejects.toThrow(/UNIQUE/);
    expect(storeHealth.health()).toEqual({ kind: 'fine' });
  });
});

describe('a database that another process keeps locked', () => {
  it('is waited for without losing a reading, while everything else goes on', async () => {
    const { path, database, sources, storeHealth } = openParts();
    const { id } = await sources.save({ url: 'https://society.example/feed.xml', title: 'News' }, now);
    const holder = new Worker(
      `const database = new (require(${JSON.stringify(sqlitePath)}))(${JSON.stringify(path)});
       const { parentPort } = require('node:worker_threads');
       database.exec('BEGIN IMMEDIATE');
       parentPort.on('message', () => { database.exec('COMMIT'); database.close(); parentPort.close(); });
       parentPort.postMessage('locked');`,
      { eval: true },
    );
    const ended = new Promise((resolve) => holder.once('exit', resolve));
    await new Promise((resolve) => holder.once('message', resolve));
    let isSaved = false;
    const saving = sources.saveReading(id, findings('first'), planning).then(() => {
      isSaved = true;
    });
    const single = sources.postpone(id, now + 5);
    // Turns of the event loop: had the wait been SQLite's own, there would be none before it gave up.
    let turns = 0;
    for (const until = performance.now() + 700; performance.now() < until; turns += 1) await new Promise(setImmediate);
    expect(isSaved).toBe(false);
    expect(turns).toBeGreaterThan(10);
    holder.postMessage('unlock');
    await Promise.all([saving, single, ended]);
    expect(await sources.get(id)).toMatchObject({ lastReadAt: now, nextPollAt: now + 5 });
    expect(storeHealth.health()).toEqual({ kind: 'fine' });
    await database.close();
  });
});

function findings(name: string) {
  return { entries: [entry(name)], validators: {}, readAt: now, nextPollAt: now + 1 };
}
