// The tables of what moderators type, the calendars a guild follows, and its own, as Kysely sees them.

import type { Generated } from 'kysely';
import type { CalendarId, ConferenceId, GuildId, Instant, UserId } from '../domain/ids.ts';

export interface CalendarsTable {
  id: Generated<CalendarId>;
  guildId: GuildId;
  url: string;
  title: string;
  addedBy: UserId;
  addedAt: Instant;
  timeZone: string;
  etag: string | null;
  lastModified: string | null;
  validatorsUrl: string | null;
  fingerprint: string | null;
  lastReadAt: Instant;
  nextPollAt: Instant;
  troubleCount: Generated<number>;
  troubleSightings: Generated<number>;
  troubleSince: Instant | null;
  troubleCode: string | null;
  troubleDetail: string | null;
}

interface CalendarEventsTable {
  calendarId: CalendarId;
  conferenceId: ConferenceId;
  missed: number;
}

interface CalendarLinksTable {
  guildId: GuildId;
  token: string;
  tokenHash: string;
  title: string;
  madeBy: UserId;
  madeAt: Instant;
}

export interface CalendarTables {
  calendars: CalendarsTable;
  calendarEvents: CalendarEventsTable;
  calendarLinks: CalendarLinksTable;
}
