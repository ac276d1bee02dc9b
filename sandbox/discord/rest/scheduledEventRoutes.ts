// Scheduled events of the guild, as far as a bot uses them: those that happen somewhere else ("external").

import {
  PermissionFlagsBits as Allow,
  type APIGuildScheduledEvent,
  GatewayDispatchEvents,
  GatewayIntentBits,
} from 'discord-api-types/v10';
import type { Json } from '../payloads/componentPayload.ts';
import { userPayload } from '../payloads/userPayload.ts';
import { snowflake } from '../snowflake.ts';
import type { Guild } from '../state.ts';
import type { World } from '../world.ts';
import { checkGuildPermission, getGuildFor } from './access.ts';
import { type Call, noContent, ok, type RouteTable } from './call.ts';
import { invalidField, RestError, refusals } from './restError.ts';

/** Completed and cancelled are final; an active event may only end. */
const nextStatuses: Readonly<Record<number, readonly number[]>> = { 1: [1, 2, 4], 2: [2, 3], 3: [3], 4: [4] };

function findEvent({ world, params }: Call): { guild: Guild; event: APIGuildScheduledEvent } {
  const guild = getGuildFor(world, params.guild_id);
  const event = guild.scheduledEvents.get(params.guild_scheduled_event_id ?? '');
  if (!event) throw refusals.unknownEvent();
  return { guild, event };
}

function checkTimes(event: Json, isNew: boolean): void {
  const start = Date.parse(String(event.scheduled_start_time));
  const end = Date.parse(String(event.scheduled_end_time));
  const refuse = (field: string, message: string): never => {
    throw invalidField([field], 'GUILD_SCHEDULED_EVENT_SCHEDULE_INVALID', message);
  };
  if (isNew && start < Date.now()) refuse('scheduled_start_time', 'Cannot schedule event in the past.');
  if (Number.isNaN(end)) refuse('scheduled_end_time', 'An external event needs an end.');
  if (end <= start) refuse('scheduled_end_time', 'Cannot schedule event to end before it starts.');
  if (!(event.entity_metadata as Json | undefined)?.location)
    refuse('entity_metadata', 'An external event needs a place.');
}

function create({ world, params, body }: Call) {
  const guild = getGuildFor(world, params.guild_id);
  checkGuildPermission(world, guild, Allow.CreateEvents);
  checkTimes(body, true);
  const event = {
    id: snowflake(),
    guild_id: guild.id,
    channel_id: null,
    creator_id: world.applicationId,
    creator: userPayload(world.bot),
    image: null,
    description: null,
    status: 1,
    entity_id: null,
    recurrence_rule: null,
    guild_scheduled_event_exceptions: [],
    ...body,
  } as unknown as APIGuildScheduledEvent;
  guild.scheduledEvents.set(event.id, event);
  world.dispatch(GatewayDispatchEvents.GuildScheduledEventCreate, event, GatewayIntentBits.GuildScheduledEvents);
  return ok(event);
}

/** Manage Events reaches every event, Create Events only one's own. */
function rightsOver(world: World, event: APIGuildScheduledEvent): bigint[] {
  return event.creator_id === world.applicationId ? [Allow.ManageEvents, Allow.CreateEvents] : [Allow.ManageEvents];
}

function change(call: Call) {
  const { guild, event } = findEvent(call);
  checkGuildPermission(call.world, guild, ...rightsOver(call.world, event));
  const wanted = Number(call.body.status ?? event.status);
  if (!nextStatuses[event.status]?.includes(wanted)) {
    throw new RestError(400, 180_000, 'Cannot update a finished event');
  }
  const changed = { ...event, ...call.body } as unknown as APIGuildScheduledEvent;
  checkTimes(changed as unknown as Json, false);
  guild.scheduledEvents.set(event.id, changed);
  call.world.dispatch(GatewayDispatchEvents.GuildScheduledEventUpdate, changed, GatewayIntentBits.GuildScheduledEvents);
  return ok(changed);
}

function remove(call: Call) {
  const { guild, event } = findEvent(call);
  checkGuildPermission(call.world, guild, ...rightsOver(call.world, event));
  guild.scheduledEvents.delete(event.id);
  call.world.dispatch(GatewayDispatchEvents.GuildScheduledEventDelete, event, GatewayIntentBits.GuildScheduledEvents);
  return noContent;
}

const all = '/guilds/{guild_id}/scheduled-events';

export const scheduledEventRoutes: RouteTable = {
  [`GET ${all}`]: ({ world, params }) => ok([...getGuildFor(world, params.guild_id).scheduledEvents.values()]),
  [`POST ${all}`]: create,
  [`GET ${all}/{guild_scheduled_event_id}`]: (call) => ok(findEvent(call).event),
  [`PATCH ${all}/{guild_scheduled_event_id}`]: change,
  [`DELETE ${all}/{guild_scheduled_event_id}`]: remove,
};
