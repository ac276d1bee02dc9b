// Finds what a request names and refuses as Discord does when the bot may not see it or not do it.

import { PermissionFlagsBits as Allow } from 'discord-api-types/v10';
import { channelPermissions, guildPermissions } from '../permissions.ts';
import type { Channel, Guild, Message } from '../state.ts';
import type { World } from '../world.ts';
import { refusals } from './restError.ts';

/** The channel, when the bot may view it and has all the permissions named. */
export function getChannelFor(world: World, channelId: string | undefined, ...needed: bigint[]): Channel {
  const channel = world.channels.get(channelId ?? '');
  if (!channel) throw refusals.unknownChannel();
  const permissions = channelPermissions(world, world.applicationId, channel);
  if (!(permissions & Allow.ViewChannel)) throw refusals.missingAccess();
  if (needed.some((bit) => !(permissions & bit))) throw refusals.missingPermissions();
  return channel;
}

/** The channel that a thread hangs below. */
export function parentOf(world: World, thread: Channel): Channel {
  const parent = world.channels.get(thread.parentId ?? '');
  if (!parent) throw refusals.unknownChannel();
  return parent;
}

/** A message the bot can reach: an ephemeral one exists only for its interaction. */
export function getMessageFor(world: World, channel: Channel, messageId: string | undefined): Message {
  const message = world.findMessage(channel.id, messageId ?? '');
  if (!message || message.visibleTo) throw refusals.unknownMessage();
  return message;
}

export function mayInChannel(world: World, channel: Channel, bit: bigint): boolean {
  return (channelPermissions(world, world.applicationId, channel) & bit) !== 0n;
}

/** The guild, when the bot is in it. */
export function getGuildFor(world: World, guildId: string | undefined): Guild {
  const guild = world.guilds.get(guildId ?? '');
  if (!guild?.members.has(world.applicationId)) throw refusals.unknownGuild();
  return guild;
}

export function checkGuildPermission(world: World, guild: Guild, ...anyOf: bigint[]): void {
  const permissions = guildPermissions(guild, world.applicationId);
  if (!anyOf.some((bit) => permissions & bit)) throw refusals.missingPermissions();
}

export function checkApplication(world: World, applicationId: string | undefined): void {
  if (applicationId !== world.applicationId) throw refusals.missingAccess();
}
