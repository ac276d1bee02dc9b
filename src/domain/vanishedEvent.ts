// An event that a calendar told of and tells of no more: perhaps it is cancelled, perhaps somebody only tidied up.

import type { Conference } from './conference.ts';
import type { ConferenceClaim } from './conferenceClaim.ts';

/** That it is cancelled, as a question to the moderators. */
export function claimOfVanished(conference: Conference, calendarUrl: string): ConferenceClaim {
  const { title, time, place, url, description, milestones } = conference;
  return {
    origin: 'calendar',
    source: calendarUrl,
    names: [],
    facts: {
      ...{ title, milestones, status: 'cancelled' },
      ...(time ? { time } : {}),
      ...(place === undefined ? {} : { place }),
      ...(url === undefined ? {} : { url }),
      ...(description === undefined ? {} : { description }),
    },
    quotes: {},
    confidence: 0.5,
    doubts: ['vanished'],
    needsConfirmation: true,
  };
}
