// The SQL of outbox for what waits although nothing of its own is in the way.

import type { GuildId } from '../domain/ids.ts';
import type { Outbox } from '../ports/outbox.ts';
import { dropDeliveries, insertDeliveries, listByKey } from './outboxTable.ts';
import type { Connections, Db } from './schema.ts';

/** A try that failed comes again within this time; what is due later waits for its turn. Milliseconds. */
const soonMs = 60_000;

export function createWaiting({
  read,
  write,
}: Connections): Pick<Outbox, 'isAwaited' | 'listWaitingGuilds' | 'endGuildAlerts'> {
  return {
    async isAwaited(step, now) {
      const row = await read
        .selectFrom('outbox')
        .select('id')
        .where('settledAt', 'is', null)
        .where('step', '=', step)
        .where('dueAt', '<=', now + soonMs)
        .where('state', '!=', 'held')
        .where('channelId', 'not in', heldUp(read))
        .executeTakeFirst();
      return row !== undefined;
    },

    async listWaitingGuilds(now) {
      const rows = await read
        .selectFrom('outbox')
        .select('guildId')
        .distinct()
        .where('settledAt', 'is', null)
        .where('purpose', 'in', ['article', 'digest', 'conference'])
        .where('dueAt', '<=', now + soonMs)
        .where('state', '!=', 'held')
        .where('channelId', 'not in', heldUp(read))
        .execute();
      return rows.map(({ guildId }) => guildId);
    },

    endGuildAlerts: (prefix, except, now, recovery) =>
      write.transaction().execute(async (tx) => {
        const waiting = new Set<GuildId>(except);
        const over = (await listByKey(tx, prefix)).filter(({ guildId }) => !waiting.has(guildId));
        if (over.length === 0) return;
        const { dropped, edits } = recovery(over, now);
        await dropDeliveries(tx, dropped, 'recovered', now);
        await insertDeliveries(tx, edits, now);
        const ids = over.map(({ id }) => id);
        await tx.updateTable('outbox').set({ dedupeKey: null }).where('id', 'in', ids).execute();
      }),
  };
}

/** Channels in which posts wait for moderators, who are told so. */
function heldUp(db: Db) {
  return db.selectFrom('outbox').select('channelId').where('state', '=', 'held').where('step', '=', 'message');
}
