import { describe, expect, it } from 'vitest';
import { readListing } from '../../../../src/sources/listing/readListing.ts';

const home = 'https://society.example/';
const read = (xml: string, url: string, contentType: string) =>
  readListing({ bytes: Buffer.from(xml), url, contentType });
const on = (year: number, month: number, date: number) => Date.UTC(year, month - 1, date);

describe('a sitemap', () => {
  const map = (items: string) =>
    `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${items}</urlset>`;
  const item = (path: string, changed = '', more = '') =>
    `<url><loc>https://society.example${path}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}${more}</url>`;

  it('gives what looks like articles, the last changed first', () => {
    const xml = map(
      item('/') +
        item('/about') +
        item('/news/river-treaties-in-dry-years.html', '2026-11-03') +
        item('/tag/rivers') +
        item('/news/2026/who_pays', '2026-11-20') +
        item(
          '/news/untitled',
          '2026-11-01',
          '<news:news><news:publication_date>2026-10-30</news:publication_date><news:title><![CDATA[A title & more]]></news:title></news:news>',
        ),
    );
    const { entries } = read(xml, `${home}sitemap.xml`, 'application/xml');
    expect(entries.map(({ title }) => title)).toEqual(['Who pays', 'River treaties in dry years', 'A title & more']);
    expect(entries[0]).toMatchObject({ updatedAt: on(2026, 11, 20) });
    expect(entries[0]?.publishedAt).toBeUndefined();
    expect(entries[2]?.publishedAt).toBe(on(2026, 10, 30));
  });

  it('of posts alone gives all its addresses', () => {
    const { entries } = read(
      map(item('/rivers-run-dry') + item('/who-pays')),
      `${home}blog-posts-sitemap.xml`,
      'text/xml',
    );
    expect(entries.map(({ title }) => title)).toEqual(['Rivers run dry', 'Who pays']);
  });

  it('gives its old articles as well, so that one that is edited is known before, and a new one at its end is seen', () => {
    const posts = Array.from({ length: 300 }, (_, index) => item(`/news/old-river-treaties-${index}`));
    const before = read(map(posts.join('')), `${home}post-sitemap.xml`, 'text/xml').entries.map(({ url }) => url);
    const edited = item('/news/old-river-treaties-299', '2026-11-20');
    const now = read(map(posts.with(299, edited).join('')), `${home}post-sitemap.xml`, 'text/xml').entries;
    expect(now[0]?.url).toBe(`${home}news/old-river-treaties-299`);
    expect(before).toContain(now[0]?.url);
  });

  it('of sitemaps says which of them holds the articles', () => {
    const index = `<sitemapindex>${['category-sitemap', 'pages-sitemap', 'post-sitemap'].map((name) => `<sitemap><loc>https://society.example/${name}.xml</loc></sitemap>`).join('')}</sitemapindex>`;
    expect(read(index, `${home}sitemap.xml`, 'text/xml')).toMatchObject({
      entries: [],
      articlesAt: `${home}post-sitemap.xml`,
    });
  });
});
