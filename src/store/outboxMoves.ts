// The SQL of outbox for what goes to another channel than it was planned for: to one that moderators chose since, or to a discussion
// that was not there yet.

import { sql } from 'kysely';
import type { Delivery, NewDelivery } from '../domain/delivery.ts';
import type { ChannelId, Instant } from '../domain/ids.ts';
import type { GuildSettings } from '../domain/settings.ts';
import { stepsOfConference } from '../domain/subscription.ts';
import { hasReachedNobody, unleased } from './outboxTable.ts';
import type { Db } from './schema.ts';
import type { SubscriptionRow } from './subscriptionRows.ts';

/** Older words of a trouble would come too late: one that lasts is told of again by then. Milliseconds. */
const lateMs = 7 * 86_400_000;
/** As it was before it was tried anywhere: it may have been fitted to the kind of channel that it leaves. */
const unfitted = {
  targetKind: 'text',
  state: 'pending',
  reason: null,
  missing: null,
  heldAt: null,
  ...unleased,
} as const;

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
      steps: JSON.stringify(purpose === 'article' ? steps : ['message']),
      ...unfitted,
    };
    const ended = { state: 'dead', reason: 'unsubscribed', dedupeKey: null, settledAt: now, ...unleased } as const;
    await tx
      .updateTable('outbox')
      .set(isThere ? ended : moved)
      .where('id', '=', id)
      .execute();
  }
}

async function hasKey(tx: Db, dedupeKey: string): Promise<boolean> {
  const row = await tx.selectFrom('outbox').select('id').where('dedupeKey', '=', dedupeKey).executeTakeFirst();
  return row !== undefined;
}

/** What waits or is held of the programme goes with the channel that is chosen for it; what was begun stays. */
export async function moveProgramme(tx: Db, before: GuildSettings, after: GuildSettings): Promise<void> {
  const [from, to] = [before.conferencesChannelId, after.conferencesChannelId];
  if (from === undefined || to === undefined || from === to) return;
  const waiting = tx
    .updateTable('outbox')
    .where('guildId', '=', after.guildId)
    .where('channelId', '=', from)
    .where('purpose', 'in', ['conference', 'digest', 'reminder'])
    .where('subscriptionId', 'is', null)
    .where('settledAt', 'is', null)
    .where('stepBegunAt', 'is', null)
    .where('results', '=', '{}');
  // A forum's post has no step of its own for its discussion.
  const steps = JSON.stringify(stepsOfConference(after));
  await waiting.set({ steps }).where('purpose', '=', 'conference').execute();
  await waiting.set({ channelId: to, ...unfitted }).execute();
}

/** What moderators could not be told lately, because it waits, is held or was given up, is told where they are to be told now. */
export async function moveAlerts(
  tx: Db,
  { guildId, alertsChannelId, setUpBy }: GuildSettings,
  now: Instant,
): Promise<void> {
  // The channel of a direct message is the person.
  const to = alertsChannelId ?? (setUpBy as string | undefined as ChannelId | undefined);
  if (to === undefined) return;
  await tx
    .updateTable('outbox')
    .set({
      ...unfitted,
      ...{ channelId: to, targetKind: alertsChannelId === undefined ? 'direct' : 'text' },
      ...{ settledAt: null, attempt: 0, stepBegunAt: null, attemptedAt: null, dueAt: now },
    })
    .where('guildId', '=', guildId)
    .where('purpose', '=', 'alert')
    .where('createdAt', '>=', now - lateMs)
    .where('channelId', '!=', to)
    .where('results', '=', '{}')
    .where(sql`coalesce(payload ->> 'kind', '')`, '!=', 'welcome')
    // Nobody is told of a trouble where the trouble is.
    .where(sql`coalesce(payload ->> 'channelId', '')`, '!=', to)
    .where(hasReachedNobody)
    .execute();
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
