// The SQL of outbox for a guild whose alerts go elsewhere from now on: what has reached nobody yet is told there.

import { sql } from 'kysely';
import type { ChannelId } from '../domain/ids.ts';
import type { GuildSettings } from '../domain/settings.ts';
import { hasReachedNobody } from './outboxTable.ts';
import type { Db } from './schema.ts';

/** Alerts that wait, are held or were given up. What is under way, or may be read already, stays where it is. */
export async function moveAlerts(tx: Db, { guildId, alertsChannelId, setUpBy }: GuildSettings): Promise<void> {
  // The channel of a direct message is the person.
  const to = alertsChannelId ?? (setUpBy as string | undefined as ChannelId | undefined);
  if (to === undefined) return;
  await tx
    .updateTable('outbox')
    .set({
      channelId: to,
      targetKind: alertsChannelId === undefined ? 'direct' : 'text',
      state: 'pending',
      ...{ reason: null, missing: null, heldAt: null, settledAt: null },
      ...{ attempt: 0, stepBegunAt: null, attemptedAt: null },
    })
    .where('guildId', '=', guildId)
    .where('purpose', '=', 'alert')
    .where('channelId', '!=', to)
    .where('leaseOwner', 'is', null)
    .where(sql`results ->> 'message'`, 'is', null)
    .where(sql`payload ->> 'kind'`, '!=', 'welcome')
    // Nobody is told of a trouble where the trouble is.
    .where(sql`coalesce(payload ->> 'channelId', '')`, '!=', to)
    .where(hasReachedNobody)
    .execute();
}
