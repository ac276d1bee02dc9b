import type { Outcome } from '../domain/delivery.ts';
import type { GuildId } from '../domain/ids.ts';
import type { EventFacts, GuildEvent } from '../domain/scheduledEvent.ts';

/** Discord's own events of a guild. Each request is sent once and never repeated here. */
export interface GuildEvents {
  /** Those to come and going on; of others Discord may tell or not. @returns the outcome where Discord does not tell */
  list(guildId: GuildId): Promise<{ readonly kind: 'events'; readonly events: readonly GuildEvent[] } | Outcome>;
  /** @returns `removed` where it is there no more */
  find(guildId: GuildId, eventId: string): Promise<{ readonly kind: 'event'; readonly event: GuildEvent } | Outcome>;
  create(guildId: GuildId, facts: EventFacts): Promise<Outcome>;
  change(guildId: GuildId, eventId: string, changes: Partial<EventFacts>): Promise<Outcome>;
  /** Of one that has not begun. */
  cancel(guildId: GuildId, eventId: string): Promise<Outcome>;
  /** Of one that goes on. */
  complete(guildId: GuildId, eventId: string): Promise<Outcome>;
  remove(guildId: GuildId, eventId: string): Promise<Outcome>;
}
