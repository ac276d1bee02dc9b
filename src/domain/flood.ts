// Many new articles of a source at once, as when a site is rebuilt: the moderators are asked before anything is posted.

import type { ArticleId, FloodId, GuildId, Instant, SubscriptionId, UserId } from './ids.ts';

/** More new articles than this at once are asked about first. */
export const floodLimit = 5;
/** New articles of a source that was not read for longer than this are asked about first. Milliseconds. */
export const longSilenceMs = 7 * 86_400_000;
/** Pause between two of the articles when all are posted. Milliseconds. */
export const floodPaceMs = 600_000;

/**
 * Stands for the last reading of a source in a copy of the database that was put back: what it showed since the copy was made
 * may have been posted or not, so all of it is asked about first.
 */
export const lostReadingAt: Instant = 0;

export type FloodCause = 'many' | 'longSilence' | 'restored';

/** Post the newest alone, all of them one after the other, one message that lists them, or nothing. */
export const floodAnswers = ['newest', 'all', 'digest', 'none'] as const;
export type FloodAnswer = (typeof floodAnswers)[number];

export interface NewFlood {
  readonly guildId: GuildId;
  readonly subscriptionId: SubscriptionId;
  /** Oldest first. */
  readonly articleIds: readonly ArticleId[];
  readonly because: FloodCause;
}

export interface Flood extends NewFlood {
  readonly id: FloodId;
  readonly askedAt: Instant;
  readonly answer?: FloodAnswer;
  readonly answeredBy?: UserId;
  readonly answeredAt?: Instant;
}
