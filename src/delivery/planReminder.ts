// What leaves because a reminder is due, because its conference is called off, or because a person takes no direct messages.

import type { Conference } from '../domain/conference.ts';
import type { DeadReason, Delivery, NewDelivery, Transition } from '../domain/delivery.ts';
import type { ChannelId, Instant, ReminderId, UserId } from '../domain/ids.ts';
import type { Before, Reminder, ReminderSubject } from '../domain/reminder.ts';
import type { GuildSettings } from '../domain/settings.ts';

/** What a reminder says; kept with its row. */
export interface DueReminder {
  readonly kind: 'due';
  readonly reminderId: ReminderId;
  readonly userId: UserId;
  readonly what: ReminderSubject;
  readonly before: Before;
  readonly askedAt: Instant;
  readonly dueAt: Instant;
  readonly locale: string;
}

/** That nothing is left to be reminded of. */
export interface EndedReminder {
  readonly kind: 'ended';
  /** One of them: a person is told once. */
  readonly reminderId: ReminderId;
  readonly userId: UserId;
  readonly locale: string;
}

export type ReminderPayload = DueReminder | EndedReminder;

export function planReminder(reminder: Reminder, now: Instant): NewDelivery {
  const { id: reminderId, userId, what, before, askedAt, dueAt = now, locale } = reminder;
  const payload: DueReminder = { kind: 'due', reminderId, userId, what, before, askedAt, dueAt, locale };
  return {
    ...directTo(reminder),
    payload: { ...payload },
    dedupeKey: `reminder:${reminderId}:${dueAt}`,
    orderedAt: now,
  };
}

/** @param reminders those that were still to come of a conference that is called off, or is none */
export function planReminderEnds(
  reminders: readonly Reminder[],
  { id, sequence }: Pick<Conference, 'id' | 'sequence'>,
  now: Instant,
): NewDelivery[] {
  const byPerson = new Map(reminders.map((reminder) => [reminder.userId, reminder]));
  return [...byPerson.values()].map((reminder) => {
    const { id: reminderId, userId, locale } = reminder;
    const payload: EndedReminder = { kind: 'ended', reminderId, userId, locale };
    const dedupeKey = `reminderEnded:${id}:${sequence}:${userId}`;
    return { ...directTo(reminder), payload: { ...payload }, dedupeKey, orderedAt: now };
  });
}

/**
 * A reminder waits for no discussion that is closed or gone: by the time it is mended it would be too late. Only where it may be
 * said there already, and nobody can see it, it is not said elsewhere.
 */
export function giveUpDiscussion({ purpose, targetKind }: Delivery, transition: Transition): Transition {
  const isInDiscussion = purpose === 'reminder' && targetKind === 'thread';
  const isUnsaid = transition.to === 'held' && transition.isUntouched === true;
  return isInDiscussion && isUnsaid ? { to: 'dead', reason: 'channelGone' } : transition;
}

const reasonsToFallBack: Partial<Record<Delivery['targetKind'], readonly DeadReason[]>> = {
  direct: ['unreachable', 'blocked'],
  thread: ['channelGone'],
};

/** True where a reminder did not reach its person and never will that way, but may another way. */
export function isUndeliverable({ purpose, targetKind }: Delivery, transition: Transition): boolean {
  const reasons = reasonsToFallBack[targetKind] ?? [];
  return purpose === 'reminder' && transition.to === 'dead' && reasons.includes(transition.reason);
}

/** Said where the conference is discussed, else where conferences are announced. @param row for which isUndeliverable is true */
export function planReminderMention(
  row: Delivery,
  discussion: ChannelId | undefined,
  { conferencesChannelId }: GuildSettings,
  now: Instant,
): NewDelivery[] {
  const channelId = discussion ?? conferencesChannelId;
  if (channelId === undefined) return [];
  const { guildId, conferenceId, payload = {} } = row;
  return [
    {
      guildId,
      channelId,
      targetKind: discussion === undefined ? 'text' : 'thread',
      purpose: 'reminder',
      steps: ['message'],
      payload,
      dedupeKey: `reminderMention:${row.id}`,
      orderedAt: now,
      ...(conferenceId === undefined ? {} : { conferenceId }),
    },
  ];
}

function directTo({ guildId, conferenceId, userId }: Reminder) {
  return {
    guildId,
    conferenceId,
    // The channel of a direct message is the person.
    channelId: userId as string as ChannelId,
    targetKind: 'direct',
    purpose: 'reminder',
    steps: ['message'],
  } as const;
}
