// How the outbox is doing as a whole, for those who run the bot: over all guilds, and cheap enough to be asked every few seconds.

import type { OpenState, OutboxHealth } from '../ports/outboxHealth.ts';
import type { Connections } from './schema.ts';

export function createOutboxHealth({ read }: Pick<Connections, 'read'>): OutboxHealth {
  return {
    async countOpen() {
      const rows = await read
        .selectFrom('outbox')
        .select(['state', ({ fn }) => fn.countAll<number>().as('count')])
        .where('settledAt', 'is', null)
        .groupBy('state')
        .execute();
      return new Map(rows.map(({ state, count }) => [state as OpenState, Number(count)]));
    },

    async findOldestDue(now) {
      const row = await read
        .selectFrom('outbox')
        .select(({ fn }) => fn.min(fn.coalesce('stepBegunAt', 'dueAt')).as('since'))
        .where('settledAt', 'is', null)
        .where(({ or, eb }) => or([eb('stepBegunAt', 'is not', null), eb('dueAt', '<=', now)]))
        // A held channel waits for its moderators, with everything behind the row that is held.
        .where('channelId', 'not in', read.selectFrom('outbox').select('channelId').where('state', '=', 'held'))
        .executeTakeFirst();
      return row?.since ?? undefined;
    },
  };
}
