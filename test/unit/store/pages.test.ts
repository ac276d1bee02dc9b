import { beforeEach, describe, expect, it } from 'vitest';
import type { SourceId } from '../../../src/domain/ids.ts';
import { addSource, entry, follow, now, openTestStore, readInto, scope, type TestStore } from './testStore.ts';

let store: TestStore;
let sourceId: SourceId;

beforeEach(async () => {
  store = await openTestStore();
  sourceId = await addSource(store);
});

const titles = async (limit = 9) => (await store.articles.listWithoutText(limit)).map(({ title }) => title);

describe('articles known by a teaser alone', () => {
  it('are listed newest first, as long as somebody follows their source and they have a page', async () => {
    const dated = (name: string, publishedAt: number) => entry(name, { publishedAt });
    const whole = entry('whole', { text: 'All of it.' });
    const { url: _, ...pageless } = entry('pageless');
    await readInto(store, sourceId, [dated('old', now - 2), dated('new', now - 1), whole, pageless]);
    expect(await titles()).toEqual([]);
    const { id } = await follow(store, sourceId);
    expect(await titles()).toEqual(['Title of new', 'Title of old']);
    expect(await titles(1)).toEqual(['Title of new']);
    await store.subscriptions.pause(id, now);
    expect(await titles()).toEqual([]);
  });

  it('are read once, keep what the feed says, and can be found by the words of their page', async () => {
    await readInto(store, sourceId, [entry('a', { authors: ['Feed Author'] })]);
    await follow(store, sourceId);
    const [article] = await store.articles.listWithoutText(1);
    if (!article) throw new Error('no article');
    const page = { text: 'Sluice gates and silt.', authors: ['Page Author'], language: 'en' };
    await store.articles.savePage(article.id, page, now);
    expect(await store.articles.get(article.id)).toMatchObject({
      text: 'Sluice gates and silt.',
      authors: ['Feed Author'],
      language: 'en',
      revision: 1,
    });
    expect(await titles()).toEqual([]);
    const { hits } = await store.articles.search(scope, 'sluice', {}, { limit: 5, offset: 0 });
    expect(hits).toHaveLength(1);
  });

  it('are not tried again where their page could not be read, and keep the text when the feed is read again', async () => {
    await readInto(store, sourceId, [entry('a'), entry('b')]);
    await follow(store, sourceId);
    const [a, b] = await store.articles.listWithoutText(2);
    if (!a || !b) throw new Error('no articles');
    await store.articles.savePage(a.id, { text: '', authors: [] }, now);
    await store.articles.savePage(b.id, { text: 'Whole.', authors: [] }, now);
    expect(await titles()).toEqual([]);
    await readInto(store, sourceId, [entry('a'), entry('b')], now + 1);
    expect((await store.articles.get(b.id))?.text).toBe('Whole.');
    expect(await titles()).toEqual([]);
  });
});
