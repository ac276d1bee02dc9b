import { beforeEach, describe, expect, it } from 'vitest';
import type { CalendarEvent } from '../../../src/domain/conference.ts';
import { claimOfEvent } from '../../../src/domain/conferenceClaim.ts';
import type { GuildId } from '../../../src/domain/ids.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { guildId, hourMs, newsId, now, openTestStore, saveSettings, type TestStore, userId } from './testStore.ts';

let store: TestStore;

beforeEach(async () => {
  store = await openTestStore();
});

describe('settings', () => {
  it('are the defaults until somebody saves them', async () => {
    expect(await store.settings.get(guildId)).toEqual(defaultSettings(guildId));
    const settings = {
      ...defaultSettings(guildId),
      articlesChannelId: newsId,
      threads: false,
      timeZone: 'Europe/London',
      setUpBy: userId,
    };
    await saveSettings(store, settings);
    expect(await store.settings.get(guildId)).toEqual(settings);
    await saveSettings(store, defaultSettings(guildId));
    expect(await store.settings.get(guildId)).toEqual(defaultSettings(guildId));
  });
});

describe('two people who choose settings at the same time', () => {
  it('lose nothing to each other', async () => {
    const [first, second] = await Promise.all([
      store.settings.change(guildId, (before) => ({ ...before, articlesChannelId: newsId }), now),
      store.settings.change(guildId, (before) => ({ ...before, language: 'de' }), now),
    ]);
    expect(await store.settings.get(guildId)).toMatchObject({ articlesChannelId: newsId, language: 'de' });
    expect(first.before).toEqual(defaultSettings(guildId));
    expect(second.before).toEqual(first.after);
  });
});

describe('the programme', () => {
  const days: CalendarEvent = {
    uid: 'days',
    title: 'Meeting',
    time: { kind: 'days', startsOn: '2026-11-23', endsOn: '2026-11-24' },
    status: 'confirmed',
  };
  const lecture: CalendarEvent = {
    uid: 'lecture',
    title: 'Lecture',
    place: 'Hall',
    status: 'cancelled',
    time: { kind: 'instants', startsAt: now + hourMs, endsAt: now + 2 * hourMs, timeZone: 'Europe/London' },
  };

  const importInto = (events: readonly CalendarEvent[]) => {
    const claims = events.map((event) => claimOfEvent(event, 'calendar', 'https://society.example/c.ics'));
    return store.conferences.save(guildId, claims, { at: now, isNews: false }, () => []);
  };

  it('knows an event by its uid', async () => {
    expect(await importInto([days, lecture, { ...days, title: 'Repeated' }])).toEqual({
      added: 2,
      changed: 1,
      unchanged: 0,
      asked: 0,
    });
    expect(await importInto([days, lecture])).toEqual({ added: 0, changed: 1, unchanged: 1, asked: 0 });
  });

  it('lists what is not over, in order, cancelled ones too', async () => {
    await importInto([lecture, days]);
    const listed = async (from: number, until: number) =>
      (await store.conferences.listUpcoming(guildId, from, until)).map(({ uid }) => uid);
    expect(await listed(now, now + 9 * hourMs)).toEqual(['days', 'lecture']);
    expect(await listed(now, now + hourMs)).toEqual(['days']);
    expect(await listed(now + 2 * hourMs, now + 9 * hourMs)).toEqual(['days']);
    expect(await listed(now + 48 * hourMs, now + 99 * hourMs)).toEqual([]);
  });
});

describe('what else is kept', () => {
  it('is a search, until it is forgotten', async () => {
    const id = await store.searches.keep({ query: 'tides', since: 5 }, now);
    expect(await store.searches.find(id)).toEqual({ query: 'tides', since: 5 });
    expect(await store.searches.forget(now)).toBe(0);
    expect(await store.searches.forget(now + 1)).toBe(1);
    expect(await store.searches.find(id)).toBeUndefined();
  });

  it('is what a moderator was offered, for that server, until it is forgotten', async () => {
    const offer = { kind: 'index', urls: ['https://society.example/'], channelId: newsId, backfill: 2 } as const;
    const id = await store.offers.keep(guildId, offer, now);
    expect(id.length).toBeLessThanOrEqual(60);
    expect(await store.offers.find(id, guildId)).toEqual(offer);
    expect(await store.offers.find(id, '99' as GuildId)).toBeUndefined();
    await store.offers.keep(guildId, offer, now + 30 * 24 * hourMs);
    expect(await store.offers.find(id, guildId)).toEqual(offer);
    await store.offers.keep(guildId, offer, now + 30 * 24 * hourMs + 1);
    expect(await store.offers.find(id, guildId)).toBeUndefined();
  });

  it('is a form that was refused, for that server, for a day', async () => {
    const form = { custom_id: 'v1:setup:site:', title: 'Add a source', components: [] };
    const id = await store.refusedForms.keep(guildId, form, now);
    expect(id.length).toBeLessThanOrEqual(60);
    expect(await store.refusedForms.find(id, '99' as GuildId)).toBeUndefined();
    await store.refusedForms.keep(guildId, form, now + 24 * hourMs);
    expect(await store.refusedForms.find(id, guildId)).toEqual(form);
    await store.refusedForms.keep(guildId, form, now + 24 * hourMs + 1);
    expect(await store.refusedForms.find(id, guildId)).toBeUndefined();
  });

  it('is what a moderator changed', async () => {
    await store.audit.record({
      guildId,
      userId,
      command: 'sources add',
      options: { url: 'https://society.example', backfill: 1 },
      at: now,
    });
    expect(store.inspect.prepare('SELECT command, options FROM audit').get()).toEqual({
      command: 'sources add',
      options: '{"url":"https://society.example","backfill":1}',
    });
  });

  it('is what a choice was and became, newest first, of one server and one span', async () => {
    const before = { guildId, threads: true, language: 'en', timeZone: 'UTC' } as const;
    const change = { kind: 'settings', before, after: { ...before, threads: false } } as const;
    const entry = { guildId, userId, command: 'setup', options: {}, at: now };
    await store.audit.record({ ...entry, command: 'sources add', at: now - 1 });
    await store.audit.record({ ...entry, change });
    const [newest, older] = await store.audit.list(guildId, now - 1);
    expect(newest).toMatchObject({ command: 'setup', change });
    expect(older).not.toHaveProperty('change');
    expect(await store.audit.list(guildId, now)).toHaveLength(1);
    expect(await store.audit.list('9' as never, 0)).toEqual([]);
    expect(await store.audit.find(guildId, newest?.id ?? 0)).toEqual(newest);
    expect(await store.audit.find('9' as never, newest?.id ?? 0)).toBeUndefined();
  });

  it('is which commands were registered', async () => {
    expect(await store.registrations.find('1')).toBeUndefined();
    await store.registrations.save('1', 'a');
    await store.registrations.save('1', 'b');
    expect(await store.registrations.find('1')).toBe('b');
  });
});
