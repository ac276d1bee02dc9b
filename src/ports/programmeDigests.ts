import type { NewDelivery } from '../domain/delivery.ts';
import type { GuildId, Instant } from '../domain/ids.ts';
import type { GuildSettings } from '../domain/settings.ts';

export interface DigestedGuild {
  readonly settings: GuildSettings;
  /** ISO week that was looked at last, e.g. `2027-W11`. */
  readonly week?: string;
}

/** Which guilds get a weekly digest of their programme, and which week's they had. */
export interface ProgrammeDigests {
  /** Guilds with a channel for conferences. */
  list(): Promise<DigestedGuild[]>;
  /** One transaction: the week is done with, and its digest is to be delivered, unless it was done before. */
  save(guildId: GuildId, week: string, deliveries: readonly NewDelivery[], now: Instant): Promise<void>;
}
