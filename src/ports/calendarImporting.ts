import type { Calendar } from '../domain/calendar.ts';
import type { CalendarId, GuildId, UserId } from '../domain/ids.ts';
import type { SavedCalendar } from './calendars.ts';

/** Reading a calendar outside of its turn, by the same way as in its turn. */
export interface CalendarImporting {
  /**
   * It is followed from then on. @throws SourceError when it cannot be read
   *
   * @returns also how many of its events could not be read, and how many are not for everybody; undefined for a calendar without
   * events, which is not followed
   */
  importNow(
    guildId: GuildId,
    url: string,
    by: UserId,
  ): Promise<(SavedCalendar & { readonly unreadable: number; readonly privateCount: number }) | undefined>;
  /** As in its turn, with whatever trouble there is. @returns as it then stands; undefined for one that the guild does not follow */
  readAgain(guildId: GuildId, id: CalendarId): Promise<Calendar | undefined>;
}
