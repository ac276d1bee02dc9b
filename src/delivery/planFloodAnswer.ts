// What the moderators' answer to many new articles at once asks for.

import type { Article } from '../domain/article.ts';
import type { NewDelivery } from '../domain/delivery.ts';
import { type FloodAnswer, floodPaceMs } from '../domain/flood.ts';
import type { Instant } from '../domain/ids.ts';
import { type Interested, planArticleDeliveries } from './planArticleDeliveries.ts';

/** What a digest lists; kept with its row. */
export interface DigestPayload {
  /** Oldest first. */
  readonly articleIds: readonly number[];
}

/** @param articles oldest first */
export function planFloodAnswer(
  answer: FloodAnswer,
  articles: readonly Article[],
  { subscription, settings }: Interested,
  now: Instant,
): readonly NewDelivery[] {
  // Who answers has decided, also where the source was paused meanwhile.
  const { pausedAt: _, ...active } = subscription;
  const interest = { subscription: active, settings };
  switch (answer) {
    case 'newest':
      // The filter may be another one since they came.
      return planArticleDeliveries(articles, [interest]).slice(-1);
    case 'all':
      return planArticleDeliveries(articles, [interest]).map((delivery, place) => {
        const dueAt = now + place * floodPaceMs;
        // Ordered by its turn, so that it holds up nothing that is published meanwhile.
        return { ...delivery, orderedAt: dueAt, dueAt, payload: { paceMs: floodPaceMs } };
      });
    case 'digest':
      return articles.length === 0 ? [] : [planDigest(articles, interest, now)];
    case 'none':
      return [];
  }
}

function planDigest(articles: readonly Article[], { subscription }: Interested, now: Instant): NewDelivery {
  const payload: DigestPayload = { articleIds: articles.map(({ id }) => id) };
  return {
    guildId: subscription.guildId,
    channelId: subscription.channelId,
    targetKind: 'text',
    purpose: 'digest',
    steps: ['message'],
    subscriptionId: subscription.id,
    payload: { ...payload },
    orderedAt: now,
  };
}
