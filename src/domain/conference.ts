// A conference, lecture or meeting in a guild's programme, with the deadlines before it.

import type { ConferenceId, GuildId, Instant } from './ids.ts';

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

/** Either whole days (both ends included) or instants; never a mixture. */
export type ConferenceTime =
  | { readonly kind: 'days'; readonly startsOn: Day; readonly endsOn: Day }
  | { readonly kind: 'instants'; readonly startsAt: Instant; readonly endsAt?: Instant; readonly timeZone: string };

export type ConferenceStatus = 'confirmed' | 'tentative' | 'cancelled';

export const milestoneKinds = [
  'submission',
  'abstract',
  'notification',
  'camera-ready',
  'early-bird',
  'registration',
  'recording',
  'other',
] as const;
/** What a date before (or, `recording`, after) a conference is for. */
export type MilestoneKind = (typeof milestoneKinds)[number];

/** What an imported calendar says of one event. */
export interface CalendarEvent {
  /** RFC 5545 UID, else a hash of title and start; unique within a guild's programme. */
  readonly uid: string;
  readonly title: string;
  readonly time: ConferenceTime;
  readonly status: ConferenceStatus;
  readonly place?: string;
  readonly url?: string;
  readonly description?: string;
}

export interface Conference extends CalendarEvent {
  readonly id: ConferenceId;
  readonly guildId: GuildId;
}
