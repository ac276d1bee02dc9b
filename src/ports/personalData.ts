import type { UserId } from '../domain/ids.ts';

/** What is kept about a person, in every guild together. */
export interface KeptAbout {
  /** Reminders that are to come. */
  readonly remindersToCome: number;
  /** Reminders that were sent or have ended. */
  readonly remindersPast: number;
  /** Records of messages that reminded this person. */
  readonly messages: number;
  /** Times at which the person is named for something done as a moderator. */
  readonly doings: number;
}

export interface PersonalData {
  find(userId: UserId): Promise<KeptAbout>;
  /** All but the doings, in one transaction. What is on its way to this person is not sent any more. */
  forget(userId: UserId): Promise<void>;
}
