import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/domain/article.ts';
import { canonicalLink } from '../../../src/domain/canonicalLink.ts';
import { type Alias, chooseIdentity, type Identity } from '../../../src/domain/identity.ts';
import type { ArticleId } from '../../../src/domain/ids.ts';
import { matchEntries } from '../../../src/domain/matchEntries.ts';

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

  it('chooses guid, else link, else content', () => {
    expect(chooseIdentity([])).toBeUndefined();
    expect(chooseIdentity([a, b])).toBe('guid');
    expect(chooseIdentity([a, { ...b, guid: 'a' }])).toBe('link');
    expect(chooseIdentity([entry({ title: 'x' })])).toBe('content');
  });

  it('spells the addresses of one page the same way', () => {
    const spellings = ['http://www.example.org/a/?utm_medium=x&b=2&a=1#top', 'https://example.org/a?a=1&b=2'];
    expect(new Set(spellings.map(canonicalLink)).size).toBe(1);
    expect(canonicalLink('https://example.org/?p=1')).not.toBe(canonicalLink('https://example.org/?p=2'));
  });
});
