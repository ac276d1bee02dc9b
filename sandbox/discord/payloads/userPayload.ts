// People and their membership as Discord sends them.

import type { APIGuildMember, APIUser, GuildMemberFlags, UserFlags } from 'discord-api-types/v10';
import { guildPermissions } from '../permissions.ts';
import type { Guild, Member, Person } from '../state.ts';

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

export function memberPayload(person: Person, member: Member): APIGuildMember {
  return { ...membership(member), user: userPayload(person) };
}

function membership(member: Member): Omit<APIGuildMember, 'user'> {
  return {
    avatar: null,
    avatar_decoration_data: null,
    banner: null,
    collectibles: null,
    communication_disabled_until: null,
    flags: 0 as GuildMemberFlags,
    joined_at: member.joinedAt,
    nick: null,
    pending: false,
    premium_since: null,
    roles: [...member.roles],
    mute: false,
    deaf: false,
  };
}

/** A member inside `resolved`: without user, mute and deaf, with permissions; undefined for who is not in the guild. */
export function resolvedMemberPayload(guild: Guild, userId: string): unknown {
  const member = guild.members.get(userId);
  if (!member) return undefined;
  const { mute: _mute, deaf: _deaf, ...rest } = membership(member);
  return { ...rest, permissions: guildPermissions(guild, userId).toString() };
}
