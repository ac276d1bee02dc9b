// A list of feeds that people carry from one program to another, as an OPML file, with what a guild chose for each.

import type { GuildId } from './ids.ts';
import type { SourceKind } from './source.ts';
import type { SubscriptionChoices } from './subscription.ts';

/** Marks the attributes that are ours. */
export const feedListNamespace = 'urn:society-bot:sources';
/** Bytes of a file. */
export const feedListBytes = 1_000_000;
/** Characters of an address; longer than any a browser takes. */
export const listedUrlLimit = 2048;

export interface ListedFeed extends Partial<SubscriptionChoices> {
  readonly url: string;
  /** May be empty. */
  readonly title: string;
  readonly siteUrl?: string;
  readonly language?: string;
  readonly kind: SourceKind;
  readonly isPaused: boolean;
}

export interface FeedList {
  /** The guild the list comes from: its channels and roles mean nothing to another. */
  readonly guildId?: GuildId;
  readonly feeds: readonly ListedFeed[];
}
