// Hands reminders that are due to the outbox, each in one transaction with its being settled: once, also across restarts.

import { planReminder } from '../delivery/planReminder.ts';
import type { Clock } from '../ports/clock.ts';
import type { Reminders } from '../ports/reminders.ts';

export interface RemindParts {
  readonly reminders: Pick<Reminders, 'settleDue'>;
  readonly clock: Clock;
}

/** @returns how many */
export function remind({ reminders, clock }: RemindParts): Promise<number> {
  return reminders.settleDue(clock.now(), planReminder);
}
