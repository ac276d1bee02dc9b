// Pages without a feed, written for these tests in the ways that makers of sites and people write them: every article is found,
// and nothing else is taken for one.

import { describe, expect, it } from 'vitest';
import { readListing } from '../../../../src/sources/listing/readListing.ts';
import { cpuTimeOf } from '../cpuTime.ts';

const home = 'https://society.example/';
const titles = [
  'River treaties in dry years',
  'What a minimum wage does to small towns',
  'Who pays for the carbon border',
  'Microcredit after the boom',
];
const slugs = ['river-treaties', 'minimum-wage', 'carbon-border', 'microcredit'];
const day = (index: number) => 20 - index;
const list = (item: (title: string, slug: string, index: number) => string) =>
  titles.map((title, index) => item(title, slugs[index] ?? '', index)).join('\n');

const nav = `<header><a href="/">Society</a><nav><ul><li><a href="/about-us">About the society</a></li><li><a href="/news/">All our news</a></li>
<li><a href="/our-research-programme">Our research programme</a></li></ul></nav></header>`;
const footer = `<footer><h3>More from us</h3><ul><li><a href="/2019/01/old-article-in-the-footer">An old article in the footer</a> 3 January 2019</li>
<li><a href="/legal-notice">Legal notice</a></li></ul></footer>`;
const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>Blog | Society</title>${head}</head><body>${body}</body></html>`;
const read = (html: string, url = home, contentType = 'text/html; charset=utf-8') =>
  readListing({ bytes: Buffer.from(html), url, contentType });
const on = (year: number, month: number, date: number) => Date.UTC(year, month - 1, date);

interface Shape {
  readonly html: string;
  readonly url?: string;
  /** Address of an article by its slug. */
  readonly at: (slug: string) => string;
  readonly isDated?: boolean;
}

const shapes: Record<string, Shape> = {
  'a Wix blog': {
    url: `${home}blog`,
    at: (slug) => `${home}post/${slug}`,
    isDated: true,
    html: page(
      `${nav}<main><div><a href="/blog/categories/essays">Essays</a><a href="/blog/categories/notes">Notes</a></div><div class="gallery">${list(
        (title, slug, index) => `<div class="gi x${index}"><article>
        <a href="https://society.example/post/${slug}"><div class="img"><img src="https://static.example/${slug}.jpg" width="400" height="300" alt=""></div></a>
        <div><a href="/profile/anna">Anna Member</a><span title="Nov ${day(index)}, 2026">Nov ${day(index)}, 2026</span><span>3 min read</span></div>
        <a class="t${index}" href="https://society.example/post/${slug}"><div><h2>${title}</h2></div></a><div class="post-description">Some words that say what the article is about, more or less.</div>
        <a href="https://society.example/post/${slug}#comments">Write a comment</a></article></div>`,
      )}</div><div><a href="/blog/page/2">2</a></div></main>${footer}`,
    ),
  },
  'a WordPress blog': {
    url: `${home}news/`,
    at: (slug) => `${home}2026/11/${slug}/`,
    isDated: true,
    html: page(`${nav}<div id="primary" class="content-sidebar-wrap"><main>${list(
      (
        title,
        slug,
        index,
      ) => `<article id="post-${index}" class="post-${index} post type-post"><header class="entry-header"><h2 class="entry-title"><a href="${home}2026/11/${slug}/" rel="bookmark">${title}</a></h2>
      <a href="${home}2026/11/${slug}/"><time class="entry-date" datetime="2026-11-${day(index)}T09:00:00+00:00">November ${day(index)}, 2026</time></a> by <a href="${home}author/anna/">Anna</a></header>
      <div class="entry-summary"><p>Some words that say what the article is about, more or less. <a href="${home}2026/11/${slug}/">Continue reading</a></p></div>
      <footer><a href="${home}category/essays/" rel="category tag">Essays</a> <a href="${home}2026/11/${slug}/#respond">Leave a comment</a></footer></article>`,
    )}<nav class="navigation pagination"><a href="${home}news/page/2/">Older posts</a></nav></main>
    <div class="sidebar widget-area"><section class="widget"><h2>Recent Posts</h2><ul><li><a href="${home}2026/10/another-article-in-the-sidebar/">Another article in the sidebar</a></li><li><a href="${home}2026/09/a-third-one-in-the-sidebar/">A third one in the sidebar</a></li><li><a href="${home}2026/08/a-fourth-one-in-the-sidebar/">A fourth one in the sidebar</a></li></ul></section></div></div>${footer}`),
  },
  'a Ghost blog': {
    at: (slug) => `${home}${slug}/`,
    isDated: true,
    html: page(
      `${nav}<div class="post-feed">${list(
        (
          title,
          slug,
          index,
        ) => `<article class="post-card post ${index === 0 ? 'post-card-large' : 'tag-x'}"><a class="post-card-image-link" href="/${slug}/"><img src="/content/${slug}.jpg" alt=""></a>
        <div class="post-card-content"><a class="post-card-content-link" href="/${slug}/"><header><span class="post-card-primary-tag">Essays</span><h2 class="post-card-title">${title}</h2></header><div class="post-card-excerpt">Some words that say what the article is about, more or less.</div></a>
        <footer><time datetime="2026-11-${day(index)}">${day(index)} Nov 2026</time><span>4 min read</span></footer></div></article>`,
      )}</div>${footer}`,
    ),
  },
  'a plain list': {
    url: `${home}essays/index.html`,
    at: (slug) => `${home}essays/${slug}.html`,
    html: page(
      `<h1>Essays</h1><p><a href="../index.html">Home</a> <a href="../contact.html">Contact</a></p><ul>${list((title, slug) => `<li><a href="${slug}.html">${title}</a>`)}</ul>`,
    ),
  },
  'a plain list with dates': {
    at: (slug) => `${home}${slug}.html`,
    isDated: true,
    html: page(
      `<p><a href="about.html">About the society</a> | <a href="meetings.html">Our meetings</a></p><ul>${list((title, slug, index) => `<li>${day(index)} November 2026: <a href="${slug}.html">${title}</a></li>`)}</ul>`,
    ),
  },
  'cards with dates': {
    at: (slug) => `${home}insights/${slug}`,
    isDated: true,
    html: page(
      `${nav}<section class="grid">${list((title, slug, index) => `<a class="card" href="/insights/${slug}"><img src="/i/${slug}.png"><span class="kicker">Essay</span><h3>${title}</h3><p>Some words that say what the article is about, more or less.</p><span class="date">${day(index)} Nov 2026</span></a>`)}</section>
      <section class="team"><h2>Our people</h2>${['Anna Member', 'Ben Fellow', 'Cleo Scholar'].map((name) => `<a class="person" href="/team/${name.slice(0, 3)}"><h3>${name}</h3><p>Writes about rivers, and about much else besides that.</p></a>`).join('')}</section>${footer}`,
    ),
  },
  'a table': {
    at: (slug) => `${home}show?article=${slug}`,
    isDated: true,
    html: page(
      `${nav}<table><tr><th>Date<th>Title<th>Author${list((title, slug, index) => `<tr><td>2026-11-${day(index)}<td><a href="/show?article=${slug}">${title}</a><td>Anna Member`)}</table><p><a href="?page=2">Next</a></p>${footer}`,
    ),
  },
  'JSON-LD only': {
    url: `${home}blog`,
    at: (slug) => `${home}blog/${slug}`,
    isDated: true,
    html: page(
      '<div id="app"></div>',
      `<script type="application/ld+json">${JSON.stringify({
        '@context': 'https://schema.org',
        '@graph': [
          { '@type': 'BreadcrumbList', itemListElement: [{ '@type': 'ListItem', name: 'Home', item: home }] },
          {
            '@type': 'Blog',
            url: `${home}blog`,
            blogPost: titles.map((headline, index) => ({
              '@type': 'BlogPosting',
              headline,
              url: `/blog/${slugs[index]}`,
              datePublished: `2026-11-${day(index)}`,
              author: { '@type': 'Person', name: 'Anna Member' },
            })),
          },
        ],
      })}</script>`,
    ),
  },
  'German dates': {
    url: `${home}aktuelles`,
    at: (slug) => `${home}aktuelles/${slug}`,
    isDated: true,
    html: page(
      `<nav><a href="/ueber-uns">Über uns</a></nav><div class="liste">${list((title, slug, index) => `<div class="eintrag"><span>${day(index)}. November 2026</span><h3><a href="/aktuelles/${slug}">${title}</a></h3><a href="/aktuelles/${slug}">Weiterlesen</a></div>`)}</div><div class="fuss"><a href="/impressum">Impressum</a> <a href="/datenschutz">Datenschutz</a></div>`,
    ),
  },
  'relative links below a base': {
    url: `${home}en/start`,
    at: (slug) => `${home}articles/${slug}`,
    isDated: true,
    html: page(
      `${nav}<main>${list((title, slug, index) => `<div class=row><h2><a href="${slug}?utm_source=home">${title}</a></h2><i>20.11.202${index}</i></div>`)}</main>`,
      '<base href="/articles/">',
    ),
  },
  'a Substack archive': {
    url: `${home}archive`,
    at: (slug) => `${home}p/${slug}`,
    html: page(
      `<div class="archive">${list(
        (
          title,
          slug,
        ) => `<div class="post-preview"><a href="${home}p/${slug}"><img src="/i.jpg"></a><div><a href="${home}p/${slug}">${title}</a>
        <div><a href="${home}p/${slug}">What we learnt about ${slug} in a long and rather unusual year</a></div><div><time>Nov 20</time> <a href="${home}@anna">Anna Member</a></div></div><a href="${home}p/${slug}/comments">3</a></div>`,
      )}</div>`,
    ),
  },
  'addresses with dates': {
    at: (slug) => `${home}2026/11/20/${slug}/`,
    isDated: true,
    html: page(
      `<h2>2026</h2><ul>${list((title, slug) => `<li>Nov 20 <a href="/2026/11/20/${slug}/">${title}</a>`)}</ul>`,
    ),
  },
  'furniture all around': {
    at: (slug) => `${home}blog/${slug}`,
    html: page(
      `${nav}<div class="breadcrumbs"><a href="/blog/all-of-it">All of our blog</a></div><section class="featured"><h2>Featured Posts</h2>${['one', 'two', 'three'].map((name) => `<h3><a href="/blog/featured-${name}">An old article that is featured ${name}</a></h3>`).join('')}</section>
      <div class="posts">${list((title, slug) => `<div class="post"><h2><a href="/blog/${slug}">${title}</a></h2><p>Some words that say what the article is about, more or less. <a href="/blog/tag/rivers">rivers</a></p><a href="/blog/${slug}">Read more →</a></div>`)}</div>
      <ul class="page-numbers"><li><a href="/blog/older-articles-1">Older articles are here</a></li></ul><div class="tagcloud"><a href="/blog/topic/rivers">Rivers and seas</a></div>${footer}`,
    ),
  },
};

describe('a page without a feed', () => {
  it.each(Object.entries(shapes))('gives its articles and nothing else: %s', (_name, { html, url, at, isDated }) => {
    const { entries } = read(html, url);
    expect(entries.map(({ title }) => title)).toEqual(titles);
    expect(entries.map((entry) => entry.url?.replace(/\?utm_source=home$/, ''))).toEqual(slugs.map(at));
    expect(entries.every(({ publishedAt }) => (publishedAt !== undefined) === (isDated ?? false))).toBe(true);
  });

  it('keeps date, teaser, picture and author where the page shows them', () => {
    const [first] = read(shapes['a Wix blog']?.html ?? '', `${home}blog`).entries;
    expect(first).toMatchObject({
      publishedAt: on(2026, 11, 20),
      teaser: 'Some words that say what the article is about, more or less.',
      picture: { url: 'https://static.example/river-treaties.jpg' },
    });
    expect(read(shapes['JSON-LD only']?.html ?? '', `${home}blog`).entries[0]?.authors).toEqual(['Anna Member']);
  });

  it('is named after its title, in its language', () => {
    expect(read(page('<p>Nothing here</p>'))).toMatchObject({ title: 'Blog | Society', language: 'en', siteUrl: home });
  });

  it.each<[what: string, html: string]>([
    ['only a menu', page(nav)],
    ['nothing', ''],
    [
      'a page about one article',
      page(
        `<article><h1>${titles[0]}</h1><p>See <a href="/essays/one">another essay of ours</a> and <a href="/essays/two">a second one of ours</a>.</p></article>`,
      ),
    ],
    [
      'an article with others below it',
      page(
        list((title, slug) => `<article><h3><a href="/blog/${slug}">${title}</a></h3></article>`),
        '<meta property="article:published_time" content="2026-11-20">',
      ),
    ],
    [
      'an article that describes itself',
      page(
        list((title, slug) => `<article><h3><a href="/blog/${slug}">${title}</a></h3></article>`),
        `<script type="application/ld+json">{"@type":"BlogPosting","headline":"This","mainEntityOfPage":{"@id":"${home}"}}</script>`,
      ),
    ],
    [
      'running text with links in it',
      page(
        ['the treaties of old', 'what others said of it', 'a list of all rivers', 'how it was done before']
          .map(
            (words, index) =>
              `<p>As we have seen in these days, and may see again, <a href="/blog/${index}-x">${words}</a> say so.</p>`,
          )
          .join(''),
      ),
    ],
    [
      'services without dates',
      page(
        ['consulting', 'teaching', 'reviewing']
          .map(
            (name) =>
              `<div class="card"><h3><a href="/${name}-for-firms">Our ${name} for all firms</a></h3><p>We do this well, and have done so for a long time now.</p></div>`,
          )
          .join(''),
      ),
    ],
    [
      'people',
      page(
        ['anna', 'ben', 'cleo']
          .map((name) => `<li><h3><a href="/people/${name}">The fellow called ${name}</a></h3> since 3 May 2020</li>`)
          .join(''),
      ),
    ],
    [
      'links to other sites',
      page(
        `<ul>${list((title, slug, index) => `<li><a href="https://other.example/2026/11/${slug}">${title}</a> ${day(index)} November 2026</li>`)}</ul>`,
      ),
    ],
    [
      'recent posts beside something else',
      page(
        `<p>Welcome to the society.</p><section><h2>Recent Posts</h2>${list((title, slug) => `<h3><a href="/blog/${slug}">${title}</a></h3>`)}</section>`,
      ),
    ],
  ])('gives nothing where there is %s', (_what, html) => {
    expect(read(html).entries).toEqual([]);
  });

  it('finds the newest that stands by itself', () => {
    const hero =
      '<div class="hero"><h2><a href="/blog/the-newest-of-all">The newest of all articles</a></h2><time datetime="2026-11-23"></time></div>';
    const rest = list(
      (title, slug, index) =>
        `<div class="post"><h2><a href="/blog/${slug}">${title}</a></h2><time datetime="2026-11-${day(index)}"></time></div>`,
    );
    expect(read(page(`<main>${hero}<div class="grid">${rest}</div></main>`)).entries.map(({ title }) => title)).toEqual(
      ['The newest of all articles', ...titles],
    );
  });

  it('costs little whatever it is', () => {
    const filled = (part: string) => page(part.repeat(Math.floor(1_000_000 / part.length)));
    const yardstick = cpuTimeOf(() => read(filled('<div><p>Some words and <b>more</b> words.</p></div>')));
    let number = 0;
    for (const part of [
      '<div>',
      '<a ',
      '<a href=/news/x>',
      '<li><a href=/news/x>y',
      '<h2><a href="/news/1">A title of words</a></h2>',
      '<',
      '&amp;',
      '<article><h2>',
      '<div class=title>',
      '<table><tr><td>',
      '<div class=recent><h2>Recent posts</h2>',
      '<time datetime=2026>',
      '<script type=application/ld+json>[',
      `<script type=application/ld+json>${'['.repeat(5000)}</script>`,
    ]) {
      const work = cpuTimeOf(() => read(filled(part)));
      expect(work, part).toBeLessThan(yardstick * 6);
    }
    const many = filled(
      '<div class=c><h2><a href="/news/NUMBER">A title of NUMBER words</a></h2> 3 May 2026</div>',
    ).replace(/NUMBER/g, () => {
      number += 1;
      return `${number}`;
    });
    expect(
      cpuTimeOf(() => read(many)),
      'many cards',
    ).toBeLessThan(yardstick * 6);
  });
});

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

  it('of sitemaps says which of them holds the articles', () => {
    const index = `<sitemapindex>${['category-sitemap', 'pages-sitemap', 'post-sitemap'].map((name) => `<sitemap><loc>https://society.example/${name}.xml</loc></sitemap>`).join('')}</sitemapindex>`;
    expect(read(index, `${home}sitemap.xml`, 'text/xml')).toMatchObject({
      entries: [],
      articlesAt: `${home}post-sitemap.xml`,
    });
  });
});
