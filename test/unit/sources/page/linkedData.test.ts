import { describe, expect, it } from 'vitest';
import { findLinkedArticle } from '../../../../src/sources/page/linkedData.ts';

const own = 'https://society.example.org/post/1';
const find = (...scripts: (object | string)[]) =>
  findLinkedArticle(
    scripts.map((script) => (typeof script === 'string' ? script : JSON.stringify(script))),
    (url) => url === own,
  );

describe('what a page says of its article to programmes', () => {
  it('comes from a graph whose things name each other', () => {
    expect(
      find({
        '@graph': [
          { '@type': 'Person', '@id': '#ada', name: 'Ada Member' },
          { '@type': 'ImageObject', '@id': '#picture', url: 'https://a.example/p.jpg' },
          {
            '@type': ['Article', 'BlogPosting'],
            headline: 'Salt &amp; slate',
            author: [{ '@id': '#ada' }, 'Ben Guest', { name: '' }],
            image: { '@id': '#picture' },
            publisher: { name: 'Coast Society' },
            datePublished: '2026-03-04',
          },
        ],
      }),
    ).toEqual({
      headline: 'Salt & slate',
      authors: ['Ada Member', 'Ben Guest'],
      publisher: 'Coast Society',
      imageUrl: 'https://a.example/p.jpg',
      publishedAt: '2026-03-04',
    });
  });

  it('is about this page, not about another one in a list', () => {
    const article = (url: string, headline: string) => ({ '@type': 'BlogPosting', url, headline });
    const other = article('https://society.example.org/post/2', 'Other');
    expect(find([other, article(own, 'Own')])?.headline).toBe('Own');
    expect(find([other, { ...other, headline: 'Third' }])).toBeUndefined();
  });

  it('survives what people do to scripts', () => {
    expect(find('{"@type":"Article","headline":"Two\nlines"}')?.headline).toBe('Two lines');
    expect(find('<!-- {"@type":"Article","headline":"A"} -->')?.headline).toBe('A');
    expect(find('{"@type":"Article",', { '@type': 'Article', headline: 7, author: null })).toEqual({ authors: [] });
    expect(find('[[[null]]]', '"x"', '')).toBeUndefined();
  });
});
