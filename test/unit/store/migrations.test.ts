import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { listBackups } from '../../../src/store/backupFiles.ts';
import { inspectFile } from '../../../src/store/inspectFile.ts';
import { migrate, readVersion } from '../../../src/store/migrate.ts';
import { migrations } from '../../../src/store/migrations/index.ts';
import { openConnection } from '../../../src/store/openDatabase.ts';
import { openStore } from '../../../src/store/openStore.ts';
import { entry, now, readInto, temporaryFolder } from './testStore.ts';

const killedMigration = fileURLToPath(new URL('../../support/killedMigration.ts', import.meta.url));
const url = 'https://society.example/feed.xml';

/** A database as an earlier version of the bot left it, in use. */
function oldDatabase(version: number): string {
  const path = join(temporaryFolder(), 'bot.sqlite');
  const database = openConnection(path, false);
  migrate(database, migrations.slice(0, version));
  database.exec(`
    INSERT INTO sources (url, title, identity, first_read_at, last_read_at, next_poll_at)
    VALUES ('${url}', 'Society News', 'guid', ${now - 2}, ${now - 1}, ${now});
    INSERT INTO subscriptions (guild_id, source_id, channel_id, baseline_article_id, added_by, added_at)
    VALUES ('100', 1, '200', 0, '300', ${now - 2});
    INSERT INTO articles (source_id, ordered_at, first_seen_at, feed_position, guid, title, authors, categories, teaser, text)
    VALUES (1, ${now - 1}, ${now - 1}, 0, 'urn:known', 'Known', '[]', '[]', '', 'Words to be found.');
    INSERT INTO article_aliases VALUES (1, 'guid:urn:known', 1);
    INSERT INTO outbox (id, guild_id, channel_id, target_kind, purpose, article_id, ordered_at, steps, step, state, due_at, created_at)
    VALUES ('abcdefghij234567', '100', '200', 'text', 'article', 1, 0, '["message"]', 'message', 'unknown', 0, ${now - 1});`);
  database.close();
  return path;
}

describe('a database of an earlier version', () => {
  it.each(migrations.slice(0, -1).map(({ version }) => version))(
    'with schema %i is backed up, upgraded, and known again',
    async (version) => {
      const path = oldDatabase(version);
      const store = await openStore(`file:${path}`, { now: () => now });
      const source = await store.sources.findByUrl(url);
      if (!source) throw new Error('the source is lost');
      expect(await readInto(store, source.id, [entry('known'), entry('new')], now)).toMatchObject({
        titles: ['Title of new'],
      });
      expect(await store.outbox.claimDue({ owner: 'test', now, leaseMs: 1000, limit: 1 })).toMatchObject([
        { state: 'unknown' },
      ]);
      await store.close();
      const [backup, ...others] = listBackups(path);
      expect(others).toEqual([]);
      expect(backup?.kind).toBe('upgrade');
      expect(inspectFile(backup?.path ?? '', 'whole')).toEqual({ schema: version });
      await (await openStore(`file:${path}`, { now: () => now + 1 })).close();
      expect(listBackups(path)).toHaveLength(1);
    },
  );

  it('is what it was when the process is killed in the middle of the upgrade', async () => {
    const last = migrations.length - 1;
    const path = oldDatabase(last);
    const killed = spawnSync(process.execPath, ['--import', 'tsx', killedMigration, path], { encoding: 'utf8' });
    expect(killed.stderr).toBe('');
    expect(killed.signal).toBe('SIGKILL');
    const database = new SqliteDatabase(path);
    expect(readVersion(database)).toBe(last);
    expect(database.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'half_done'").pluck().get()).toBe(0);
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    database.close();
    const store = await openStore(`file:${path}`, { now: () => now });
    expect(store.mended).toBeUndefined();
    expect(await store.sources.findByUrl(url)).toMatchObject({ url });
    await store.close();
  });

  it('is not upgraded when no backup can be made', async () => {
    const path = oldDatabase(1);
    writeFileSync(join(path, '..', 'backups'), 'in the way');
    await expect(openStore(`file:${path}`, { now: () => now })).rejects.toThrow(/backups/);
    const database = new SqliteDatabase(path);
    expect(readVersion(database)).toBe(1);
    database.close();
  });
});
