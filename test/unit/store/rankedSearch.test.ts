import { expect, it } from 'vitest';
import { addSource, entry, follow, now, openTestStore, readInto, scope } from './testStore.ts';

/** How the newest with the word come in a search, where an older one has it `older` times. */
async function orderOf(count: number, older: number): Promise<(string | undefined)[]> {
  const store = await openTestStore();
  const id = await addSource(store);
  await follow(store, id);
  const timesOf = (index: number) => (index < 500 ? 1 + ((index * 7) % 11) : older);
  const entries = Array.from({ length: count }, (_, index) => {
    const text = `Some text about ropes ${'harbour '.repeat(timesOf(index))}`;
    return entry(`n${index}`, { title: `N${index}`, text, publishedAt: now - 6 * index });
  });
  const others = entries.flatMap(({ publishedAt = now }, index) =>
    [1, 2, 3, 4, 5].map((part) =>
      entry(`o${index}.${part}`, { title: `O${index}`, text: 'Bells.', publishedAt: publishedAt - part }),
    ),
  );
  await readInto(store, id, [...entries, ...others]);
  const { hits, total, hasMore } = await store.articles.search(scope, 'harbour', {}, { limit: 40, offset: 0 });
  expect({ total, hasMore }).toEqual({ total: 500, hasMore: count > 500 });
  return hits.map(({ article }) => article.title);
}

it('a search weighs the newest against each other, whatever an older article has', async () => {
  const alone = await orderOf(500, 0);
  expect(alone.slice(0, 3)).not.toEqual(['N0', 'N1', 'N2']);
  expect(await orderOf(501, 400)).toEqual(alone);
}, 30_000);
