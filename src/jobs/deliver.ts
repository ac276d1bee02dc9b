// Brings the outbox to Discord, some rows at a time, each in a channel of its own. Nothing is ever sent by another way. A row that
// hangs keeps its own channel waiting and no other.

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createRouteHealth } from '../delivery/routeHealth.ts';
import type { Delivery } from '../domain/delivery.ts';
import { type AdvanceParts, advance } from './advance.ts';

/** Rows under way at the same time: enough for Discord's 50 requests a second at half a second each. */
const atOnce = 32;
/** While rows are under way, others that become due are taken up this often. Milliseconds. */
const claimEveryMs = 500;

export interface DeliverParts extends Omit<AdvanceParts, 'health' | 'owner'> {
  /** Ends what is under way at Discord; what was sent may have landed. */
  abortDeliveries(): void;
}

export interface Deliverer {
  /** Works until nothing is due and nothing under way; resolves with the number of steps taken. */
  run(): Promise<number>;
  /** Takes up nothing more and ends what takes longer than `timing.finishMs`; resolves when all is written down. */
  stop(): Promise<void>;
}

export function createDeliver(parts: DeliverParts): Deliverer {
  const owner = randomUUID();
  const health = createRouteHealth(parts.timing);
  const underWay = new Set<Promise<void>>();
  let isStopping = false;

  const take = async (): Promise<Delivery[]> => {
    const { clock, timing, outbox } = parts;
    const now = clock.now();
    const limit = atOnce - underWay.size;
    if (isStopping || limit === 0) return [];
    const claim = { owner, now, leaseMs: timing.leaseMs };
    const claimed = await outbox.claimDue({ ...claim, limit, except: health.resting() });
    const probe = health.takeProbe(now);
    return probe === undefined
      ? claimed
      : [...claimed, ...(await outbox.claimDue({ ...claim, limit: 1, only: probe }))];
  };

  const begin = (delivery: Delivery) => {
    const work = advance(delivery, { ...parts, health, owner }).finally(() => underWay.delete(work));
    underWay.add(work);
  };

  return {
    async run() {
      let steps = 0;
      for (;;) {
        const claimed = await take();
        for (const delivery of claimed) begin(delivery);
        steps += claimed.length;
        if (underWay.size === 0) return steps;
        await Promise.race([...underWay, pause(claimEveryMs)]);
      }
    },
    async stop() {
      isStopping = true;
      await Promise.race([Promise.all(underWay), pause(parts.timing.finishMs, undefined, { ref: false })]);
      parts.abortDeliveries();
      await Promise.all(underWay);
    },
  };
}
