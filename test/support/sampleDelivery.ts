// A row of the outbox to begin a test with.

import type { Delivery } from '../../src/domain/delivery.ts';
import type { ArticleId, ChannelId, DeliveryId, GuildId } from '../../src/domain/ids.ts';

export function sampleDelivery(changes: Partial<Delivery> = {}): Delivery {
  return {
    id: 'abcdefghij234567' as DeliveryId,
    guildId: '100' as GuildId,
    channelId: '200' as ChannelId,
    targetKind: 'text',
    purpose: 'article',
    steps: ['message', 'thread', 'question'],
    step: 'message',
    state: 'pending',
    attempt: 0,
    createdAt: 0,
    dueAt: 0,
    orderedAt: 0,
    revision: 1,
    isPlain: false,
    results: {},
    articleId: 1 as ArticleId,
    ...changes,
  };
}
