// A conference, lecture, meeting or call in a guild's programme, with the dates before and after it.

import type { ArticleId, ConferenceId, GuildId, Instant } from './ids.ts';

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

/** A day, over when it ends in its zone, or an instant of a day. A day without a zone ends where the society is. */
export type Due =
  | { readonly kind: 'day'; readonly on: Day; readonly timeZone?: string }
  | { readonly kind: 'instant'; readonly at: Instant; readonly timeZone: string };

export interface Milestone {
  readonly kind: MilestoneKind;
  readonly due: Due;
  /** In the organisers' words, one line. */
  readonly label?: string;
  /** The day before an extension. */
  readonly previousOn?: Day;
}

/** What is said of a conference, whoever says it. */
export interface ConferenceFacts {
  readonly title: string;
  /** Unset: a call whose conference has no date yet, or a call of a journal. */
  readonly time?: ConferenceTime;
  readonly status: ConferenceStatus;
  readonly place?: string;
  readonly url?: string;
  readonly description?: string;
  /** The main deadline first among those of its kind. */
  readonly milestones: readonly Milestone[];
}

/** What a calendar, or the markup of a page, says of one event. */
export interface CalendarEvent extends Omit<ConferenceFacts, 'time' | 'milestones'> {
  /** RFC 5545 UID, else a hash of title and start; unique within its calendar. */
  readonly uid: string;
  readonly time: ConferenceTime;
  readonly milestones?: readonly Milestone[];
  /** Its zone is not known: the instants may be hours off. */
  readonly isZoneUnsure?: true;
  /** It is put off, and has its old date until there is a new one. */
  readonly isPostponed?: true;
  /** Its calendar says that it is not for everybody. */
  readonly isPrivate?: true;
}

/** Who said something; a later one of this list is believed before an earlier one. */
export const origins = ['prose', 'page', 'calendar', 'moderator'] as const;
export type Origin = (typeof origins)[number];

/** Why a fact stands in the record. */
export interface Evidence {
  readonly origin: Origin;
  /** Of the calendar or article, so that the same source may correct itself. */
  readonly source?: string;
  /** The words it was read from, verbatim. */
  readonly quote?: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** The first day it had before its source moved it: who still says so has not heard. */
  readonly movedFrom?: Day;
}

export type FactName = Exclude<keyof ConferenceFacts, 'milestones'> | MilestoneKind;

/** sure: shown to members. asking: moderators are asked first. dismissed: no event, they said. */
export type Standing = 'sure' | 'asking' | 'dismissed';

export interface Conference extends ConferenceFacts {
  readonly id: ConferenceId;
  readonly guildId: GuildId;
  /** By which calendars that were given it know it again. */
  readonly uid: string;
  readonly standing: Standing;
  readonly evidence: Readonly<Partial<Record<FactName, Evidence>>>;
  /** Grows with each change of its facts. @see RFC 5545 section 3.8.7.4 */
  readonly sequence: number;
  /** The post that announced it. */
  readonly articleId?: ArticleId;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
}

/** What is said of it, without what the record knows besides. */
export function factsOf({
  title,
  time,
  status,
  place,
  url,
  description,
  milestones,
}: ConferenceFacts): ConferenceFacts {
  return {
    ...{ title, status, milestones },
    ...(time ? { time } : {}),
    ...(place === undefined ? {} : { place }),
    ...(url === undefined ? {} : { url }),
    ...(description === undefined ? {} : { description }),
  };
}
