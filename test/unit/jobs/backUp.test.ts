import { describe, expect, it } from 'vitest';
import { backUp } from '../../../src/jobs/backUp.ts';
import type { LogEvent } from '../../../src/kit/log.ts';
import type { Backups } from '../../../src/ports/backups.ts';
import { now } from '../../support/samples.ts';

const hourMs = 3_600_000;

/** What was done and told at `now`, with the newest copy of this age. */
async function runWith(changes: Partial<Backups>, ageMs?: number) {
  const done: string[] = [];
  const tell = (event: LogEvent) => void done.push(event);
  const backups: Backups = {
    latest: () => (ageMs === undefined ? undefined : { path: 'a copy', at: now - ageMs }),
    make: async (at) => ({ path: 'a copy', at }),
    check: async () => undefined,
    abandon: () => undefined,
    ...changes,
  };
  await backUp({ backups, clock: { now: () => now }, log: { info: tell, warn: tell, error: tell } });
  return done;
}

describe('the daily backup', () => {
  it('is made when there is none or the newest is of yesterday, and not a second time on one day', async () => {
    expect(await runWith({})).toEqual(['store.backedUp']);
    expect(await runWith({}, 21 * hourMs)).toEqual(['store.backedUp']);
    expect(await runWith({}, 2 * hourMs)).toEqual([]);
  });

  it('is made although one lies in the future, as a wrong clock leaves it', async () => {
    expect(await runWith({}, -30 * hourMs)).toEqual(['store.backedUp']);
  });

  it('that fails has the database itself checked, and says when that is damaged', async () => {
    const make = () => Promise.reject(new Error('the copy is damaged'));
    expect(await runWith({ make })).toEqual(['job.failed']);
    expect(await runWith({ make, check: async () => 'a page is missing' })).toEqual(['job.failed', 'store.damaged']);
  });

  it('that was abandoned is not told as made', async () => {
    expect(await runWith({ make: async () => undefined })).toEqual([]);
  });
});
