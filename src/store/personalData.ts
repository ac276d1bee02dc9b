// All that is kept about one person: the one place that knows every column with a person's id.

import { sql } from 'kysely';
import type { UserId } from '../domain/ids.ts';
import type { PersonalData } from '../ports/personalData.ts';
import type { Connections, Db } from './schema.ts';

/** Where a moderator is named. It stays as long as the guild: who changed what is the guild's own record. */
export const doings = [
  ['audit', 'user_id'],
  ['guild_settings', 'set_up_by'],
  ['subscriptions', 'added_by'],
  ['floods', 'answered_by'],
  ['calendars', 'added_by'],
  ['calendar_links', 'made_by'],
  ['conference_questions', 'answered_by'],
] as const;

export function createPersonalData({ read, write }: Connections): PersonalData {
  return {
    async find(userId) {
      const reminders = await read.selectFrom('reminders').select('settledAt').where('userId', '=', userId).execute();
      const remindersToCome = reminders.filter(({ settledAt }) => settledAt === null).length;
      return {
        remindersToCome,
        remindersPast: reminders.length - remindersToCome,
        messages: (await listMessages(read, userId)).length,
        doings: await countDoings(read, userId),
      };
    },

    forget(userId) {
      return write.transaction().execute(async (tx) => {
        await tx.deleteFrom('reminders').where('userId', '=', userId).execute();
        for (const sequence of await listMessages(tx, userId)) {
          await tx.deleteFrom('outbox').where('sequence', '=', sequence).execute();
        }
      });
    },
  };
}

/** Direct ones, and those that mention the person because a direct one was not taken; also what waits or is under way. */
async function listMessages(db: Db, userId: UserId): Promise<number[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['sequence', 'payload'])
    .where('purpose', '=', 'reminder')
    .where('payload', 'like', `%"${userId}"%`)
    .execute();
  return rows.flatMap(({ sequence, payload }) => (JSON.parse(payload ?? '{}').userId === userId ? [sequence] : []));
}

async function countDoings(db: Db, userId: UserId): Promise<number> {
  const counts = doings.map(
    ([table, column]) => sql`SELECT count(*) AS count FROM ${sql.table(table)} WHERE ${sql.ref(column)} = ${userId}`,
  );
  const { rows } = await sql<{ count: number }>`${sql.join(counts, sql` UNION ALL `)}`.execute(db);
  return rows.reduce((sum, { count }) => sum + Number(count), 0);
}
