import type { GuildId, Instant } from '../domain/ids.ts';

/** Guilds that removed the bot. What they had chosen is kept for a while, in case they invite it again. */
export interface Departures {
  /** @param present all guilds that have the bot: the others that are remembered have left, by `now` at the latest */
  compare(present: readonly GuildId[], now: Instant): Promise<void>;
  /** The guild has removed the bot. */
  record(guildId: GuildId, now: Instant): Promise<void>;
  /** The guild has the bot again. */
  takeBack(guildId: GuildId): Promise<void>;
  /** Forgets everything about the guilds that left before. @returns which */
  forgetLeft(before: Instant): Promise<readonly GuildId[]>;
}
