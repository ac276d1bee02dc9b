// Pages of any kind: looking for feeds and articles throws nothing, and what it gives can be followed and told apart.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalLink } from '../../src/domain/canonicalLink.ts';
import { chooseIdentity } from '../../src/domain/identity.ts';
import { findFeedLinks } from '../../src/sources/discover/findFeedLinks.ts';
import { knownFeedPaths } from '../../src/sources/discover/knownFeedPaths.ts';
import { readListing } from '../../src/sources/listing/readListing.ts';

const page = 'https://society.example/blog/';
const piece = fc.oneof(
  fc.constantFrom(
    '<ul>',
    '</ul>',
    '<li>',
    '<article>',
    '</article>',
    '<h2>',
    '</h2>',
    '<p>',
    '</a>',
    '<nav>',
    '</div>',
  ),
  fc.constantFrom(
    '3 May 2026',
    '<time datetime="2026-05-03">',
    'Read more',
    'A title of some words',
    '<div class="post">',
  ),
  fc.constantFrom(
    '<base href="//[">',
    '<base href="/x/">',
    '<link rel=alternate type=application/rss+xml href="/feed">',
  ),
  fc.constantFrom('<urlset>', '<sitemapindex>', '<url>', '<loc>', 'https://society.example/news/a', '</loc>', '</url>'),
  fc.constantFrom(
    '<script type="application/ld+json">',
    '</script>',
    '{"@type":"Blog","blogPost":[',
    '{"@graph":null}',
    ']}',
  ),
  fc
    .oneof(fc.webPath(), fc.webUrl(), fc.string(), fc.constantFrom('http://[', 'news/1', '//', '?a=%', '/%E0%A4%A/x'))
    .map((href) => `<a href="${href}">`),
  fc.string(),
);
const html = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(''));

describe('any page', () => {
  it('gives articles of its own site, each once, with a title', () => {
    fc.assert(
      fc.property(html, fc.constantFrom(page, 'https://society.example/sitemap.xml'), (text, url) => {
        const { entries } = readListing({ bytes: Buffer.from(text), url, contentType: 'text/html' });
        for (const entry of entries) {
          expect(new URL(entry.url ?? '').hostname).toMatch(/^(www\.)?society\.example$/);
          expect(entry.title).not.toBe('');
        }
        expect(new Set(entries.map((entry) => canonicalLink(entry.url ?? ''))).size).toBe(entries.length);
        if (entries.length > 0) expect(chooseIdentity(entries)).toBe('link');
      }),
      { numRuns: 500 },
    );
  });

  it('names feeds and places that can be asked', () => {
    fc.assert(
      fc.property(html, (text) => {
        const named = findFeedLinks(text, page).flatMap(({ urls }) => urls);
        for (const url of [...named, ...knownFeedPaths(page, text)]) expect(url).toMatch(/^https?:\/\//);
      }),
      { numRuns: 300 },
    );
  });

  it('gives the articles of a list in whatever order they stand', () => {
    const names = ['rivers', 'wages', 'borders', 'microcredit', 'sanctions'];
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: 3 }), (chosen) => {
        const list = chosen.map((name) => `<li><a href="${name}">All about ${name} today</a> 3 May 2026</li>`).join('');
        const { entries } = readListing({ bytes: Buffer.from(`<ul>${list}</ul>`), url: page });
        expect(entries.map(({ url }) => url)).toEqual(chosen.map((name) => `${page}${name}`));
      }),
    );
  });
});
