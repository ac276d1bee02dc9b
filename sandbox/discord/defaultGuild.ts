// The server that tests and the sandbox start with: a small learned society with the usual channels.

import { PermissionFlagsBits as Allow, ChannelType } from 'discord-api-types/v10';
import type { GuildFixture } from './guildFixture.ts';

const everyone =
  Allow.ViewChannel |
  Allow.SendMessages |
  Allow.SendMessagesInThreads |
  Allow.CreatePublicThreads |
  Allow.EmbedLinks |
  Allow.AttachFiles |
  Allow.AddReactions |
  Allow.ReadMessageHistory |
  Allow.UseApplicationCommands;

/** Exactly the permissions the bot asks for when it is invited, and no more. */
const bot =
  Allow.ViewChannel |
  Allow.SendMessages |
  Allow.SendMessagesInThreads |
  Allow.CreatePublicThreads |
  Allow.EmbedLinks |
  Allow.AttachFiles |
  Allow.ReadMessageHistory |
  Allow.ManageThreads |
  Allow.CreateEvents |
  Allow.ManageEvents;

export const defaultGuild: GuildFixture = {
  name: 'Economics Society',
  locale: 'en-US',
  botName: 'society-bot',
  botPermissions: bot,
  everyonePermissions: everyone,
  roles: [
    { name: 'Readers', permissions: 0n },
    { name: 'Moderators', permissions: Allow.ManageGuild | Allow.ManageMessages | Allow.ManageThreads },
  ],
  channels: [
    { name: 'general', type: ChannelType.GuildText },
    { name: 'news', type: ChannelType.GuildText },
    { name: 'papers', type: ChannelType.GuildText },
    { name: 'conferences', type: ChannelType.GuildText },
    {
      name: 'moderators',
      type: ChannelType.GuildText,
      overwrites: [
        { role: 'everyone', deny: Allow.ViewChannel },
        { role: 'Moderators', allow: Allow.ViewChannel },
        { role: 'bot', allow: Allow.ViewChannel },
      ],
    },
    { name: 'announcements', type: ChannelType.GuildAnnouncement },
    { name: 'forum', type: ChannelType.GuildForum },
    {
      name: 'papers-forum',
      type: ChannelType.GuildForum,
      tags: [{ name: 'Working paper' }, { name: 'Published' }, { name: 'Pick of the month', moderated: true }],
      requiresTag: true,
      defaultArchiveMinutes: 10080,
    },
  ],
  users: [
    { name: 'moderator', displayName: 'Moderator', roles: ['Moderators'] },
    { name: 'member', displayName: 'Member' },
  ],
  systemChannel: 'general',
};
