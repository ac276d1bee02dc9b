import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { backUp } from '../../../src/store/backUp.ts';
import { backupFolder, backupPath, listBackups } from '../../../src/store/backupFiles.ts';
import { createBackups } from '../../../src/store/backups.ts';
import { inspectFile } from '../../../src/store/inspectFile.ts';
import { waitFor } from '../../support/waitFor.ts';
import { addSource, entry, follow, now, openTestStore, readInto, temporaryFolder } from './testStore.ts';

const dayMs = 86_400_000;

describe('a backup', () => {
  it('is one whole file that nobody but its owner may read', async () => {
    const store = await openTestStore();
    await readInto(store, await addSource(store), [entry('a'), entry('b')]);
    const { path, rows, schema } = await backUp(store.path, 'daily', now);
    expect(rows).toMatchObject({ articles: 2, sources: 1, outbox: 0 });
    expect(schema).toBeGreaterThan(0);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(backupFolder(store.path)).mode & 0o777).toBe(0o700);
    expect(readdirSync(backupFolder(store.path))).toHaveLength(1);
    expect(inspectFile(path, 'whole').fault).toBeUndefined();
  });

  it('holds one instant of a database that is written to meanwhile, and holds up no write', async () => {
    const store = await openTestStore();
    const id = await addSource(store);
    await follow(store, id);
    await readInto(store, id, [], now - 1);
    const filler = 'word '.repeat(4_000);
    await readInto(
      store,
      id,
      Array.from({ length: 200 }, (_, number) => entry(`old${number}`, { text: filler })),
    );
    const backups = createBackups(store.path);
    let made: Awaited<ReturnType<typeof backups.make>>;
    const making = backups.make(now).then((one) => {
      made = one;
    });
    let written = 0;
    // Each reading brings an article and its delivery: a copy that holds one without the other is torn.
    await waitFor('the backup', async () => {
      written += 1;
      await readInto(store, id, [entry(`new${written}`)], now + written);
      return made;
    });
    await making;
    const copy = new SqliteDatabase(made?.path ?? '', { readonly: true });
    const torn = copy
      .prepare("SELECT count(*) FROM articles WHERE guid LIKE 'urn:new%' AND id NOT IN (SELECT article_id FROM outbox)")
      .pluck();
    expect(torn.get()).toBe(0);
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    copy.close();
    expect(written).toBeGreaterThan(1);
    expect(backups.latest()?.at).toBe(now);
  });

  it('leaves nothing behind when it fails', async () => {
    const path = join(temporaryFolder(), 'bot.sqlite');
    writeFileSync(path, 'no database at all, however long this sentence may be');
    await expect(backUp(path, 'daily', now)).rejects.toThrow(/not a database/);
    expect(readdirSync(backupFolder(path))).toEqual([]);
  });

  it('removes what a killed process left half-written, and what has outlived itself', async () => {
    const store = await openTestStore();
    for (let day = 60; day > 0; day -= 1) await backUpCheaply(store.path, now - day * dayMs);
    const leftover = `${backupPath(store.path, 'daily', now - dayMs)}.draft`;
    writeFileSync(leftover, 'half');
    utimesSync(leftover, new Date(now - dayMs), new Date(now - dayMs));
    await backUp(store.path, 'daily', now);
    expect(existsSync(leftover)).toBe(false);
    expect(listBackups(store.path).length).toBeLessThanOrEqual(11);
    expect(listBackups(store.path)[0]?.at).toBe(now);
  });

  it('that is abandoned ends at once and is no failure', async () => {
    const store = await openTestStore();
    const backups = createBackups(store.path);
    const made = backups.make(now);
    backups.abandon();
    expect(await made).toBeUndefined();
    expect(await backups.check()).toBeUndefined();
    expect(listBackups(store.path)).toEqual([]);
  });
});

async function backUpCheaply(path: string, at: number): Promise<void> {
  const folder = backupFolder(path);
  if (!existsSync(folder)) await backUp(path, 'daily', at);
  else writeFileSync(backupPath(path, 'daily', at), '');
}
