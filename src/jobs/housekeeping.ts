// Forgets what nobody needs any more.

import type { Clock } from '../ports/clock.ts';
import type { Searches } from '../ports/searches.ts';

/** A search is kept this long so that its paging buttons work. Milliseconds. */
const searchLifeMs = 30 * 86_400_000;

export async function housekeeping({ searches, clock }: { searches: Searches; clock: Clock }): Promise<void> {
  await searches.forget(clock.now() - searchLifeMs);
}
