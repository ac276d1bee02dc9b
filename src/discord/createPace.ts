// Keeps all deliveries together below Discord's limit of 50 requests a second, evenly, so that nothing that is held up on its way
// makes two seconds' requests arrive in one.
// @see https://docs.discord.com/developers/topics/rate-limits#global-rate-limit

import { setTimeout as pause } from 'node:timers/promises';

/** 46.5 a second. What waits longer than its turn, e.g. behind a busy moment of the process, is not made up for. */
const intervalMs = 21.5;

/** @returns resolves when the next request may leave, in the order of the calls */
export function createPace(nowMs: () => number = () => performance.now()): () => Promise<void> {
  let nextAtMs = 0;
  return async () => {
    const now = nowMs();
    const turnMs = Math.max(nextAtMs, now);
    nextAtMs = turnMs + intervalMs;
    if (turnMs > now) await pause(turnMs - now);
  };
}
