import type { Article } from '../domain/article.ts';
import type { NewDelivery } from '../domain/delivery.ts';
import type { ChannelId, GuildId, Instant, SourceId, SubscriptionId, UserId } from '../domain/ids.ts';
import type { Source } from '../domain/source.ts';
import type { Subscription } from '../domain/subscription.ts';

export interface NewSubscription {
  readonly guildId: GuildId;
  readonly sourceId: SourceId;
  readonly channelId: ChannelId;
  readonly addedBy: UserId;
  readonly addedAt: Instant;
}

/** A guild's source with the state it is in. */
export interface FollowedSource {
  readonly subscription: Subscription;
  readonly source: Source;
  readonly articleCount: number;
}

export interface Subscriptions {
  /**
   * One transaction: the subscription, its baseline (everything the source has shown so far) and the deliveries of the newest
   * `backfill` articles, planned by `plan` from oldest to newest.
   */
  add(
    subscription: NewSubscription,
    backfill: number,
    plan: (articles: readonly Article[], subscription: Subscription) => readonly NewDelivery[],
  ): Promise<Subscription>;
  /** In order of title. */
  list(guildId: GuildId): Promise<FollowedSource[]>;
  pause(id: SubscriptionId, at: Instant): Promise<void>;
  /** What appeared meanwhile counts as seen. */
  resume(id: SubscriptionId): Promise<void>;
  /** Articles already posted and their discussions stay; what is still waiting is dropped with a reason. */
  remove(id: SubscriptionId): Promise<void>;
}
