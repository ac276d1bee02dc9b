import { beforeEach, describe, expect, it } from 'vitest';
import { planReminder } from '../../../src/delivery/planReminder.ts';
import type { ConferenceId, UserId } from '../../../src/domain/ids.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { doings } from '../../../src/store/personalData.ts';
import { delivery, guildId, hourMs, now, openTestStore, saveSettings, type TestStore, userId } from './testStore.ts';

const other = '301' as UserId;
let store: TestStore;
let conferenceId: ConferenceId;

beforeEach(async () => {
  store = await openTestStore();
  const time = { kind: 'days', startsOn: '2026-12-20', endsOn: '2026-12-21' } as const;
  const facts = { title: 'Meeting on tides', status: 'confirmed', time, milestones: [] } as const;
  const saved = await store.conferences.put(guildId, undefined, facts, { by: userId, at: now }, () => []);
  conferenceId = saved?.id as ConferenceId;
});

const ask = (who: UserId, before: 'hour' | 'day' | 'week', dueAt: number) =>
  store.reminders.ask(
    { guildId, userId: who, conferenceId, what: 'start', before, askedAt: now, locale: 'en', dueAt },
    9,
  );

/** Every place of the database where these letters stand, whatever it is for. */
function placesOf(text: string): string[] {
  const tables = store.inspect
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%\\_fts%' ESCAPE '\\'")
    .pluck()
    .all() as string[];
  return tables.flatMap((table) => {
    const rows = store.inspect.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[];
    return rows.flatMap((row) =>
      Object.entries(row)
        .filter(([, value]) => String(value).includes(text))
        .map(([column]) => `${table}.${column}`),
    );
  });
}

describe('what is kept about a person', () => {
  it('is counted and forgotten whole, what is on its way included, and of nobody else', async () => {
    for (const who of [userId, other]) {
      await ask(who, 'week', now);
      await ask(who, 'day', now + hourMs);
    }
    await store.reminders.settleDue(now, planReminder);
    const kept = { remindersToCome: 1, remindersPast: 1, messages: 1, doings: 0 };
    expect(await store.personalData.find(userId)).toEqual(kept);
    expect(placesOf(userId)).not.toEqual([]);

    await store.personalData.forget(userId);
    expect(placesOf(userId)).toEqual([]);
    expect(await store.personalData.find(userId)).toEqual({
      remindersToCome: 0,
      remindersPast: 0,
      messages: 0,
      doings: 0,
    });
    expect(await store.personalData.find(other)).toEqual(kept);
    expect(store.inspect.prepare('SELECT count(*) FROM outbox').pluck().get()).toBe(1);
  });

  it('also goes where the reminder had to be said in a channel', async () => {
    await ask(userId, 'week', now);
    await store.reminders.settleDue(now, planReminder);
    store.inspect.prepare("UPDATE outbox SET channel_id = '777', target_kind = 'text'").run();
    expect(await store.personalData.find(userId)).toMatchObject({ messages: 1 });
    await store.personalData.forget(userId);
    expect(placesOf(userId)).toEqual([]);
  });

  it('is not sent any more by who has it in hand', async () => {
    await ask(userId, 'week', now);
    await store.reminders.settleDue(now, planReminder);
    const [mine] = await store.outbox.claimDue({ owner: 'worker', now, leaseMs: hourMs, limit: 9 });
    if (!mine) throw new Error('nothing was due');
    await store.personalData.forget(userId);
    expect(await store.outbox.markSending(mine, 'worker', now)).toBeUndefined();
  });

  it('leaves what the person did as a moderator, and alerts of a server', async () => {
    await saveSettings(store, { ...defaultSettings(guildId), setUpBy: userId });
    await store.audit.record({ guildId, userId, command: 'setup', options: {}, at: now });
    await store.outbox.add([delivery({ purpose: 'alert', payload: { kind: 'any', to: userId } })], now);
    expect(await store.personalData.find(userId)).toMatchObject({ doings: 2, messages: 0 });
    await store.personalData.forget(userId);
    expect(await store.personalData.find(userId)).toMatchObject({ doings: 2 });
    expect((await store.settings.get(guildId)).setUpBy).toBe(userId);
  });

  it('stands in no column that nobody thought of', () => {
    const columns = store.inspect
      .prepare(
        `SELECT t.name || '.' || c.name FROM sqlite_schema t, pragma_table_info(t.name) c
         WHERE t.type = 'table' AND (c.name LIKE '%user%' OR c.name LIKE '%\\_by' ESCAPE '\\')`,
      )
      .pluck()
      .all();
    // Of a question it says only that it was a moderator.
    const known = [
      ...doings.map(([table, column]) => `${table}.${column}`),
      'reminders.user_id',
      'asked_questions.chosen_by',
    ];
    expect(columns.sort()).toEqual(known.sort());
  });
});
