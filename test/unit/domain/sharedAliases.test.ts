import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/domain/article.ts';
import { sharedAliases } from '../../../src/domain/sharedAliases.ts';

const entry = (changes: Partial<Entry>): Entry => ({
  title: 'Tariffs and trade',
  teaser: '',
  text: '',
  authors: [],
  categories: [],
  ...changes,
});
const first = 'What the first article of the society says.';
const second = 'What the second article of the society says.';
const page = 'https://example.org/news';

describe('a name that several articles of a document share', () => {
  it.each<[string, Entry[], string[]]>([
    [
      'is the guid that was used again',
      [entry({ guid: '1', url: `${page}/a`, teaser: first }), entry({ guid: '1', url: `${page}/b`, teaser: second })],
      ['guid:1'],
    ],
    [
      'is the page that all link to',
      [entry({ guid: '1', url: page, teaser: first }), entry({ guid: '2', url: page, teaser: second })],
      [`link:${page}`],
    ],
    [
      'is the page that all link to, also while their texts are short',
      [entry({ guid: '1', url: page, teaser: 'In short.' }), entry({ guid: '2', url: page, teaser: 'In short.' })],
      [`link:${page}`],
    ],
    [
      'is the guid of articles without a link',
      [entry({ guid: '1', teaser: first }), entry({ guid: '1', teaser: second })],
      ['guid:1'],
    ],
    [
      'is none where the same words stand under another guid: that is the same article',
      [entry({ guid: '1', url: page, teaser: first }), entry({ guid: '2', url: page, teaser: first })],
      [],
    ],
    [
      'is none where other words stand at the same link under the same guid: that is a correction',
      [entry({ guid: '1', url: page, teaser: first }), entry({ guid: '1', url: page, teaser: second })],
      [],
    ],
    [
      'is none where a guid is repeated with the same words at another link: that is the same article',
      [entry({ guid: '1', url: `${page}/a`, teaser: first }), entry({ guid: '1', url: `${page}/b`, teaser: first })],
      [],
    ],
    [
      'is the page that articles without guids link to, each under another title',
      [
        ...[entry({ url: page, title: 'One' }), entry({ url: page, title: 'Two' })],
        entry({ guid: '3', url: `${page}/c`, teaser: first }),
      ],
      [`link:${page}`],
    ],
    [
      'is none where links are shared without guids under one title: nothing else tells',
      [entry({ url: page, teaser: first }), entry({ url: page, teaser: second })],
      [],
    ],
    [
      'is none where an entry without a guid shares the link of one that has one',
      [entry({ url: page, teaser: first }), entry({ guid: '2', url: page, teaser: second })],
      [],
    ],
    [
      'is none where guids or links are all there is, and each is another',
      [
        ...[entry({ guid: '1', teaser: first }), entry({ guid: '2', teaser: second })],
        ...[entry({ url: `${page}/a`, teaser: first }), entry({ url: `${page}/b`, teaser: second })],
      ],
      [],
    ],
  ])('%s', (_, entries, shared) => {
    expect([...sharedAliases(entries)]).toEqual(shared);
  });
});
