// What a test or the sandbox says about the server it wants; addGuild.ts turns it into ids and state.

import type { ChannelType } from 'discord-api-types/v10';

interface RoleFixture {
  readonly name: string;
  readonly permissions: bigint;
  /** Whether it stands above the bot's own role, which is otherwise the highest. */
  readonly aboveBot?: boolean;
}

export interface OverwriteFixture {
  /** Name of a role, `everyone`, or `bot` for the bot's own role. */
  readonly role: string;
  readonly allow?: bigint;
  readonly deny?: bigint;
}

export interface TagFixture {
  readonly name: string;
  readonly moderated?: boolean;
}

interface ChannelFixture {
  readonly name: string;
  readonly type: ChannelType.GuildText | ChannelType.GuildAnnouncement | ChannelType.GuildForum;
  readonly topic?: string;
  readonly overwrites?: readonly OverwriteFixture[];
  /** Of a forum. */
  readonly tags?: readonly TagFixture[];
  readonly requiresTag?: boolean;
  readonly defaultArchiveMinutes?: 60 | 1440 | 4320 | 10080;
}

interface UserFixture {
  readonly name: string;
  readonly displayName?: string;
  readonly roles?: readonly string[];
}

export interface GuildFixture {
  readonly name: string;
  readonly locale: string;
  readonly botName: string;
  readonly botPermissions: bigint;
  readonly everyonePermissions: bigint;
  readonly roles: readonly RoleFixture[];
  readonly channels: readonly ChannelFixture[];
  readonly users: readonly UserFixture[];
  /** Name of the channel Discord writes its own messages to. */
  readonly systemChannel: string;
}
