// The reminders of tests, in plain sight.

import type { Conference } from '../../src/domain/conference.ts';
import type { ConferenceId, ReminderId, UserId } from '../../src/domain/ids.ts';
import type { Reminder } from '../../src/domain/reminder.ts';
import type { Reminders } from '../../src/ports/reminders.ts';
import { guildId, now } from './samples.ts';

/** That a member asked for two days ago, of the beginning of a conference, and that is due now. */
export function sampleReminder(change: Partial<Reminder> = {}): Reminder {
  return {
    id: 'reminder1' as ReminderId,
    guildId,
    userId: '300' as UserId,
    conferenceId: 5 as ConferenceId,
    what: 'start',
    before: 'day',
    askedAt: now - 2 * 86_400_000,
    dueAt: now,
    locale: 'de',
    ...change,
  };
}

export function fakeReminders(data: { reminders: Reminder[]; readonly conferences: readonly Conference[] }): Reminders {
  const isOpen = ({ settledAt }: Reminder) => settledAt === undefined;
  const known = (reminder: Reminder) => {
    const conference = data.conferences.find(({ id }) => id === reminder.conferenceId);
    return conference ? [{ reminder, conference }] : [];
  };
  const drop = (isDropped: (reminder: Reminder) => boolean) => {
    const dropped = data.reminders.filter(isDropped);
    data.reminders = data.reminders.filter((one) => !isDropped(one));
    return dropped;
  };
  return {
    ask: async (wanted, limit) => {
      const isSame = (one: Reminder) =>
        one.userId === wanted.userId &&
        one.conferenceId === wanted.conferenceId &&
        one.what === wanted.what &&
        one.before === wanted.before;
      const [same] = drop(isSame);
      const mine = data.reminders.filter((one) => one.userId === wanted.userId && isOpen(one));
      if (!same && mine.length >= limit) return undefined;
      const asked = { ...wanted, id: same?.id ?? (`reminder${data.reminders.length + 1}` as ReminderId) };
      data.reminders.push(asked);
      return asked;
    },
    listOpen: async (guildId, userId) =>
      data.reminders
        .filter((one) => one.guildId === guildId && one.userId === userId && isOpen(one))
        .sort((left, right) => (left.dueAt ?? Number.MAX_VALUE) - (right.dueAt ?? Number.MAX_VALUE))
        .flatMap(known),
    find: async (id) => data.reminders.filter((one) => one.id === id).flatMap(known)[0],
    snooze: async (id, userId, dueAt) => {
      const [mine] = drop((one) => one.id === id && one.userId === userId);
      if (!mine) return false;
      const { settledAt: _, ...rest } = mine;
      data.reminders.push({ ...rest, dueAt, ...(mine.dueAt === undefined ? {} : { snoozedFrom: mine.dueAt }) });
      return true;
    },
    remove: async (userId, ids) => drop((one) => one.userId === userId && ids.includes(one.id)).length,
    removeOf: async (userId, conferenceId) =>
      drop((one) => one.userId === userId && one.conferenceId === conferenceId).filter(isOpen).length,
    settleDue: async () => 0,
    listByUser: async (userId) => data.reminders.filter((one) => one.userId === userId),
    forget: async () => 0,
  };
}
