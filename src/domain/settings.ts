// What moderators decided for their guild.

import type { ChannelId, GuildId, RoleId, UserId } from './ids.ts';

export interface GuildSettings {
  readonly guildId: GuildId;
  readonly articlesChannelId?: ChannelId;
  readonly conferencesChannelId?: ChannelId;
  readonly alertsChannelId?: ChannelId;
  readonly pingRoleId?: RoleId;
  /** Whether a discussion thread is opened for each article. */
  readonly threads: boolean;
  /** BCP 47; the language of everything posted for all. */
  readonly language: string;
  /** IANA name, e.g. `Europe/London`. */
  readonly timeZone: string;
  /** Who ran /setup last: told when nothing else can be. */
  readonly setUpBy?: UserId;
}

/** The settings of a guild nobody has set up yet. */
export function defaultSettings(guildId: GuildId): GuildSettings {
  return { guildId, threads: true, language: 'en', timeZone: 'UTC' };
}
