// A calendar that a guild follows: it is read again and again, and the programme follows it.

import type { CalendarId, GuildId, Instant, UserId } from './ids.ts';
import type { SourceTrouble, Validators } from './source.ts';

/** At most so many for each guild. */
export const calendarsLimit = 20;

/** More new events at once than these are not announced one by one: the weekly digest lists them. */
export const announcedAtOnce = 5;

/** Readings on end in which an event that was there is not, until the moderators are asked: one slip of a site is none. */
export const missesUntilAsked = 2;

/** What a reading did not reach, and so says nothing of. */
export interface UnreadPart {
  /** Of one event or series; unset: of all. */
  readonly uid?: string;
  /** From when on. */
  readonly from: Instant;
}

export interface Calendar {
  readonly id: CalendarId;
  readonly guildId: GuildId;
  readonly url: string;
  /** Its own; may be empty. */
  readonly title: string;
  readonly addedBy: UserId;
  readonly addedAt: Instant;
  /** Of times that name none, when it was last read. */
  readonly timeZone: string;
  readonly validators: Validators;
  /** Of its events as they were last read; unset while it is empty. */
  readonly fingerprint?: string;
  readonly lastReadAt: Instant;
  readonly nextPollAt: Instant;
  readonly trouble?: SourceTrouble;
}

/** What is needed to follow it again. */
export type StoppedCalendar = Pick<Calendar, 'url' | 'title'>;

/** What the dedupe keys of all alerts about one run of trouble begin with. */
export function calendarTroubleKey(id: CalendarId, since: Instant): string {
  return `calendarTrouble:${id}:${since}:`;
}
