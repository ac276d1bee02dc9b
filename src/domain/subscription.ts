// A subscription is a guild's interest in a source: where its articles go, and the guild's own choices.

import type { ChannelId, GuildId, Instant, RoleId, SourceId, SubscriptionId, UserId } from './ids.ts';

/** At most this many a guild, so that one guild cannot fill a host that serves many. */
export const subscriptionsPerGuild = 100;

export interface Subscription {
  readonly id: SubscriptionId;
  readonly guildId: GuildId;
  readonly sourceId: SourceId;
  readonly channelId: ChannelId;
  readonly pausedAt?: Instant;
  /** Unset: the guild's setting applies. */
  readonly threads?: boolean;
  readonly pingRoleId?: RoleId;
  readonly addedBy: UserId;
  readonly addedAt: Instant;
}
