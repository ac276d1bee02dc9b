// The dates before conferences, as one list.

import type { Conference, Milestone } from './conference.ts';
import type { Instant } from './ids.ts';
import { dueInstant } from './moment.ts';

export interface Deadline {
  readonly conference: Conference;
  readonly milestone: Milestone;
  /** When it is too late. */
  readonly dueAt: Instant;
}

interface Span {
  readonly from: Instant;
  /** Unset: without an end. */
  readonly until?: Instant;
}

/** What is due after `from` and not after `until`, soonest first; nothing is due for what is cancelled. @param home zone of the society */
export function listDeadlines(conferences: readonly Conference[], { from, until }: Span, home: string): Deadline[] {
  return conferences
    .filter(({ status }) => status !== 'cancelled')
    .flatMap((conference) =>
      conference.milestones
        .filter(({ kind }) => kind !== 'recording')
        .map((milestone) => ({ conference, milestone, dueAt: dueInstant(milestone.due, home) })),
    )
    .filter(({ dueAt }) => dueAt > from && dueAt <= (until ?? dueAt))
    .sort((left, right) => left.dueAt - right.dueAt || left.conference.id - right.conference.id);
}
