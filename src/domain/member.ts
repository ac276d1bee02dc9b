// The person who uses a command, as far as a command needs to know.

import type { ChannelId, UserId } from './ids.ts';

/** Channels, asked about one by one: nobody needs all of a large server's. */
export type ChannelSet = Pick<ReadonlySet<ChannelId>, 'has'>;

export interface Member {
  readonly id: UserId;
  /** BCP 47, from Discord's settings of that person. */
  readonly locale: string;
  /** Manage Server, or the command's own grant. */
  readonly mayManage: boolean;
  /** Channels of the guild this member may view. */
  readonly visibleChannelIds: ChannelSet;
}
