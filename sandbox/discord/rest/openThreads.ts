// How many threads of a guild may be open at once, and what a closed one still lets through.

import { PermissionFlagsBits as Allow, ChannelType } from 'discord-api-types/v10';
import type { Channel } from '../state.ts';
import type { World } from '../world.ts';
import { mayInChannel, parentOf } from './access.ts';
import { refusals } from './restError.ts';

/** @throws RestError when the guild has no room for one more open thread below this channel. */
export function checkRoomForThread(world: World, parent: Channel): void {
  const guild = world.guildOf(parent);
  const open = [...(guild?.channels.values() ?? [])].filter(({ thread }) => thread && !thread.archived);
  if (!guild || open.length < guild.activeThreadLimit) return;
  const isNews = parent.type === ChannelType.GuildAnnouncement;
  throw isNews ? refusals.tooManyAnnouncementThreads() : refusals.tooManyThreads();
}

/**
 * A message opens an archived thread, if there is room; a locked one takes messages only from who manages threads.
 * @throws RestError
 */
export function checkTakesMessages(world: World, channel: Channel): void {
  const { thread } = channel;
  const isLocked = thread?.locked && !mayInChannel(world, channel, Allow.ManageThreads);
  if (isLocked) throw thread.archived ? refusals.threadArchived() : refusals.threadLocked();
  if (thread?.archived) checkRoomForThread(world, parentOf(world, channel));
}

/** Nothing in an archived thread changes, and in a locked one only by who manages threads. @throws RestError */
export function checkTakesEdits(world: World, channel: Channel): void {
  if (channel.thread?.archived) throw refusals.threadArchived();
  if (channel.thread?.locked && !mayInChannel(world, channel, Allow.ManageThreads)) throw refusals.threadLocked();
}
