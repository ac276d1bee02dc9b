import type { MessageId, UserId } from '../domain/ids.ts';

/** What members have shared with all out of a private answer. */
export interface Shares {
  /**
   * Removes what this member shared out of that answer.
   * @returns false where nothing is left to remove: it is too long ago, or not this member's
   * @throws Transient
   */
  takeBack(sharedFrom: MessageId, by: UserId): Promise<boolean>;
}
