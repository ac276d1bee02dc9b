// The SQL of outbox for a post that moderators take back: it ends where it is, and a row of its own removes it from Discord.

import { welcomePrefix } from '../domain/arrival.ts';
import type { DeliveryId, GuildId, Instant } from '../domain/ids.ts';
import type { TakenBack } from '../ports/outbox.ts';
import { insertDeliveries, unleased } from './outboxTable.ts';
import type { Connections } from './schema.ts';

/** One transaction. The post keeps its dedupe key: what it brought never comes again by itself. */
export function takeBack(
  { write }: Pick<Connections, 'write'>,
  id: DeliveryId,
  guildId: GuildId,
  now: Instant,
): Promise<TakenBack> {
  return write.transaction().execute(async (tx) => {
    const post = await tx
      .selectFrom('outbox')
      .select(['channelId', 'targetKind', 'orderedAt'])
      .where('id', '=', id)
      .where('guildId', '=', guildId)
      .where(({ eb, or }) =>
        or([eb('purpose', 'in', ['article', 'digest', 'conference']), eb('dedupeKey', 'like', `${welcomePrefix}%`)]),
      )
      .executeTakeFirst();
    if (!post) return 'unknown';
    const own = tx.updateTable('outbox').where('id', '=', id);
    await own.set({ reason: 'removedByPerson' }).execute();
    await own
      .set({ state: 'dead', settledAt: now, ...unleased })
      .where('settledAt', 'is', null)
      // A card under way is let through first: only then is it known which message to remove. What is held is not under way.
      .where(({ eb, or }) => or([eb('step', '!=', 'message'), eb('stepBegunAt', 'is', null), eb('state', '=', 'held')]))
      .execute();
    const { channelId, targetKind, orderedAt } = post;
    const removal = {
      guildId,
      channelId,
      targetKind,
      purpose: 'removal',
      steps: ['delete'],
      payload: { editsId: id },
      dedupeKey: `removal:${id}`,
      // The post's own place is before all that waits in the channel: a moderator's wish waits for no backlog.
      orderedAt,
    } as const;
    return (await insertDeliveries(tx, [removal], now)) === 1 ? 'taken' : 'already';
  });
}
