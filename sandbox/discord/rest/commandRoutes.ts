// Registering slash commands and menus, globally and for the guild.

import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { Json } from '../payloads/componentPayload.ts';
import { snowflake } from '../snowflake.ts';
import type { Guild } from '../state.ts';
import type { World } from '../world.ts';
import { checkApplication, getGuildFor } from './access.ts';
import { type Call, created, type Handler, noContent, ok, type RouteTable } from './call.ts';
import { refusals } from './restError.ts';

type Scope = 'global' | 'guild';

/** Checks the ids in the path, then runs the handler with the name of the set of commands it is about. */
const within =
  (scope: Scope, handler: (call: Call, set: string) => ReturnType<Handler>): Handler =>
  (call) => {
    checkApplication(call.world, call.params.application_id);
    return handler(call, scope === 'guild' ? getGuildFor(call.world, call.params.guild_id).id : 'global');
  };

const setOf = (world: World, set: string): APIApplicationCommand[] => world.commandSets.get(set) ?? [];

function register(world: World, set: string, body: Json): APIApplicationCommand {
  const type = Number(body.type ?? 1);
  const kept = setOf(world, set).find((command) => command.name === body.name && command.type === type);
  const permissions = body.default_member_permissions;
  const command = {
    id: kept?.id ?? snowflake(),
    application_id: world.applicationId,
    version: snowflake(),
    ...(set === 'global' ? { integration_types: [0], contexts: null } : { guild_id: set }),
    nsfw: false,
    name_localizations: null,
    description_localizations: null,
    ...withoutNulls(body),
    description: body.description ?? '',
    default_member_permissions: permissions === null || permissions === undefined ? null : String(permissions),
    type,
  };
  return command as unknown as APIApplicationCommand;
}

function withoutNulls(value: Json): Json {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null && one !== undefined));
}

/** Lists carry localisations only when asked to. */
function listed(commands: readonly APIApplicationCommand[], query: URLSearchParams): unknown[] {
  if (query.get('with_localizations') === 'true') return [...commands];
  return commands.map(withoutTranslations);
}

function withoutTranslations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTranslations);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !key.endsWith('_localizations'));
  return Object.fromEntries(kept.map(([key, one]) => [key, withoutTranslations(one)]));
}

function replaceAll({ world, body }: Call, set: string) {
  const commands = (body as unknown as Json[]).map((one) => register(world, set, one));
  world.commandSets.set(set, commands);
  world.changed();
  return ok(commands);
}

function createOne({ world, body }: Call, set: string) {
  const command = register(world, set, body);
  const others = setOf(world, set).filter((one) => one.id !== command.id);
  world.commandSets.set(set, [...others, command]);
  world.changed();
  return others.length === setOf(world, set).length ? ok(command) : created(command);
}

function findOne({ world, params }: Call, set: string): APIApplicationCommand {
  const command = setOf(world, set).find((one) => one.id === params.command_id);
  if (!command) throw refusals.unknownCommand();
  return command;
}

function changeOne(call: Call, set: string) {
  const command = findOne(call, set);
  Object.assign(command, call.body, { version: snowflake() });
  call.world.changed();
  return ok(command);
}

function deleteOne(call: Call, set: string) {
  const command = findOne(call, set);
  call.world.commandSets.set(
    set,
    setOf(call.world, set).filter((one) => one !== command),
  );
  call.world.changed();
  return noContent;
}

function permissionsOf(world: World, guild: Guild, commandId: string): Json {
  const permissions = guild.commandPermissions.get(commandId) ?? [];
  return { id: commandId, application_id: world.applicationId, guild_id: guild.id, permissions };
}

function routesAt(prefix: string, scope: Scope): RouteTable {
  return {
    [`GET ${prefix}`]: within(scope, ({ world, query }, set) => ok(listed(setOf(world, set), query))),
    [`PUT ${prefix}`]: within(scope, replaceAll),
    [`POST ${prefix}`]: within(scope, createOne),
    [`GET ${prefix}/{command_id}`]: within(scope, (call, set) => ok(findOne(call, set))),
    [`PATCH ${prefix}/{command_id}`]: within(scope, changeOne),
    [`DELETE ${prefix}/{command_id}`]: within(scope, deleteOne),
  };
}

const inGuild = '/applications/{application_id}/guilds/{guild_id}/commands';

export const commandRoutes: RouteTable = {
  ...routesAt('/applications/{application_id}/commands', 'global'),
  ...routesAt(inGuild, 'guild'),
  [`GET ${inGuild}/permissions`]: within('guild', ({ world, params }) => {
    const guild = getGuildFor(world, params.guild_id);
    return ok([...guild.commandPermissions.keys()].map((id) => permissionsOf(world, guild, id)));
  }),
  [`GET ${inGuild}/{command_id}/permissions`]: within('guild', ({ world, params }) => {
    const guild = getGuildFor(world, params.guild_id);
    if (!guild.commandPermissions.has(params.command_id ?? '')) throw refusals.unknownCommandPermissions();
    return ok(permissionsOf(world, guild, params.command_id ?? ''));
  }),
};
