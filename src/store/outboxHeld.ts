// The SQL of outbox for what is held: shown, let go, left out, given up. Two kinds of a channel's rows are told apart: posts that
// cannot go out, and what follows posts that did.

import { type ExpressionBuilder, sql } from 'kysely';
import { concernOf, type Delivery } from '../domain/delivery.ts';
import type { ChannelId } from '../domain/ids.ts';
import type { HeldRoute, Outbox } from '../ports/outbox.ts';
import {
  dropDeliveries,
  forgetHeldAlerts,
  heldAlertPrefix,
  insertDeliveries,
  listByKey,
  toDelivery,
  unleased,
} from './outboxTable.ts';
import type { Connections, Db, Tables } from './schema.ts';

const freed = { ...unleased, reason: null, missing: null };
const unheld = { ...freed, heldAt: null };

export function createHeld({
  read,
  write,
}: Connections): Pick<Outbox, 'listHeld' | 'releaseHeld' | 'endHeldAlerts' | 'leaveOut' | 'giveUpHeld'> {
  return {
    async listHeld() {
      const rows = await read
        .selectFrom('outbox')
        .selectAll()
        .where('state', '=', 'held')
        .orderBy('orderedAt')
        .orderBy('sequence')
        .execute();
      const routes = new Map<string, HeldRoute>();
      for (const row of rows) {
        const { guildId, channelId } = row;
        const concern = concernOf(row);
        const key = `${channelId} ${concern}`;
        if (routes.has(key)) continue;
        const alike = rows.filter((one) => one.channelId === channelId && concernOf(one) === concern).length;
        const waiting = concern === 'posts' ? await countPosts(channelId) : alike;
        routes.set(key, { guildId, channelId, concern, delivery: toDelivery(row), waiting });
      }
      return [...routes.values()];
    },

    async releaseHeld(channelId, now) {
      const { numUpdatedRows } = await write
        .updateTable('outbox')
        .set({
          // Until it is done it counts as held since then, so that nobody is told too early that all is well.
          ...freed,
          // What was begun may have landed, so it is looked for before it is sent again.
          state: sql`CASE WHEN step_begun_at IS NULL THEN 'pending' ELSE 'unknown' END`,
          dueAt: now,
        })
        .where('channelId', '=', channelId)
        .where('state', '=', 'held')
        .executeTakeFirstOrThrow();
      return Number(numUpdatedRows);
    },

    endHeldAlerts: (now, recovery) =>
      write.transaction().execute(async (tx) => {
        for (const channelId of await listAlerted(tx)) {
          if (await isHeld(tx, channelId)) continue;
          const { dropped, edits } = recovery(await listByKey(tx, heldAlertPrefix(channelId)), now);
          await dropDeliveries(tx, dropped, 'recovered', now);
          await insertDeliveries(tx, edits, now);
          await forgetHeldAlerts(tx, channelId);
        }
      }),

    leaveOut(channelId, now) {
      return write.transaction().execute(async (tx) => {
        const held = tx.updateTable('outbox').where('channelId', '=', channelId).where(isFollowUp);
        const fresh = { attempt: 0, stepBegunAt: null, attemptedAt: null, dueAt: now };
        // A post without a discussion is published all the same.
        const goingOn = await held
          .set({ ...unheld, ...fresh, state: 'pending', step: 'crosspost' })
          .where('step', '!=', 'crosspost')
          .where('steps', 'like', '%"crosspost"%')
          .executeTakeFirstOrThrow();
        const ended = await held.set({ ...unheld, state: 'sent', settledAt: now }).executeTakeFirstOrThrow();
        return Number(goingOn.numUpdatedRows) + Number(ended.numUpdatedRows);
      });
    },

    giveUpHeld({ begunBefore, goneBefore }, now) {
      return write.transaction().execute(async (tx) => {
        const late = await tx
          .updateTable('outbox')
          .set({ ...unheld, state: 'sent', settledAt: now })
          .where('stepBegunAt', '<', begunBefore)
          .where(isFollowUp)
          .executeTakeFirstOrThrow();
        const gone = await tx
          .updateTable('outbox')
          .set({ ...unheld, state: 'dead', reason: 'channelGone', settledAt: now })
          .where('state', '=', 'held')
          .where('reason', '=', 'channelGone')
          .where('heldAt', '<', goneBefore)
          .executeTakeFirstOrThrow();
        return Number(late.numUpdatedRows) + Number(gone.numUpdatedRows);
      });
    },
  };

  async function countPosts(channelId: Delivery['channelId']): Promise<number> {
    const { waiting } = await read
      .selectFrom('outbox')
      .select(({ fn }) => fn.countAll<number>().as('waiting'))
      .where('channelId', '=', channelId)
      .where('step', '=', 'message')
      .where('settledAt', 'is', null)
      .executeTakeFirstOrThrow();
    return Number(waiting);
  }
}

/** Channels about which moderators were told, and have not been told yet that it is over. */
async function listAlerted(tx: Db): Promise<Set<ChannelId>> {
  const rows = await tx
    .selectFrom('outbox')
    .select('dedupeKey')
    .where('dedupeKey', '>=', 'alert:')
    .where('dedupeKey', '<', 'alert;')
    .execute();
  return new Set(rows.map(({ dedupeKey }) => dedupeKey?.split(':')[1] as ChannelId));
}

/** Whether something is held there, or tried again and not done yet. */
async function isHeld(tx: Db, channelId: ChannelId): Promise<boolean> {
  const held = tx
    .selectFrom('outbox')
    .select('id')
    .where('channelId', '=', channelId)
    .where('heldAt', 'is not', null)
    .where('settledAt', 'is', null);
  return (await held.executeTakeFirst()) !== undefined;
}

/** Held, with its post in place already, which stands without it. */
function isFollowUp({ and, eb }: ExpressionBuilder<Tables, 'outbox'>) {
  return and([eb('state', '=', 'held'), eb('step', 'in', ['thread', 'question', 'crosspost'])]);
}
