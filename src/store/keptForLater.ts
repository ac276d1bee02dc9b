// What was shown and may be come back to by a button after a restart: as JSON, for one guild, forgotten after a while.

import { sql } from 'kysely';
import type { GuildId, Instant } from '../domain/ids.ts';
import { randomId } from './rows.ts';
import type { Connections } from './schema.ts';

/** Where it is kept. Each table has an id, a guild_id and a kept_at beside the column. */
interface Shelf {
  readonly table: 'conference_drafts' | 'recommendation_drafts' | 'refused_forms';
  readonly column: 'draft' | 'form';
  /** Kept at least this long; it goes when the next one is kept. Milliseconds. */
  readonly lifeMs: number;
}

export interface KeptForLater<Value> {
  /** Also forgets what was kept too long ago. @returns an id that fits a custom_id */
  keep(guildId: GuildId, value: Value, now: Instant): Promise<string>;
  /** Undefined where it was forgotten, or is another guild's. */
  find(id: string, guildId: GuildId): Promise<Value | undefined>;
}

export function createKeptForLater<Value>({ read, write }: Connections, shelf: Shelf): KeptForLater<Value> {
  const [table, column] = [sql.table(shelf.table), sql.ref(shelf.column)];
  return {
    keep(guildId, value, now) {
      return write.transaction().execute(async (tx) => {
        await sql`DELETE FROM ${table} WHERE kept_at < ${now - shelf.lifeMs}`.execute(tx);
        const id = randomId();
        const row = sql.join([id, guildId, JSON.stringify(value), now]);
        await sql`INSERT INTO ${table} (id, guild_id, ${column}, kept_at) VALUES (${row})`.execute(tx);
        return id;
      });
    },

    async find(id, guildId) {
      const found = sql<{ value: string }>`
        SELECT ${column} AS value FROM ${table} WHERE id = ${id} AND guild_id = ${guildId}`;
      const [row] = (await found.execute(read)).rows;
      return row && (JSON.parse(row.value) as Value);
    },
  };
}
