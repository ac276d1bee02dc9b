// A copy of the store every day. Looked at every hour, so that a machine that is off at night has its copies, too.
// Each copy is checked whole, and with it the store; where no copy can be made the store itself is checked.

import type { Log } from '../kit/log.ts';
import type { Backups } from '../ports/backups.ts';
import type { Clock } from '../ports/clock.ts';

/** A copy younger than this is today's. Milliseconds. */
const freshMs = 20 * 3_600_000;

export interface BackUpParts {
  readonly backups: Backups;
  readonly clock: Clock;
  readonly log: Log;
}

export async function backUp({ backups, clock, log }: BackUpParts): Promise<void> {
  const startedAt = performance.now();
  const now = clock.now();
  const latest = backups.latest();
  if (latest && Math.abs(now - latest.at) < freshMs) return;
  try {
    if (await backups.make(now)) log.info('store.backedUp', { durationMs: Math.round(performance.now() - startedAt) });
  } catch (error) {
    log.error('job.failed', { job: 'backUp', err: error });
    const fault = await backups.check();
    if (fault !== undefined)
      log.error('store.damaged', { fault, remedy: 'restart the bot: it puts the newest backup in place' });
  }
}
