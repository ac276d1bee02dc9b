// A guild of the world, made of its fixture. People are the same in every guild that names them.

import { forumTag } from './forumTag.ts';
import type { GuildFixture, OverwriteFixture } from './guildFixture.ts';
import { eventLimit } from './scheduledEvents.ts';
import { snowflake } from './snowflake.ts';
import type { Guild, Overwrite, Person, Role } from './state.ts';
import type { World } from './world.ts';

const defaultActiveThreadLimit = 1000;

/** The bot is a member from the start; nothing is said over the gateway. */
export function addGuild(world: World, fixture: GuildFixture): Guild {
  const id = snowflake();
  const channelIds = new Map(fixture.channels.map((channel) => [channel.name, snowflake()]));
  const systemChannelId = channelIds.get(fixture.systemChannel);
  if (!systemChannelId)
    throw new Error(`the guild has no channel "${fixture.systemChannel}" for Discord's own messages`);
  const owner = personNamed(world, 'owner', 'Owner');
  const guild: Guild = {
    id,
    name: fixture.name,
    locale: fixture.locale,
    ownerId: owner.id,
    systemChannelId,
    roles: new Map(makeRoles(world, fixture, id).map((role) => [role.id, role])),
    members: new Map(),
    channels: new Map(),
    scheduledEvents: new Map(),
    commandPermissions: new Map(),
    isAvailable: true,
    activeThreadLimit: defaultActiveThreadLimit,
    eventLimit,
  };
  world.guilds.set(id, guild);
  const joinedAt = new Date().toISOString();
  guild.members.set(owner.id, { roles: [], joinedAt });
  addBot(world, guild);
  for (const user of fixture.users) {
    const { id: userId } = personNamed(world, user.name, user.displayName ?? null);
    guild.members.set(userId, { roles: (user.roles ?? []).map((name) => roleId(guild, name)), joinedAt });
  }
  fixture.channels.forEach((channel, position) => {
    world.addChannel({
      id: channelIds.get(channel.name) ?? snowflake(),
      type: channel.type,
      name: channel.name,
      topic: channel.topic ?? null,
      guildId: id,
      parentId: null,
      position,
      overwrites: (channel.overwrites ?? []).map((one) => overwrite(guild, one)),
      tags: (channel.tags ?? []).map((tag) => forumTag(tag)),
      requiresTag: channel.requiresTag ?? false,
      ...(channel.defaultArchiveMinutes ? { defaultArchiveMinutes: channel.defaultArchiveMinutes } : {}),
    });
  });
  return guild;
}

/** Makes the bot a member with nothing but its own role. */
export function addBot(world: World, guild: Guild): void {
  guild.members.set(world.applicationId, { roles: [roleId(guild, 'bot')], joinedAt: new Date().toISOString() });
}

/** From the bottom: everyone, the fixture's, the bot's own, and those above the bot. */
function makeRoles(world: World, fixture: GuildFixture, guildId: string): Role[] {
  const [below, above] = [false, true].map((isAbove) =>
    fixture.roles.filter((one) => (one.aboveBot ?? false) === isAbove),
  );
  const everyone = { id: guildId, name: '@everyone', permissions: fixture.everyonePermissions };
  const own = { name: fixture.botName, permissions: fixture.botPermissions, botId: world.applicationId };
  const inOrder = [everyone, ...(below ?? []), own, ...(above ?? [])];
  return inOrder.map((role, position) => ({ id: snowflake(), ...role, guildId, position }));
}

function roleId(guild: Guild, name: string): string {
  if (name === 'everyone') return guild.id;
  const role = [...guild.roles.values()].find((one) => (name === 'bot' ? one.botId : one.name === name));
  if (!role) throw new Error(`the guild has no role "${name}"`);
  return role.id;
}

function overwrite(guild: Guild, one: OverwriteFixture): Overwrite {
  return { id: roleId(guild, one.role), type: 0, allow: one.allow ?? 0n, deny: one.deny ?? 0n };
}

function personNamed(world: World, name: string, displayName: string | null): Person {
  const known = [...world.people.values()].find((one) => one.name === name);
  if (known) return known;
  const person = { id: snowflake(), name, displayName, isBot: false, takesDirectMessages: true };
  world.people.set(person.id, person);
  return person;
}
