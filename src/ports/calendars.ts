import type { Calendar, StoppedCalendar, UnreadPart } from '../domain/calendar.ts';
import type { ConferenceClaim } from '../domain/conferenceClaim.ts';
import type { Delivery, NewDelivery } from '../domain/delivery.ts';
import type { CalendarId, DeliveryId, GuildId, Instant, UserId } from '../domain/ids.ts';
import type { GuildSettings } from '../domain/settings.ts';
import type { Validators } from '../domain/source.ts';
import type { PlanConference, SavedConferences } from './conferences.ts';
import type { FailedReading } from './sources.ts';

/** Which calendar of which guild; one that nobody followed is followed from then on. */
export interface FollowedAddress {
  readonly guildId: GuildId;
  readonly url: string;
  /** Who imports it; unset: it is read in its turn. */
  readonly by?: UserId;
}

export interface CalendarFindings {
  readonly title: string;
  readonly timeZone: string;
  readonly claims: readonly ConferenceClaim[];
  /** What is there of it is not missed where the claims lack it. */
  readonly unread: readonly UnreadPart[];
  readonly validators: Validators;
  readonly fingerprint: string;
  readonly readAt: Instant;
  readonly nextPollAt: Instant;
}

export type SavedCalendar = SavedConferences & { readonly calendar: Calendar };

/** Decided purely, by delivery/, and asked inside the transaction. */
export interface CalendarPlanning {
  readonly conference: PlanConference;
  readonly trouble: (calendar: Calendar, settings: GuildSettings, at: Instant) => readonly NewDelivery[];
  readonly recovery: (
    alerts: readonly Delivery[],
    at: Instant,
  ) => { readonly dropped: readonly DeliveryId[]; readonly edits: readonly NewDelivery[] };
}

/** Calendars that guilds follow. */
export interface Calendars {
  find(guildId: GuildId, id: CalendarId): Promise<Calendar | undefined>;
  list(guildId: GuildId): Promise<Calendar[]>;
  /** The longest overdue first. */
  listDue(now: Instant, limit: number): Promise<Calendar[]>;
  /**
   * One transaction: its events as claims on the programme, questions about events that have vanished, its cursor, and the end of a
   * trouble. What an import brings is not announced. @returns undefined where nobody follows it any more
   */
  saveReading(
    address: FollowedAddress,
    findings: CalendarFindings,
    planning: CalendarPlanning,
  ): Promise<SavedCalendar | undefined>;
  /** A 304, or the same events again. */
  saveUnchanged(
    id: CalendarId,
    cursor: Pick<CalendarFindings, 'validators' | 'readAt' | 'nextPollAt'>,
    planning: CalendarPlanning,
  ): Promise<void>;
  saveTrouble(id: CalendarId, failed: Omit<FailedReading, 'isFinal'>, planning: CalendarPlanning): Promise<void>;
  /** Puts the next reading off, e.g. because its host asked for a pause. */
  postpone(id: CalendarId, until: Instant): Promise<void>;
  /** One that was let go: it is read at once, and what it then shows is no news. @returns false where it is followed */
  followAgain(guildId: GuildId, calendar: StoppedCalendar, by: UserId, now: Instant): Promise<boolean>;
  /** The programme keeps what it told of. @returns false where nobody followed it */
  remove(guildId: GuildId, id: CalendarId): Promise<boolean>;
}
