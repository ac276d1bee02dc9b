// Whether Discord offers a command to a person: the server's own grants first, then the command's default permission.
// @see https://discord.com/developers/docs/interactions/application-commands#permissions

import {
  type APIApplicationCommand,
  ApplicationCommandPermissionType as Kind,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { channelPermissions, guildPermissions, mayView } from '../permissions.ts';
import type { Channel, Guild, Person } from '../state.ts';
import type { World } from '../world.ts';

export function mayUseCommand(world: World, person: Person, channel: Channel, command: APIApplicationCommand): boolean {
  const guild = world.guildOf(channel);
  if (!guild) return command.contexts?.includes(1) ?? true;
  if (!mayView(world, person.id, channel)) return false;
  const permissions = channelPermissions(world, person.id, channel);
  if (permissions & PermissionFlagsBits.Administrator) return true;
  if (!(permissions & PermissionFlagsBits.UseApplicationCommands)) return false;
  const granted = grantTo(guild, person.id, command.id);
  if (granted !== undefined) return granted;
  const { default_member_permissions: needed } = command;
  if (needed === null || needed === undefined) return true;
  if (needed === '0') return false;
  return (guildPermissions(guild, person.id) & BigInt(needed)) === BigInt(needed);
}

/** The person's own entry, else those of the roles (one that allows is enough), else the one for everyone. */
function grantTo(guild: Guild, personId: string, commandId: string): boolean | undefined {
  const entries = guild.commandPermissions.get(commandId) ?? [];
  const own = entries.find((entry) => entry.type === Kind.User && entry.id === personId);
  if (own) return own.permission;
  const roles = guild.members.get(personId)?.roles ?? [];
  const ofRoles = entries.filter((entry) => entry.type === Kind.Role && roles.includes(entry.id));
  if (ofRoles.length > 0) return ofRoles.some((entry) => entry.permission);
  return entries.find((entry) => entry.type === Kind.Role && entry.id === guild.id)?.permission;
}
