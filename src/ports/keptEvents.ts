import type { NewDelivery } from '../domain/delivery.ts';
import type { ConferenceId, GuildId, Instant } from '../domain/ids.ts';
import type { KeptEvent } from '../domain/scheduledEvent.ts';

/** What is remembered of Discord's own events. What becomes of them is written with the outcome of their rows in the outbox. */
export interface KeptEvents {
  list(guildId: GuildId): Promise<KeptEvent[]>;
  /** Guilds with a conference, or an event of one. @param since unset: all; else those where one of them changed since */
  listGuilds(since?: Instant): Promise<GuildId[]>;
  /** Conferences with a row in the outbox that has not come to its end. */
  listWaiting(guildId: GuildId): Promise<Set<ConferenceId>>;
  /** Adds rows, but none for a conference that has one which has not come to its end. @returns how many */
  plan(guildId: GuildId, rows: readonly NewDelivery[], now: Instant): Promise<number>;
}
