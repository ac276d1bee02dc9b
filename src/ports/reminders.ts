import type { Conference } from '../domain/conference.ts';
import type { NewDelivery } from '../domain/delivery.ts';
import type { ConferenceId, GuildId, Instant, ReminderId, UserId } from '../domain/ids.ts';
import type { Reminder, WantedReminder } from '../domain/reminder.ts';

export interface KnownReminder {
  readonly reminder: Reminder;
  readonly conference: Conference;
}

/** Decided purely, by delivery/, and asked inside the transaction that settles the reminder. */
export type PlanReminder = (reminder: Reminder, now: Instant) => NewDelivery;

/** What members asked to be reminded of. When the conference changes, `conferences` moves or ends them in the same transaction. */
export interface Reminders {
  /**
   * The same asked again is one reminder, to come anew. @param limit of reminders that are still to come for one person
   * @returns undefined where the person has as many already
   */
  ask(wanted: WantedReminder, limit: number): Promise<Reminder | undefined>;
  /** Still to come for this member, the next first. */
  listOpen(guildId: GuildId, userId: UserId): Promise<KnownReminder[]>;
  /** Also one that was sent. */
  find(id: ReminderId): Promise<KnownReminder | undefined>;
  /** It comes once more. @returns false where it is not there, or not this person's */
  snooze(id: ReminderId, userId: UserId, dueAt: Instant): Promise<boolean>;
  /** @returns how many were there */
  remove(userId: UserId, ids: readonly ReminderId[]): Promise<number>;
  /** Everything that this person asked about a conference, also what was sent. @returns how many were still to come */
  removeOf(userId: UserId, conferenceId: ConferenceId): Promise<number>;
  /** One transaction: what is due is settled, with an outbox row each. @returns how many */
  settleDue(now: Instant, plan: PlanReminder): Promise<number>;
  /** All that is kept of a person, in every guild, also what was sent. */
  listByUser(userId: UserId): Promise<Reminder[]>;
  /** Drops what was settled before. @returns how many */
  forget(before: Instant): Promise<number>;
}
