// Pages of the makers of sites, written for these tests: from each the right feed must come first.

import { describe, expect, it } from 'vitest';
import { findFeedLinks } from '../../../../src/sources/discover/findFeedLinks.ts';
import { knownFeedPaths } from '../../../../src/sources/discover/knownFeedPaths.ts';
import { cpuTimeOf } from '../cpuTime.ts';

const site = 'https://society.example/';
const page = (head: string, body = '<p>Welcome</p>') =>
  `<!doctype html><html lang="en"><head><title>Society</title>${head}</head><body>${body}</body></html>`;
const link = (type: string, href: string, title = '') =>
  `<link rel="alternate" type="${type}" title="${title}" href="${href}">`;
const rss = 'application/rss+xml';
const atom = 'application/atom+xml';

/** The feed that is read first: one that is named, else the likeliest place. */
const firstOf = (html: string, url = site) => findFeedLinks(html, url)[0]?.urls[0] ?? knownFeedPaths(url, html)[0];

describe('the right feed of a page', () => {
  it.each<[what: string, html: string, feed: string, url?: string]>([
    ['with an Atom feed only', page(link(atom, `${site}atom.xml`)), `${site}atom.xml`],
    ['with a JSON feed only', page(link('application/feed+json', '/feed.json')), `${site}feed.json`],
    [
      'that names its comments first',
      page(link(rss, `${site}comments/feed/`, 'Society » Comments Feed') + link(rss, `${site}feed/`, 'Society » Feed')),
      `${site}feed/`,
    ],
    [
      'whose comments tell only by their address',
      page(link(rss, '/comments/feed/') + link(rss, '/feed/')),
      `${site}feed/`,
    ],
    ['with a relative address', page(link(rss, 'feed.xml')), `${site}blog/feed.xml`, `${site}blog/about`],
    [
      'with a base address',
      page(`<base href="https://cdn.example/s/">${link(rss, 'rss.xml')}`),
      'https://cdn.example/s/rss.xml',
    ],
    [
      'whose type has a charset',
      page(link('application/rss+xml; charset=utf-8', '/news.php?out=1')),
      `${site}news.php?out=1`,
    ],
    ['in capitals', page('<LINK REL="ALTERNATE" TYPE="Application/RSS+XML" HREF="/NEWS.RSS">'), `${site}NEWS.RSS`],
    [
      'in two languages',
      page(
        `<link rel="alternate" type="${rss}" hreflang="de" href="/de/feed" title="Gesellschaft">` +
          `<link rel="alternate" type="${rss}" hreflang="en" href="/en/feed" title="Society">`,
      ),
      `${site}en/feed`,
    ],
    [
      'of WordPress',
      page(
        `<link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/2"><link rel="alternate" type="application/json+oembed" href="/wp-json/oembed/1.0/embed?url=x">` +
          link(rss, '/feed/', 'Society &raquo; Feed') +
          link(rss, '/comments/feed/', 'Society &raquo; Comments Feed') +
          link(rss, '/2026/11/rivers/feed/', 'Society &raquo; Rivers Comments Feed'),
      ),
      `${site}feed/`,
      `${site}2026/11/rivers/`,
    ],
    [
      'of an article whose comments are titled in another language',
      page(
        link(rss, '/rivers/feed/', 'Gesellschaft » Flüsse Antworten') + link(rss, '/feed/', 'Gesellschaft » Beiträge'),
      ),
      `${site}feed/`,
      `${site}rivers/`,
    ],
    [
      'of WordPress that names none',
      page('<link rel="stylesheet" href="/wp-content/themes/t/style.css">'),
      `${site}feed/`,
    ],
    [
      'of a WordPress in a folder',
      page('<script src="https://society.example/blog/wp-includes/js/x.js"></script>'),
      `${site}blog/feed/`,
      `${site}blog/`,
    ],
    [
      'of Wix that names none',
      page('<meta name="generator" content="Wix.com Website Builder">'),
      `${site}blog-feed.xml`,
      `${site}blog`,
    ],
    ['of Ghost', page('<meta name="generator" content="Ghost 6.1">'), `${site}rss/`],
    ['of Substack', page('<link rel="preconnect" href="https://substackcdn.com">'), `${site}feed`],
    [
      'of Squarespace',
      page('<!-- This is Squarespace. --><script src="//static1.squarespace.com/x.js"></script>'),
      `${site}journal?format=rss`,
      `${site}journal`,
    ],
    [
      'of Blogger',
      page(
        link(atom, '/feeds/posts/default', 'Society - Atom') +
          link(rss, '/feeds/posts/default?alt=rss', 'Society - RSS') +
          '<link rel="service.post" type="application/atom+xml" href="https://www.blogger.com/feeds/1/posts/default">' +
          link(atom, '/feeds/77/comments/default', 'Society - Atom'),
      ),
      `${site}feeds/posts/default`,
    ],
    ['of Medium', page(''), 'https://medium.com/feed/@society', 'https://medium.com/@society'],
    [
      'that names it in its text only',
      page(
        '',
        '<a href="/about">About</a><footer><a href="/rss.xml">RSS</a> <a href="https://feedly.com/i/subscription/feed%2Fx/feed">Feedly</a></footer>',
      ),
      `${site}rss.xml`,
    ],
    [
      'with a feed for readers to open',
      page(`<link rel="alternate" type="${rss}" href="feed://society.example/latest.rss">`),
      `${site}latest.rss`,
    ],
    [
      'with a feed of a section beside the one of all',
      page(link(rss, '/category/events/feed/', 'Events') + link(rss, '/feed/', 'Society')),
      `${site}feed/`,
    ],
    ['that tells nothing', page(''), `${site}feed/`],
  ])('%s', (_what, html, feed, url) => {
    expect(firstOf(html, url)).toBe(feed);
  });

  it('is one feed in several formats, not several feeds', () => {
    const html = page(
      link('application/feed+json', '/feed.json', 'Society - JSON') +
        link(rss, '/blog-feed.xml', 'Society - RSS') +
        link(atom, '/atom.xml', 'Society - Atom'),
    );
    expect(findFeedLinks(html, site)).toEqual([
      { title: 'Society - RSS', urls: [`${site}blog-feed.xml`, `${site}atom.xml`, `${site}feed.json`] },
    ]);
  });

  it('stays a choice where two feeds say different things', () => {
    const html = page(link(rss, '/news/feed', 'News') + link(rss, '/essays/feed', 'Essays'));
    expect(findFeedLinks(html, site).map(({ title }) => title)).toEqual(['News', 'Essays']);
  });

  it('is found where the blog itself is called Comments', () => {
    expect(firstOf(page(link(rss, '/feed.xml', 'Comments on the economy')))).toBe(`${site}feed.xml`);
  });

  it('is none where a page links to none', () => {
    const html = page('<link rel="alternate" hreflang="de" href="/de/">', '<a href="/feedback">Feedback</a>');
    expect(findFeedLinks(html, site)).toEqual([]);
  });
});

describe('the places where feeds are looked for', () => {
  it('are at most six, each once, and never the page itself', () => {
    const html = page(
      '<meta name="generator" content="WordPress 6.8"><script src="https://static.parastorage.com/x.js">',
    );
    for (const url of [site, `${site}feed/`, `${site}blog/`]) {
      const paths = knownFeedPaths(url, html);
      expect(paths.length).toBeLessThanOrEqual(6);
      expect(new Set(paths).size).toBe(paths.length);
      expect(paths).not.toContain(url);
    }
  });

  it('include the usual ones for a page that tells nothing', () => {
    expect(knownFeedPaths(site, page(''))).toEqual(
      expect.arrayContaining([`${site}feed/`, `${site}blog-feed.xml`, `${site}rss/`, `${site}feed`]),
    );
  });
});

describe('looking for feeds', () => {
  it('costs little whatever the page is', () => {
    const filled = (part: string) => page('', part.repeat(Math.floor(1_000_000 / part.length)));
    const yardstick = cpuTimeOf(() => findFeedLinks(filled('<p><a href="/x">A link</a> and words.</p>'), site));
    for (const part of [
      '<a ',
      '<link rel=alternate ',
      '<a href=',
      '<',
      '&amp;',
      `${link(rss, '/f')}`,
      '"/wp-content',
    ]) {
      const html = filled(part);
      const work = cpuTimeOf(() => [findFeedLinks(html, site), knownFeedPaths(site, html)]);
      expect(work, part).toBeLessThan(yardstick * 6);
    }
  });
});
