// All SQL of subscriptions. A subscription's baseline is the last article that counts as seen for its guild: nothing up to it
// is ever posted by itself.

import { sql } from 'kysely';
import { Refusal } from '../domain/errors.ts';
import type { ArticleId, GuildId, Instant, SourceId, SubscriptionId } from '../domain/ids.ts';
import { defaultSettings } from '../domain/settings.ts';
import { choicesOf, stepsOfArticle, subscriptionsPerGuild } from '../domain/subscription.ts';
import type { Scope } from '../ports/articles.ts';
import type { Interest } from '../ports/planning.ts';
import type { FollowedSource, NewSubscription, Subscriptions } from '../ports/subscriptions.ts';
import { listHistory } from './articleHistories.ts';
import { toldOfBefore } from './articleReviews.ts';
import { countArticles, findNewestId, listNewest } from './articleTable.ts';
import { compiledOnce } from './compiledOnce.ts';
import { moveWaiting } from './outboxMoves.ts';
import { bringBack, setAside } from './outboxPaused.ts';
import { dropWaiting, insertDeliveries } from './outboxTable.ts';
import type { Connections, Db } from './schema.ts';
import { listSettings } from './settings.ts';
import { selectSource, toSource } from './sourceRows.ts';
import { type SubscriptionRow, toChoiceColumns, toSubscription } from './subscriptionRows.ts';

/** How far back posts are looked over for a guild that begins to follow their source. Milliseconds. */
const reviewedMs = 180 * 86_400_000;

export function createSubscriptions({ read, write }: Connections): Subscriptions {
  return {
    add(wanted, backfill, plan) {
      return write.transaction().execute(async (tx) => {
        await refuseIfKnownOrFull(tx, wanted);
        const { sourceId, addedAt } = wanted;
        const { firstReadAt } = await selectSource(tx, sourceId);
        const baseline = firstReadAt === null ? null : await findNewestId(tx, sourceId);
        const subscription = await insertSubscription(tx, wanted, baseline);
        await reviewAgain(tx, sourceId, addedAt);
        const newest = backfill > 0 ? await listNewest(tx, [sourceId], { limit: backfill, offset: 0 }) : [];
        if (newest.length > 0) await insertDeliveries(tx, plan(newest.reverse(), subscription), addedAt);
        return subscription;
      });
    },

    postNewest(id, plan, now) {
      return write.transaction().execute(async (tx) => {
        const interest = await findInterest(tx, id);
        if (!interest) return 0;
        const newest = await listNewest(tx, [interest.subscription.sourceId], { limit: 1, offset: 0 });
        return insertDeliveries(tx, plan(newest, interest), now);
      });
    },

    addUnread(wanted) {
      return write.transaction().execute(async (tx) => {
        await refuseIfKnownOrFull(tx, wanted);
        return insertSubscription(tx, wanted, null);
      });
    },

    async find(id) {
      const row = await selectSubscription(read, id);
      return row && toSubscription(row);
    },

    async list(guildId) {
      const rows = await read
        .selectFrom('subscriptions')
        .innerJoin('sources', 'sources.id', 'subscriptions.sourceId')
        .selectAll('subscriptions')
        .where('guildId', '=', guildId)
        .where('kind', '!=', 'recommended')
        .execute();
      const followed: FollowedSource[] = [];
      for (const row of rows) {
        followed.push({
          subscription: toSubscription(row),
          source: toSource(await selectSource(read, row.sourceId)),
          articleCount: await countArticles(read, [row.sourceId]),
        });
      }
      return followed.sort((left, right) => left.source.title.localeCompare(right.source.title));
    },

    async listHistory(id, limit) {
      const row = await selectSubscription(read, id);
      return row ? listHistory(read, row, limit) : [];
    },

    saveChoices(id, choose, now) {
      return write.transaction().execute(async (tx) => {
        const row = await selectSubscription(tx, id);
        if (!row) return undefined;
        const before = choicesOf(toSubscription(row));
        const after = choose(before);
        await tx.updateTable('subscriptions').set(toChoiceColumns(after)).where('id', '=', id).execute();
        const changed = await findInterest(tx, id);
        if (changed && row.channelId !== after.channelId) {
          await moveWaiting(tx, row, after.channelId, stepsOfArticle(changed.subscription, changed.settings), now);
        }
        return { before, after };
      });
    },

    async pause(id, at) {
      await write.transaction().execute(async (tx) => {
        await tx.updateTable('subscriptions').set({ pausedAt: at }).where('id', '=', id).execute();
        await setAside(tx, id);
      });
    },

    async resume(id, now) {
      await write.transaction().execute(async (tx) => {
        const row = await selectSubscription(tx, id);
        if (!row || row.pausedAt === null) return;
        // Where the source was never read, or not while it was paused, its next reading sets the baseline.
        const isUnread = row.baselineArticleId === null || (await isOverdue(tx, row.sourceId, now));
        const seen = isUnread ? null : await findNewestId(tx, row.sourceId);
        await tx
          .updateTable('subscriptions')
          .set({ pausedAt: null, baselineArticleId: seen })
          .where('id', '=', id)
          .execute();
        await bringBack(tx, id);
        await reviewAgain(tx, row.sourceId, now);
      });
    },

    async remove(id) {
      await write.transaction().execute(async (tx) => {
        const row = await tx.deleteFrom('subscriptions').where('id', '=', id).returning('addedAt').executeTakeFirst();
        if (row) await dropWaiting(tx, id, Date.now());
      });
    },
  };
}

/** Whether a reading was left out because nobody followed the source actively. */
async function isOverdue(tx: Db, sourceId: SourceId, now: Instant): Promise<boolean> {
  const { nextPollAt } = await selectSource(tx, sourceId);
  return nextPollAt <= now && (await listActive(tx, sourceId)).length === 0;
}

/** The programme of a guild begins with what the posts before it came announce. */
async function reviewAgain(tx: Db, sourceId: SourceId, now: Instant): Promise<void> {
  await tx
    .updateTable('articles')
    .set({ conferencesRead: toldOfBefore })
    .where('sourceId', '=', sourceId)
    // What nobody has looked over yet is still news to others.
    .where('conferencesRead', 'is not', null)
    .where('orderedAt', '>', now - reviewedMs)
    .execute();
}

function selectSubscription(db: Db, id: SubscriptionId): Promise<SubscriptionRow | undefined> {
  return db.selectFrom('subscriptions').selectAll().where('id', '=', id).executeTakeFirst();
}

async function insertSubscription(tx: Db, wanted: NewSubscription, baselineArticleId: number | null) {
  const { guildId, sourceId, pausedAt = null, addedBy, addedAt } = wanted;
  const row = await tx
    .insertInto('subscriptions')
    .values({ guildId, sourceId, pausedAt, addedBy, addedAt, baselineArticleId, ...toChoiceColumns(wanted) })
    .returningAll()
    .executeTakeFirstOrThrow();
  return toSubscription(row);
}

/** The guild's row of a source as it is, or a new one without a baseline. */
export async function findOrInsertSubscription(tx: Db, wanted: NewSubscription): Promise<SubscriptionRow> {
  const find = () =>
    tx
      .selectFrom('subscriptions')
      .selectAll()
      .where('guildId', '=', wanted.guildId)
      .where('sourceId', '=', wanted.sourceId);
  if (!(await find().executeTakeFirst())) await insertSubscription(tx, wanted, null);
  return find().executeTakeFirstOrThrow();
}

/** @throws Refusal */
async function refuseIfKnownOrFull(tx: Db, { guildId, sourceId }: NewSubscription): Promise<void> {
  const present = await tx
    .selectFrom('subscriptions')
    .innerJoin('sources', 'sources.id', 'subscriptions.sourceId')
    .select(['sourceId', 'channelId', 'url'])
    .where('guildId', '=', guildId)
    .where('kind', '!=', 'recommended')
    .execute();
  const same = present.find((row) => row.sourceId === sourceId);
  const [edit, remove] = ['`/sources edit`', '`/sources remove`'];
  if (same) {
    const source = new URL(same.url).hostname;
    throw new Refusal('sourceKnown', { source, channel: `<#${same.channelId}>`, command: edit });
  }
  if (present.length >= subscriptionsPerGuild)
    throw new Refusal('sourcesFull', { limit: subscriptionsPerGuild, command: remove });
}

/** The active subscriptions for which articles after `seenBefore` are new, with the settings of their guilds. */
export async function listInterests(db: Db, sourceId: SourceId, seenBefore: ArticleId | 0): Promise<Interest[]> {
  const rows = await db
    .selectFrom('subscriptions')
    .selectAll()
    .where('sourceId', '=', sourceId)
    .where('pausedAt', 'is', null)
    .where('baselineArticleId', '<=', seenBefore)
    .orderBy('id')
    .execute();
  return withSettings(db, rows);
}

/** All active subscriptions of a source, with the settings of their guilds. */
export async function listActive(db: Db, sourceId: SourceId): Promise<Interest[]> {
  const rows = await db
    .selectFrom('subscriptions')
    .selectAll()
    .where('sourceId', '=', sourceId)
    .where('pausedAt', 'is', null)
    .orderBy('id')
    .execute();
  return withSettings(db, rows);
}

/** A subscription with the settings of its guild; undefined once it was removed. */
export async function findInterest(db: Db, id: SubscriptionId): Promise<Interest | undefined> {
  const rows = await db.selectFrom('subscriptions').selectAll().where('id', '=', id).execute();
  return (await withSettings(db, rows))[0];
}

export async function withSettings(db: Db, rows: readonly SubscriptionRow[]): Promise<Interest[]> {
  if (rows.length === 0) return [];
  const settings = await listSettings(
    db,
    rows.map(({ guildId }) => guildId),
  );
  return rows.map((row) => ({
    subscription: toSubscription(row),
    settings: settings.get(row.guildId) ?? defaultSettings(row.guildId),
  }));
}

/** A reading, also one without news, is the baseline of those who began to follow the source without one. */
export async function setMissingBaselines(tx: Db, sourceId: SourceId): Promise<void> {
  await tx
    .updateTable('subscriptions')
    .set({ baselineArticleId: sql`coalesce((SELECT max(id) FROM articles WHERE source_id = ${sourceId}), 0)` })
    .where('sourceId', '=', sourceId)
    .where('baselineArticleId', 'is', null)
    .execute();
}

/** The sources a guild follows into channels of the scope. */
export async function listSourcesInScope(db: Db, scope: Scope): Promise<SourceId[]> {
  return (await listNamedInScope(db, scope)).map(({ id }) => id);
}

/** The same with their titles. */
export async function listNamedInScope(db: Db, { guildId, channelIds }: Scope) {
  const rows = await listNamed(db, { guildId });
  return rows.filter(({ channelId }) => channelIds.has(channelId)).map(({ id, title }) => ({ id, title }));
}

const listNamed = compiledOnce((db, { guildId }: { readonly guildId: GuildId }) =>
  db
    .selectFrom('subscriptions')
    .innerJoin('sources', 'sources.id', 'subscriptions.sourceId')
    .select(['sources.id', 'sources.title', 'channelId'])
    .where('guildId', '=', guildId),
);

/** Whether it is still there. */
export async function hasSubscription(db: Db, id: SubscriptionId): Promise<boolean> {
  return (await selectSubscription(db, id)) !== undefined;
}
