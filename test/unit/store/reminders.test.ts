import { beforeEach, describe, expect, it } from 'vitest';
import { planReminder } from '../../../src/delivery/planReminder.ts';
import type { Conference, ConferenceFacts } from '../../../src/domain/conference.ts';
import type { ConferenceId, GuildId, Instant, ReminderId, UserId } from '../../../src/domain/ids.ts';
import type { WantedReminder } from '../../../src/domain/reminder.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import type { PlanConference } from '../../../src/ports/conferences.ts';
import { guildId, hourMs, now, openTestStore, saveSettings, type TestStore, userId } from './testStore.ts';

const other = '301' as UserId;
const dayMs = 24 * hourMs;
const facts: ConferenceFacts = {
  title: 'Meeting on tides',
  status: 'confirmed',
  time: { kind: 'days', startsOn: '2026-12-20', endsOn: '2026-12-21' },
  milestones: [{ kind: 'submission', due: { kind: 'day', on: '2026-12-01' } }],
};

let store: TestStore;
let conference: Conference;

const put = async (change: Partial<ConferenceFacts>, at = now, plan: PlanConference = () => []) => {
  const saved = await store.conferences.put(guildId, conference?.id, { ...facts, ...change }, { by: userId, at }, plan);
  if (!saved) throw new Error('the conference is not there');
  return saved;
};

const ask = (change: Partial<WantedReminder> = {}, limit = 9) =>
  store.reminders.ask(
    {
      ...{
        guildId,
        userId,
        conferenceId: conference.id,
        what: 'submission',
        before: 'day',
        askedAt: now,
        locale: 'en',
      },
      dueAt: Date.UTC(2026, 10, 30, 9),
      ...change,
    },
    limit,
  );

const dueTimes = async (who = userId) =>
  (await store.reminders.listOpen(guildId, who)).map(({ reminder: { dueAt } }) => iso(dueAt));
const iso = (at: Instant | undefined) => (at === undefined ? undefined : new Date(at).toISOString().slice(0, 16));
const outbox = () =>
  store.inspect.prepare('SELECT channel_id, purpose, dedupe_key FROM outbox ORDER BY sequence').all() as {
    channel_id: string;
    purpose: string;
    dedupe_key: string;
  }[];

beforeEach(async () => {
  store = await openTestStore();
  conference = undefined as never;
  conference = await put({});
});

describe('what a member asks for', () => {
  it('is one reminder, however often it is asked', async () => {
    const first = await ask();
    expect((await ask({ askedAt: now + 5, dueAt: now + 9 }))?.id).toBe(first?.id);
    expect(await dueTimes()).toEqual([iso(now + 9)]);
    await ask({ before: 'week' });
    expect(await dueTimes()).toHaveLength(2);
  });

  it('has a limit for each person, which what is there already does not meet', async () => {
    const first = await ask({}, 1);
    expect(await ask({ before: 'week' }, 1)).toBeUndefined();
    expect((await ask({}, 1))?.id).toBe(first?.id);
    expect(await ask({ userId: other }, 1)).toMatchObject({ userId: other, before: 'day' });
  });

  it('is seen and taken back by that member alone, in that server', async () => {
    const asked = await ask();
    const id = asked?.id ?? ('' as ReminderId);
    expect(await dueTimes(other)).toEqual([]);
    expect(await store.reminders.listOpen('9' as GuildId, userId)).toEqual([]);
    expect(await store.reminders.remove(other, [id])).toBe(0);
    expect(await store.reminders.removeOf(other, conference.id)).toBe(0);
    expect(await store.reminders.snooze(id, other, now)).toBe(false);
    expect(await store.reminders.remove(userId, [id])).toBe(1);
    expect(await dueTimes()).toEqual([]);
  });

  it('is all listed for a person, in every server', async () => {
    await ask();
    await ask({ userId: other });
    await store.reminders.settleDue(now + 9 * dayMs, planReminder);
    expect(await store.reminders.listByUser(userId)).toHaveLength(1);
    expect(await store.reminders.listByUser(other)).toHaveLength(1);
  });

  it('is forgotten a while after it was sent', async () => {
    await ask({ dueAt: now });
    await ask({ userId: other });
    await store.reminders.settleDue(now, planReminder);
    expect(await store.reminders.forget(now)).toBe(0);
    expect(await store.reminders.forget(now + 1)).toBe(1);
    expect(await store.reminders.listByUser(other)).toHaveLength(1);
  });
});

describe('what is due', () => {
  it('is handed to the outbox once, whatever happens after it', async () => {
    const asked = await ask();
    const dueAt = asked?.dueAt ?? 0;
    expect(await store.reminders.settleDue(dueAt - 1, planReminder)).toBe(0);
    expect(await store.reminders.settleDue(dueAt, planReminder)).toBe(1);
    expect(await store.reminders.settleDue(dueAt + dayMs, planReminder)).toBe(0);
    expect(outbox()).toMatchObject([{ channel_id: userId, purpose: 'reminder' }]);
    expect(await dueTimes()).toEqual([]);
  });

  it('stays due where its row cannot be made', async () => {
    const { dueAt = 0 } = (await ask()) ?? {};
    const failing = () => {
      throw new Error('no plan');
    };
    await expect(store.reminders.settleDue(dueAt, failing)).rejects.toThrow('no plan');
    expect(await dueTimes()).toEqual([iso(dueAt)]);
  });

  it('waits while the server has no bot', async () => {
    const { dueAt = 0 } = (await ask()) ?? {};
    await store.departures.record(guildId, now);
    expect(await store.reminders.settleDue(dueAt, planReminder)).toBe(0);
    await store.departures.takeBack(guildId);
    expect(await store.reminders.settleDue(dueAt, planReminder)).toBe(1);
  });

  it('comes once more when it is put off, however often that is pressed', async () => {
    const { id, dueAt = 0 } = (await ask()) ?? { id: '' as ReminderId };
    await store.reminders.settleDue(dueAt, planReminder);
    const later = dueAt + dayMs;
    expect(await store.reminders.snooze(id, userId, later)).toBe(true);
    expect(await store.reminders.snooze(id, userId, later + hourMs)).toBe(true);
    expect(await dueTimes()).toEqual([iso(later)]);
    expect(await store.reminders.settleDue(later, planReminder)).toBe(1);
    expect(new Set(outbox().map(({ dedupe_key: key }) => key)).size).toBe(2);
  });
});

describe('a reminder follows its conference', () => {
  const dueOn = (on: string) => ({ milestones: [{ kind: 'submission' as const, due: { kind: 'day' as const, on } }] });

  it('to a new date, also after it was sent of the old one', async () => {
    const { dueAt = 0 } = (await ask()) ?? {};
    await put(dueOn('2026-12-08'));
    expect(await dueTimes()).toEqual(['2026-12-07T09:00']);
    await store.reminders.settleDue(dueAt + 9 * dayMs, planReminder);
    await put(dueOn('2026-12-18'), dueAt + 9 * dayMs);
    expect(await dueTimes()).toEqual(['2026-12-17T09:00']);
  });

  it('and stays, put off, while only other things change', async () => {
    const { id, dueAt = 0 } = (await ask()) ?? { id: '' as ReminderId };
    await store.reminders.settleDue(dueAt, planReminder);
    await store.reminders.snooze(id, userId, dueAt + 5 * hourMs);
    await put({ title: 'Meeting on the tides' });
    expect(await dueTimes()).toEqual([iso(dueAt + 5 * hourMs)]);
  });

  it('to its end, of which whoever decides what to tell knows before', async () => {
    await ask();
    await ask({ userId: other, before: 'week' });
    const told: string[] = [];
    await put({ status: 'cancelled' }, now, ({ reminders }) => {
      told.push(...reminders.map((one) => one.userId));
      return [];
    });
    expect(told.sort()).toEqual([userId, other]);
    expect(await dueTimes()).toEqual([]);
    expect(await store.reminders.settleDue(now + 99 * dayMs, planReminder)).toBe(0);
    await put({ status: 'confirmed', ...dueOn('2026-12-09') });
    expect(await dueTimes()).toEqual([]);
  });

  it('out of the store with it', async () => {
    await ask();
    store.inspect.pragma('foreign_keys = ON');
    store.inspect.prepare('DELETE FROM conferences').run();
    expect(await store.reminders.listByUser(userId)).toEqual([]);
  });

  it('and the mornings of the server', async () => {
    await ask();
    await saveSettings(store, { ...defaultSettings(guildId), timeZone: 'America/New_York' });
    expect(await dueTimes()).toEqual(['2026-11-30T14:00']);
  });
});

it('knows no conference of another server', async () => {
  expect(await store.conferences.find('9' as GuildId, conference.id)).toBeUndefined();
  expect(await store.conferences.findDiscussion(guildId, 77 as ConferenceId)).toBeUndefined();
});
