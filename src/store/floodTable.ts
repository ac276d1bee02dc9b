// The SQL of floods that a reading runs within its own transaction, and a row as the domain knows it.

import type { Selectable } from 'kysely';
import type { Flood } from '../domain/flood.ts';
import type { FloodId, Instant, SubscriptionId } from '../domain/ids.ts';
import type { PlannedFlood } from '../ports/planning.ts';
import { insertDeliveries } from './outboxTable.ts';
import { randomId, withoutNulls } from './rows.ts';
import type { Db, FloodsTable } from './schema.ts';

/** The questions and the alerts that ask them. @returns how many alerts were made */
export async function saveFloods(tx: Db, planned: readonly PlannedFlood[], now: Instant): Promise<number> {
  let alerts = 0;
  for (const { flood, alert } of planned) {
    const id = randomId() as FloodId;
    const articleIds = JSON.stringify(flood.articleIds);
    await tx
      .insertInto('floods')
      .values({ ...flood, id, articleIds, askedAt: now })
      .execute();
    if (alert) alerts += await insertDeliveries(tx, [{ ...alert, payload: { ...alert.payload, floodId: id } }], now);
  }
  return alerts;
}

/** All that was ever asked about a subscription, latest first. */
export async function listFloods(db: Db, id: SubscriptionId): Promise<Flood[]> {
  const rows = await db
    .selectFrom('floods')
    .selectAll()
    .where('subscriptionId', '=', id)
    .orderBy('askedAt', 'desc')
    .execute();
  return rows.map(toFlood);
}

export function toFlood(row: Selectable<FloodsTable>): Flood {
  return { ...withoutNulls(row), articleIds: JSON.parse(row.articleIds) };
}
