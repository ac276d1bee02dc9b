// Gives members a role to be mentioned by, and takes it back. Invariant: no role is handed out by a button that opens anything
// to its holder, whatever moderators chose to mention.

import { type APIGuildMember, type Client, type Role, Routes } from 'discord.js';
import { Refusal, Transient } from '../domain/errors.ts';
import type { GuildId, RoleId } from '../domain/ids.ts';
import type { MemberRoles } from '../ports/memberRoles.ts';
import type { Requests } from './createRequests.ts';
import { outcomeOfError } from './errors.ts';

export function createMemberRoles(client: Client, requests: Requests): MemberRoles {
  const mayManage = (guildId: GuildId, roleId: RoleId) => {
    const guild = client.guilds.cache.get(guildId);
    const role = guild?.members.me ? guild.roles.cache.get(roleId) : undefined;
    return role !== undefined && role.id !== guildId && role.editable && opensNothing(role);
  };
  return {
    mayManage,

    async toggle(guildId, userId, roleId) {
      if (!mayManage(guildId, roleId)) throw new Refusal('roleOutOfReach');
      try {
        const { roles } = await requests.send<APIGuildMember>('GET', Routes.guildMember(guildId, userId));
        const route = Routes.guildMemberRole(guildId, userId, roleId);
        const isHeld = roles.includes(roleId);
        await requests.send(isHeld ? 'DELETE' : 'PUT', route);
        return isHeld ? 'removed' : 'added';
      } catch (error) {
        throw sayable(error);
      }
    },
  };
}

/** No permission that not everyone has, in the server or in any channel. */
function opensNothing({ id, permissions, guild }: Role): boolean {
  const opened = guild.channels.cache.some(
    (channel) => !channel.isThread() && channel.permissionOverwrites.cache.get(id)?.allow.bitfield,
  );
  return !opened && guild.roles.everyone.permissions.has(permissions);
}

/** Pressing the button once more is safe, so what may have landed is simply to be tried again. */
function sayable(error: unknown): unknown {
  const { kind } = outcomeOfError(error);
  if (kind === 'refused') return new Refusal('roleOutOfReach', {}, error);
  if (kind === 'notSent' || kind === 'unknown') return new Transient('discordBusy', {}, error);
  return error;
}
