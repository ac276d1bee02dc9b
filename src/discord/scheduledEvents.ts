// Discord's own events of a guild: each request sent once, its outcome reported, nothing decided.
// @see https://docs.discord.com/developers/resources/guild-scheduled-event

import {
  type APIGuildScheduledEvent,
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  GuildScheduledEventStatus,
  Routes,
} from 'discord.js';
import type { Outcome } from '../domain/delivery.ts';
import type { GuildId, Instant } from '../domain/ids.ts';
import type { EventFacts, EventStatus, GuildEvent } from '../domain/scheduledEvent.ts';
import type { GuildEvents } from '../ports/guildEvents.ts';
import type { Requests } from './createRequests.ts';
import { outcomeOfError } from './errors.ts';

export interface EventParts {
  readonly requests: Requests;
  /** The bot's own id; undefined before it has logged in. */
  readonly findOwnId: () => string | undefined;
}

const statuses: Readonly<Record<GuildScheduledEventStatus, EventStatus>> = {
  [GuildScheduledEventStatus.Scheduled]: 'scheduled',
  [GuildScheduledEventStatus.Active]: 'active',
  [GuildScheduledEventStatus.Completed]: 'over',
  [GuildScheduledEventStatus.Canceled]: 'cancelled',
};

export function createScheduledEvents({ requests, findOwnId }: EventParts): GuildEvents {
  const setStatus = (guildId: GuildId, eventId: string, status: GuildScheduledEventStatus) =>
    report(() => requests.send('PATCH', Routes.guildScheduledEvent(guildId, eventId), { body: { status } }), eventId);
  return {
    async list(guildId) {
      const ownId = findOwnId();
      if (ownId === undefined) return { kind: 'notSent', cause: 'not logged in yet' };
      const query = new URLSearchParams({ with_user_count: 'false' });
      return ask(async () => {
        const route = Routes.guildScheduledEvents(guildId);
        const events = await requests.send<APIGuildScheduledEvent[]>('GET', route, { query });
        return { kind: 'events', events: events.map((event) => toGuildEvent(event, ownId)) };
      });
    },

    find: (guildId, eventId) =>
      ask(async () => {
        const event = await requests.send<APIGuildScheduledEvent>('GET', Routes.guildScheduledEvent(guildId, eventId));
        return { kind: 'event', event: toGuildEvent(event, findOwnId()) };
      }),

    create: (guildId, facts) =>
      report(async () => {
        const route = Routes.guildScheduledEvents(guildId);
        const body = {
          ...bodyOf(facts),
          entity_type: GuildScheduledEventEntityType.External,
          privacy_level: GuildScheduledEventPrivacyLevel.GuildOnly,
        };
        return (await requests.send<APIGuildScheduledEvent>('POST', route, { body })).id;
      }),

    change: (guildId, eventId, changes) =>
      report(
        () => requests.send('PATCH', Routes.guildScheduledEvent(guildId, eventId), { body: bodyOf(changes) }),
        eventId,
      ),

    cancel: (guildId, eventId) => setStatus(guildId, eventId, GuildScheduledEventStatus.Canceled),
    complete: (guildId, eventId) => setStatus(guildId, eventId, GuildScheduledEventStatus.Completed),
    remove: (guildId, eventId) =>
      report(() => requests.send('DELETE', Routes.guildScheduledEvent(guildId, eventId)), eventId),
  };
}

function toGuildEvent(event: APIGuildScheduledEvent, ownId: string | undefined): GuildEvent {
  const startsAt = Date.parse(event.scheduled_start_time);
  const { scheduled_end_time: end, creator_id: creatorId } = event;
  return {
    id: event.id,
    name: event.name,
    description: event.description ?? '',
    location: event.entity_metadata?.location ?? '',
    startsAt,
    endsAt: end === null ? startsAt : Date.parse(end),
    status: statuses[event.status],
    isOwn: creatorId !== null && creatorId === ownId,
  };
}

function bodyOf({ name, description, location, startsAt, endsAt }: Partial<EventFacts>) {
  return {
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    ...(location === undefined ? {} : { entity_metadata: { location } }),
    ...(startsAt === undefined ? {} : { scheduled_start_time: isoOf(startsAt) }),
    ...(endsAt === undefined ? {} : { scheduled_end_time: isoOf(endsAt) }),
  };
}

function isoOf(at: Instant): string {
  return new Date(at).toISOString();
}

/** Asking changes nothing, so whatever came of it, nothing has landed. */
async function ask<Answer>(question: () => Promise<Answer>): Promise<Answer | Outcome> {
  try {
    return await question();
  } catch (error) {
    const outcome = outcomeOfError(error);
    return outcome.kind === 'unknown' ? { kind: 'notSent', cause: outcome.cause } : outcome;
  }
}

/** @param id of what is there already; unset: the step tells it */
async function report(step: () => Promise<unknown>, id?: string): Promise<Outcome> {
  try {
    const answer = await step();
    return { kind: 'done', id: id ?? String(answer) };
  } catch (error) {
    return outcomeOfError(error);
  }
}
