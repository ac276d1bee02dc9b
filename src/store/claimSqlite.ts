// Which rows of the outbox are next, in SQLite's dialect (one writer: no row locks are needed, the transaction is exclusive).

import { sql } from 'kysely';
import type { Step } from '../domain/delivery.ts';
import type { DeliveryId, Instant } from '../domain/ids.ts';
import { asInteger } from './asInteger.ts';
import type { Db } from './schema.ts';

export interface Wanted {
  readonly limit: number;
  readonly except?: readonly Step[];
  readonly only?: Step;
  /** Under way already: their leases are not renewed. */
  readonly underWay?: readonly DeliveryId[];
}

/**
 * The first unsettled row of each channel, where it is due and nobody holds it; what follows a message stands aside while it
 * waits. Guilds take turns: the longest due row of each guild, then the second of each, so that one guild's many channels do
 * not keep the others waiting.
 */
export async function listClaimable(
  tx: Db,
  now: Instant,
  { limit, except = [], only, underWay = [] }: Wanted,
): Promise<DeliveryId[]> {
  const isWanted = sql.join(
    [
      sql`due_at <= ${now}`,
      ...except.map((step) => sql`step <> ${step}`),
      ...(only === undefined ? [] : [sql`step = ${only}`]),
      ...underWay.map((id) => sql`id <> ${id}`),
    ],
    sql` AND `,
  );
  // What follows a message stands aside while its kind of step rests, too.
  const mayLead = sql.join(
    [sql`state <> 'held'`, sql`due_at <= ${now}`, ...except.map((step) => sql`step <> ${step}`)],
    sql` AND `,
  );
  // The channels are walked along the index, so thousands of rows waiting in one channel cost nothing.
  const { rows } = await sql<{ id: DeliveryId }>`
    WITH RECURSIVE channels (channel_id) AS (
      SELECT min(channel_id) FROM outbox WHERE settled_at IS NULL
      UNION ALL
      SELECT (SELECT min(channel_id) FROM outbox WHERE settled_at IS NULL AND channel_id > channels.channel_id)
      FROM channels WHERE channels.channel_id IS NOT NULL
    ),
    heads AS (
      SELECT head.* FROM channels JOIN outbox AS head ON head.sequence = (
        SELECT sequence FROM outbox
        WHERE settled_at IS NULL AND channel_id = channels.channel_id
          AND (step = 'message' OR (${mayLead}))
        ORDER BY ordered_at, sequence LIMIT 1
      )
    )
    SELECT id FROM heads
    WHERE ${isWanted}
      AND state IN ('pending', 'unknown', 'sending')
      AND (lease_until IS NULL OR lease_until <= ${now})
    ORDER BY row_number() OVER (PARTITION BY guild_id ORDER BY due_at, sequence), due_at, sequence
    LIMIT ${asInteger(limit)}`.execute(tx);
  return rows.map(({ id }) => id);
}
