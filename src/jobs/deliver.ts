// Brings the outbox to Discord, some rows at a time, each in a channel of its own. Nothing is ever sent by another way. A row that
// hangs keeps its own channel waiting and no other.

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createAttempts } from '../delivery/attempts.ts';
import { createRouteHealth } from '../delivery/routeHealth.ts';
import type { Delivery } from '../domain/delivery.ts';
import type { DeliveryId } from '../domain/ids.ts';
import { type AdvanceParts, advance } from './advance.ts';
import { tellDiscordTrouble } from './tellDiscordTrouble.ts';

/** Rows under way at the same time. */
const atOnce = 48;
/**
 * Where more are under way, none are claimed, because looking at all that waits for the sake of one row costs more than sending it.
 * So many are enough for Discord's 50 requests a second at half a second each.
 */
const enough = 32;
/** While rows are under way, others that become due are taken up this often. Milliseconds. */
const claimEveryMs = 500;

export interface DeliverParts extends Omit<AdvanceParts, 'health' | 'attempts' | 'owner'> {
  /** Ends what is under way at Discord; what was sent may have landed. */
  abortDeliveries(): void;
}

export interface Deliverer {
  /** Works until nothing is due and nothing under way; resolves with the number of steps taken. */
  run(): Promise<number>;
  /** Tells moderators when Discord has taken a kind of request from nobody for long, and when it is over. */
  tellTrouble(): Promise<void>;
  /** Takes up nothing more and ends what takes longer than `timing.finishMs`; resolves when all is written down. */
  stop(): Promise<void>;
}

export function createDeliver(parts: DeliverParts): Deliverer {
  const owner = randomUUID();
  const health = createRouteHealth(parts.timing);
  const attempts = createAttempts();
  const underWay = new Map<DeliveryId, Promise<void>>();
  let isStopping = false;

  const take = async (): Promise<Delivery[]> => {
    const { clock, timing, outbox } = parts;
    const now = clock.now();
    const limit = atOnce - underWay.size;
    if (isStopping || underWay.size > enough) return [];
    // A process that stood still (a laptop asleep) may outlast its own lease: what it is still doing gets no new one.
    const claim = { owner, now, leaseMs: timing.leaseMs, underWay: [...underWay.keys()] };
    const claimed = await outbox.claimDue({ ...claim, limit, except: health.resting() });
    const probe = health.takeProbe(now);
    if (probe === undefined) return claimed;
    const probed = await outbox.claimDue({ ...claim, limit: 1, only: probe });
    if (probed.length === 0 && !(await outbox.isAwaited(probe, now))) health.forget(probe);
    return [...claimed, ...probed];
  };

  const begin = (delivery: Delivery) => {
    const work = advance(delivery, { ...parts, health, attempts, owner }).finally(() => underWay.delete(delivery.id));
    underWay.set(delivery.id, work);
  };

  return {
    async run() {
      let steps = 0;
      for (;;) {
        const claimed = await take();
        for (const delivery of claimed) begin(delivery);
        steps += claimed.length;
        if (underWay.size === 0) return steps;
        await Promise.race([...underWay.values(), pause(claimEveryMs)]);
      }
    },
    tellTrouble: () => tellDiscordTrouble(parts, health.troubleSince()),
    async stop() {
      isStopping = true;
      await Promise.race([Promise.all(underWay.values()), pause(parts.timing.finishMs, undefined, { ref: false })]);
      parts.abortDeliveries();
      await Promise.all(underWay.values());
    },
  };
}
