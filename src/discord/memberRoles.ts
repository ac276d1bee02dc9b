// Gives members a role to be mentioned by, and takes it back. Invariant: no role is handed out by a button that opens anything
// to its holder, whatever moderators chose to mention.

import type { REST } from '@discordjs/rest';
import { type APIGuildMember, type Client, type Role, Routes } from 'discord.js';
import { Refusal, Transient } from '../domain/errors.ts';
import type { GuildId, RoleId } from '../domain/ids.ts';
import type { MemberRoles } from '../ports/memberRoles.ts';
import { outcomeOfError } from './errors.ts';

/** @param rest single-shot, like everything that is sent */
export function createMemberRoles(client: Client, rest: REST): MemberRoles {
  const mayManage = (guildId: GuildId, roleId: RoleId) => {
    const role = client.guilds.cache.get(guildId)?.roles.cache.get(roleId);
    return role !== undefined && role.id !== guildId && role.editable && opensNothing(role);
  };
  return {
    mayManage,

    async toggle(guildId, userId, roleId) {
      if (!mayManage(guildId, roleId)) throw new Refusal('roleOutOfReach');
      try {
        const { roles } = (await rest.get(Routes.guildMember(guildId, userId))) as APIGuildMember;
        const route = Routes.guildMemberRole(guildId, userId, roleId);
        if (!roles.includes(roleId)) {
          await rest.put(route);
          return 'added';
        }
        await rest.delete(route);
        return 'removed';
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
