import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../../src/domain/delivery.ts';
import type { DeliveryId } from '../../../src/domain/ids.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { defaultTiming } from '../../../src/domain/timing.ts';
import { createDeliver, type DeliverParts } from '../../../src/jobs/deliver.ts';
import { createLog } from '../../../src/kit/log.ts';
import { noMetrics } from '../../../src/ports/metrics.ts';
import type { Claim } from '../../../src/ports/outbox.ts';
import { sampleDelivery } from '../../support/sampleDelivery.ts';
import { waitFor } from '../../support/waitFor.ts';

describe('a long queue', () => {
  it('is looked at for many rows at once, not for each that has ended', async () => {
    const { deliver, claims, underWay } = manyWaiting(200);
    const done = deliver.run();
    for (let ended = 0; ended < 200; ended += 1) {
      const finish = await waitFor('a row under way', () => underWay.shift());
      finish();
      await new Promise(setImmediate);
    }
    expect(await done).toBe(200);
    expect(claims.filter((claimed) => claimed > 0).length).toBeLessThan(200 / 10);
  });
});

/** Rows that are under way until they are told to end: their discussions come too late, so that nothing is sent. */
function manyWaiting(count: number) {
  const underWay: (() => void)[] = [];
  const claims: number[] = [];
  let left = count;
  const waiting = (index: number): Delivery =>
    sampleDelivery({ id: `row${index}` as DeliveryId, step: 'thread', stepBegunAt: 0 });
  const parts = {
    clock: { now: () => Date.UTC(2026, 0, 1) },
    timing: defaultTiming,
    log: createLog('silent'),
    metrics: noMetrics,
    passCheckpoint: () => undefined,
    settings: {
      get: async (guildId: Delivery['guildId']) => {
        await new Promise<void>((resolve) => underWay.push(resolve));
        return defaultSettings(guildId);
      },
    },
    outbox: {
      claimDue: async ({ limit }: Claim) => {
        const rows = Array.from({ length: Math.min(limit, left) }, (_, index) => waiting(left - index));
        left -= rows.length;
        claims.push(rows.length);
        return rows;
      },
      record: async (row: Delivery) => row,
    },
  };
  return { deliver: createDeliver(parts as unknown as DeliverParts), claims, underWay };
}
