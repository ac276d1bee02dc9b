import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/domain/article.ts';
import {
  type Alias,
  aliasesOf,
  chooseIdentity,
  guidAlias,
  hasTellingText,
  linkAlias,
  sharedMark,
  wordsAlias,
} from '../../../src/domain/identity.ts';

const entry = (changes: Partial<Entry>): Entry => ({
  title: 'Tariffs and Trade',
  teaser: '',
  text: '',
  authors: [],
  categories: [],
  ...changes,
});
const a = entry({ guid: 'a', url: 'https://example.org/a', teaser: 'What the first article of the society says.' });
const b = entry({ guid: 'b', url: 'https://example.org/b', teaser: 'What the second article of the society says.' });

describe('how the articles of a source are told apart', () => {
  it.each<[string, Entry[], string | undefined]>([
    ['nothing can be said while there are none', [], undefined],
    ['by guid, where each has its own', [a, b], 'guid'],
    ['by link, where one has no guid', [a, entry({ url: 'https://example.org/b' })], 'link'],
    ['by link, where a guid is empty', [entry({ guid: '', url: 'https://example.org/a' })], 'link'],
    ['by link, where a guid is blank', [entry({ guid: ' ', url: 'https://example.org/a' })], 'link'],
    ['by link, where blanks alone tell two guids apart', [a, { ...b, guid: ' a ' }], 'link'],
    ['by content, where one has no link', [entry({ url: 'https://example.org/a' }), entry({})], 'content'],
    ['by content, where two spellings lead to one page', [entry(a), entry({ url: `${a.url}/` })], 'content'],
    ['by content, where a link is empty', [entry({ url: '' })], 'content'],
  ])('%s', (_, entries, identity) => {
    expect(chooseIdentity(entries)).toBe(identity);
  });
});

describe('the names of an entry', () => {
  // They are stored: other spellings would make every article of every source a new one after an update.
  it('are spelled as they always were, the source’s own way of telling articles apart first', () => {
    const names = {
      guid: 'guid:a',
      link: 'link:https://example.org/a',
      content: 'content:boP2HlC5jp7_P-PKkqnsHV',
    } as const;
    expect(aliasesOf('guid', a)).toEqual([names.guid, names.link, names.content]);
    expect(aliasesOf('link', a)).toEqual([names.link, names.guid, names.content]);
    expect(aliasesOf('content', a)).toEqual([names.content, names.link, names.guid]);
    expect(sharedMark(names.guid)).toBe('shared:guid:a');
  });

  it('are those it has', () => {
    expect(aliasesOf('guid', entry({ guid: 'x' }))).toEqual(['guid:x']);
    expect(aliasesOf('guid', entry({}))).toEqual([]);
    expect(aliasesOf('content', entry({}))).toEqual([wordsAlias(entry({}))]);
  });

  it.each<[string, string | undefined, Alias | undefined]>([
    ['a guid', ' urn:uuid:1\n', 'guid:urn:uuid:1'],
    ['no guid', undefined, undefined],
    ['a blank guid', '  ', undefined],
    ['an address', 'http://www.example.org/a/?utm_source=x', 'guid:https://example.org/a'],
    ['a section of a page', 'http://example.org/notes#may', 'guid:https://example.org/notes#may'],
    ['a fragment of what is no address', 'notes#may', 'guid:notes#may'],
  ])('by guid, for %s', (_, guid, alias) => {
    expect(guidAlias(entry(guid === undefined ? {} : { guid }))).toBe(alias);
  });

  it.each<[string, string | undefined, Alias | undefined]>([
    ['a page', 'http://example.org/a/', 'link:https://example.org/a'],
    ['a page that a parameter chooses', 'https://example.org/?p=1', 'link:https://example.org?p=1'],
    ['the front page', 'https://example.org/', undefined],
    ['the front page without a slash', 'https://example.org', undefined],
    ['the front page with a fragment', 'https://example.org/#a', undefined],
    ['what is no address', 'news/1', 'link:news/1'],
    ['no link', undefined, undefined],
    ['an empty link', '', undefined],
  ])('by link, for %s', (_, url, alias) => {
    expect(linkAlias(entry(url === undefined ? {} : { url })) || undefined).toBe(alias);
  });
});

describe('the words of an entry', () => {
  const long = 'The society looks back at a year of trade and tariffs, and forward. '.repeat(6);

  it('name it whatever their case, their blanks and the form of their letters', () => {
    const spellings = ['the office of  ﬁgures', 'The Office of\n\tfigures', 'THE OFFICE OF FIGURES'];
    expect(new Set(spellings.map((title) => wordsAlias(entry({ title })))).size).toBe(1);
    expect(wordsAlias(entry({ title: 'the officeoffigures' }))).not.toBe(
      wordsAlias(entry({ title: spellings[0] ?? '' })),
    );
  });

  it('are its title and the first 300 characters of its teaser, else of its text', () => {
    const name = wordsAlias(entry({ teaser: long }));
    expect(long.length).toBeGreaterThan(300);
    expect(wordsAlias(entry({ teaser: `${long}And more.` }))).toBe(name);
    expect(wordsAlias(entry({ teaser: `${long.slice(0, 299)}?${long.slice(300)}` }))).not.toBe(name);
    expect(wordsAlias(entry({ text: long }))).toBe(name);
    expect(wordsAlias(entry({ teaser: long, text: 'Other words.' }))).toBe(name);
    expect(wordsAlias(entry({ title: 'Another', teaser: long }))).not.toBe(name);
  });

  it('tell two articles of one title apart from 40 characters of text on', () => {
    expect(hasTellingText(entry({ teaser: 'x'.repeat(39), text: long }))).toBe(false);
    expect(hasTellingText(entry({ teaser: 'x'.repeat(40) }))).toBe(true);
    expect(hasTellingText(entry({ text: 'x'.repeat(40) }))).toBe(true);
  });

  const contentOf = (one: Entry) => aliasesOf('link', one).find((alias) => alias.startsWith('content:'));

  it('name it alone when the text is long enough', () => {
    expect(contentOf(entry({ teaser: long, url: 'https://example.org/1' }))).toBe(wordsAlias(entry({ teaser: long })));
  });

  it('name it together with its address when the text is short, but never with the front page', () => {
    const at = (url: string) => contentOf(entry({ teaser: 'Short.', url }));
    expect(at('https://example.org/1')).toMatch(/^content:/);
    expect(at('https://example.org/1')).not.toBe(at('https://example.org/2'));
    expect(at('https://example.org/1')).not.toBe(contentOf(entry({ teaser: 'Other.', url: 'https://example.org/1' })));
    expect(at('https://example.org/1?t=17')).toBe(at('https://example.org/1?t=18'));
    expect(at('https://example.org/')).toBeUndefined();
    expect(contentOf(entry({ teaser: 'Short.' }))).toBeUndefined();
  });
});
