// Scheduled events of the guild, as far as a bot uses them: those that happen somewhere else ("external").

import { PermissionFlagsBits as Allow, type APIGuildScheduledEvent } from 'discord-api-types/v10';
import { addEvent, changeEvent, deleteEvent, listEvents, listLiveEvents } from '../scheduledEvents.ts';
import type { Guild } from '../state.ts';
import type { World } from '../world.ts';
import { checkGuildPermission, getGuildFor } from './access.ts';
import { type Call, noContent, ok, type RouteTable } from './call.ts';
import { refusals } from './restError.ts';

function findEvent({ world, params }: Call): { guild: Guild; event: APIGuildScheduledEvent } {
  const guild = getGuildFor(world, params.guild_id);
  const event = listEvents(guild).find(({ id }) => id === params.guild_scheduled_event_id);
  if (!event) throw refusals.unknownEvent();
  return { guild, event };
}

function create({ world, params, body }: Call) {
  const guild = getGuildFor(world, params.guild_id);
  checkGuildPermission(world, guild, Allow.CreateEvents);
  return ok(addEvent(world, guild, body, world.bot));
}

/** Manage Events reaches every event, Create Events only one's own. */
function rightsOver(world: World, event: APIGuildScheduledEvent): bigint[] {
  return event.creator_id === world.applicationId ? [Allow.ManageEvents, Allow.CreateEvents] : [Allow.ManageEvents];
}

function change(call: Call) {
  const { guild, event } = findEvent(call);
  checkGuildPermission(call.world, guild, ...rightsOver(call.world, event));
  return ok(changeEvent(call.world, guild, event, call.body));
}

function remove(call: Call) {
  const { guild, event } = findEvent(call);
  checkGuildPermission(call.world, guild, ...rightsOver(call.world, event));
  deleteEvent(call.world, guild, event);
  return noContent;
}

const all = '/guilds/{guild_id}/scheduled-events';

export const scheduledEventRoutes: RouteTable = {
  [`GET ${all}`]: ({ world, params }) => ok(listLiveEvents(getGuildFor(world, params.guild_id))),
  [`POST ${all}`]: create,
  [`GET ${all}/{guild_scheduled_event_id}`]: (call) => ok(findEvent(call).event),
  [`PATCH ${all}/{guild_scheduled_event_id}`]: change,
  [`DELETE ${all}/{guild_scheduled_event_id}`]: remove,
};
