// Scheduled events of a guild as time passes, and as bots and people make and change them: only those that happen somewhere else.

import {
  type APIGuildScheduledEvent,
  GatewayDispatchEvents,
  GatewayIntentBits,
  GuildScheduledEventStatus as Status,
} from 'discord-api-types/v10';
import type { Json } from './payloads/componentPayload.ts';
import { userPayload } from './payloads/userPayload.ts';
import { invalidField, RestError, refusals } from './rest/restError.ts';
import { snowflake } from './snowflake.ts';
import type { Guild, Person } from './state.ts';
import type { World } from './world.ts';

/** Scheduled and active events of a guild. */
export const eventLimit = 100;
/** Dates decades away make Discord fail. @see https://github.com/discord/discord-api-docs/issues/5340 */
const farthestMs = 5 * 366 * 86_400_000;
const lengths = { name: [1, 100], description: [0, 1000], location: [1, 100] } as const;

/** Completed and cancelled are final; an active event may only end. */
const nextStatuses: Readonly<Record<Status, readonly Status[]>> = {
  [Status.Scheduled]: [Status.Scheduled, Status.Active, Status.Canceled],
  [Status.Active]: [Status.Active, Status.Completed],
  [Status.Completed]: [],
  [Status.Canceled]: [],
};

/** Discord begins and ends external events by itself. */
export function listEvents(guild: Guild, now = Date.now()): APIGuildScheduledEvent[] {
  for (const [id, event] of guild.scheduledEvents) {
    const hasBegun = event.status === Status.Scheduled && Date.parse(event.scheduled_start_time) <= now;
    const begun = hasBegun ? { ...event, status: Status.Active } : event;
    const isOver = begun.status === Status.Active && Date.parse(begun.scheduled_end_time ?? '') <= now;
    guild.scheduledEvents.set(id, isOver ? { ...begun, status: Status.Completed } : begun);
  }
  return [...guild.scheduledEvents.values()];
}

/** What Discord lists: events that are over or cancelled are not among them. */
export function listLiveEvents(guild: Guild): APIGuildScheduledEvent[] {
  return listEvents(guild).filter(({ status }) => status === Status.Scheduled || status === Status.Active);
}

export function addEvent(world: World, guild: Guild, body: Json, creator: Person): APIGuildScheduledEvent {
  if (listLiveEvents(guild).length >= guild.eventLimit) throw refusals.tooManyEvents();
  const event = {
    id: snowflake(),
    guild_id: guild.id,
    channel_id: null,
    creator_id: creator.id,
    creator: userPayload(creator),
    image: null,
    description: null,
    status: Status.Scheduled,
    entity_id: null,
    recurrence_rule: null,
    guild_scheduled_event_exceptions: [],
    ...body,
  } as unknown as APIGuildScheduledEvent;
  checkEvent(event, body);
  guild.scheduledEvents.set(event.id, event);
  world.dispatch(GatewayDispatchEvents.GuildScheduledEventCreate, event, GatewayIntentBits.GuildScheduledEvents);
  return event;
}

export function changeEvent(
  world: World,
  guild: Guild,
  event: APIGuildScheduledEvent,
  body: Json,
): APIGuildScheduledEvent {
  const wanted = Number(body.status ?? event.status) as Status;
  if (!nextStatuses[event.status].includes(wanted)) throw refusals.finishedEvent();
  const changed = { ...event, ...body } as unknown as APIGuildScheduledEvent;
  if (event.status === Status.Active && startOf(changed) !== startOf(event))
    refuse('scheduled_start_time', 'Cannot update start time of a started event.');
  checkEvent(changed, body);
  guild.scheduledEvents.set(event.id, changed);
  world.dispatch(GatewayDispatchEvents.GuildScheduledEventUpdate, changed, GatewayIntentBits.GuildScheduledEvents);
  return changed;
}

export function deleteEvent(world: World, guild: Guild, event: APIGuildScheduledEvent): void {
  guild.scheduledEvents.delete(event.id);
  world.dispatch(GatewayDispatchEvents.GuildScheduledEventDelete, event, GatewayIntentBits.GuildScheduledEvents);
}

/** @param body what is said of it now: a beginning that is not touched may lie in the past */
function checkEvent(event: APIGuildScheduledEvent, body: Json): void {
  const [start, end] = [startOf(event), Date.parse(event.scheduled_end_time ?? '')];
  if (body.scheduled_start_time !== undefined && start < Date.now())
    refuse('scheduled_start_time', 'Cannot schedule event in the past.');
  if (Number.isNaN(end)) refuse('scheduled_end_time', 'An external event needs an end.');
  if (end <= start) refuse('scheduled_end_time', 'Cannot schedule event to end before it starts.');
  if (!event.entity_metadata?.location) refuse('entity_metadata', 'An external event needs a place.');
  if (start > Date.now() + farthestMs) throw new RestError(500, 0, '500: Internal Server Error');
  checkLength('name', event.name);
  checkLength('description', event.description ?? '');
  checkLength('location', event.entity_metadata?.location ?? '');
}

function checkLength(name: keyof typeof lengths, text: string): void {
  const [least, most] = lengths[name];
  const length = [...text].length;
  if (length < least || length > most)
    throw invalidField([name], 'BASE_TYPE_BAD_LENGTH', `Must be between ${least} and ${most} in length.`);
}

function refuse(field: string, message: string): never {
  throw invalidField([field], 'GUILD_SCHEDULED_EVENT_SCHEDULE_INVALID', message);
}

function startOf({ scheduled_start_time: start }: APIGuildScheduledEvent): number {
  return Date.parse(start);
}
