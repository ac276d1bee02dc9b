// What a text says of a conference, before anybody believes it: every date with the words it was read from and how sure it is.

import type { Day, MilestoneKind } from './conference.ts';
import type { Instant } from './ids.ts';

/** Why a date may be wrong. Each is a sentence to the moderators, `conferences.doubts.<code>`. */
export const doubts = [
  /** The weekday that stands beside a date is another day's. */
  'weekdayDiffers',
  'endBeforeStart',
  'deadlineAfterStart',
  /** The year does not stand there and could be another one. */
  'yearUnsure',
  /** Day and month may be exchanged. */
  'dayOrMonth',
  /** One moment is given in several zones that do not agree. */
  'zonesDiffer',
  /** The zone is ambiguous or unknown. */
  'zoneUnsure',
  /** Two places of the text, or two sources, give different dates. */
  'datesDiffer',
  /** Which of several dates is meant. */
  'roleUnsure',
  /** It may be a report of what has been. */
  'maybePast',
  'maybeCancelled',
  /** It is put off, and nobody says to when. */
  'maybePostponed',
  /** The calendar it came from tells of it no more. */
  'vanished',
  'maybeNoEvent',
  /** The date is long past, or years ahead. */
  'farAway',
] as const;
export type Doubt = (typeof doubts)[number];

/** A day, or an instant of it where a clock time stands there. */
export interface FoundMoment {
  readonly on: Day;
  readonly at?: Instant;
  /** IANA name or `Etc/GMT+12` for anywhere on earth; unset: none was given. */
  readonly timeZone?: string;
  /** The words it was read from, verbatim, at most 300 characters. */
  readonly quote: string;
  /** 0 to 1. */
  readonly confidence: number;
}

export interface FoundMilestone {
  readonly kind: MilestoneKind;
  readonly moment: FoundMoment;
  /** The day before an extension. */
  readonly previousOn?: Day;
  /** In the organisers' words, one line of at most 100 characters. */
  readonly label?: string;
}

export interface ConferenceFinding {
  /** Whether the text announces a coming event or calls for contributions to one. */
  readonly isAnnouncement: boolean;
  readonly title?: string;
  readonly start?: FoundMoment;
  /** The first day it had before, where the text says that it was moved. */
  readonly movedFrom?: Day;
  /** Last day, included; unset where start is the only day and no time ends it. */
  readonly end?: FoundMoment;
  /** The main deadline first among those of its kind. */
  readonly milestones: readonly FoundMilestone[];
  readonly place?: string;
  /** Absolute http(s). */
  readonly url?: string;
  /** The text says that it is called off. */
  readonly isCancelled?: true;
  readonly doubts: readonly Doubt[];
  /** True below the gate: nothing of it may be announced before a moderator confirms it. */
  readonly needsConfirmation: boolean;
}
