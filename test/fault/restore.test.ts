import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { planning } from '../../src/delivery/planning.ts';
import type { ChannelId, ConferenceId } from '../../src/domain/ids.ts';
import { defaultSettings } from '../../src/domain/settings.ts';
import { readConferences } from '../../src/jobs/readConferences.ts';
import { createLog } from '../../src/kit/log.ts';
import { backUp } from '../../src/store/backUp.ts';
import { databasePath, StoreInUse, StoreUnusable } from '../../src/store/openStore.ts';
import { restoreFrom } from '../../src/store/restoreFrom.ts';
import { askBot, textOf } from '../support/askBot.ts';
import { startWorld, type World } from '../support/startWorld.ts';
import { waitFor } from '../support/waitFor.ts';
import {
  addSource,
  delivery,
  entry,
  follow,
  guildId,
  now,
  openTestStore,
  readInto,
  saveSettings,
  temporaryFolder,
  userId,
} from '../unit/store/testStore.ts';

/** A machine that does much else answers late. */
const patient = { user: 'moderator', timeoutMs: 20_000 };

describe('after a restore', () => {
  let world: World | undefined;
  afterEach(() => world?.close());

  it('nothing that had not begun in the backup is posted into a forum a second time', async () => {
    world = await startWorld();
    const { discord, site, config } = world;
    const forum = discord.channel('forum').id;
    const path = databasePath(config.databaseUrl);
    const countWaiting = () => {
      const database = new SqliteDatabase(path, { readonly: true });
      const sql = "SELECT count(*) FROM outbox WHERE settled_at IS NULL AND purpose = 'article'";
      const waiting = database.prepare(sql).pluck().get();
      database.close();
      return waiting;
    };
    const bot = await world.startBot();
    const places = { articles: { channel: 'forum' }, alerts: { channel: 'moderators' } };
    await askBot(discord, 'setup', places, patient);
    await askBot(discord, 'sources add', { url: site.feedUrl }, patient);
    const heal = discord.fault({ method: 'POST', route: /^\/channels\/\d+\/threads$/, mode: 'refuse', status: 503 });
    site.publishNext();
    await waitFor('the first article to wait', () => countWaiting() === 1);
    site.publishNext();
    await waitFor('the second one behind it', () => countWaiting() === 2);
    const backup = await backUp(path, 'daily', Date.now());
    heal();
    await waitFor('both articles', () => discord.threads(forum).length === 2 && countWaiting() === 0, 60_000);
    await bot.stop();
    restoreFrom(path, backup.path, Date.now());
    expect(countWaiting()).toBe(2);
    await world.startBot();
    await waitFor('both to be found', () => countWaiting() === 0, 60_000);
    expect(discord.threads(forum)).toHaveLength(2);
  }, 150_000);

  it('nothing is posted a second time, neither what was waiting in the backup nor what came after it', async () => {
    world = await startWorld();
    const { discord, site, config } = world;
    const [news, alerts] = [discord.channel('news').id, discord.channel('moderators').id];
    const path = databasePath(config.databaseUrl);
    const bot = await world.startBot();
    await askBot(
      discord,
      'setup',
      {
        articles: { channel: 'news' },
        alerts: { channel: 'moderators' },
        threads: 'off',
      },
      patient,
    );
    await askBot(discord, 'sources add', { url: site.feedUrl }, patient);
    // Discord is down while the backup is made, so that the first article waits in it.
    const heal = discord.fault({ method: 'POST', route: /^\/channels\/\d+\/messages$/, mode: 'refuse', status: 503 });
    const waiting = site.publishNext();
    await waitFor('the article to wait', () =>
      discord.requests.some(({ method, path: route }) => method === 'POST' && route.endsWith('/messages')),
    );
    const backup = await backUp(path, 'daily', Date.now());
    heal();
    await waitFor('the first article', () => discord.messages(news).length === 1);
    const later = site.publishNext();
    await waitFor('the second article', () => discord.messages(news).length === 2);
    await bot.stop();

    restoreFrom(path, backup.path, Date.now());
    await world.startBot();
    const question = await waitFor('the question to the moderators', () =>
      discord
        .messages(alerts)
        .map(textOf)
        .find((text) => text.includes('What shall I do')),
    );
    expect(question).toContain(later.title);
    // The channel goes on in order, so this one comes after whatever would have been repeated.
    const next = site.publishNext();
    await waitFor('the next article', () => discord.messages(news).length === 3, 25_000);
    const cards = discord.messages(news).map(textOf);
    for (const { title } of [waiting, later, next])
      expect(cards.filter((card) => card.includes(title))).toHaveLength(1);
    expect(discord.violations).toEqual([]);
  }, 60_000);
});

describe('a restore by hand', () => {
  it('is refused while a bot has the database', async () => {
    const store = await openTestStore();
    const { path } = await backUp(store.path, 'daily', now);
    const before = readFileSync(store.path);
    expect(() => restoreFrom(store.path, path, now)).toThrow(StoreInUse);
    expect(readFileSync(store.path).equals(before)).toBe(true);
  });

  it.each([
    ['damaged', 'SQLite format 3\0 and then nothing that makes sense', /damaged/],
    ['empty', '', /empty/],
  ])('is refused for a file that is %s, and nothing is changed', async (_name, content, reason) => {
    const store = await openTestStore();
    await store.close();
    const before = readFileSync(store.path);
    const file = join(temporaryFolder(), 'copy');
    writeFileSync(file, content);
    expect(() => restoreFrom(store.path, file, now)).toThrow(StoreUnusable);
    expect(() => restoreFrom(store.path, file, now)).toThrow(reason);
    expect(readFileSync(store.path).equals(before)).toBe(true);
  });

  it('keeps what was there, and doubts whatever was on its way', async () => {
    const store = await openTestStore();
    await store.outbox.add([delivery({}), delivery({ channelId: '201' as never, dueAt: now + 900_000 })], now);
    const { path } = await backUp(store.path, 'daily', now);
    await store.close();
    store.inspect.close();
    const present = readFileSync(store.path);
    const { keptAs = '', knownUntil } = restoreFrom(store.path, path, now + 60_000);
    expect(readFileSync(keptAs).equals(present)).toBe(true);
    expect(existsSync(`${store.path}-wal`)).toBe(false);
    expect(knownUntil).toBe(now);
    const restored = await openTestStore(join(store.path, '..'));
    const rows = restored.inspect.prepare('SELECT state, step_begun_at, attempted_at, due_at FROM outbox').all();
    const doubted = { state: 'unknown', step_begun_at: now, attempted_at: now + 60_000 };
    expect(rows).toEqual([
      { ...doubted, due_at: now },
      { ...doubted, due_at: now + 900_000 },
    ]);
  });

  it('reminds of nothing twice, and announces no conference that may have been announced', async () => {
    const store = await openTestStore();
    await saveSettings(store, { ...defaultSettings(guildId), conferencesChannelId: '210' as ChannelId });
    const sourceId = await addSource(store);
    await follow(store, sourceId);
    await readInto(store, sourceId, [entry('old')], now);
    const time = { kind: 'days', startsOn: '2027-06-12', endsOn: '2027-06-14' } as const;
    const facts = { title: 'Meeting', status: 'confirmed', milestones: [], time } as const;
    const conference = await store.conferences.put(guildId, undefined, facts, { by: userId, at: now }, () => []);
    const asked = { guildId, userId, what: 'start', askedAt: now, locale: 'en' } as const;
    const conferenceId = conference?.id as ConferenceId;
    await store.reminders.ask({ ...asked, conferenceId, before: 'day', dueAt: now + 30_000 }, 9);
    await store.reminders.ask({ ...asked, conferenceId, before: 'week', dueAt: now + 90_000 }, 9);
    await store.programmeDigests.save(guildId, '2026-W40', [], now);
    const { path } = await backUp(store.path, 'daily', now);
    store.inspect.close();
    await store.close();
    restoreFrom(store.path, path, now + 60_000);
    const restored = await openTestStore(join(store.path, '..'));
    expect((await restored.reminders.listOpen(guildId, userId)).map(({ reminder }) => reminder.before)).toEqual([
      'week',
    ]);
    expect(restored.inspect.prepare('SELECT week FROM programme_digests').pluck().get()).toBe('2026-W48');
    const text = 'Our conference will be held on 3-5 May 2027 in Oslo, Norway.';
    const findings = { entries: [entry('old'), entry('later', { text })], validators: {}, readAt: now + 120_000 };
    await restored.sources.saveReading(sourceId, { ...findings, nextPollAt: now }, planning);
    const log = createLog('silent', { secrets: [] });
    await readConferences({ ...restored, clock: { now: () => now + 130_000 }, log });
    expect(await restored.conferences.listUpcoming(guildId, now, Number.MAX_SAFE_INTEGER)).toHaveLength(2);
    expect(restored.inspect.prepare('SELECT count(*) FROM outbox').pluck().get()).toBe(0);
  });

  it('lets the next reading of a source ask the moderators before it posts a single article', async () => {
    const store = await openTestStore();
    const id = await addSource(store);
    await follow(store, id);
    await readInto(store, id, [entry('old')], now);
    const { path } = await backUp(store.path, 'daily', now);
    store.inspect.close();
    await store.close();
    restoreFrom(store.path, path, now + 60_000);
    const restored = await openTestStore(join(store.path, '..'));
    const findings = {
      entries: [entry('old'), entry('later')],
      validators: {},
      readAt: now + 120_000,
      nextPollAt: now,
    };
    await restored.sources.saveReading(id, findings, planning);
    expect(restored.inspect.prepare('SELECT because FROM floods').all()).toEqual([{ because: 'restored' }]);
    expect(restored.inspect.prepare('SELECT count(*) FROM outbox').pluck().get()).toBe(0);
  });
});
