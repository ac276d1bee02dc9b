// The person who uses a command, as far as a command needs to know.

import type { ChannelId, UserId } from './ids.ts';

export interface Member {
  readonly id: UserId;
  /** BCP 47, from Discord's settings of that person. */
  readonly locale: string;
  /** Manage Server, or the command's own grant. */
  readonly mayManage: boolean;
  /** Channels of the guild this member may view. */
  readonly visibleChannelIds: ReadonlySet<ChannelId>;
}
