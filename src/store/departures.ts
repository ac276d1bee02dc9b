// All SQL of guild_departures, and the forgetting of a guild: the one place that knows every table with a guild's rows.

import { sql } from 'kysely';
import type { GuildId } from '../domain/ids.ts';
import type { Departures } from '../ports/departures.ts';
import type { Connections, Db } from './schema.ts';

/** Every table with a column guild_id, but guild_departures itself. */
export const guildTables = [
  'guild_settings',
  'subscriptions',
  'outbox',
  'conferences',
  'conference_names',
  'conference_questions',
  'calendars',
  'reminders',
  'programme_digests',
  'scheduled_events',
  'calendar_links',
  'floods',
  'kept_offers',
  'conference_drafts',
  'audit',
  'asked_questions',
  'proposed_questions',
  'recommendation_drafts',
  'refused_forms',
] as const;

export function createDepartures({ read, write }: Connections): Departures {
  return {
    async compare(present, now) {
      const here = new Set<GuildId>(present);
      const left = (await listRemembered(read)).filter((guildId) => !here.has(guildId));
      await write.transaction().execute(async (tx) => {
        const departed = await tx.selectFrom('guildDepartures').select('guildId').execute();
        for (const { guildId } of departed) if (here.has(guildId)) await takeBack(tx, guildId);
        for (const guildId of left) await record(tx, guildId, now);
      });
    },

    record: (guildId, now) => record(write, guildId, now),
    takeBack: (guildId) => takeBack(write, guildId),

    forgetLeft: (before) =>
      write.transaction().execute(async (tx) => {
        const left = await tx.deleteFrom('guildDepartures').where('leftAt', '<', before).returning('guildId').execute();
        for (const { guildId } of left) {
          for (const table of guildTables) {
            await sql`DELETE FROM ${sql.table(table)} WHERE guild_id = ${guildId}`.execute(tx);
          }
        }
        return left.map(({ guildId }) => guildId);
      }),
  };
}

async function listRemembered(db: Db): Promise<GuildId[]> {
  const parts = guildTables.map((table) => sql`SELECT guild_id FROM ${sql.table(table)}`);
  const { rows } = await sql<{ guildId: GuildId }>`${sql.join(parts, sql` UNION `)}`.execute(db);
  return rows.map(({ guildId }) => guildId);
}

async function record(db: Db, guildId: GuildId, leftAt: number): Promise<void> {
  await db
    .insertInto('guildDepartures')
    .values({ guildId, leftAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function takeBack(db: Db, guildId: GuildId): Promise<void> {
  await db.deleteFrom('guildDepartures').where('guildId', '=', guildId).execute();
}
