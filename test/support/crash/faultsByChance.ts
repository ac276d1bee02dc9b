// Everything that may go wrong with a request of a delivery, at random.

import type { FaultRule } from '../../../sandbox/discord/faults.ts';
import type { LocalDiscord } from '../../../sandbox/discord/localDiscordInterface.ts';
import { latestCommitMs } from './crashTiming.ts';

/** What the bot asks for a delivery; not what it asks to log in. */
const deliveryRoute = /^\/(channels\/|guilds\/\d+\/threads|users\/@me$)/;

const modes: readonly FaultRule[] = [
  { mode: 'refuse', status: 503 },
  { mode: 'rateLimit', delayMs: 300 },
  { mode: 'commitThenReset' },
  { mode: 'commitThenStatus', status: 502 },
  { mode: 'halfJson' },
  { mode: 'hang' },
  { mode: 'commitLate', delayMs: latestCommitMs / 3 },
  { mode: 'commitLate', delayMs: latestCommitMs, status: 504 },
];

/** @param share of the requests that are struck, from 0 to 1 @returns ends it */
export function strikeByChance(
  discord: LocalDiscord,
  share: number,
  random: () => number,
  route = deliveryRoute,
): () => void {
  // A rule strikes what the ones before it have let through.
  const each = 1 - (1 - share) ** (1 / modes.length);
  const removers = modes.map((mode) => discord.fault({ ...mode, route, chance: each, random }));
  return () => {
    for (const remove of removers) remove();
  };
}
