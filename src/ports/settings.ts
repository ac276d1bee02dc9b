import type { GuildId } from '../domain/ids.ts';
import type { GuildSettings } from '../domain/settings.ts';

export interface Settings {
  /** The defaults for a guild nobody has set up. */
  get(guildId: GuildId): Promise<GuildSettings>;
  save(settings: GuildSettings): Promise<void>;
}
