import { expect, it } from 'vitest';
import { planFloodAnswer } from '../../../src/delivery/planFloodAnswer.ts';
import { floodPaceMs } from '../../../src/domain/flood.ts';
import { addSource, entry, follow, guildId, hourMs, now, openTestStore, readInto } from './testStore.ts';

it('posts one by one at the promised pace also after the computer slept for hours', async () => {
  const store = await openTestStore();
  const sourceId = await addSource(store);
  await readInto(store, sourceId, []);
  const subscription = await follow(store, sourceId);
  const settings = await store.settings.get(guildId);
  const names = ['one', 'two', 'three'];
  const entries = names.map((name) => entry(name));
  await readInto(store, sourceId, entries, now, (articles) =>
    planFloodAnswer('all', articles, { subscription, settings }, now),
  );

  const slept = now + 5 * hourMs;
  const postAt = async (at: number) => {
    const rows = await store.outbox.claimDue({ owner: 'worker', now: at, leaseMs: 1_000, limit: 9 });
    for (const row of rows) {
      const sending = await store.outbox.markSending(row, 'worker', at);
      if (sending) await store.outbox.record(sending, 'worker', { to: 'done', id: `${at}` }, at);
    }
    return rows.filter(({ step }) => step === 'message').length;
  };
  const posted: number[] = [];
  for (let at = slept; at < slept + 3 * floodPaceMs; at += floodPaceMs / 10) {
    for (let round = 0; round < 4; round += 1) if ((await postAt(at)) > 0) posted.push(at - slept);
  }
  expect(posted).toEqual([0, floodPaceMs, 2 * floodPaceMs]);
});
