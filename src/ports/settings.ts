import type { GuildId, Instant } from '../domain/ids.ts';
import type { GuildSettings } from '../domain/settings.ts';

export interface Settings {
  /** The defaults for a guild nobody has set up. */
  get(guildId: GuildId): Promise<GuildSettings>;
  /**
   * In one transaction, so that two people who choose at the same time lose nothing to each other. What waits, or could not be told
   * lately, goes with the channels that are chosen.
   */
  change(guildId: GuildId, choose: (before: GuildSettings) => GuildSettings, now: Instant): Promise<ChangedSettings>;
}

export interface ChangedSettings {
  readonly before: GuildSettings;
  readonly after: GuildSettings;
}
