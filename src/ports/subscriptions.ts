import type { Article } from '../domain/article.ts';
import type { ArticleHistory } from '../domain/articleHistory.ts';
import type { NewDelivery } from '../domain/delivery.ts';
import type { GuildId, Instant, SourceId, SubscriptionId, UserId } from '../domain/ids.ts';
import type { Source } from '../domain/source.ts';
import type { Subscription, SubscriptionChoices } from '../domain/subscription.ts';
import type { Interest } from './planning.ts';

export interface NewSubscription extends SubscriptionChoices {
  readonly guildId: GuildId;
  readonly sourceId: SourceId;
  readonly pausedAt?: Instant;
  readonly addedBy: UserId;
  readonly addedAt: Instant;
}

/** A guild's source with the state it is in. */
export interface FollowedSource {
  readonly subscription: Subscription;
  readonly source: Source;
  readonly articleCount: number;
}

export interface SavedChoices {
  readonly before: SubscriptionChoices;
  readonly after: SubscriptionChoices;
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
  /** @returns how many deliveries were added: none where the newest was posted, is on its way, or is not wanted */
  postNewest(
    id: SubscriptionId,
    plan: (articles: readonly Article[], interest: Interest) => readonly NewDelivery[],
    now: Instant,
  ): Promise<number>;
  /** Without reading the source: all that its next reading shows is the baseline, and nothing of it is posted. */
  addUnread(subscription: NewSubscription): Promise<Subscription>;
  /** Undefined once it was removed. */
  find(id: SubscriptionId): Promise<Subscription | undefined>;
  /** In order of title; what is only recommended of a site makes it no source that is followed. */
  list(guildId: GuildId): Promise<FollowedSource[]>;
  /** The newest articles of its source and what became of each, newest first. */
  listHistory(id: SubscriptionId, limit: number): Promise<ArticleHistory[]>;
  /**
   * Replaces all choices. What waits for the former channel goes to the new one.
   *
   * @param choose given what is chosen at that moment, so that two moderators at once lose nothing to each other
   * @returns what was chosen and what is chosen now; undefined once it was removed
   */
  saveChoices(
    id: SubscriptionId,
    choose: (before: SubscriptionChoices) => SubscriptionChoices,
    now: Instant,
  ): Promise<SavedChoices | undefined>;
  pause(id: SubscriptionId, at: Instant): Promise<void>;
  /** What appeared meanwhile counts as seen. */
  resume(id: SubscriptionId, now: Instant): Promise<void>;
  /** Articles already posted and their discussions stay; what is still waiting is dropped with a reason. */
  remove(id: SubscriptionId): Promise<void>;
}
