// Forgets what nobody needs any more.

import { followUpLifeMs } from '../delivery/isTooLate.ts';
import type { Clock } from '../ports/clock.ts';
import type { Departures } from '../ports/departures.ts';
import type { HostPauses } from '../ports/hostPauses.ts';
import type { Outbox } from '../ports/outbox.ts';
import { type Questions, repeatPauseMs } from '../ports/questions.ts';
import type { Reminders } from '../ports/reminders.ts';
import type { Searches } from '../ports/searches.ts';

/** A channel that is gone is waited for this long: moderators may still name another one. Milliseconds. */
const goneLifeMs = 30 * 86_400_000;
/** A search is kept this long so that its paging buttons work. Milliseconds. */
const searchLifeMs = 30 * 86_400_000;
/** A reminder that was sent comes again when its date moves; this long it may be put off, too. Milliseconds. */
const reminderLifeMs = 90 * 86_400_000;
/** A guild that removed the bot and invites it again within this time finds everything as it was. Milliseconds. */
const departedLifeMs = 30 * 86_400_000;

export interface HousekeepingParts {
  readonly outbox: Outbox;
  readonly searches: Searches;
  readonly hostPauses: HostPauses;
  readonly departures: Departures;
  readonly questions: Questions;
  readonly reminders: Pick<Reminders, 'forget'>;
  readonly clock: Clock;
}

export async function housekeeping({
  outbox,
  searches,
  hostPauses,
  departures,
  questions,
  reminders,
  clock,
}: HousekeepingParts): Promise<void> {
  const now = clock.now();
  await outbox.giveUpHeld({ begunBefore: now - followUpLifeMs, goneBefore: now - goneLifeMs }, now);
  await searches.forget(now - searchLifeMs);
  await questions.forget(now - repeatPauseMs);
  await reminders.forget(now - reminderLifeMs);
  await hostPauses.forget(now);
  await departures.forgetLeft(now - departedLifeMs);
}
