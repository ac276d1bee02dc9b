import type { Delivery, NewDelivery } from '../domain/delivery.ts';
import type { DeliveryId, GuildId, Instant } from '../domain/ids.ts';

/** What opens, or is to open, the discussion of a post. */
export interface AskedQuestion {
  readonly text: string;
  readonly isByModerator: boolean;
}

/** A question a moderator is looking at, kept so that the buttons below it work after a restart. */
export interface ProposedQuestion {
  readonly id: string;
  readonly deliveryId: DeliveryId;
  readonly text: string;
}

/**
 * What came of a moderator's choice. changing: the message is there, or may be, and is changed; kept: it will be asked so;
 * repeated: another post of the guild asked it within `repeatPauseMs`; nowhere: the post has no question.
 */
export type QuestionChange = 'changing' | 'kept' | 'repeated' | 'nowhere';

/** A guild is not asked the same question again within this time. Milliseconds. */
export const repeatPauseMs = 30 * 86_400_000;

export interface Questions {
  find(deliveryId: DeliveryId): Promise<AskedQuestion | undefined>;
  /**
   * Fixes the question of a post before it is sent. What was kept for it before stays, whatever the wordings are now.
   * @param wordings best first, at least one; the first that the guild was not asked within `repeatPauseMs`, else the one asked longest ago
   */
  keep(
    post: Pick<Delivery, 'id' | 'guildId' | 'articleId'>,
    wordings: readonly string[],
    now: Instant,
  ): Promise<AskedQuestion>;
  /** Those of the texts that other posts of the guild asked within `repeatPauseMs`. */
  listRepeated(
    post: Pick<Delivery, 'id' | 'guildId'>,
    texts: readonly string[],
    now: Instant,
  ): Promise<ReadonlySet<string>>;
  /** One transaction: what is asked from now on, and the row that changes the message where there may be one. */
  change(
    post: Pick<Delivery, 'id' | 'guildId'>,
    text: string,
    plan: (post: Delivery, now: Instant) => NewDelivery,
    now: Instant,
  ): Promise<QuestionChange>;
  propose(post: Pick<Delivery, 'id' | 'guildId'>, text: string, now: Instant): Promise<ProposedQuestion>;
  /** Undefined where it was forgotten, or is another guild's. */
  findProposed(id: string, guildId: GuildId): Promise<ProposedQuestion | undefined>;
  /** Proposals from before `before`, and questions asked before it whose message can be changed no more. */
  forget(before: Instant): Promise<void>;
}
