import { describe, expect, it } from 'vitest';
import { planning } from '../../../src/delivery/planning.ts';
import type { SourceId } from '../../../src/domain/ids.ts';
import { addSource, entry, follow, guildId, hourMs, now, openTestStore, type TestStore } from './testStore.ts';

/** One reading, planned as in life. */
function read(store: TestStore, id: SourceId, names: readonly string[], at: number) {
  const findings = { entries: names.map((name) => entry(name)), validators: {}, readAt: at, nextPollAt: at + hourMs };
  return store.sources.saveReading(id, findings, planning);
}

/** A source that was paused right after it was read. */
async function pauseOne() {
  const store = await openTestStore();
  const sourceId = await addSource(store);
  const { id } = await follow(store, sourceId);
  await read(store, sourceId, ['old'], now);
  await store.subscriptions.pause(id, now + 1);
  return { store, sourceId, id };
}

describe('a source that is resumed', () => {
  it('looks over what appeared meanwhile for the programme, as nothing new', async () => {
    const { store, sourceId, id } = await pauseOne();
    await store.subscriptions.resume(id, now + 48 * hourMs);
    const [unreviewed] = await store.articleReviews.listUnreviewed(5, now + 48 * hourMs);
    expect(unreviewed?.readers).toEqual([{ guildId, timeZone: 'UTC', isNews: false }]);
    await read(store, sourceId, ['meanwhile', 'old'], now + 48 * hourMs + 1);
    const all = await store.articleReviews.listUnreviewed(5, now + 72 * hourMs);
    expect(all.map(({ readers }) => readers.map(({ isNews }) => isNews))).toEqual([[false], [false]]);
  });

  it('loses nothing when somebody resumes it once more', async () => {
    const { store, sourceId, id } = await pauseOne();
    await store.subscriptions.resume(id, now + 2);
    await store.subscriptions.resume(id, now + 2 * hourMs);
    expect(await read(store, sourceId, ['new', 'old'], now + 2 * hourMs + 1)).toMatchObject({ deliveries: 1 });
  });
});
