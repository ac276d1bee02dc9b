// Which deliveries a new article asks for: one for each subscription that wants it, one for each channel.

import { type Article, publicationOrder } from '../domain/article.ts';
import type { NewDelivery } from '../domain/delivery.ts';
import type { GuildSettings } from '../domain/settings.ts';
import { type Subscription, stepsOfArticle } from '../domain/subscription.ts';
import { judgeArticle } from './judgeArticle.ts';

/** A subscription with the settings of its guild. */
export interface Interested {
  readonly subscription: Subscription;
  readonly settings: GuildSettings;
}

/** @param articles oldest first @returns deliveries in the order they are to leave */
export function planArticleDeliveries(articles: readonly Article[], interests: readonly Interested[]): NewDelivery[] {
  return articles.flatMap((article) =>
    interests
      .filter(({ subscription }) => judgeArticle(article, subscription).kind === 'post')
      .map((interest) => planDelivery(article, interest)),
  );
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
    dedupeKey: `article:${subscription.channelId}:${sameArticleKey(article)}`,
    orderedAt: publicationOrder(article, article.firstSeenAt),
  };
}

/** Two sources with the same canonical link give one post per channel. */
function sameArticleKey(article: Article): string {
  return article.canonicalLink ?? `id:${article.id}`;
}
