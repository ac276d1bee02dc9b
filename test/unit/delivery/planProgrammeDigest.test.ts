import { describe, expect, it } from 'vitest';
import { listDueSoon, planProgrammeDigest } from '../../../src/delivery/planProgrammeDigest.ts';
import type { Conference, ConferenceTime, Due, Milestone } from '../../../src/domain/conference.ts';
import type { ConferenceId } from '../../../src/domain/ids.ts';
import { addDays, anywhereOnEarth, dayIn } from '../../../src/domain/moment.ts';
import { defaultSettings, type GuildSettings } from '../../../src/domain/settings.ts';
import { guildId, newsId, sampleConference } from '../../support/samples.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** A Monday morning in Lisbon. */
const now = Date.UTC(2027, 2, 8, 9);
const week = { name: '2027-W10', beginsAt: now, lastAt: now - 7 * dayMs };
const settings: GuildSettings = {
  ...defaultSettings(guildId),
  conferencesChannelId: newsId,
  timeZone: 'Europe/Lisbon',
};

const from = (startsAt: number, endsAt = startsAt + hourMs): ConferenceTime => ({
  kind: 'instants',
  startsAt,
  endsAt,
  timeZone: 'Europe/Lisbon',
});
/** Known for long, and to come. */
const known = (id: number, change: Partial<Conference> = {}): Conference =>
  sampleConference({ id: id as ConferenceId, createdAt: 0, time: from(now + 90 * dayMs), ...change });
const undated = (id: number, change: Partial<Conference>): Conference => {
  const { time: _, ...rest } = known(id, change);
  return rest;
};
const paper = (due: Due): Milestone => ({ kind: 'submission', due });
const paperAt = (at: number): Milestone => paper({ kind: 'instant', at, timeZone: 'UTC' });

const plan = (conferences: Conference[], of: Partial<GuildSettings> = {}) =>
  planProgrammeDigest(conferences, { ...settings, ...of }, week, now);
const listed = (...conferences: Conference[]) => plan(conferences)[0]?.payload;

describe('the digest of a week', () => {
  it('is one message where conferences are announced, once a week', () => {
    expect(plan([known(1)])).toEqual([
      {
        guildId,
        channelId: newsId,
        targetKind: 'text',
        purpose: 'digest',
        steps: ['message'],
        payload: { kind: 'programme', at: now, newIds: [], dueIds: [], nextIds: [1] },
        dedupeKey: 'programmeDigest:100:2027-W10',
        orderedAt: now,
      },
    ]);
  });

  it('is none where no channel is chosen, or where there is nothing to say', () => {
    const { conferencesChannelId: _, ...nowhere } = settings;
    expect(planProgrammeDigest([known(1)], nowhere, week, now)).toEqual([]);
    expect(plan([])).toEqual([]);
  });

  it.each([
    ['new, and goes on already', known(1, { createdAt: now, time: from(now - hourMs, now + hourMs) })],
    ['due', undated(1, { milestones: [paperAt(now + dayMs)] })],
    ['next', known(1)],
  ])('is made for one conference alone that is %s', (_, conference) => {
    expect(plan([conference])).toHaveLength(1);
  });
});

describe('what is new', () => {
  it('was entered since the last digest, at its very instant or later', () => {
    const conferences = [-1, 0, 1].map((ms, index) => known(index + 1, { createdAt: week.lastAt + ms }));
    expect(listed(...conferences)).toMatchObject({ newIds: [2, 3] });
  });

  it('is still to come or going on, and takes place', () => {
    const createdAt = now - dayMs;
    const started = now - 2 * hourMs;
    expect(
      listed(
        known(1, { createdAt, time: from(started, now) }),
        known(2, { createdAt, time: from(started, now + 1) }),
        known(3, { createdAt, status: 'cancelled' }),
        known(4, { createdAt, status: 'tentative' }),
      ),
    ).toMatchObject({ newIds: [2, 4] });
  });

  it('may be a call whose conference has no date yet', () => {
    expect(listed(undated(1, { createdAt: now, milestones: [paperAt(now + 60 * dayMs)] }))).toMatchObject({
      newIds: [1],
      dueIds: [],
      nextIds: [],
    });
  });
});

describe('what is due', () => {
  it('is within fourteen days, soonest first, whichever conference comes first', () => {
    const end = now + 14 * dayMs;
    const conferences = [end, end + 1, now, now + 1].map((at, index) =>
      known(index + 1, { milestones: [paperAt(at)] }),
    );
    expect(listed(...conferences)).toMatchObject({ dueIds: [4, 1], nextIds: [1, 2, 3, 4] });
    expect(listDueSoon(conferences, now, 'UTC').map(({ dueAt }) => dueAt)).toEqual([now + 1, end]);
  });

  it('names a conference once, however many of its dates are due', () => {
    const both = known(1, {
      milestones: [paperAt(now + dayMs), { ...paperAt(now + 2 * dayMs), kind: 'registration' }],
    });
    expect(listed(both)).toMatchObject({ dueIds: [1] });
  });

  it('is over when its day ends where the society is, unless the day is meant elsewhere', () => {
    const dueIn = (home: string, timeZone?: string) => {
      const due: Due = { kind: 'day', on: '2027-03-21', ...(timeZone === undefined ? {} : { timeZone }) };
      return plan([known(1, { milestones: [paper(due)] })], { timeZone: home })[0]?.payload?.dueIds;
    };
    // The last day that is told of ends at midnight in Lisbon; out in the Pacific it ends after the fortnight.
    expect(dueIn('Europe/Lisbon')).toEqual([1]);
    expect(dueIn('Pacific/Pago_Pago')).toEqual([]);
    expect(dueIn('Europe/Lisbon', anywhereOnEarth)).toEqual([]);
  });
});

describe('what comes next', () => {
  it('has a date that is still to come, in the order it was listed', () => {
    expect(
      listed(
        known(3, { time: from(now, now + dayMs) }),
        known(2, { time: from(now + 1) }),
        known(1),
        known(4, { status: 'cancelled' }),
        undated(5, { milestones: [paperAt(now + 60 * dayMs)] }),
      ),
    ).toMatchObject({ nextIds: [2, 1] });
  });

  it('may be the whole of today or tomorrow, wherever the society is', () => {
    const day = (on: string) => known(1, { time: { kind: 'days', startsOn: on, endsOn: on } });
    for (const timeZone of ['Pacific/Pago_Pago', 'America/New_York', 'Europe/Lisbon', 'Pacific/Kiritimati']) {
      const there = (on: string) => plan([day(on)], { timeZone })[0]?.payload?.nextIds;
      const today = dayIn(now, timeZone);
      expect([there(today), there(addDays(today, 1)), there(addDays(today, -1))]).toEqual([[1], [1], undefined]);
    }
  });

  it('is kept for the first hundred', () => {
    const many = Array.from({ length: 101 }, (_, index) => known(index + 1));
    expect(listed(...many)?.nextIds).toEqual(many.slice(0, 100).map(({ id }) => id));
  });
});
