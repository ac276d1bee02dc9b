// The SQL of outbox that others run within their own transactions, and a row as the domain knows it.

import { type ExpressionBuilder, type Selectable, sql } from 'kysely';
import { type DeadReason, type Delivery, type NewDelivery, unreachedReasons } from '../domain/delivery.ts';
import type {
  ArticleId,
  ChannelId,
  ConferenceId,
  DeliveryId,
  GuildId,
  Instant,
  SubscriptionId,
} from '../domain/ids.ts';
import type { Scope } from '../ports/articles.ts';
import type { ConferenceDiscussion } from '../ports/conferences.ts';
import { listSame, listSameAs } from './articleTable.ts';
import { compiledOnce } from './compiledOnce.ts';
import { inChunks, randomId, withoutNulls } from './rows.ts';
import type { Db, OutboxTable, Tables } from './schema.ts';

/** Rows of one insert; each has 15 parameters. */
const rowsOfInsert = 500;

/** What gives a row back, whoever holds it. */
export const unleased = { leaseOwner: null, leaseUntil: null };

/** In the order given. Rows whose dedupe key exists, and articles that went to their channel, are left out. @returns how many were made */
export async function insertDeliveries(tx: Db, deliveries: readonly NewDelivery[], now: Instant): Promise<number> {
  let made = 0;
  for (const chunk of inChunks(await withoutBrought(tx, deliveries), rowsOfInsert)) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('outbox')
      .values(chunk.map((delivery) => toColumns(delivery, now)))
      .onConflict((conflict) => conflict.column('dedupeKey').doNothing())
      .executeTakeFirstOrThrow();
    made += Number(numInsertedOrUpdatedRows ?? 0);
  }
  return made;
}

/** The key of an article is made of its address: where that has changed since, its row has another key. */
async function withoutBrought(tx: Db, deliveries: readonly NewDelivery[]): Promise<readonly NewDelivery[]> {
  const ids = deliveries.flatMap(({ purpose, articleId }) => (purpose === 'article' ? (articleId ?? []) : []));
  if (ids.length === 0) return deliveries;
  const same = await listSameAs(tx, [...new Set(ids)]);
  const rows = await selectBrought(tx, [...new Set([...same.values()].flat())]).execute();
  const brought = new Set(rows.map(({ articleId, channelId }) => `${articleId}:${channelId}`));
  return deliveries.filter(
    ({ purpose, articleId, channelId }) =>
      purpose !== 'article' ||
      articleId === undefined ||
      !same.get(articleId)?.some((id) => brought.has(`${id}:${channelId}`)),
  );
}

/** What brings these articles. What gave up its key was never posted, and stands in nobody's way. */
function selectBrought(db: Db, articleIds: readonly ArticleId[]) {
  return db
    .selectFrom('outbox')
    .selectAll()
    .where('articleId', 'in', articleIds)
    .where('purpose', '=', 'article')
    .where('dedupeKey', 'is not', null);
}

function toColumns(delivery: NewDelivery, now: Instant) {
  const { guildId, channelId, targetKind, purpose, steps, orderedAt, articleId = null, payload } = delivery;
  return {
    id: randomId() as DeliveryId,
    guildId,
    channelId,
    targetKind,
    purpose,
    steps: JSON.stringify(steps),
    step: steps[0],
    orderedAt,
    subscriptionId: delivery.subscriptionId ?? null,
    articleId,
    conferenceId: delivery.conferenceId ?? null,
    payload: payload === undefined ? null : JSON.stringify(payload),
    dedupeKey: delivery.dedupeKey ?? null,
    dueAt: delivery.dueAt ?? now,
    createdAt: now,
  };
}

/**
 * What a removed subscription has waiting goes nowhere. A row under way is left to its worker: record() ends it with what
 * Discord answered. What surely was never posted may be posted again one day, so its dedupe key is free.
 */
export async function dropWaiting(tx: Db, subscriptionId: SubscriptionId, now: Instant): Promise<void> {
  const waiting = tx
    .updateTable('outbox')
    .where('subscriptionId', '=', subscriptionId)
    .where('settledAt', 'is', null)
    .where('state', '!=', 'sending');
  await waiting.set({ dedupeKey: null }).where('stepBegunAt', 'is', null).where('results', '=', '{}').execute();
  await waiting.set({ state: 'dead', reason: 'unsubscribed', settledAt: now, ...unleased }).execute();
}

/** Rows that are no longer needed, and that no worker has begun or that reached nobody. */
export async function dropDeliveries(
  tx: Db,
  ids: readonly DeliveryId[],
  reason: DeadReason,
  now: Instant,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('outbox')
    .set({ state: 'dead', reason, settledAt: now, ...unleased })
    .where('id', 'in', ids)
    .where(hasReachedNobody)
    .execute();
}

/** Not begun, or given up for a reason of the place it was sent to. */
export function hasReachedNobody({ and, eb, or }: ExpressionBuilder<Tables, 'outbox'>) {
  return or([
    and([eb('settledAt', 'is', null), eb('stepBegunAt', 'is', null)]),
    and([eb('state', '=', 'dead'), eb('reason', 'in', unreachedReasons)]),
  ]);
}

/** What Discord never took stands in nobody's way: it may be posted again. What a person removed never is. */
export async function freeNeverPosted(tx: Db, dedupeKey: string): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ dedupeKey: null })
    .where('dedupeKey', '=', dedupeKey)
    .where(neverPosted)
    .execute();
}

/** The row that has the key, unless Discord never took it. */
export async function findByDedupeKey(db: Db, dedupeKey: string): Promise<Delivery | undefined> {
  const row = await db
    .selectFrom('outbox')
    .selectAll()
    .where('dedupeKey', '=', dedupeKey)
    .where((eb) => eb.not(neverPosted(eb)))
    .executeTakeFirst();
  return row && toDelivery(row);
}

/** The key of the row that brings the article to the channel, whatever address it had when that was made. */
export async function findKeyOf(db: Db, articleId: ArticleId, channelId: ChannelId): Promise<string | undefined> {
  const row = await selectBrought(db, await listSame(db, articleId))
    .where('channelId', '=', channelId)
    .orderBy(sql`state = 'dead'`)
    .executeTakeFirst();
  return row?.dedupeKey ?? undefined;
}

/** Given up without a message, and by no person. */
function neverPosted({ and, eb }: ExpressionBuilder<Tables, 'outbox'>) {
  return and([
    eb('state', '=', 'dead'),
    eb('reason', '!=', 'removedByPerson'),
    eb(sql`results ->> 'message'`, 'is', null),
  ]);
}

/** How the keys of all alerts about a held channel begin. */
export function heldAlertPrefix(channelId: ChannelId): string {
  return `alert:${channelId}:`;
}

/** Moderators are told anew when the channel is held again. */
export async function forgetHeldAlerts(tx: Db, channelId: ChannelId): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ dedupeKey: null })
    .where('dedupeKey', '>=', heldAlertPrefix(channelId))
    .where('dedupeKey', '<', `alert:${channelId};`)
    .execute();
}

/** All that was ever to be delivered of an article. */
export async function listByArticle(db: Db, id: ArticleId): Promise<Delivery[]> {
  const rows = await db.selectFrom('outbox').selectAll().where('articleId', '=', id).orderBy('sequence').execute();
  return rows.map(toDelivery);
}

/** All that was ever to be delivered of a conference. */
export async function listByConference(db: Db, id: ConferenceId): Promise<Delivery[]> {
  const rows = await db.selectFrom('outbox').selectAll().where('conferenceId', '=', id).orderBy('sequence').execute();
  return rows.map(toDelivery);
}

/** What brings these articles for a subscription, or for another one to the same channel, latest first. */
export async function listBringing(
  db: Db,
  articleIds: readonly ArticleId[],
  { id, channelId }: { readonly id: SubscriptionId; readonly channelId: ChannelId },
): Promise<Delivery[]> {
  if (articleIds.length === 0) return [];
  const rows = await selectBrought(db, articleIds)
    .where(({ eb, or }) => or([eb('subscriptionId', '=', id), eb('channelId', '=', channelId)]))
    .orderBy('sequence', 'desc')
    .execute();
  return rows.map(toDelivery);
}

/** Those whose dedupe key begins like this. @param prefix ends with a colon */
export async function listByKey(db: Db, prefix: string): Promise<Delivery[]> {
  const rows = await db
    .selectFrom('outbox')
    .selectAll()
    .where('dedupeKey', '>=', prefix)
    .where('dedupeKey', '<', `${prefix.slice(0, -1)};`)
    .execute();
  return rows.map(toDelivery);
}

/** The thread that was opened for one of these articles. */
export async function findThread(
  db: Db,
  articleIds: readonly ArticleId[],
  { guildId, channelIds }: Scope,
): Promise<ChannelId | undefined> {
  const rows = await selectThreads(db, { articleIds, guildId });
  return rows.find(({ channelId, threadId }) => threadId !== null && channelIds.has(channelId))?.threadId ?? undefined;
}

interface Posted {
  readonly articleIds: readonly ArticleId[];
  readonly guildId: GuildId;
}

const selectThreads = compiledOnce((db, { articleIds, guildId }: Posted) =>
  db
    .selectFrom('outbox')
    .select(['channelId', sql<ChannelId | null>`results ->> 'thread'`.as('threadId')])
    .where('articleId', 'in', articleIds)
    .where('guildId', '=', guildId)
    .orderBy('sequence', 'desc'),
);

/** The thread in which the card of a conference is discussed. */
export async function findDiscussion(
  db: Db,
  guildId: GuildId,
  id: ConferenceId,
): Promise<ConferenceDiscussion | undefined> {
  const row = await db
    .selectFrom('outbox')
    .select(['channelId', sql<ChannelId | null>`results ->> 'thread'`.as('threadId')])
    .where('conferenceId', '=', id)
    .where('guildId', '=', guildId)
    .where('purpose', '=', 'conference')
    .where(sql`results ->> 'thread'`, 'is not', null)
    .orderBy('sequence', 'desc')
    .executeTakeFirst();
  return row?.threadId == null ? undefined : { channelId: row.channelId, threadId: row.threadId };
}

export function toDelivery(row: Selectable<OutboxTable>): Delivery {
  const { steps, results, payload, missing, isPlain, sequence: _, settledAt: __, ...columns } = row;
  const { leaseOwner: ____, leaseUntil: _____, ...rest } = columns;
  return {
    ...withoutNulls(rest),
    steps: JSON.parse(steps),
    results: JSON.parse(results),
    isPlain: isPlain === 1,
    ...(payload === null ? {} : { payload: JSON.parse(payload) }),
    ...(missing === null ? {} : { missing: JSON.parse(missing) }),
  };
}
