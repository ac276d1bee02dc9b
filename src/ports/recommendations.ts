import type { Article } from '../domain/article.ts';
import type { Delivery, NewDelivery } from '../domain/delivery.ts';
import type { GuildId, Instant, UserId } from '../domain/ids.ts';
import type { RecommendationDraft } from '../domain/recommendation.ts';
import type { Interest } from './planning.ts';

/** What a moderator confirmed. */
export interface ConfirmedDraft {
  readonly guildId: GuildId;
  readonly draft: RecommendationDraft;
  /** Only the first row with this key is made. */
  readonly dedupeKey: string;
  readonly by: UserId;
  readonly at: Instant;
}

export interface PostedOnce {
  readonly delivery: Delivery;
  /** False where the article was posted in the channel before, or is on its way there. */
  readonly isNew: boolean;
}

export interface Recommendations {
  /** Kept so that its buttons work after a restart. Also forgets what was kept too long ago. @returns an id that fits a custom_id */
  keep(guildId: GuildId, draft: RecommendationDraft, now: Instant): Promise<string>;
  /** Undefined where it was forgotten, or is another guild's. */
  find(id: string, guildId: GuildId): Promise<RecommendationDraft | undefined>;
  /**
   * What brought something to Discord under this dedupe key, or is to bring it; what Discord never took does not count.
   *
   * @param found an article that is known may have gone to the channel under another address
   */
  findPosted(
    dedupeKey: string,
    found?: Pick<RecommendationDraft, 'articleId' | 'channelId'>,
  ): Promise<Delivery | undefined>;
  /**
   * One transaction: the article, where the guild can find it from now on, the row that brings it, and its question. Nothing is
   * written where it is not new.
   */
  post(confirmed: ConfirmedDraft, plan: (article: Article, interest: Interest) => NewDelivery): Promise<PostedOnce>;
}
