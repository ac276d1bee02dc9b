// One request at a time for each host, with a pause between two, whatever asks: a feed, a page, a calendar. A host that asked
// to be left alone is not asked before its time.

import { setTimeout as pause } from 'node:timers/promises';
import { SourceError } from '../domain/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { HostPauses } from '../ports/hostPauses.ts';

export interface HostGate {
  /**
   * Runs the request when it is the host's turn. A SourceError with `retryAfterMs` closes the gate for so long, to those who
   * wait as well.
   * @param host with its port where that is not the usual one
   * @throws SourceError limited, without a request, while the host's pause lasts
   */
  pass<Result>(host: string, request: () => Promise<Result>): Promise<Result>;
}

export interface HostGateOptions {
  readonly clock: Clock;
  readonly pauses: HostPauses;
  /** Between the end of one request to a host and the beginning of the next, in milliseconds. */
  readonly gapMs: (host: string) => number;
}

export function createHostGate({ clock, pauses, gapMs }: HostGateOptions): HostGate {
  const turns = new Map<string, Promise<unknown>>();

  /** Before the next one has its turn. */
  const keepPause = async (host: string, error: unknown) => {
    if (!(error instanceof SourceError) || error.retryAfterMs === undefined) return;
    await pauses.save(host, clock.now() + error.retryAfterMs);
  };

  return {
    async pass(host, request) {
      const before = turns.get(host);
      const turn = (async () => {
        await before;
        await refusePaused(host, clock, pauses);
        try {
          return await request();
        } catch (error) {
          await keepPause(host, error);
          throw error;
        }
      })();
      const rest = () => (gapMs(host) > 0 ? pause(gapMs(host), undefined, { ref: false }) : undefined);
      const done = turn.then(rest, rest);
      turns.set(host, done);
      // The last one out takes the host's entry away.
      void done.then(() => turns.get(host) === done && turns.delete(host));
      return turn;
    },
  };
}

async function refusePaused(host: string, clock: Clock, pauses: HostPauses): Promise<void> {
  const now = clock.now();
  const until = await pauses.find(host, now);
  if (until !== undefined) throw new SourceError('limited', { host }, { retryAfterMs: until - now });
}

/** Pauses that end with the process. */
export function createPassingPauses(): HostPauses {
  const pauses = new Map<string, number>();
  return {
    async find(host, now) {
      const until = pauses.get(host);
      return until !== undefined && until > now ? until : undefined;
    },
    async save(host, until) {
      pauses.set(host, Math.max(until, pauses.get(host) ?? 0));
    },
    async forget(before) {
      for (const [host, until] of pauses) if (until < before) pauses.delete(host);
    },
  };
}
