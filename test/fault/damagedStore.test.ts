import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backUp } from '../../src/store/backUp.ts';
import { listBackups } from '../../src/store/backupFiles.ts';
import { createBackups } from '../../src/store/backups.ts';
import { openStore, StoreUnusable } from '../../src/store/openStore.ts';
import { damageMark } from '../../src/store/putBack.ts';
import { addSource, now, openTestStore, temporaryFolder } from '../unit/store/testStore.ts';

const clock = { now: () => now + 3_600_000 };

/** A database that was closed, with one source that its backup knows and one that only it knows. */
async function storeWithBackup() {
  const store = await openTestStore();
  await addSource(store, 'https://society.example/old.xml');
  await backUp(store.path, 'daily', now);
  await addSource(store, 'https://society.example/new.xml');
  store.inspect.close();
  await store.close();
  return store.path;
}

const damages: [name: string, damage: (path: string) => void][] = [
  ['cut in the middle', (path) => truncateSync(path, Math.floor(statSync(path).size / 2 / 4096) * 4096)],
  ['cut within a page', (path) => truncateSync(path, statSync(path).size - 1000)],
  ['emptied', (path) => truncateSync(path, 0)],
  ['deleted', (path) => rmSync(path)],
  ['overwritten at its beginning', (path) => overwrite(path, 0, 100)],
  ['overwritten where its tables are', (path) => overwrite(path, 2 * 4096, 8 * 4096)],
];

function overwrite(path: string, from: number, length: number): void {
  const bytes = readFileSync(path);
  bytes.fill(0xa5, from, from + length);
  writeFileSync(path, bytes);
}

describe('a database that was', () => {
  it.each(damages)('%s is replaced by its backup, and the operator is told what was lost', async (_name, damage) => {
    const path = await storeWithBackup();
    damage(path);
    const before = existsSync(path) ? readFileSync(path) : undefined;
    const store = await openStore(`file:${path}`, clock);
    const old = { url: 'https://society.example/old.xml' };
    expect(await store.sources.findByUrl(old.url)).toMatchObject(old);
    expect(await store.sources.findByUrl('https://society.example/new.xml')).toBeUndefined();
    const { mended } = store;
    if (!mended) throw new Error('nothing was said');
    expect(mended.sentence).toMatch(/is in its place.*is forgotten/s);
    if (before) expect(readFileSync(mended.keptAs ?? '').equals(before)).toBe(true);
    else expect(mended.keptAs).toBeUndefined();
    await store.close();
    const again = await openStore(`file:${path}`, clock);
    expect(again.mended).toBeUndefined();
    await again.close();
  });

  it.each(damages.filter(([name]) => !/^(emptied|deleted)$/.test(name)))(
    '%s and has no backup is left as it is, and the bot does not start',
    async (_name, damage) => {
      const path = await storeWithBackup();
      for (const backup of listBackups(path)) rmSync(backup.path);
      damage(path);
      const before = readFileSync(path);
      await expect(openStore(`file:${path}`, clock)).rejects.toThrow(StoreUnusable);
      await expect(openStore(`file:${path}`, clock)).rejects.toThrow(/npm run bot -- restore <file>/);
      expect(readFileSync(path).equals(before)).toBe(true);
    },
  );

  it('damaged in a crash takes its log with it: the copy never meets it', async () => {
    const store = await openTestStore();
    await addSource(store, 'https://society.example/old.xml');
    await backUp(store.path, 'daily', now);
    store.inspect.pragma('wal_checkpoint(TRUNCATE)');
    await addSource(store, 'https://society.example/new.xml');
    // As a killed process leaves it.
    const folder = temporaryFolder();
    cpSync(dirname(store.path), folder, { recursive: true });
    const path = join(folder, 'bot.sqlite');
    writeFileSync(damageMark(path), 'a fault that was found');
    const next = await openStore(`file:${path}`, clock);
    const old = { url: 'https://society.example/old.xml' };
    expect(await next.sources.findByUrl(old.url)).toMatchObject(old);
    expect(await next.sources.findByUrl('https://society.example/new.xml')).toBeUndefined();
    expect(statSync(`${next.mended?.keptAs}-wal`).size).toBeGreaterThan(0);
    await next.close();
  });

  it('damaged is replaced by the newest backup that is good itself', async () => {
    const path = await storeWithBackup();
    writeFileSync(
      `${path.replace('bot.sqlite', 'backups/bot.sqlite')}.2030-01-01T00-00-00-000Z.daily`,
      'no database, whatever its name',
    );
    truncateSync(path, 8192);
    const store = await openStore(`file:${path}`, clock);
    expect(store.mended?.from).toBe(listBackups(path)[1]?.path);
    await store.close();
  });

  it('found damaged while the bot ran is not trusted by the next start', async () => {
    const store = await openTestStore();
    await backUp(store.path, 'daily', now);
    await addSource(store);
    store.inspect.pragma('wal_checkpoint(TRUNCATE)');
    overwrite(store.path, 3 * 4096, statSync(store.path).size - 3 * 4096);
    const fault = await createBackups(store.path).check();
    expect(fault).toMatch(/\w/);
    await store.close().catch(() => undefined);
    const next = await openStore(`file:${store.path}`, clock);
    expect(next.mended?.fault).toBe(fault);
    await next.close();
  });

  it('never there is begun with nothing, and nobody is alarmed', async () => {
    const folder = temporaryFolder();
    const store = await openStore(`file:${folder}/bot.sqlite`, clock);
    expect(store.mended).toBeUndefined();
    await store.close();
    expect(readdirSync(folder).filter((name) => /damaged|draft|backups/.test(name))).toEqual([]);
  });

  it('kept aside by a restore that was killed then is not begun anew, and the operator is told how to', async () => {
    const store = await openTestStore();
    store.inspect.close();
    await store.close();
    renameSync(store.path, `${store.path}.replaced-2026-11-24T12-00-00-000Z`);
    await expect(openStore(`file:${store.path}`, clock)).rejects.toThrow(
      /missing or empty.*restore <file>.*begin anew.*all files/s,
    );
    expect(existsSync(store.path)).toBe(false);
  });

  it('has an older backup of a clock that was ahead, gets the newest one by the right clock', async () => {
    const store = await openTestStore();
    await backUp(store.path, 'daily', now + 4 * 365 * 86_400_000);
    await addSource(store, 'https://society.example/old.xml');
    await backUp(store.path, 'daily', now);
    expect(createBackups(store.path, clock.now).latest()?.at).toBe(now);
    store.inspect.close();
    await store.close();
    truncateSync(store.path, 4096);
    const mended = await openStore(`file:${store.path}`, clock);
    expect(await mended.sources.findByUrl('https://society.example/old.xml')).toMatchObject({ title: 'Society News' });
    await mended.close();
  });
});
