import { beforeEach, describe, expect, it } from 'vitest';
import { addSource, entry, follow, now, openTestStore, readInto, scope, type TestStore } from './testStore.ts';

let store: TestStore;
beforeEach(async () => {
  store = await openTestStore();
});

async function publish(...texts: readonly string[]) {
  const id = await addSource(store);
  await follow(store, id);
  const entries = texts.map((text, index) =>
    entry(`n${index}`, { title: `N${index}`, text, publishedAt: now - index }),
  );
  await readInto(store, id, entries);
}
const search = (query: string, offset = 0) => store.articles.search(scope, query, {}, { limit: 5, offset });

describe('a search in a script without spaces', () => {
  it('holds up nobody, whatever the texts repeat and however much a member types', async () => {
    await publish(...Array.from({ length: 20 }, () => '的'.repeat(200_000)));
    const startedAt = process.cpuUsage();
    const { hits } = await search(`${'的'.repeat(199)}中`);
    const { user, system } = process.cpuUsage(startedAt);
    expect((user + system) / 1_000).toBeLessThan(1_500);
    expect(hits.length).toBeLessThanOrEqual(5);
  });

  it('finds what many words in a row begin, in the order of the newest, over all pages', async () => {
    const text = `序文。${'河川条約'.repeat(12)}。`;
    await publish(...Array.from({ length: 23 }, (_, index) => (index % 2 === 0 ? text : '別の話')));
    const { hits, total, hasMore } = await search('河川条約'.repeat(12), 10);
    expect({ total, hasMore }).toEqual({ total: 12, hasMore: false });
    expect(hits.map(({ article }) => article.title)).toEqual(['N20', 'N22']);
    expect(hits[0]?.snippet).toContain('序文。\u0002河川条約');
  });
});
