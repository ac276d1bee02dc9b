// What new articles of a source ask for: a delivery each, or, where many come at once, a question to the moderators.

import type { Article } from '../domain/article.ts';
import type { NewDelivery } from '../domain/delivery.ts';
import { type FloodCause, floodLimit, longSilenceMs, lostReadingAt } from '../domain/flood.ts';
import type { Instant } from '../domain/ids.ts';
import { findAlertRecipient } from './alertRecipient.ts';
import { type Interested, planArticleDeliveries } from './planArticleDeliveries.ts';

interface News {
  /** Oldest first. */
  readonly articles: readonly Article[];
  readonly seenAt: Instant;
  readonly lastReadAt?: Instant;
}

/** Each subscription is judged by the articles it would post, so that one guild's filters decide only for that guild. */
export function planNews(news: News, interests: readonly Interested[]) {
  const planned = interests.map((interest) => {
    const deliveries = planArticleDeliveries(news.articles, [interest]);
    const because = floodCause(deliveries.length, news);
    return because === undefined
      ? { deliveries, floods: [] }
      : { deliveries: [], floods: [planFlood(deliveries, interest, because, news.seenAt)] };
  });
  return {
    deliveries: planned.flatMap(({ deliveries }) => deliveries),
    floods: planned.flatMap(({ floods }) => floods),
  };
}

function floodCause(count: number, { seenAt, lastReadAt }: News): FloodCause | undefined {
  if (count > 0 && lastReadAt === lostReadingAt) return 'restored';
  if (count > floodLimit) return 'many';
  return count > 0 && lastReadAt !== undefined && seenAt - lastReadAt > longSilenceMs ? 'longSilence' : undefined;
}

function planFlood(
  deliveries: readonly NewDelivery[],
  { subscription, settings }: Interested,
  because: FloodCause,
  now: Instant,
) {
  const { guildId } = subscription;
  const articleIds = deliveries.flatMap(({ articleId }) => articleId ?? []);
  const flood = { guildId, subscriptionId: subscription.id, articleIds, because };
  const recipient = findAlertRecipient(settings);
  if (!recipient) return { flood };
  const alert: NewDelivery = {
    ...recipient,
    guildId,
    purpose: 'alert',
    steps: ['message'],
    payload: { kind: 'flood' },
    orderedAt: now,
  };
  return { flood, alert };
}
