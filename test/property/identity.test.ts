import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/domain/article.ts';
import { type Alias, aliasesOf, type Identity, type SharedMark, wordsAlias } from '../../src/domain/identity.ts';
import type { ArticleId } from '../../src/domain/ids.ts';
import { matchEntries } from '../../src/domain/matchEntries.ts';

const identities = fc.constantFrom<Identity>('guid', 'link', 'content');
/** Few names for many entries, so that they meet in every way. */
const entries = fc.array(
  fc
    .record({
      guid: fc.option(fc.constantFrom('1', '2', '3', ' ', 'https://example.org/a'), { nil: undefined }),
      url: fc.option(fc.constantFrom('https://example.org/a', 'http://example.org/b/', 'https://example.org/'), {
        nil: undefined,
      }),
      title: fc.constantFrom('One', 'Two'),
      teaser: fc.constantFrom(
        '',
        'Short.',
        'A text of the society that is long enough to tell.',
        'Another text, long enough as well.',
      ),
    })
    .map(({ guid, url, ...words }): Entry => {
      const names = { ...(guid !== undefined && { guid }), ...(url !== undefined && { url }) };
      return { ...names, ...words, text: '', authors: [], categories: [] };
    }),
  { maxLength: 6 },
);

type Names = Map<Alias | SharedMark, ArticleId>;

/** Reads a document and remembers its names, as the store does. */
function read(identity: Identity, document: readonly Entry[], known: Names, nextId: () => ArticleId) {
  const { matched, shared } = matchEntries(identity, document, known);
  const names: Names = new Map(known);
  for (const { aliases, articleId = nextId() } of matched) {
    for (const alias of aliases) if (!names.has(alias)) names.set(alias, articleId);
  }
  for (const mark of shared) names.set(mark, 0 as ArticleId);
  return { matched, names };
}

const counter = () => {
  let last = 0;
  return () => {
    last += 1;
    return last as ArticleId;
  };
};

describe('who is who in any documents', () => {
  it('no article is given to two entries, no name of a new one to two, and what is left out is known by another', () => {
    fc.assert(
      fc.property(identities, entries, entries, (identity, before, now) => {
        const nextId = counter();
        const { names } = read(identity, before, new Map(), nextId);
        const { matched } = matchEntries(identity, now, names);
        const given = matched.flatMap(({ articleId }) => articleId ?? []);
        expect(new Set(given).size).toBe(given.length);
        const fresh = matched.filter(({ articleId }) => articleId === undefined).flatMap(({ aliases }) => aliases);
        expect(new Set(fresh).size).toBe(fresh.length);
        const kept = matched.map(({ entry }) => entry);
        expect(now.filter((entry) => kept.includes(entry))).toEqual(kept);
        const stays = new Set(kept.flatMap((entry) => [...aliasesOf(identity, entry), wordsAlias(entry)]));
        for (const entry of now) {
          const own = [...aliasesOf(identity, entry), wordsAlias(entry)];
          const articles = own.map((alias) => names.get(alias));
          expect(own.some((alias) => stays.has(alias)) || given.some((id) => articles.includes(id))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('the same document again brings nothing new', () => {
    fc.assert(
      fc.property(identities, entries, entries, (identity, before, now) => {
        const nextId = counter();
        const first = read(identity, before, new Map(), nextId);
        const second = read(identity, now, first.names, nextId);
        const third = matchEntries(identity, now, second.names);
        expect(third.matched.filter(({ articleId }) => articleId === undefined)).toEqual([]);
        expect(third.shared).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
