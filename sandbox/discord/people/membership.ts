// Guilds that the bot comes into, is removed from, or loses sight of in an outage.
// @see https://discord.com/developers/docs/events/gateway-events#guild-create

import { GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import { addBot, addGuild } from '../addGuild.ts';
import type { GuildFixture } from '../guildFixture.ts';
import { guildCreatePayload } from '../payloads/guildPayload.ts';
import type { Guild } from '../state.ts';
import type { World } from '../world.ts';

export function inviteBot(world: World, fixture: GuildFixture): Guild {
  const guild = addGuild(world, fixture);
  tellOf(world, guild);
  return guild;
}

/** Into a guild that it was removed from, with nothing but its own role. */
export function inviteAgain(world: World, guild: Guild): void {
  addBot(world, guild);
  tellOf(world, guild);
}

/** The guild goes on without the bot: what the bot asks about it is refused from now on. */
export function removeBot(world: World, guild: Guild): void {
  guild.members.delete(world.applicationId);
  world.dispatch(GatewayDispatchEvents.GuildDelete, { id: guild.id }, GatewayIntentBits.Guilds);
}

export function setAvailable(world: World, guild: Guild, isAvailable: boolean): void {
  guild.isAvailable = isAvailable;
  const lost = { id: guild.id, unavailable: true };
  if (isAvailable) tellOf(world, guild);
  else world.dispatch(GatewayDispatchEvents.GuildDelete, lost, GatewayIntentBits.Guilds);
}

function tellOf(world: World, guild: Guild): void {
  world.dispatch(GatewayDispatchEvents.GuildCreate, guildCreatePayload(world, guild), GatewayIntentBits.Guilds);
}
