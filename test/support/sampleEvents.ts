// Numbered workshops and Discord's events of them: the higher the number, the later one begins.

import type { EventWish } from '../../src/delivery/decideEvent.ts';
import type { ConferenceId, GuildId } from '../../src/domain/ids.ts';
import type { GuildEvent, KeptEvent } from '../../src/domain/scheduledEvent.ts';

/** Noon on 1 March 2027, UTC. */
export const now = Date.UTC(2027, 2, 1, 12);
export const dayMs = 86_400_000;
export const guildId = '100' as GuildId;

/** Of a workshop that begins so many days from now. */
export const factsOf = (number: number, startsAt = now + number * dayMs) => ({
  name: `Workshop ${number}`,
  description: '',
  location: `Hall ${number}`,
  startsAt,
  endsAt: startsAt + dayMs / 2,
});
export const wishOf = (number: number): EventWish => ({
  conferenceId: number as ConferenceId,
  facts: factsOf(number),
  isCancelled: false,
  changedAt: now,
});
export const keptOf = (number: number): KeptEvent => ({
  conferenceId: number as ConferenceId,
  guildId,
  eventId: `${1000 + number}`,
  shown: factsOf(number),
  state: 'kept',
  changedAt: now - dayMs,
});
export const eventOf = (number: number): GuildEvent => ({
  ...factsOf(number),
  id: `${1000 + number}`,
  status: 'scheduled',
  isOwn: true,
});
/** That a person made. */
export const theirs = (number: number): GuildEvent => ({ ...eventOf(number), id: `${9000 + number}`, isOwn: false });
/** Both ends included. */
export const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
