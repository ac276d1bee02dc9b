// The SQL of outbox for what goes to another channel than it was planned for: with its subscription, or to a discussion that was not
// there yet.

import type { Delivery, NewDelivery } from '../domain/delivery.ts';
import type { ChannelId, Instant } from '../domain/ids.ts';
import type { Db } from './schema.ts';
import type { SubscriptionRow } from './subscriptionRows.ts';

const unleased = { leaseOwner: null, leaseUntil: null };

/**
 * What waits or is held goes to the new channel. What was begun stays where it is: its message may exist. A worker that
 * holds what was not begun loses it. What the new channel has already, from another source, is not brought again.
 */
export async function moveWaiting(
  tx: Db,
  from: SubscriptionRow,
  to: ChannelId,
  steps: NewDelivery['steps'],
  now: Instant,
): Promise<void> {
  const rows = await tx
    .selectFrom('outbox')
    .select(['id', 'dedupeKey', 'purpose'])
    .where('subscriptionId', '=', from.id)
    .where('channelId', '=', from.channelId)
    .where('purpose', 'in', ['article', 'digest'])
    .where('settledAt', 'is', null)
    .where('stepBegunAt', 'is', null)
    .where('results', '=', '{}')
    .orderBy('sequence')
    .execute();
  for (const { id, dedupeKey, purpose } of rows) {
    const key = dedupeKey === null ? null : dedupeKey.replace(`:${from.channelId}:`, `:${to}:`);
    const isThere = key !== null && (await hasKey(tx, key));
    const moved = {
      channelId: to,
      dedupeKey: key,
      // It may have been fitted to the kind of channel that it leaves.
      targetKind: 'text',
      steps: JSON.stringify(purpose === 'article' ? steps : ['message']),
      state: 'pending',
      reason: null,
      missing: null,
      heldAt: null,
    } as const;
    const ended = { state: 'dead', reason: 'unsubscribed', dedupeKey: null, settledAt: now } as const;
    await tx
      .updateTable('outbox')
      .set({ ...unleased, ...(isThere ? ended : moved) })
      .where('id', '=', id)
      .execute();
  }
}

async function hasKey(tx: Db, dedupeKey: string): Promise<boolean> {
  const row = await tx.selectFrom('outbox').select('id').where('dedupeKey', '=', dedupeKey).executeTakeFirst();
  return row !== undefined;
}

/** Word of a change waits behind the card it is about, and is told where that is discussed, once this is known. */
export async function moveNotices(tx: Db, { purpose, conferenceId, channelId, results }: Delivery): Promise<void> {
  if (purpose !== 'conference' || conferenceId === undefined || results.thread === undefined) return;
  await tx
    .updateTable('outbox')
    .set({ ...unleased, channelId: results.thread as ChannelId, targetKind: 'thread' })
    .where('purpose', '=', 'notice')
    .where('conferenceId', '=', conferenceId)
    .where('channelId', '=', channelId)
    .where('settledAt', 'is', null)
    .where('stepBegunAt', 'is', null)
    .execute();
}
