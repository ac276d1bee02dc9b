// Who may do what, computed as Discord does: roles, then the channel's overwrites, then what a missing permission takes
// away with it. Threads have the permissions of their parent.

import { PermissionFlagsBits as Allow } from 'discord-api-types/v10';
import type { Channel, Guild } from './state.ts';
import type { World } from './world.ts';

const everything = Object.values(Allow).reduce((all, bit) => all | bit, 0n);
/** In a direct message everybody may do what needs no guild. */
const inDirectMessages =
  Allow.ViewChannel | Allow.SendMessages | Allow.EmbedLinks | Allow.AttachFiles | Allow.ReadMessageHistory;
const lostWithoutSending = Allow.MentionEveryone | Allow.SendTTSMessages | Allow.AttachFiles | Allow.EmbedLinks;

/** Permissions from roles alone. @see https://discord.com/developers/docs/topics/permissions#permission-overwrites */
export function guildPermissions(guild: Guild, userId: string): bigint {
  const member = guild.members.get(userId);
  if (!member) return 0n;
  if (userId === guild.ownerId) return everything;
  const own = [guild.id, ...member.roles].map((id) => guild.roles.get(id)?.permissions ?? 0n);
  const permissions = own.reduce((all, bits) => all | bits, 0n);
  return permissions & Allow.Administrator ? everything : permissions;
}

/** Permissions in one channel, with everything a missing View Channel or Send Messages implies. */
export function channelPermissions(world: World, userId: string, channel: Channel): bigint {
  const guild = world.guildOf(channel);
  if (!guild) return inDirectMessages;
  const base = guildPermissions(guild, userId);
  if (base & Allow.Administrator) return everything;
  const place = channel.thread ? world.channels.get(channel.parentId ?? '') : channel;
  if (!place) return 0n;
  const permissions = applyOverwrites(guild, userId, place, base);
  if (!(permissions & Allow.ViewChannel)) return 0n;
  const sending = channel.thread ? Allow.SendMessagesInThreads : Allow.SendMessages;
  return permissions & sending ? permissions : permissions & ~lostWithoutSending;
}

function applyOverwrites(guild: Guild, userId: string, place: Channel, base: bigint): bigint {
  const roles = guild.members.get(userId)?.roles ?? [];
  const layers = [
    place.overwrites.filter((one) => one.id === guild.id),
    place.overwrites.filter((one) => one.type === 0 && roles.includes(one.id)),
    place.overwrites.filter((one) => one.type === 1 && one.id === userId),
  ];
  return layers.reduce((permissions, layer) => {
    const deny = layer.reduce((bits, one) => bits | one.deny, 0n);
    const allow = layer.reduce((bits, one) => bits | one.allow, 0n);
    return (permissions & ~deny) | allow;
  }, base);
}

export function mayView(world: World, userId: string, channel: Channel): boolean {
  return channel.guildId
    ? (channelPermissions(world, userId, channel) & Allow.ViewChannel) !== 0n
    : userId === channel.recipientId || userId === world.applicationId;
}
