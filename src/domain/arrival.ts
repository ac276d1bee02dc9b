// A server that has just invited the bot.

import type { ChannelId, GuildId, Instant } from './ids.ts';

export interface Arrival {
  readonly guildId: GuildId;
  /** Where its people look first and the bot may write; unset: there is no such channel. */
  readonly channelId?: ChannelId;
  /** BCP 47, of the server. */
  readonly locale: string;
  /** When the bot was invited. */
  readonly joinedAt: Instant;
}

/** What the dedupe keys of all first words to servers begin with. */
export const welcomePrefix = 'welcome:';
