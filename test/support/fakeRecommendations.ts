// Recommendations in plain sight. What was posted is found again by its dedupe key.

import type { Article } from '../../src/domain/article.ts';
import type { Delivery } from '../../src/domain/delivery.ts';
import type { ArticleId, ChannelId, DeliveryId } from '../../src/domain/ids.ts';
import { type RecommendationDraft, unsavedArticle } from '../../src/domain/recommendation.ts';
import { defaultSettings } from '../../src/domain/settings.ts';
import type { Recommendations } from '../../src/ports/recommendations.ts';
import { sampleDelivery } from './sampleDelivery.ts';
import { followed, sampleSource } from './samples.ts';

export interface RecommendationData {
  readonly articles: { article: Article; channelId: ChannelId }[];
  readonly postDrafts: Map<string, RecommendationDraft>;
  readonly recommended: Delivery[];
}

export function fakeRecommendations(data: RecommendationData): Recommendations {
  const findPosted = async (key: string) => data.recommended.find(({ dedupeKey }) => dedupeKey === key);
  return {
    keep: async (guild, draft) => {
      const id = `draft${data.postDrafts.size + 1}`;
      data.postDrafts.set(`${guild}:${id}`, draft);
      return id;
    },
    find: async (id, guild) => data.postDrafts.get(`${guild}:${id}`),
    findPosted,
    post: async ({ guildId, draft, dedupeKey, at }, plan) => {
      const before = await findPosted(dedupeKey);
      if (before) return { delivery: before, isNew: false };
      const known = data.articles.find(({ article }) => article.id === draft.articleId)?.article;
      const article = known ?? { ...unsavedArticle(draft, at), id: 90 as ArticleId };
      const { subscription } = followed(sampleSource(), draft.channelId);
      const planned = plan(article, { subscription, settings: defaultSettings(guildId) });
      const id = `abcdefghij23456${data.recommended.length}` as DeliveryId;
      const delivery = sampleDelivery({ ...planned, id, step: planned.steps[0] });
      data.recommended.push(delivery);
      if (!known) data.articles.push({ article, channelId: draft.channelId });
      return { delivery, isNew: true };
    },
  };
}
