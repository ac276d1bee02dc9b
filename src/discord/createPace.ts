// Keeps all deliveries together below Discord's limit of 50 requests a second, evenly, so that nothing that is held up on its way
// makes two seconds' requests arrive in one.
// @see https://docs.discord.com/developers/topics/rate-limits#global-rate-limit

import { setTimeout as pause } from 'node:timers/promises';

/** 46.5 a second. */
const intervalMs = 21.5;
/** What a turn comes late by a timer is made up for by the next ones; what it waits behind a busy moment of the process is not. */
const madeUpMs = 20;

/** @returns resolves when the next request may leave, in the order of the calls */
export function createPace(
  nowMs: () => number = () => performance.now(),
  wait: (ms: number) => Promise<unknown> = pause,
): () => Promise<void> {
  let nextAtMs = 0;
  let before = Promise.resolve();
  const takeTurn = async () => {
    const waitMs = nextAtMs - nowMs();
    if (waitMs > 0) await wait(waitMs);
    nextAtMs = Math.max(nextAtMs, nowMs() - madeUpMs) + intervalMs;
  };
  return () => {
    before = before.then(takeTurn);
    return before;
  };
}
