// What a person does, as INTERACTION_CREATE tells the bot.
// @see https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object

import type { OpenInteraction } from '../interactions.ts';
import { channelPermissions } from '../permissions.ts';
import type { Channel, Guild } from '../state.ts';
import type { World } from '../world.ts';
import { partialChannelPayload } from './channelPayload.ts';
import type { Json } from './componentPayload.ts';
import { rolePayload } from './guildPayload.ts';
import { messageForBot } from './messagePayload.ts';
import { memberPayload, resolvedMemberPayload, userPayload } from './userPayload.ts';

const maxUploadBytes = 10_485_760;

/** Keys of the owners by kind of installation: 0 = installed to a guild; `0` itself in a direct message. */
export const installedFor = (channel: Channel): Record<string, string> => ({ 0: channel.guildId ?? '0' });

export function interactionPayload(world: World, interaction: OpenInteraction, data: Json, locale: string): Json {
  const { type, user, channel, source } = interaction.opening;
  const guild = world.guildOf(channel);
  const member = guild?.members.get(user.id);
  const permissions = channelPermissions(world, user.id, channel).toString();
  return {
    id: interaction.id,
    application_id: world.applicationId,
    type,
    token: interaction.token,
    version: 1,
    data,
    channel_id: channel.id,
    channel: partialChannelPayload(world, channel, user.id),
    app_permissions: channelPermissions(world, world.applicationId, channel).toString(),
    locale,
    attachment_size_limit: maxUploadBytes,
    entitlements: [],
    authorizing_integration_owners: installedFor(channel),
    ...(guild && member
      ? {
          guild_id: guild.id,
          guild: { id: guild.id, locale: guild.locale, features: [] },
          guild_locale: guild.locale,
          member: { ...memberPayload(user, member), permissions },
          context: 0,
        }
      : { user: userPayload(user), context: 1 }),
    ...(source ? { message: messageForBot(world, source) } : {}),
  };
}

/** Ids by what they name, for `resolved`. */
export interface Named {
  readonly users?: readonly string[];
  readonly roles?: readonly string[];
  readonly channels?: readonly string[];
}

/** The things that options and selects name by id. An unknown id is the caller's mistake. */
export function resolvedPayload(world: World, guild: Guild, named: Named, actorId: string): Json {
  const resolved: Record<string, Json> = {};
  const put = (kind: string, id: string, payload: unknown): void => {
    resolved[kind] = { ...resolved[kind], [id]: payload };
  };
  for (const id of named.users ?? []) {
    put('users', id, userPayload(world.getPerson(id)));
    put('members', id, resolvedMemberPayload(guild, id));
  }
  for (const id of named.roles ?? []) {
    const role = guild.roles.get(id);
    if (!role) throw new Error(`no role ${id} in the local Discord`);
    put('roles', id, rolePayload(role));
  }
  for (const id of named.channels ?? []) {
    put('channels', id, partialChannelPayload(world, world.getChannelNamed(id), actorId));
  }
  return resolved;
}
