// Turns a guild fixture into a world with ids.

import { forumTag } from './forumTag.ts';
import type { GuildFixture, OverwriteFixture } from './guildFixture.ts';
import { snowflake } from './snowflake.ts';
import { type Overwrite, type Person, type Role, World } from './world.ts';

/** A world as it is before the bot logs in for the first time. */
export function buildWorld(fixture: GuildFixture): World {
  const guildId = snowflake();
  const applicationId = snowflake();
  const ownerId = snowflake();
  const channelIds = new Map(fixture.channels.map((channel) => [channel.name, snowflake()]));
  const systemChannelId = channelIds.get(fixture.systemChannel);
  if (!systemChannelId)
    throw new Error(`the guild has no channel "${fixture.systemChannel}" for Discord's own messages`);
  const joinedAt = new Date().toISOString();
  const token = `${Buffer.from(applicationId).toString('base64url')}.sandbox.${'x'.repeat(38)}`;
  const { name, locale } = fixture;
  const world = new World({ id: guildId, name, locale, ownerId, systemChannelId }, applicationId, token);

  const addRole = (role: Role) => void world.roles.set(role.id, role);
  addRole({ id: guildId, name: '@everyone', permissions: fixture.everyonePermissions, position: 0 });
  for (const [index, role] of fixture.roles.entries()) addRole({ id: snowflake(), ...role, position: index + 1 });
  const botRole: Role = {
    id: snowflake(),
    name: fixture.botName,
    permissions: fixture.botPermissions,
    position: fixture.roles.length + 1,
    botId: applicationId,
  };
  addRole(botRole);

  const roleId = (wanted: string): string => {
    if (wanted === 'everyone') return guildId;
    if (wanted === 'bot') return botRole.id;
    const role = [...world.roles.values()].find((one) => one.name === wanted);
    if (!role) throw new Error(`the guild has no role "${wanted}"`);
    return role.id;
  };
  const addPerson = (person: Person) => void world.people.set(person.id, person);
  addPerson({ id: ownerId, name: 'owner', displayName: 'Owner', roles: [], isBot: false, joinedAt });
  addPerson({
    id: applicationId,
    name: fixture.botName,
    displayName: null,
    roles: [botRole.id],
    isBot: true,
    joinedAt,
  });
  for (const user of fixture.users) {
    const roles = (user.roles ?? []).map(roleId);
    addPerson({
      id: snowflake(),
      name: user.name,
      displayName: user.displayName ?? null,
      roles,
      isBot: false,
      joinedAt,
    });
  }

  const overwrite = (one: OverwriteFixture): Overwrite => ({
    id: roleId(one.role),
    type: 0,
    allow: one.allow ?? 0n,
    deny: one.deny ?? 0n,
  });
  fixture.channels.forEach((channel, position) => {
    const id = channelIds.get(channel.name) ?? snowflake();
    world.channels.set(id, {
      id,
      type: channel.type,
      name: channel.name,
      topic: channel.topic ?? null,
      guildId,
      parentId: null,
      position,
      overwrites: (channel.overwrites ?? []).map(overwrite),
      tags: (channel.tags ?? []).map((tag) => forumTag(tag)),
      requiresTag: channel.requiresTag ?? false,
      ...(channel.defaultArchiveMinutes ? { defaultArchiveMinutes: channel.defaultArchiveMinutes } : {}),
    });
  });
  return world;
}
