import type { Article } from '../domain/article.ts';
import type { NewDelivery } from '../domain/delivery.ts';
import type { Flood, FloodAnswer } from '../domain/flood.ts';
import type { FloodId, GuildId, Instant, SourceId, UserId } from '../domain/ids.ts';
import type { Interest } from './planning.ts';

export interface GivenAnswer {
  readonly answer: FloodAnswer;
  readonly by: UserId;
  readonly at: Instant;
}

/** What a question about many new articles shows. */
export interface FloodFacts {
  readonly flood: Flood;
  readonly sourceId: SourceId;
  readonly sourceTitle: string;
  /** Oldest first. */
  readonly articles: readonly Article[];
}

/** Questions to moderators about many new articles at once. */
export interface Floods {
  /** Undefined where there is none of this guild, or nobody follows the source any more. */
  find(id: FloodId, guildId: GuildId): Promise<FloodFacts | undefined>;
  /** Those nobody has answered, oldest first. */
  listOpen(guildId: GuildId): Promise<FloodFacts[]>;
  /**
   * One transaction: the answer and the deliveries it asks for, planned from the articles, oldest first.
   * @returns the question as it now stands: with an earlier answer, when somebody was faster
   */
  answer(
    id: FloodId,
    given: GivenAnswer,
    plan: (articles: readonly Article[], interest: Interest) => readonly NewDelivery[],
  ): Promise<Flood | undefined>;
}
