// The roles of a guild's members: giving and taking them, and saying so over the gateway.

import { GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import { memberPayload } from './payloads/userPayload.ts';
import type { Guild } from './state.ts';
import type { World } from './world.ts';

/** @returns false when the person is not in the guild */
export function setRole(world: World, guild: Guild, userId: string, roleId: string, has: boolean): boolean {
  const member = guild.members.get(userId);
  if (!member) return false;
  const others = member.roles.filter((id) => id !== roleId);
  member.roles = has ? [...others, roleId] : others;
  // The bot hears of itself whatever it has asked for.
  // @see https://discord.com/developers/docs/events/gateway-events#guild-member-update
  const intent = userId === world.applicationId ? 0 : GatewayIntentBits.GuildMembers;
  const data = { guild_id: guild.id, ...memberPayload(world.getPerson(userId), member) };
  world.dispatch(GatewayDispatchEvents.GuildMemberUpdate, data, intent);
  return true;
}
