// All SQL of recommendation_drafts, and the one transaction in which a draft becomes an article with its delivery.
// Invariant: a recommended article belongs to a source that is never read, with a subscription of the one guild into the one
// channel: so whoever may view the channel finds it, and nobody else.

import { canonicalLink } from '../domain/canonicalLink.ts';
import type { Alias } from '../domain/identity.ts';
import type { ChannelId, Instant, SourceId } from '../domain/ids.ts';
import type { RecommendationDraft } from '../domain/recommendation.ts';
import type { ConfirmedDraft, Recommendations } from '../ports/recommendations.ts';
import { findByNames, saveNames } from './articleNames.ts';
import { findArticle, insertArticle, toArticle } from './articleTable.ts';
import { createKeptForLater } from './keptForLater.ts';
import { findByDedupeKey, findKeyOf, freeNeverPosted, insertDeliveries } from './outboxTable.ts';
import { saveChosenQuestion } from './questions.ts';
import { newColumns } from './saveEntries.ts';
import type { Connections, Db } from './schema.ts';
import { findOrInsertSubscription, withSettings } from './subscriptions.ts';
import { wellFormed, wellFormedEntry } from './wellFormed.ts';

/** How long the buttons of a draft can be used. Milliseconds. */
const draftLifeMs = 30 * 86_400_000;

export function createRecommendations(connections: Connections): Recommendations {
  return {
    ...createKeptForLater<RecommendationDraft>(connections, {
      table: 'recommendation_drafts',
      column: 'draft',
      lifeMs: draftLifeMs,
    }),

    async findPosted(dedupeKey, found) {
      return findByDedupeKey(connections.read, await keyInUse(connections.read, dedupeKey, found));
    },

    post(confirmed, plan) {
      return connections.write.transaction().execute(async (tx) => {
        const { draft, at } = confirmed;
        const dedupeKey = await keyInUse(tx, confirmed.dedupeKey, draft);
        const before = await findByDedupeKey(tx, dedupeKey);
        if (before) return { delivery: before, isNew: false };
        await freeNeverPosted(tx, dedupeKey);
        const { sourceId, subscription } = await subscribe(tx, confirmed);
        const known = draft.articleId === undefined ? undefined : await findArticle(tx, draft.articleId);
        const article = known ?? (await saveArticle(tx, sourceId, draft, at));
        const [interest] = await withSettings(tx, [subscription]);
        if (!interest) throw new Error('a subscription without its settings');
        await insertDeliveries(tx, [{ ...plan(article, interest), dedupeKey }], at);
        const delivery = await findByDedupeKey(tx, dedupeKey);
        if (!delivery) throw new Error(`no row has the key ${dedupeKey}`);
        if (delivery.steps.includes('question')) await saveChosenQuestion(tx, delivery, draft.question, at);
        return { delivery, isNew: true };
      });
    },
  };
}

/** An article whose address has changed since is still known by the key under which it went to the channel. */
async function keyInUse(
  db: Db,
  dedupeKey: string,
  found: Partial<Pick<RecommendationDraft, 'articleId' | 'channelId'>> = {},
): Promise<string> {
  const { articleId, channelId } = found;
  const isKnown = articleId !== undefined && channelId !== undefined;
  return (isKnown ? await findKeyOf(db, articleId, channelId) : undefined) ?? dedupeKey;
}

/** The source of a site's recommended articles in a channel, and the guild's interest in it. No reading ever moves its baseline. */
async function subscribe(tx: Db, { guildId, draft: { channelId, siteName }, by, at }: ConfirmedDraft) {
  const title = wellFormed(siteName);
  const url = sourceUrl(channelId, title);
  await tx
    .insertInto('sources')
    .values({ url, title, kind: 'recommended', nextPollAt: at })
    .onConflict((conflict) => conflict.column('url').doNothing())
    .execute();
  const { id } = await tx.selectFrom('sources').select('id').where('url', '=', url).executeTakeFirstOrThrow();
  const wanted = { guildId, sourceId: id, channelId, addedBy: by, addedAt: at };
  return { sourceId: id, subscription: await findOrInsertSubscription(tx, wanted) };
}

/** No address of the web: nothing can be followed by it. */
function sourceUrl(channelId: ChannelId, siteName: string): string {
  return `recommended:${channelId}:${siteName}`;
}

/** Among the newest articles from now on: it is the society's recommendation that is new. */
async function saveArticle(tx: Db, sourceId: SourceId, { entry, siteName }: RecommendationDraft, at: Instant) {
  const link = canonicalLink(wellFormed(entry.url));
  const alias: Alias = `link:${link}`;
  const known = await findByNames(tx, [sourceId], [alias]);
  if (known) return known;
  const match = { entry: wellFormedEntry(entry), aliases: [alias] };
  const columns = { ...newColumns({ id: sourceId }, match, 0, at), orderedAt: at, pageReadAt: at };
  const id = await insertArticle(tx, columns);
  await saveNames(tx, sourceId, id, match.aliases);
  return toArticle({ ...columns, id, sourceTitle: wellFormed(siteName) });
}
