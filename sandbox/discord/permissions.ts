// Who may do what, computed as Discord does: roles, then the channel's overwrites, then what a missing permission takes
// away with it. Threads have the permissions of their parent.

import { PermissionFlagsBits as Allow } from 'discord-api-types/v10';
import type { Channel, World } from './world.ts';

const everything = Object.values(Allow).reduce((all, bit) => all | bit, 0n);
/** In a direct message everybody may do what needs no guild. */
const inDirectMessages =
  Allow.ViewChannel | Allow.SendMessages | Allow.EmbedLinks | Allow.AttachFiles | Allow.ReadMessageHistory;
const lostWithoutSending = Allow.MentionEveryone | Allow.SendTTSMessages | Allow.AttachFiles | Allow.EmbedLinks;

/** Permissions from roles alone. @see https://discord.com/developers/docs/topics/permissions#permission-overwrites */
export function guildPermissions(world: World, userId: string): bigint {
  const person = world.people.get(userId);
  if (!person) return 0n;
  if (userId === world.guild.ownerId) return everything;
  const own = [world.guild.id, ...person.roles].map((id) => world.roles.get(id)?.permissions ?? 0n);
  const permissions = own.reduce((all, bits) => all | bits, 0n);
  return permissions & Allow.Administrator ? everything : permissions;
}

/** Permissions in one channel, with everything a missing View Channel or Send Messages implies. */
export function channelPermissions(world: World, userId: string, channel: Channel): bigint {
  if (!channel.guildId) return inDirectMessages;
  const base = guildPermissions(world, userId);
  if (base & Allow.Administrator) return everything;
  const place = channel.thread ? world.channels.get(channel.parentId ?? '') : channel;
  if (!place) return 0n;
  const permissions = applyOverwrites(world, userId, place, base);
  if (!(permissions & Allow.ViewChannel)) return 0n;
  const sending = channel.thread ? Allow.SendMessagesInThreads : Allow.SendMessages;
  return permissions & sending ? permissions : permissions & ~lostWithoutSending;
}

function applyOverwrites(world: World, userId: string, place: Channel, base: bigint): bigint {
  const roles = world.people.get(userId)?.roles ?? [];
  const layers = [
    place.overwrites.filter((one) => one.id === world.guild.id),
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
