// The SQL of reminders that others run within their own transactions, and a row as the domain knows it.

import type { Conference } from '../domain/conference.ts';
import type { ConferenceId, GuildId, Instant } from '../domain/ids.ts';
import { findDueAt, moveReminder, type Reminder } from '../domain/reminder.ts';
import { findConference } from './conferenceTable.ts';
import { withoutNulls } from './rows.ts';
import type { Db, RemindersTable } from './schema.ts';

interface Change {
  readonly before?: Conference;
  readonly after: Conference;
  readonly at: Instant;
}

/** What makes a reminder one that is still to come. */
export const open = { snoozedFrom: null, settledAt: null, outcome: null } as const;

export async function listOpenOf(db: Db, id: ConferenceId): Promise<Reminder[]> {
  return (await listOf(db, id)).filter(({ settledAt }) => settledAt === undefined);
}

/** Reminders end with their conference, and move with its dates. @param home zone of the society */
export async function followConference(tx: Db, { before, after, at }: Change, home: string): Promise<void> {
  if (!before) return;
  if (after.standing !== 'sure' || after.status === 'cancelled') {
    await tx
      .updateTable('reminders')
      .set({ settledAt: at, outcome: 'ended' })
      .where('conferenceId', '=', after.id)
      .where('settledAt', 'is', null)
      .execute();
    return;
  }
  for (const reminder of await listOf(tx, after.id)) {
    const moved = moveReminder(reminder, before, after, home, at);
    if (moved) await setDueAt(tx, reminder, moved.dueAt);
  }
}

/** The mornings of the guild are others now. What a person put off stays. */
export async function followTimeZone(tx: Db, guildId: GuildId, home: string): Promise<void> {
  const rows = await tx
    .selectFrom('reminders')
    .selectAll()
    .where('guildId', '=', guildId)
    .where('settledAt', 'is', null)
    .where('snoozedFrom', 'is', null)
    .execute();
  for (const reminder of rows.map(toReminder)) {
    const conference = await findConference(tx, guildId, reminder.conferenceId);
    if (conference && reminder.dueAt !== undefined)
      await setDueAt(tx, reminder, findDueAt(conference, reminder, home, reminder.askedAt));
  }
}

export function toReminder({ outcome: _, ...row }: RemindersTable): Reminder {
  return withoutNulls(row);
}

async function listOf(db: Db, id: ConferenceId): Promise<Reminder[]> {
  const rows = await db
    .selectFrom('reminders')
    .selectAll()
    .where('conferenceId', '=', id)
    // One that ended with its conference is over, also when that takes place after all.
    .where(({ eb, or }) => or([eb('outcome', 'is', null), eb('outcome', '!=', 'ended')]))
    .orderBy('askedAt')
    .orderBy('id')
    .execute();
  return rows.map(toReminder);
}

async function setDueAt(tx: Db, { id }: Reminder, dueAt: Instant | undefined): Promise<void> {
  await tx
    .updateTable('reminders')
    .set({ ...open, dueAt: dueAt ?? null })
    .where('id', '=', id)
    .execute();
}
