// Giving roles to members and taking them: only roles below the bot's own highest, and none that belong to an application.
// @see https://discord.com/developers/docs/resources/guild#add-guild-member-role

import { PermissionFlagsBits as Allow } from 'discord-api-types/v10';
import { setRole } from '../memberRoles.ts';
import type { Guild, Role } from '../state.ts';
import type { World } from '../world.ts';
import { checkGuildPermission, getGuildFor } from './access.ts';
import { type Handler, noContent, type RouteTable } from './call.ts';
import { refusals } from './restError.ts';

const changing =
  (has: boolean): Handler =>
  ({ world, params }) => {
    const guild = getGuildFor(world, params.guild_id);
    const role = guild.roles.get(params.role_id ?? '');
    if (!role) throw refusals.unknownRole();
    checkGuildPermission(world, guild, Allow.ManageRoles);
    const isGiven = role.id !== guild.id && role.botId === undefined;
    if (!isGiven || role.position >= highestPosition(world, guild)) throw refusals.missingPermissions();
    if (!setRole(world, guild, params.user_id ?? '', role.id, has)) throw refusals.unknownMember();
    return noContent;
  };

function highestPosition(world: World, guild: Guild): number {
  const roles = guild.members.get(world.applicationId)?.roles ?? [];
  const own = roles.map((id) => guild.roles.get(id)).filter((role): role is Role => role !== undefined);
  return Math.max(0, ...own.map((role) => role.position));
}

const role = '/guilds/{guild_id}/members/{user_id}/roles/{role_id}';

export const memberRoutes: RouteTable = {
  [`PUT ${role}`]: changing(true),
  [`DELETE ${role}`]: changing(false),
};
