// How a test makes the gateway misbehave, and what a bot cost it: plain settings, read at the moment they matter.

/** What GET /gateway/bot says about logins. Every IDENTIFY takes one of `remaining`. */
interface SessionStarts {
  total: number;
  remaining: number;
  resetAfterMs: number;
}

export class GatewayTrouble {
  /** Of connections made from now on. A client silent for two of them is closed with 4009. */
  heartbeatIntervalMs = 41_250;
  /** False: heartbeats get no answer, as on a connection that died unseen. */
  acknowledges = true;
  /** False: no connection is taken; the socket is cut while it is being opened. */
  accepts = true;
  /** Close code that answers every IDENTIFY and RESUME, e.g. 4014. */
  refusal: number | undefined;
  /** What READY names for resuming; the gateway itself when undefined. */
  resumeUrl: string | undefined;
  readonly sessionStarts: SessionStarts = { total: 1000, remaining: 1000, resetAfterMs: 86_400_000 };
  /** When a connection was asked for, since the start. */
  readonly attemptsAt: number[] = [];
  /** Counts since the start. */
  identifies = 0;
  resumes = 0;
}
