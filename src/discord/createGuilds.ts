// What Discord has told about guilds and channels, answered from discord.js's cache without a request.

import { setTimeout as pause } from 'node:timers/promises';
import { type Client, PermissionFlagsBits } from 'discord.js';
import type { ChannelId, GuildId } from '../domain/ids.ts';
import { type Permission, permissions } from '../domain/permission.ts';
import { gather } from '../kit/gather.ts';
import type { Guilds } from '../ports/guilds.ts';
import { channelKinds } from './describePlace.ts';

/** The permissions of domain/ by Discord's bits. */
export const permissionBits: Readonly<Record<Permission, bigint>> = Object.fromEntries(
  permissions.map((permission) => [permission, PermissionFlagsBits[permission]]),
) as Record<Permission, bigint>;

export function createGuilds(client: Client): Guilds {
  return {
    isKnown: (guildId) => client.isReady() && client.guilds.cache.get(guildId)?.available === true,

    kindOf: (channelId) => {
      const type = client.channels.cache.get(channelId)?.type;
      return type === undefined ? undefined : channelKinds.get(type);
    },

    checkChannel(guildId, channelId, needed) {
      const guild = client.guilds.cache.get(guildId);
      const isGuild = (channelId as string) === guildId;
      const place = isGuild ? guild : guild?.channels.cache.get(channelId);
      const self = guild?.members.me;
      if (!place || !self) return { kind: 'gone' };
      const granted = 'permissionsFor' in place ? place.permissionsFor(self) : self.permissions;
      const missing = needed.filter((permission) => !granted.has(permissionBits[permission]));
      const { name } = place;
      return missing.length === 0 ? { kind: 'ready', name } : { kind: 'missing', name, permissions: missing };
    },

    checkRole(guildId, roleId, channelId) {
      const guild = client.guilds.cache.get(guildId);
      const self = guild?.members.me;
      if (!guild?.available || !self) return 'ready';
      const role = guild.roles.cache.get(roleId);
      if (!role) return 'gone';
      const channel = channelId === undefined ? undefined : guild.channels.cache.get(channelId);
      const granted = channel ? channel.permissionsFor(self) : self.permissions;
      // By Discord's rules this one permission is also about the roles that not everyone may mention.
      return role.mentionable || granted.has(PermissionFlagsBits.MentionEveryone) ? 'ready' : 'silent';
    },
  };
}

/** Whether the bot may read a channel's history; undefined while nothing is known about the channel. */
export function mayReadHistory(client: Client, channelId: ChannelId): boolean | undefined {
  const channel = client.channels.cache.get(channelId);
  if (!client.isReady() || !channel || channel.isDMBased()) return undefined;
  const self = channel.guild.members.me;
  return self ? channel.permissionsFor(self)?.has(permissionBits.ReadMessageHistory) : undefined;
}

/** A login of a thousand guilds is told in a few calls. Milliseconds. */
const gatherMs = 250;

/** Calls back with guilds whose channels, roles or own membership changed: what was held there may go now. */
export function onGuildChange(
  client: Client,
  changed: (guildIds: ReadonlySet<GuildId>) => Promise<unknown>,
  closing: AbortSignal,
): void {
  const tell = gather(changed, () => pause(gatherMs, undefined, { signal: closing }));
  const changedIn = (guild: { id: string } | null | undefined) => guild && tell(guild.id as GuildId);
  client.on('channelUpdate', (_before, after) => changedIn(after.isDMBased() ? undefined : after.guild));
  client.on('threadUpdate', (before, after) => before.locked && !after.locked && changedIn(after.guild));
  client.on('roleUpdate', (_before, after) => changedIn(after.guild));
  client.on('guildMemberUpdate', (_before, after) => after.id === client.user?.id && changedIn(after.guild));
  client.on('guildAvailable', (guild) => changedIn(guild));
}
