// A guild with as little in it as delivery needs, for tests that want many of them.

import { ChannelType } from 'discord-api-types/v10';
import { defaultGuild } from './defaultGuild.ts';
import type { GuildFixture } from './guildFixture.ts';

/**
 * `general`, `announcements` and `forum`, and text channels `news-1`, `news-2`, …; moderator and member as everywhere.
 * @param textChannels besides `general`. Default 1.
 */
export function smallGuild(name: string, textChannels = 1): GuildFixture {
  const news = Array.from({ length: textChannels }, (_, at) => ({
    name: `news-${at + 1}`,
    type: ChannelType.GuildText as const,
  }));
  return {
    ...defaultGuild,
    name,
    channels: [
      { name: 'general', type: ChannelType.GuildText },
      ...news,
      { name: 'announcements', type: ChannelType.GuildAnnouncement },
      { name: 'forum', type: ChannelType.GuildForum },
    ],
  };
}
