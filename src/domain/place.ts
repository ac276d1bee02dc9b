// A channel as Discord describes it at the moment of a delivery. Never remembered: moderators change channels.

import type { ChannelKind } from './channelKind.ts';

/** A forum's tag. */
export interface ForumTag {
  readonly id: string;
  readonly name: string;
  /** Only who may manage threads can set it. */
  readonly isModerated: boolean;
}

export interface Place {
  readonly kind: ChannelKind;
  /** In the forum's order; empty elsewhere. */
  readonly tags: readonly ForumTag[];
  readonly requiresTag: boolean;
  /** Minutes of silence after which discussions are archived, where the moderators chose them. */
  readonly archiveAfterMinutes?: number;
  /** Whether the bot may set moderated tags, as far as is known. */
  readonly mayManageThreads: boolean;
}
