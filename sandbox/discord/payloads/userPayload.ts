// People and their membership as Discord sends them.

import type { APIGuildMember, APIUser, GuildMemberFlags, UserFlags } from 'discord-api-types/v10';
import { guildPermissions } from '../permissions.ts';
import type { Person, World } from '../world.ts';

export function userPayload(person: Person): APIUser {
  return {
    id: person.id,
    username: person.name,
    discriminator: person.isBot ? '0001' : '0',
    global_name: person.displayName,
    avatar: null,
    avatar_decoration_data: null,
    banner: null,
    accent_color: null,
    primary_guild: null,
    collectibles: null,
    public_flags: 0 as UserFlags,
    flags: 0 as UserFlags,
    ...(person.isBot ? { bot: true } : {}),
  };
}

export function memberPayload(person: Person): APIGuildMember {
  return { ...membership(person), user: userPayload(person) };
}

function membership(person: Person): Omit<APIGuildMember, 'user'> {
  return {
    avatar: null,
    avatar_decoration_data: null,
    banner: null,
    collectibles: null,
    communication_disabled_until: null,
    flags: 0 as GuildMemberFlags,
    joined_at: person.joinedAt,
    nick: null,
    pending: false,
    premium_since: null,
    roles: [...person.roles],
    mute: false,
    deaf: false,
  };
}

/** A member inside `resolved`: without user, mute and deaf, with permissions. */
export function resolvedMemberPayload(world: World, person: Person): unknown {
  const { mute: _mute, deaf: _deaf, ...rest } = membership(person);
  return { ...rest, permissions: guildPermissions(world, person.id).toString() };
}
