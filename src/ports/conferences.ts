import type { CalendarEvent, Conference } from '../domain/conference.ts';
import type { GuildId, Instant } from '../domain/ids.ts';

export interface ImportedEvents {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

export interface Conferences {
  /** One transaction; an event is known by its uid. */
  saveImport(guildId: GuildId, events: readonly CalendarEvent[], at: Instant): Promise<ImportedEvents>;
  /** Those not over at `from` that begin before `until`, in order of their beginning; cancelled ones included. */
  listUpcoming(guildId: GuildId, from: Instant, until: Instant): Promise<Conference[]>;
}
