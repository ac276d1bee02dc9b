// The SQL of outbox for posts that go out one by one. Their turns were planned by the clock; a clock that jumped, a computer that
// slept or a channel that was held makes many due at once.

import { sql } from 'kysely';
import type { Delivery } from '../domain/delivery.ts';
import type { Instant } from '../domain/ids.ts';
import type { Db } from './schema.ts';

/** Once one is posted, those after it keep their distance from it, and from each other. */
export async function keepPace(
  tx: Db,
  { step, subscriptionId, channelId, payload }: Pick<Delivery, 'step' | 'subscriptionId' | 'channelId' | 'payload'>,
  now: Instant,
): Promise<void> {
  const paceMs = payload?.paceMs;
  if (step !== 'message' || typeof paceMs !== 'number' || subscriptionId === undefined) return;
  const following = sql`subscription_id = ${subscriptionId} AND channel_id = ${channelId} AND settled_at IS NULL
    AND step = 'message' AND step_begun_at IS NULL AND payload ->> '$.paceMs' IS NOT NULL`;
  const { rows } = await sql<{
    next: Instant | null;
  }>`SELECT min(due_at) AS next FROM outbox WHERE ${following}`.execute(tx);
  const lateMs = now + paceMs - (rows[0]?.next ?? Number.POSITIVE_INFINITY);
  if (lateMs <= 0) return;
  await sql`
    UPDATE outbox SET due_at = due_at + ${lateMs}, ordered_at = ordered_at + ${lateMs} WHERE ${following}`.execute(tx);
}
