import { beforeEach, describe, expect, it } from 'vitest';
import { planProgrammeDigest } from '../../../src/delivery/planProgrammeDigest.ts';
import type { ConferenceFacts } from '../../../src/domain/conference.ts';
import type { Delivery } from '../../../src/domain/delivery.ts';
import { findDigestWeek } from '../../../src/domain/digestWeek.ts';
import type { ConferenceId, GuildId } from '../../../src/domain/ids.ts';
import { instantOf } from '../../../src/domain/moment.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { composeProgrammeDigest } from '../../../src/jobs/composeProgrammeDigest.ts';
import { digest } from '../../../src/jobs/digest.ts';
import { sampleConference } from '../../support/samples.ts';
import { guildId, newsId, openTestStore, saveSettings, type TestStore, userId } from '../store/testStore.ts';
import { faultsOf, nodesOf, textOf } from '../views/readView.ts';

const lisbon = 'Europe/Lisbon';
const monday = instantOf('2027-03-29', '09:00', lisbon);
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const settings = { ...defaultSettings(guildId), conferencesChannelId: newsId, timeZone: lisbon };

describe('the week of a digest', () => {
  it('begins on Monday morning by the clock of the server, also after the clocks changed', () => {
    expect(findDigestWeek(monday, lisbon)).toEqual({
      name: '2027-W13',
      beginsAt: Date.UTC(2027, 2, 29, 8),
      lastAt: Date.UTC(2027, 2, 22, 9),
    });
    expect(findDigestWeek(monday - 1, lisbon)).toBeUndefined();
    expect(findDigestWeek(monday + dayMs - 1, lisbon)?.name).toBe('2027-W13');
    expect(findDigestWeek(monday + dayMs, lisbon)).toBeUndefined();
  });

  it('is named by the year that it belongs to, and by UTC where the zone is unknown', () => {
    expect(findDigestWeek(instantOf('2024-12-30', '10:00', lisbon), lisbon)?.name).toBe('2025-W01');
    expect(findDigestWeek(instantOf('2027-01-04', '10:00', 'Pacific/Auckland'), 'Pacific/Auckland')?.name).toBe(
      '2027-W01',
    );
    expect(findDigestWeek(Date.UTC(2027, 0, 4, 9), 'no zone')?.name).toBe('2027-W01');
  });
});

describe('what it lists', () => {
  const week = { name: '2027-W13', beginsAt: monday, lastAt: monday - 7 * dayMs };
  const old = { createdAt: monday - 30 * dayMs };
  const plan = (...conferences: Parameters<typeof sampleConference>[0][]) =>
    planProgrammeDigest(
      conferences.map((change, index) => sampleConference({ ...old, id: (index + 1) as ConferenceId, ...change })),
      settings,
      week,
      monday,
    );
  const later = { kind: 'days', startsOn: '2027-06-12', endsOn: '2027-06-14' } as const;
  const due = (on: string) => [{ kind: 'submission' as const, due: { kind: 'day' as const, on } }];

  it('is what is new, what is due within 14 days, and what comes next', () => {
    const [row] = plan(
      { time: later, createdAt: week.lastAt },
      { time: later, milestones: due('2027-04-11') },
      { time: later, milestones: due('2027-04-13') },
      { milestones: due('2027-04-01'), time: later, status: 'cancelled' },
    );
    expect(row?.payload).toMatchObject({ newIds: [1], dueIds: [2], nextIds: [1, 2, 3] });
    expect(row).toMatchObject({ channelId: newsId, purpose: 'digest', dedupeKey: 'programmeDigest:100:2027-W13' });
  });

  it('may be nothing: then there is no message', () => {
    expect(plan()).toEqual([]);
    expect(plan({ time: { kind: 'days', startsOn: '2027-03-01', endsOn: '2027-03-02' }, createdAt: monday })).toEqual(
      [],
    );
    expect(plan({ time: later, status: 'cancelled', createdAt: monday })).toEqual([]);
  });
});

describe('the digest of a server', () => {
  let store: TestStore;
  const facts: ConferenceFacts = {
    title: 'Meeting on tides',
    status: 'confirmed',
    time: { kind: 'days', startsOn: '2027-06-12', endsOn: '2027-06-14' },
    milestones: [{ kind: 'submission', due: { kind: 'day', on: '2027-04-05' } }],
  };
  const add = (title: string) =>
    store.conferences.put(guildId, undefined, { ...facts, title }, { by: userId, at: monday - dayMs }, () => []);
  const runAt = (at: number) => digest({ ...store, clock: { now: () => at } });
  const rows = () =>
    store.inspect.prepare("SELECT id FROM outbox WHERE purpose = 'digest' ORDER BY sequence").all() as {
      id: Delivery['id'];
    }[];

  beforeEach(async () => {
    store = await openTestStore();
    await saveSettings(store, settings);
  });

  it('goes out once a week, however often it is looked at', async () => {
    await add('Meeting on tides');
    for (const at of [monday - 1, monday, monday + 30_000, monday + 3 * hourMs, monday + 2 * dayMs]) await runAt(at);
    expect(rows()).toHaveLength(1);
    await Promise.all([runAt(monday + 7 * dayMs), runAt(monday + 7 * dayMs)]);
    expect(rows()).toHaveLength(2);
  });

  it('is not made up for, and comes no later in a week that had nothing', async () => {
    await runAt(monday);
    await add('Meeting on tides');
    await runAt(monday + hourMs);
    expect(rows()).toHaveLength(0);
    await runAt(monday + 8 * dayMs);
    expect(rows()).toHaveLength(0);
  });

  it('is of that server alone, and of none without a channel for it', async () => {
    await saveSettings(store, { ...settings, guildId: '9' as GuildId });
    const { conferencesChannelId: _, ...without } = settings;
    await saveSettings(store, without);
    await add('Meeting on tides');
    await runAt(monday);
    expect(rows()).toHaveLength(0);
  });

  it('says what stands in the programme when it leaves, five of each at most', async () => {
    for (let count = 1; count <= 7; count += 1) await add(`Meeting ${count}`);
    await runAt(monday);
    const row = await store.outbox.find(rows()[0]?.id ?? ('' as Delivery['id']));
    if (!row) throw new Error('there is no digest');
    const first = await store.conferences.find(guildId, 1 as ConferenceId);
    await store.conferences.put(
      guildId,
      first?.id,
      { ...facts, title: 'Meeting 1', status: 'cancelled' },
      { by: userId, at: monday },
      () => [],
    );
    const view = await composeProgrammeDigest(row, store);
    if (!view) throw new Error('it says nothing');
    expect(faultsOf(view)).toEqual([]);
    const text = textOf(view);
    expect(text).not.toContain('Meeting 1');
    expect(text).toContain('**New on the programme**\n- Meeting 2 · 12–14 June 2027\n');
    expect(text).toContain('**Due in the next 14 days**\n- Meeting 2 · Submissions due: 5 April 2027\n');
    expect(text.match(/and one more/g)).toHaveLength(3);
    const menu = nodesOf(view).find(({ type }) => type === 3);
    expect(menu?.custom_id).toBe(`v1:conferences:show:${row.id}`);
    expect(menu?.options).toHaveLength(5);
  });
});
