// The SQL of outbox for what waits when its source is paused: it stands aside, in order and at its pace, until the source is
// resumed. What was begun goes on: its message may exist.

import { sql } from 'kysely';
import type { SubscriptionId } from '../domain/ids.ts';
import { unleased } from './outboxTable.ts';
import type { Db } from './schema.ts';

/** Added to the instants of what stands aside: later than any other, so that it holds up nothing. Milliseconds. */
const asideMs = 1e14;
/** What is held waits for moderators; what stands aside is tried again when its source is resumed. */
const unheld = { state: 'pending', reason: null, missing: null, heldAt: null, ...unleased } as const;

export async function setAside(tx: Db, id: SubscriptionId): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ ...unheld, dueAt: sql`due_at + ${asideMs}`, orderedAt: sql`ordered_at + ${asideMs}` })
    .where('subscriptionId', '=', id)
    .where('purpose', 'in', ['article', 'digest'])
    .where('settledAt', 'is', null)
    .where('stepBegunAt', 'is', null)
    .where('results', '=', '{}')
    .where('dueAt', '<', asideMs)
    .execute();
}

export async function bringBack(tx: Db, id: SubscriptionId): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ dueAt: sql`due_at - ${asideMs}`, orderedAt: sql`ordered_at - ${asideMs}` })
    .where('subscriptionId', '=', id)
    .where('settledAt', 'is', null)
    .where('dueAt', '>=', asideMs)
    .execute();
}
