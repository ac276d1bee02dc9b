// Channels, threads and direct messages as Discord sends them.

import { type APIChannel, ChannelFlags, ChannelType, type ThreadAutoArchiveDuration } from 'discord-api-types/v10';
import { channelPermissions } from '../permissions.ts';
import { snowflake } from '../snowflake.ts';
import type { Channel, Overwrite, ThreadState } from '../state.ts';
import type { World } from '../world.ts';
import { userPayload } from './userPayload.ts';

const forumLike: readonly ChannelType[] = [ChannelType.GuildForum, ChannelType.GuildMedia];

function overwritePayload(one: Overwrite): { id: string; type: 0 | 1; allow: string; deny: string } {
  return { id: one.id, type: one.type, allow: one.allow.toString(), deny: one.deny.toString() };
}

export function channelPayload(world: World, channel: Channel): Record<string, unknown> & Pick<APIChannel, 'id'> {
  const last = world.messagesIn(channel.id).findLast((message) => !message.visibleTo);
  const common = { id: channel.id, type: channel.type, flags: 0, last_message_id: last?.id ?? null };
  if (!channel.guildId) return { ...common, recipients: [userPayload(world.getPerson(channel.recipientId ?? ''))] };
  const inGuild = { ...common, guild_id: channel.guildId, name: channel.name, parent_id: channel.parentId };
  if (channel.thread) return { ...inGuild, ...threadPart(world, channel, channel.thread) };
  return {
    ...inGuild,
    topic: channel.topic,
    ...(channel.defaultArchiveMinutes ? { default_auto_archive_duration: channel.defaultArchiveMinutes } : {}),
    position: channel.position,
    permission_overwrites: channel.overwrites.map(overwritePayload),
    nsfw: false,
    ...(channel.type === ChannelType.GuildAnnouncement ? {} : { rate_limit_per_user: 0 }),
    ...(forumLike.includes(channel.type) ? forumPart(world, channel) : { last_pin_timestamp: null }),
  };
}

function threadPart(world: World, channel: Channel, thread: ThreadState): Record<string, unknown> {
  return {
    owner_id: thread.ownerId,
    rate_limit_per_user: 0,
    message_count: world.messagesIn(channel.id).filter((message) => message.type === 0 && message.id !== channel.id)
      .length,
    total_message_sent: thread.totalSent,
    member_count: 1,
    thread_metadata: {
      archived: thread.archived,
      archive_timestamp: thread.archivedAt,
      auto_archive_duration: thread.autoArchiveMinutes as ThreadAutoArchiveDuration,
      locked: thread.locked,
      create_timestamp: thread.createdAt,
    },
    ...(thread.appliedTags.length > 0 ? { applied_tags: thread.appliedTags } : {}),
  };
}

function forumPart(world: World, channel: Channel): Record<string, unknown> {
  const newest = world.threadsOf(channel.id).at(-1);
  return {
    last_message_id: newest?.id ?? null,
    flags: channel.requiresTag ? ChannelFlags.RequireTag : 0,
    available_tags: channel.tags.map((tag) => ({ ...tag, emoji_id: null, emoji_name: null })),
    default_reaction_emoji: null,
    default_sort_order: null,
    default_forum_layout: 0,
  };
}

/** The bot's own membership of a thread, as an answer to creating or listing one carries it. */
export function threadMemberPayload(channel: Channel, userId: string): Record<string, unknown> {
  return { id: channel.id, user_id: userId, join_timestamp: channel.thread?.createdAt ?? '', flags: 1 };
}

/** The shortened channel that interactions carry, with the permissions of the person who acted. */
export function partialChannelPayload(world: World, channel: Channel, userId: string): Record<string, unknown> {
  const permissions = channelPermissions(world, userId, channel).toString();
  return { ...channelPayload(world, channel), permissions };
}

/** State of a thread that starts now. */
export function newThreadState(ownerId: string, autoArchiveMinutes: number, appliedTags: string[] = []): ThreadState {
  const now = new Date().toISOString();
  return {
    archived: false,
    locked: false,
    archivedAt: now,
    autoArchiveMinutes,
    createdAt: now,
    ownerId,
    totalSent: 0,
    appliedTags,
  };
}

/** The channel of direct messages with one person, made at the first call. */
export function directChannel(world: World, recipientId: string): Channel {
  const known = [...world.channels.values()].find((channel) => channel.recipientId === recipientId);
  if (known) return known;
  const name = `dm-${world.getPerson(recipientId).name}`;
  const id = snowflake();
  const channel: Channel = {
    id,
    type: ChannelType.DM,
    name,
    topic: null,
    parentId: null,
    position: 0,
    overwrites: [],
    tags: [],
    requiresTag: false,
    recipientId,
  };
  world.addChannel(channel);
  return channel;
}
