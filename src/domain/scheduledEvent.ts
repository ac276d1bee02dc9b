// Discord's own events: what the bot writes into one, what Discord shows of it, and what is remembered of those of conferences.
// @see https://docs.discord.com/developers/resources/guild-scheduled-event

import type { ConferenceTime } from './conference.ts';
import type { ConferenceId, GuildId, Instant } from './ids.ts';
import { instantOf } from './moment.ts';

/** Scheduled and active events of a guild together. */
export const eventLimit = 100;
/** Discord has been seen to refuse the hundredth. */
export const eventsKept = eventLimit - 1;

/** Characters. */
export const eventTextLimits = { name: 100, description: 1000, location: 100 } as const;

/** When whole days begin and end in Discord, which knows hours only: in the middle of no night, whoever reads it. */
const [dayBeginsAt, dayEndsAt] = ['09:00', '18:00'] as const;
/** How long an event lasts that names no end: Discord asks for one. Milliseconds. */
const unknownLengthMs = 3_600_000;

/** What a person sees of an event. Within `eventTextLimits`; instants in whole seconds, the end after the start. */
export interface EventFacts extends EventHours {
  readonly name: string;
  readonly description: string;
  readonly location: string;
}

export interface EventHours {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/** over and cancelled are final: Discord changes nothing of such an event any more. */
export type EventStatus = 'scheduled' | 'active' | 'over' | 'cancelled';

/** An event as Discord has it now. */
export interface GuildEvent extends EventFacts {
  readonly id: string;
  readonly status: EventStatus;
  /** Whether the bot made it. */
  readonly isOwn: boolean;
}

/**
 * kept: follows the conference. adopted: a person made it, and it is theirs. removed: a person took ours away, and it stays away.
 * cancelled: ended by us; a conference that takes place after all gets another one. refused: Discord takes it in no form until the
 * conference changes. full: Discord had no place for it.
 */
export type KeptEventState = 'kept' | 'adopted' | 'removed' | 'cancelled' | 'refused' | 'full';

/** What is remembered of the event of a conference. */
export interface KeptEvent {
  readonly conferenceId: ConferenceId;
  readonly guildId: GuildId;
  /** Unset while nobody knows whether it was made. */
  readonly eventId?: string;
  /** What the bot last wrote: what differs from it now is a person's doing. */
  readonly shown?: EventFacts;
  readonly state: KeptEventState;
  readonly changedAt: Instant;
}

/** What a step did to the event of a conference. @param state `gone`: ours no more, by our own doing */
export interface EventRecord extends Pick<KeptEvent, 'eventId' | 'shown'> {
  readonly state: KeptEventState | 'gone';
}

export function isLive({ status }: Pick<GuildEvent, 'status'>): boolean {
  return status === 'scheduled' || status === 'active';
}

/** From when to when Discord shows a conference. @param timeZone where whole days are spent */
export function eventHours(time: ConferenceTime, timeZone: string): EventHours {
  if (time.kind === 'days') {
    const startsAt = instantOf(time.startsOn, dayBeginsAt, timeZone);
    const ends = [time.startsOn, time.endsOn].map((day) => instantOf(day, dayEndsAt, timeZone));
    return { startsAt, endsAt: Math.max(...ends) };
  }
  const startsAt = wholeSeconds(time.startsAt);
  const endsAt = wholeSeconds(time.endsAt ?? 0);
  return { startsAt, endsAt: endsAt > startsAt ? endsAt : startsAt + unknownLengthMs };
}

function wholeSeconds(at: Instant): Instant {
  return Math.floor(at / 1000) * 1000;
}
