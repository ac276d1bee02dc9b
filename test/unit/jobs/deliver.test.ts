import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../../src/domain/delivery.ts';
import type { ChannelId, DeliveryId } from '../../../src/domain/ids.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { defaultTiming } from '../../../src/domain/timing.ts';
import type { AdvanceParts } from '../../../src/jobs/advance.ts';
import { createDeliver, type DeliverParts } from '../../../src/jobs/deliver.ts';
import { createLog } from '../../../src/kit/log.ts';
import { noMetrics } from '../../../src/ports/metrics.ts';
import type { Claim } from '../../../src/ports/outbox.ts';
import { sampleDelivery } from '../../support/sampleDelivery.ts';
import { startWithArticle } from '../../support/startAdvancing.ts';
import { waitFor } from '../../support/waitFor.ts';
import { delivery, guildId, saveSettings } from '../store/testStore.ts';

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

it('knows of no trouble at Discord once nothing waits for what it did not take', async () => {
  const { store, parts, time } = await startWithArticle('lostBefore', 'lostBefore', 'lostBefore', 'lostBefore');
  const publisher: AdvanceParts['publisher'] = {
    ...parts.publisher,
    findMessage: async () => ({ kind: 'absent' }),
  };
  await saveSettings(store, { ...(await store.settings.get(guildId)), alertsChannelId: '205' as ChannelId });
  const deliverer = createDeliver({ ...parts, publisher, abortDeliveries: () => undefined });
  for (let round = 0; round < 4; round += 1) {
    await deliverer.run();
    time.at += 61_000;
  }
  await store.subscriptions.remove(store.inspect.prepare('SELECT id FROM subscriptions').pluck().get() as never);
  await deliverer.run();
  time.at += 24 * 3_600_000;
  await deliverer.run();
  // Something new is due, and has not been tried yet.
  await store.outbox.add([delivery({ steps: ['message'] })], time.at);
  await deliverer.tellTrouble();
  const told = store.inspect.prepare("SELECT payload ->> 'kind' FROM outbox WHERE purpose = 'alert'").pluck().all();
  expect(told).toEqual([]);
});
