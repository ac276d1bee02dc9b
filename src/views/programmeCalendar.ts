// A guild's programme as a calendar file: what is and was on it, and for a while what was cancelled.

import type { Conference } from '../domain/conference.ts';
import type { Instant } from '../domain/ids.ts';
import type { Say } from '../kit/translate.ts';
import { calendarDocument } from './calendarDocument.ts';
import { calendarEntries } from './calendarEntries.ts';

/** What is cancelled stays so long, so that every subscriber has heard of it. Milliseconds. */
const cancelledLifeMs = 30 * 86_400_000;

export interface ProgrammeCalendar {
  readonly title: string;
  readonly conferences: readonly Conference[];
  /** Under which people reach the bot; unset: nowhere. */
  readonly publicUrl?: string | undefined;
  readonly now: Instant;
  readonly say: Say;
}

export interface CalendarText {
  readonly text: string;
  /** When it was last another one; unset: it was always empty. */
  readonly changedAt?: Instant;
}

export function programmeCalendar({ title, conferences, publicUrl, now, say }: ProgrammeCalendar): CalendarText {
  const host = publicUrl === undefined ? undefined : new URL(publicUrl).hostname;
  const shown = conferences.filter((conference) => leavesAt(conference) > now);
  const entries = shown.flatMap((conference) => calendarEntries(conference, host, say));
  const changes = conferences.map((conference) => {
    const left = leavesAt(conference);
    return left > now ? conference.changedAt : left;
  });
  const text = calendarDocument({ name: title, entries });
  return changes.length === 0 ? { text } : { text, changedAt: Math.max(...changes) };
}

function leavesAt({ status, changedAt }: Conference): Instant {
  return status === 'cancelled' ? changedAt + cancelledLifeMs : Number.POSITIVE_INFINITY;
}
