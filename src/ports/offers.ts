import type { ChannelId, GuildId, Instant } from '../domain/ids.ts';
import type { SourceKind } from '../domain/source.ts';

/** What a moderator was offered to follow, kept so that the menu or the button works after a restart. */
export interface Offer {
  readonly kind: SourceKind;
  /** In the order they were offered. */
  readonly urls: readonly string[];
  readonly channelId: ChannelId;
  /** Newest articles to post at once. */
  readonly backfill: number;
}

export interface Offers {
  /** Also forgets what was kept too long ago. @returns an id that fits a custom_id */
  keep(guildId: GuildId, offer: Offer, now: Instant): Promise<string>;
  /** Undefined where it was forgotten, or is another guild's. */
  find(id: string, guildId: GuildId): Promise<Offer | undefined>;
}
