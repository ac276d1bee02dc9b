import { describe, expect, it } from 'vitest';
import type { GuildId } from '../../../src/domain/ids.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { guildTables } from '../../../src/store/departures.ts';
import {
  addSource,
  delivery,
  follow,
  guildId,
  now,
  openTestStore,
  saveSettings,
  type TestStore,
  temporaryFolder,
} from './testStore.ts';

const stays = '999' as GuildId;
const dayMs = 86_400_000;

/** Two guilds that follow the same source, with settings and a delivery each. */
async function openWithGuilds(): Promise<TestStore> {
  const store = await openTestStore();
  const source = await addSource(store);
  for (const one of [guildId, stays]) {
    await saveSettings(store, { ...defaultSettings(one), language: 'de' });
    await follow(store, source, { guildId: one });
    await store.outbox.add([delivery({ guildId: one })], now);
  }
  return store;
}

const languageOf = async (store: TestStore, id: GuildId) => (await store.settings.get(id)).language;

describe('a guild that removed the bot', () => {
  it('is forgotten whole when its time is over, and only it', async () => {
    const store = await openWithGuilds();
    await store.departures.record(guildId, now);
    expect(await store.departures.forgetLeft(now)).toEqual([]);
    expect(await languageOf(store, guildId)).toBe('de');

    expect(await store.departures.forgetLeft(now + 1)).toEqual([guildId]);
    for (const table of guildTables) {
      const count = store.inspect.prepare(`SELECT count(*) FROM ${table} WHERE guild_id = ?`).pluck();
      expect([table, count.get(guildId)]).toEqual([table, 0]);
    }
    expect(await languageOf(store, stays)).toBe('de');
    expect(await store.subscriptions.list(stays)).toHaveLength(1);
    expect(await store.departures.forgetLeft(now + 1)).toEqual([]);
  });

  it('finds everything as it was when it comes back in time', async () => {
    const store = await openWithGuilds();
    await store.departures.record(guildId, now);
    await store.departures.takeBack(guildId);
    expect(await store.departures.forgetLeft(now + 31 * dayMs)).toEqual([]);
    expect(await languageOf(store, guildId)).toBe('de');
  });

  it('is noticed at the next login when the bot was away, and counts from the first time', async () => {
    const store = await openWithGuilds();
    await store.departures.compare([stays], now);
    await store.departures.compare([stays], now + dayMs);
    expect(await store.departures.forgetLeft(now + 1)).toEqual([guildId]);
  });

  it('is noticed at the next login when it came back meanwhile', async () => {
    const store = await openWithGuilds();
    await store.departures.record(guildId, now);
    await store.departures.compare([guildId, stays], now + dayMs);
    expect(await store.departures.forgetLeft(now + 31 * dayMs)).toEqual([]);
  });
});

it('knows every table in which a guild has rows', async () => {
  const { inspect } = await openTestStore();
  const named = inspect
    .prepare(
      `SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
       WHERE m.type = 'table' AND c.name = 'guild_id' AND m.name <> 'guild_departures' ORDER BY m.name`,
    )
    .pluck()
    .all();
  expect(named).toEqual([...guildTables].sort());
});

it('keeps the logins across a restart', async () => {
  const folder = temporaryFolder();
  const store = await openTestStore(folder);
  expect(await store.logins.find()).toBeUndefined();
  await store.logins.save({ count: 1, lastAt: now });
  await store.logins.save({ count: 2, lastAt: now + 1 });
  await store.close();
  expect(await (await openTestStore(folder)).logins.find()).toEqual({ count: 2, lastAt: now + 1 });
});
