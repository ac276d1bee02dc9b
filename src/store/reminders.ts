// All other SQL of reminders: what members ask for and take back, and what is due.

import type { Instant, ReminderId } from '../domain/ids.ts';
import type { KnownReminder, Reminders } from '../ports/reminders.ts';
import { findConference } from './conferenceTable.ts';
import { insertDeliveries } from './outboxTable.ts';
import { open, toReminder } from './reminderTable.ts';
import { randomId } from './rows.ts';
import type { Connections, Db, RemindersTable } from './schema.ts';

/** Settled in one transaction; the rest follows in the next second. */
const settledAtOnce = 200;

export function createReminders({ read, write }: Connections): Reminders {
  return {
    ask(wanted, limit) {
      return write.transaction().execute(async (tx) => {
        const { guildId, userId, conferenceId, what, before, askedAt, locale, dueAt = null } = wanted;
        const same = await tx
          .selectFrom('reminders')
          .select('id')
          .where('userId', '=', userId)
          .where('conferenceId', '=', conferenceId)
          .where('what', '=', what)
          .where('before', '=', before)
          .executeTakeFirst();
        if (!same && (await countOpen(tx, userId)) >= limit) return undefined;
        const row = { guildId, userId, conferenceId, what, before, askedAt, locale, dueAt, ...open };
        const saved = await tx
          .insertInto('reminders')
          .values({ id: randomId() as ReminderId, ...row })
          .onConflict((conflict) => conflict.columns(['userId', 'conferenceId', 'what', 'before']).doUpdateSet(row))
          .returningAll()
          .executeTakeFirstOrThrow();
        return toReminder(saved);
      });
    },

    async listOpen(guildId, userId) {
      const rows = await read
        .selectFrom('reminders')
        .selectAll()
        .where('guildId', '=', guildId)
        .where('userId', '=', userId)
        .where('settledAt', 'is', null)
        // What has no date at present comes last.
        .orderBy(({ eb }) => eb('dueAt', 'is', null))
        .orderBy('dueAt')
        .orderBy('id')
        .execute();
      const known = await Promise.all(rows.map((row) => withConference(read, row)));
      return known.filter((one) => one !== undefined);
    },

    async find(id) {
      const row = await read.selectFrom('reminders').selectAll().where('id', '=', id).executeTakeFirst();
      return row && withConference(read, row);
    },

    snooze(id, userId, dueAt) {
      return write.transaction().execute(async (tx) => {
        const mine = tx.selectFrom('reminders').selectAll().where('id', '=', id).where('userId', '=', userId);
        const row = await mine.executeTakeFirst();
        // A second press finds it put off already; what has ended stays ended.
        if (!row || row.outcome === 'ended') return false;
        if (row.settledAt === null) return true;
        await tx
          .updateTable('reminders')
          .set({ ...open, dueAt, snoozedFrom: row.dueAt })
          .where('id', '=', id)
          .execute();
        return true;
      });
    },

    async remove(userId, ids) {
      if (ids.length === 0) return 0;
      const removed = await write
        .deleteFrom('reminders')
        .where('userId', '=', userId)
        .where('id', 'in', ids)
        .executeTakeFirstOrThrow();
      return Number(removed.numDeletedRows);
    },

    async removeOf(userId, conferenceId) {
      const removed = await write
        .deleteFrom('reminders')
        .where('userId', '=', userId)
        .where('conferenceId', '=', conferenceId)
        .returning('settledAt')
        .execute();
      return removed.filter(({ settledAt }) => settledAt === null).length;
    },

    async settleDue(now, plan) {
      if ((await listDue(read, now)).length === 0) return 0;
      return write.transaction().execute(async (tx) => {
        const due = await listDue(tx, now);
        await insertDeliveries(
          tx,
          due.map((row) => plan(toReminder(row), now)),
          now,
        );
        const ids = due.map(({ id }) => id);
        await tx.updateTable('reminders').set({ settledAt: now, outcome: 'sent' }).where('id', 'in', ids).execute();
        return due.length;
      });
    },

    async listByUser(userId) {
      const rows = await read
        .selectFrom('reminders')
        .selectAll()
        .where('userId', '=', userId)
        .orderBy('askedAt')
        .execute();
      return rows.map(toReminder);
    },

    async forget(before) {
      const removed = await write.deleteFrom('reminders').where('settledAt', '<', before).executeTakeFirstOrThrow();
      return Number(removed.numDeletedRows);
    },
  };
}

/** Not of a guild that removed the bot: its members hear of it again when it is invited again. */
function listDue(db: Db, now: Instant): Promise<RemindersTable[]> {
  return db
    .selectFrom('reminders')
    .selectAll()
    .where('settledAt', 'is', null)
    .where('dueAt', '<=', now)
    .where('guildId', 'not in', db.selectFrom('guildDepartures').select('guildId'))
    .orderBy('dueAt')
    .orderBy('id')
    .limit(settledAtOnce)
    .execute();
}

async function countOpen(db: Db, userId: RemindersTable['userId']): Promise<number> {
  const { count } = await db
    .selectFrom('reminders')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('userId', '=', userId)
    .where('settledAt', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function withConference(db: Db, row: RemindersTable): Promise<KnownReminder | undefined> {
  const conference = await findConference(db, row.guildId, row.conferenceId);
  return conference && { reminder: toReminder(row), conference };
}
