// Counts what arrives at the local Discord of the soak: each article's card by its channel.

import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Arrival, DiscordPlace, Order } from './discordServer.ts';

export interface CardCount {
  /** How often each card was posted. */
  readonly seen: ReadonlyMap<string, number>;
  readonly requests: number;
  /** Answered 429. */
  readonly refused: number;
  /** Adds what arrived since the last time. */
  count(): Promise<void>;
}

export function countCards({ guilds }: DiscordPlace, discord: ChildProcess): CardCount {
  const channelIds = new Set(guilds.flatMap((guild) => guild.channelIds));
  const seen = new Map<string, number>();
  let requests = 0;
  let refused = 0;
  // A question stands in a channel of its own.
  const isCard = ({ path, article, status, method }: Arrival) =>
    method === 'POST' &&
    status === 200 &&
    article !== undefined &&
    path.endsWith('/messages') &&
    channelIds.has(path.split('/')[2] ?? '');

  return {
    seen,
    get requests() {
      return requests;
    },
    get refused() {
      return refused;
    },
    async count() {
      const reported = once(discord, 'message');
      discord.send('report' satisfies Order);
      const [arrivals] = (await reported) as [readonly Arrival[]];
      requests += arrivals.length;
      refused += arrivals.filter(({ status }) => status === 429).length;
      for (const { path, article } of arrivals.filter(isCard)) {
        const card = `${path} ${article}`;
        seen.set(card, (seen.get(card) ?? 0) + 1);
      }
    },
  };
}
