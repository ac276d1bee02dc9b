import { describe, expect, it } from 'vitest';
import {
  giveUpDiscussion,
  isUndeliverable,
  planReminder,
  planReminderEnds,
  planReminderMention,
} from '../../../src/delivery/planReminder.ts';
import type { Transition } from '../../../src/domain/delivery.ts';
import type { ChannelId, ConferenceId, DeliveryId, ReminderId, UserId } from '../../../src/domain/ids.ts';
import type { Reminder } from '../../../src/domain/reminder.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { sampleReminder } from '../../support/fakeReminders.ts';
import { sampleDelivery } from '../../support/sampleDelivery.ts';
import { guildId, newsId, now } from '../../support/samples.ts';

const hourMs = 3_600_000;
const reminder = sampleReminder();
const toPerson = {
  guildId,
  conferenceId: reminder.conferenceId,
  // A direct message goes to the person: there is no channel yet.
  channelId: '300',
  targetKind: 'direct',
  purpose: 'reminder',
  steps: ['message'],
};

describe('a reminder that is due', () => {
  it('goes to its person alone, and says what they asked for, when and in which language', () => {
    expect(planReminder(reminder, now)).toEqual({
      ...toPerson,
      payload: {
        kind: 'due',
        reminderId: 'reminder1',
        userId: '300',
        what: 'start',
        before: 'day',
        askedAt: reminder.askedAt,
        dueAt: now,
        locale: 'de',
      },
      dedupeKey: `reminder:reminder1:${now}`,
      orderedAt: now,
    });
  });

  it('that leaves late still knows when it was due', () => {
    expect(planReminder(reminder, now + hourMs)).toMatchObject({ payload: { dueAt: now }, orderedAt: now + hourMs });
  });

  it('leaves once for each time it is due: put off, it comes again', () => {
    const [first, late, putOff] = [
      planReminder(reminder, now),
      planReminder(reminder, now + 1),
      planReminder(sampleReminder({ dueAt: now + hourMs, snoozedFrom: now }), now + hourMs),
    ].map(({ dedupeKey }) => dedupeKey);
    expect(late).toBe(first);
    expect(putOff).not.toBe(first);
  });

  it('counts as due at once where its date has gone since', () => {
    const { dueAt: _, ...undated } = reminder;
    expect(planReminder(undated, now)).toMatchObject({
      payload: { dueAt: now },
      dedupeKey: `reminder:reminder1:${now}`,
    });
  });
});

describe('the end of what one was to be reminded of', () => {
  const conference = { id: 5 as ConferenceId, sequence: 3 };
  const of = (userId: string, id: string, change: Partial<Reminder> = {}) =>
    sampleReminder({ id: id as ReminderId, userId: userId as UserId, ...change });

  it('is told to the person, in their language', () => {
    expect(planReminderEnds([reminder], conference, now)).toEqual([
      {
        ...toPerson,
        payload: { kind: 'ended', reminderId: 'reminder1', userId: '300', locale: 'de' },
        dedupeKey: 'reminderEnded:5:3:300',
        orderedAt: now,
      },
    ]);
  });

  it('is told once to each person, however many reminders they had', () => {
    const planned = planReminderEnds([of('300', 'a'), of('301', 'b'), of('300', 'c')], conference, now);
    expect(planned.map(({ channelId }) => channelId)).toEqual(['300', '301']);
    expect(['a', 'c']).toContain(planned[0]?.payload?.reminderId);
    expect(planned[1]?.payload?.reminderId).toBe('b');
  });

  it('is told again when it was called off, took place after all and is called off again', () => {
    const keyAt = (sequence: number) => planReminderEnds([reminder], { ...conference, sequence }, now)[0]?.dedupeKey;
    expect(keyAt(4)).not.toBe(keyAt(3));
  });

  it('is told to nobody where nobody asked', () => {
    expect(planReminderEnds([], conference, now)).toEqual([]);
  });
});

describe('a reminder that cannot arrive', () => {
  const held: Transition = { to: 'held', reason: 'threadLocked', missing: [], isUntouched: true };
  const inDiscussion = sampleDelivery({ purpose: 'reminder', targetKind: 'thread' });
  const direct = sampleDelivery({ purpose: 'reminder', targetKind: 'direct' });

  it('does not wait until a closed discussion is opened: it would be too late', () => {
    expect(giveUpDiscussion(inDiscussion, held)).toEqual({ to: 'dead', reason: 'channelGone' });
  });

  it.each([
    ['a reminder in a channel', { ...inDiscussion, targetKind: 'text' as const }],
    ['a notice in a discussion', { ...inDiscussion, purpose: 'notice' as const }],
  ])('is alone in that: %s waits', (_, row) => {
    expect(giveUpDiscussion(row, held)).toBe(held);
  });

  it('waits where it may be said there already, and nobody can see it', () => {
    const unseen: Transition = { to: 'held', reason: 'historyHidden', missing: ['ReadMessageHistory'] };
    expect(giveUpDiscussion(inDiscussion, unseen)).toBe(unseen);
  });

  it('is given up for being held alone: tried again, it is still on its way', () => {
    const again: Transition = { to: 'pending', dueAt: now };
    expect(giveUpDiscussion(inDiscussion, again)).toBe(again);
  });

  it.each([
    ['direct', 'unreachable', true],
    ['direct', 'blocked', true],
    ['direct', 'channelGone', false],
    ['thread', 'channelGone', true],
    ['thread', 'blocked', false],
    // The last resort has none after it.
    ['text', 'channelGone', false],
    ['text', 'unreachable', false],
  ] as const)('as %s message that is given up as %s may go another way: %s', (targetKind, reason, mayGo) => {
    expect(isUndeliverable({ ...direct, targetKind }, { to: 'dead', reason })).toBe(mayGo);
  });

  it('goes another way only once it is given up, and nothing but a reminder does', () => {
    const unreachable: Transition = { to: 'dead', reason: 'unreachable' };
    expect(isUndeliverable(inDiscussion, { to: 'held', reason: 'channelGone', missing: [] })).toBe(false);
    expect(isUndeliverable({ ...direct, purpose: 'alert' }, unreachable)).toBe(false);
  });
});

describe('a reminder on the server instead of a direct message', () => {
  const discussion = '600' as ChannelId;
  const settings = { ...defaultSettings(guildId), conferencesChannelId: newsId };
  const row = sampleDelivery({
    id: 'unreachable' as DeliveryId,
    purpose: 'reminder',
    targetKind: 'direct',
    channelId: '300' as ChannelId,
    conferenceId: 5 as ConferenceId,
    payload: { kind: 'due', userId: '300' },
  });

  it('is said where the conference is discussed, in the words of the message that did not arrive', () => {
    expect(planReminderMention(row, discussion, settings, now)).toEqual([
      {
        guildId,
        conferenceId: 5,
        channelId: discussion,
        targetKind: 'thread',
        purpose: 'reminder',
        steps: ['message'],
        payload: row.payload,
        dedupeKey: 'reminderMention:unreachable',
        orderedAt: now,
      },
    ]);
  });

  it('is said where conferences are announced, where there is no discussion', () => {
    expect(planReminderMention(row, undefined, settings, now)).toMatchObject([
      { channelId: newsId, targetKind: 'text' },
    ]);
  });

  it('is not said where there is neither', () => {
    expect(planReminderMention(row, undefined, defaultSettings(guildId), now)).toEqual([]);
  });

  it('names no conference where the row named none', () => {
    const { conferenceId: _, ...bare } = row;
    const [mention] = planReminderMention(bare, discussion, settings, now);
    expect(mention?.channelId).toBe(discussion);
    expect(mention).not.toHaveProperty('conferenceId');
  });
});
