import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/domain/article.ts';
import { type Alias, type Identity, sharedMark, wordsAlias } from '../../../src/domain/identity.ts';
import type { ArticleId } from '../../../src/domain/ids.ts';
import { matchEntries, namesToKnow } from '../../../src/domain/matchEntries.ts';

const entry = (changes: Partial<Entry>): Entry => ({
  title: 'Tariffs and trade',
  teaser: '',
  text: '',
  authors: [],
  categories: [],
  ...changes,
});

/** Remembers what a first document showed, as the store does. */
function remember(identity: Identity, entries: readonly Entry[]): Map<Alias, ArticleId> {
  const known = new Map<Alias, ArticleId>();
  matchEntries(identity, entries, known).matched.forEach((matched, index) => {
    for (const alias of matched.aliases) known.set(alias, (index + 1) as ArticleId);
  });
  return known;
}

const newOnes = (identity: Identity, entries: readonly Entry[], known: Map<Alias, ArticleId>) =>
  matchEntries(identity, entries, known).matched.filter((matched) => matched.articleId === undefined);

const a = entry({
  guid: 'a',
  url: 'https://example.org/post/a',
  title: 'A',
  teaser: 'What the first article of the society says.',
});
const b = entry({
  guid: 'b',
  url: 'https://example.org/post/b',
  title: 'B',
  teaser: 'What the second article of the society says.',
});

describe('who is who among entries', () => {
  it('knows an article again whose guid rotates', () => {
    expect(newOnes('guid', [{ ...a, guid: 'a?v=2' }, b], remember('guid', [a, b]))).toEqual([]);
  });

  it('knows an article again that moved from http to https with another guid', () => {
    const before = entry({ ...a, guid: 'http://example.org/post/a', url: 'http://www.example.org/post/a/' });
    const now = entry({ ...a, guid: 'https://example.org/post/a', url: 'https://example.org/post/a?utm_source=x' });
    expect(newOnes('guid', [now], remember('guid', [before]))).toEqual([]);
  });

  it('knows an article again on a rebuilt site by its words', () => {
    expect(newOnes('guid', [{ ...a, guid: 'x', url: 'https://new.example.org/1' }], remember('guid', [a]))).toEqual([]);
  });

  it('takes a corrected title for the same article', () => {
    expect(newOnes('guid', [{ ...a, title: 'A, corrected' }], remember('guid', [a]))).toEqual([]);
  });

  it('finds a second article behind a repeated guid', () => {
    const second = { ...b, guid: 'a' };
    expect(newOnes('guid', [second, a], remember('guid', [a])).map(({ entry }) => entry)).toEqual([second]);
  });

  it('takes two weeks of the same title for two articles', () => {
    const week1 = entry({
      guid: '1',
      url: 'https://example.org/1',
      title: 'Weekly notes',
      teaser: 'Prices rose in the first week of the month.',
    });
    const week2 = entry({
      guid: '2',
      url: 'https://example.org/2',
      title: 'Weekly notes',
      teaser: 'Prices fell in the second week of the month.',
    });
    expect(newOnes('guid', [week2], remember('guid', [week1]))).toHaveLength(1);
  });

  it('takes articles that all link to one page for different ones', () => {
    const page = 'https://example.org/news';
    const known = remember('guid', [
      { ...a, url: page },
      { ...b, url: page },
    ]);
    const third = entry({ guid: 'c', url: page, title: 'C' });
    expect(newOnes('guid', [third, { ...a, url: page }, { ...b, url: page }], known)).toHaveLength(1);
  });

  it('never takes the front page for the name of an article', () => {
    const home = 'https://example.org/';
    expect(
      newOnes('guid', [entry({ guid: 'c', url: home, title: 'C' })], remember('guid', [{ ...a, url: home }])),
    ).toHaveLength(1);
  });

  it('leaves out an entry that says the same article twice', () => {
    expect(matchEntries('guid', [a, { ...a }], new Map()).matched).toHaveLength(1);
    expect(matchEntries('guid', [a, { ...a }], remember('guid', [a])).matched).toHaveLength(1);
  });

  it('tells entries apart that have neither guid nor link', () => {
    const bare = [entry({ title: 'One' }), entry({ title: 'Two' }), entry({ title: 'One' })];
    expect(matchEntries('content', bare, new Map()).matched).toHaveLength(2);
  });

  it('names an entry by its words when it has no other name', () => {
    const bare = entry({ title: 'One' });
    expect(matchEntries('guid', [bare], new Map()).matched).toEqual([{ entry: bare, aliases: [wordsAlias(bare)] }]);
  });

  it('takes the same words under another guid and another link for another article', () => {
    const elsewhere = { ...a, guid: 'c', url: 'https://example.org/post/c' };
    const { matched } = matchEntries('guid', [a, elsewhere], new Map());
    expect(matched.map(({ aliases }) => aliases)).toEqual([
      ['guid:a', 'link:https://example.org/post/a', wordsAlias(a)],
      ['guid:c', 'link:https://example.org/post/c'],
    ]);
  });

  it('takes the same words under the same guid for the same article, wherever they link to', () => {
    const elsewhere = { ...a, url: 'https://example.org/post/c' };
    expect(matchEntries('guid', [a, elsewhere], new Map()).matched.map((matched) => matched.entry)).toEqual([a]);
  });

  it('gives an entry one article, by its strongest name', () => {
    const known = remember('guid', [a, b]);
    const { matched } = matchEntries('guid', [{ ...a, url: b.url ?? '' }], known);
    expect(matched.map(({ articleId }) => articleId)).toEqual([known.get('guid:a')]);
  });

  it('gives an article to the entry that shares most names with it, else to the first', () => {
    const moved = { ...a, url: 'https://example.org/post/c' };
    const twin = { ...a };
    for (const entries of [
      [a, moved],
      [moved, a],
      [a, twin],
    ]) {
      const { matched } = matchEntries('guid', entries, remember('guid', [a]));
      expect(matched).toHaveLength(1);
      expect(matched[0]?.entry).toBe(a);
    }
  });

  it('leaves out an entry all of whose names mean an article that another entry is', () => {
    const nameless = entry({ title: a.title, teaser: a.teaser });
    const longer = { ...a, teaser: 'What the first article of the society says, at length.' };
    const { matched } = matchEntries('guid', [nameless, longer], remember('guid', [a]));
    expect(matched.map((one) => one.entry)).toEqual([longer]);
  });

  it('marks a name that articles share once, and goes by it no more', () => {
    const entries = [a, { ...b, guid: 'a' }];
    const mark = sharedMark('guid:a');
    const first = matchEntries('guid', entries, new Map());
    expect(first.shared).toEqual([mark]);
    expect(first.matched.flatMap(({ aliases }) => aliases)).not.toContain('guid:a');
    const again = matchEntries('guid', entries, new Map([[mark, 1 as ArticleId]]));
    expect(again.shared).toEqual([]);
    const alone = matchEntries('guid', [a], new Map([[mark, 1 as ArticleId]]));
    expect(alone.matched[0]?.aliases).not.toContain('guid:a');
  });

  it('asks for every name it may go by, and for the marks of those that can be shared', () => {
    const link = 'link:https://example.org/post/a' as const;
    expect(namesToKnow('guid', [a])).toEqual(
      new Set(['guid:a', sharedMark('guid:a'), link, sharedMark(link), wordsAlias(a)]),
    );
    expect(namesToKnow('guid', [entry({})])).toEqual(new Set([wordsAlias(entry({}))]));
  });
});
