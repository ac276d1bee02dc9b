// What the record asks of Discord's own events, in the words of the guild's language.

import { type EventWish, farthestMs } from '../delivery/decideEvent.ts';
import type { Conference } from '../domain/conference.ts';
import type { ConferenceId, GuildId, Instant } from '../domain/ids.ts';
import type { KeptEvent } from '../domain/scheduledEvent.ts';
import type { GuildSettings } from '../domain/settings.ts';
import { sayIn } from '../kit/translate.ts';
import type { Conferences } from '../ports/conferences.ts';
import type { Settings } from '../ports/settings.ts';
import { eventFacts } from '../views/eventFacts.ts';

export interface WishPorts {
  readonly conferences: Pick<Conferences, 'find' | 'listUpcoming'>;
  readonly settings: Pick<Settings, 'get'>;
}

/** Of all that is to come, and of all that has an event which may still be shown. */
export async function listWishes(
  guildId: GuildId,
  kept: readonly KeptEvent[],
  now: Instant,
  { conferences, settings }: WishPorts,
): Promise<EventWish[]> {
  const chosen = await settings.get(guildId);
  const upcoming = await conferences.listUpcoming(guildId, now, now + farthestMs);
  const listed = new Set(upcoming.map(({ id }) => id));
  const others = kept.filter(
    ({ conferenceId, state, eventId, shown }) =>
      (state === 'kept' || (state === 'refused' && eventId !== undefined)) &&
      !listed.has(conferenceId) &&
      (shown?.endsAt ?? now) >= now,
  );
  const rest = others.map(({ conferenceId }) => findWish(guildId, conferenceId, { conferences, settings }));
  return [...upcoming.map((conference) => wishOf(conference, chosen)), ...(await Promise.all(rest))];
}

export async function findWish(
  guildId: GuildId,
  conferenceId: ConferenceId,
  { conferences, settings }: WishPorts,
): Promise<EventWish> {
  const conference = await conferences.find(guildId, conferenceId);
  if (!conference) return { conferenceId, isCancelled: false, changedAt: 0 };
  return wishOf(conference, await settings.get(guildId));
}

function wishOf(conference: Conference, { timeZone, language }: GuildSettings): EventWish {
  const { id: conferenceId, standing, status, time, changedAt } = conference;
  const facts = standing === 'sure' && time ? eventFacts(conference, time, timeZone, sayIn(language)) : undefined;
  return { conferenceId, changedAt, isCancelled: status === 'cancelled', ...(facts ? { facts } : {}) };
}
