// Options as a person gives them, turned into what Discord sends: names of people, channels and roles become ids.

import {
  type APIApplicationCommandInteractionDataOption,
  ApplicationCommandOptionType as Type,
} from 'discord-api-types/v10';
import type { Named } from '../payloads/interactionPayload.ts';
import type { Guild } from '../state.ts';
import type { World } from '../world.ts';

type Given = APIApplicationCommandInteractionDataOption;

export function readOptions(world: World, guild: Guild, given: readonly Given[]): { options: Given[]; named: Named } {
  const named = { users: [] as string[], roles: [] as string[], channels: [] as string[] };
  const read = (option: Given): Given => {
    if (option.type === Type.Subcommand || option.type === Type.SubcommandGroup) {
      return { ...option, options: (option.options ?? []).map(read) } as Given;
    }
    const value = idOf(world, guild, option, named);
    return { ...option, value } as Given;
  };
  return { options: given.map(read), named };
}

function idOf(world: World, guild: Guild, option: Given, named: Record<keyof Named, string[]>): unknown {
  const { value } = option as { value: unknown };
  const keep = (kind: keyof Named, id: string): string => {
    named[kind].push(id);
    return id;
  };
  const isUser = option.type === Type.User || (option.type === Type.Mentionable && world.people.has(String(value)));
  if (isUser) return keep('users', world.getPersonNamed(String(value)).id);
  if (option.type === Type.Channel) return keep('channels', world.getChannelNamed(String(value), guild).id);
  if (option.type !== Type.Role && option.type !== Type.Mentionable) return value;
  const role = guild.roles.get(String(value)) ?? [...guild.roles.values()].find((one) => one.name === value);
  if (!role) throw new Error(`no role "${String(value)}" in the local Discord`);
  return keep('roles', role.id);
}
