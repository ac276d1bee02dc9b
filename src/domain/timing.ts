// Every wait of the bot, in one place, so that tests can shorten them together.

import type { Pauses } from './streak.ts';

/** All in milliseconds. A pair is a range from which jitter draws. */
export interface Timing {
  /** A create younger than this is tried again with the same nonce. Discord looks back "a few minutes"; this stays well inside. */
  readonly freshMs: number;
  /** An older create waits this long before it is sent anew, so that a late request cannot land twice. */
  readonly settleMs: number;
  /** Pause before a fresh create is tried again. */
  readonly retryMs: readonly [number, number];
  /** Pause between probes of a route that answers 5xx. */
  readonly probeMs: readonly [number, number];
  /** How long a claimed row belongs to one worker. Longer than any HTTP step may take. */
  readonly leaseMs: number;
  /** One HTTP step at Discord. */
  readonly requestMs: number;
  /** How long requests that are under way may take when the bot is stopped. */
  readonly finishMs: number;
  /** An interaction not answered by then is deferred; Discord allows 3 s. */
  readonly deferMs: number;
  /** Between two logins at the gateway. Discord takes one in 5 s and a thousand a day. */
  readonly loginPausesMs: Pauses;
  /** Between two connections to the gateway, whether they log in or resume. */
  readonly connectPausesMs: Pauses;
}

export const defaultTiming: Timing = {
  freshMs: 60_000,
  settleMs: 30_000,
  retryMs: [2_000, 10_000],
  probeMs: [15_000, 30_000],
  leaseMs: 60_000,
  requestMs: 15_000,
  finishMs: 1_500,
  deferMs: 1_500,
  loginPausesMs: [5_000, 900_000],
  connectPausesMs: [1_000, 60_000],
};
