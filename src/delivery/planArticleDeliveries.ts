// Which deliveries a new article asks for: one for each subscription that wants it, one for each channel.

import { type Article, publicationOrder } from '../domain/article.ts';
import type { NewDelivery } from '../domain/delivery.ts';
import type { ChannelId, Instant } from '../domain/ids.ts';
import type { Recommendation } from '../domain/recommendation.ts';
import type { GuildSettings } from '../domain/settings.ts';
import { type Subscription, stepsOfArticle } from '../domain/subscription.ts';
import { judgeArticle } from './judgeArticle.ts';

/** A subscription with the settings of its guild. */
export interface Interested {
  readonly subscription: Subscription;
  readonly settings: GuildSettings;
}

/** Kept with the row of an article that moderators recommend. */
export interface RecommendationPayload {
  readonly recommendation?: Recommendation;
}

/** @param articles oldest first @returns deliveries in the order they are to leave */
export function planArticleDeliveries(articles: readonly Article[], interests: readonly Interested[]): NewDelivery[] {
  return articles.flatMap((article) =>
    interests
      .filter(({ subscription }) => judgeArticle(article, subscription).kind === 'post')
      .map((interest) => planDelivery(article, interest)),
  );
}

/** What moderators recommend is judged by no filter, and is news when they say so, however old it is. */
export function planRecommendation(
  article: Article,
  interest: Interested,
  recommendation: Recommendation,
  now: Instant,
): NewDelivery {
  const payload: RecommendationPayload = { recommendation };
  return { ...planDelivery(article, interest), payload: { ...payload }, orderedAt: now };
}

function planDelivery(article: Article, { subscription, settings }: Interested): NewDelivery {
  return {
    guildId: subscription.guildId,
    channelId: subscription.channelId,
    targetKind: 'text',
    purpose: 'article',
    steps: stepsOfArticle(subscription, settings),
    subscriptionId: subscription.id,
    articleId: article.id,
    dedupeKey: articleKey(subscription.channelId, article),
    orderedAt: publicationOrder(article, article.firstSeenAt),
  };
}

/** Two sources with the same canonical link give one post per channel. */
export function articleKey(channelId: ChannelId, { id, canonicalLink }: Pick<Article, 'id' | 'canonicalLink'>): string {
  return `article:${channelId}:${canonicalLink ?? `id:${id}`}`;
}
