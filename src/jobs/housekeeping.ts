// Forgets what nobody needs any more.

import type { Clock } from '../ports/clock.ts';
import type { Departures } from '../ports/departures.ts';
import type { HostPauses } from '../ports/hostPauses.ts';
import type { Searches } from '../ports/searches.ts';

/** A search is kept this long so that its paging buttons work. Milliseconds. */
const searchLifeMs = 30 * 86_400_000;
/** A guild that removed the bot and invites it again within this time finds everything as it was. Milliseconds. */
const departedLifeMs = 30 * 86_400_000;

export interface HousekeepingParts {
  readonly searches: Searches;
  readonly hostPauses: HostPauses;
  readonly departures: Departures;
  readonly clock: Clock;
}

export async function housekeeping({ searches, hostPauses, departures, clock }: HousekeepingParts): Promise<void> {
  await searches.forget(clock.now() - searchLifeMs);
  await hostPauses.forget(clock.now());
  await departures.forgetLeft(clock.now() - departedLifeMs);
}
