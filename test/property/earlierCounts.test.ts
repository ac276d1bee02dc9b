import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ArticleId } from '../../src/domain/ids.ts';
import { createEarlierCounts } from '../../src/store/earlierCounts.ts';
import { createQueries } from '../../src/store/openDatabase.ts';
import { addSource, entry, now, openTestStore, readInto } from '../unit/store/testStore.ts';

const articleCount = 24;
const limit = 6;
/** The nth word stands in every nth article. */
const words = ['pebble', 'dune', 'tide', 'reef', 'gull'].map((word) => ({ word, stem: word }));

it('counts the earlier articles that have a word, whatever was asked before', async () => {
  const store = await openTestStore();
  const sourceId = await addSource(store);
  for (let id = 1; id <= articleCount; id += 1) {
    const text = words.filter((_, index) => id % (index + 1) === 0).map(({ word }) => word);
    await readInto(store, sourceId, [entry(`a${id}`, { text: text.join(' ') })], now + id);
  }
  const db = createQueries(store.inspect);
  const asked = fc.record({ id: fc.integer({ min: 1, max: articleCount }), most: fc.integer({ min: 1, max: limit }) });
  await fc.assert(
    fc.asyncProperty(fc.array(asked, { minLength: 1, maxLength: 8 }), async (questions) => {
      const countEarlier = createEarlierCounts(db, limit);
      for (const { id, most } of questions) {
        const counts = await countEarlier(words, id as ArticleId, most);
        const capped = counts.map((count) => Math.min(count, most + 1));
        expect(capped).toEqual(words.map((_, index) => Math.min(Math.floor((id - 1) / (index + 1)), most + 1)));
      }
    }),
    { numRuns: 100 },
  );
});
