// Pages without a feed, written for these tests in the ways that makers of sites and people write them: every article is found,
// and nothing else is taken for one.

import { readListing } from '../../../../src/sources/listing/readListing.ts';

export const home = 'https://society.example/';
export const titles = [
  'River treaties in dry years',
  'What a minimum wage does to small towns',
  'Who pays for the carbon border',
  'Microcredit after the boom',
];
export const slugs = ['river-treaties', 'minimum-wage', 'carbon-border', 'microcredit'];
export const day = (index: number) => 20 - index;
export const list = (item: (title: string, slug: string, index: number) => string) =>
  titles.map((title, index) => item(title, slugs[index] ?? '', index)).join('\n');

export const nav = `<header><a href="/">Society</a><nav><ul><li><a href="/about-us">About the society</a></li><li><a href="/news/">All our news</a></li>
<li><a href="/our-research-programme">Our research programme</a></li></ul></nav></header>`;
const footer = `<footer><h3>More from us</h3><ul><li><a href="/2019/01/old-article-in-the-footer">An old article in the footer</a> 3 January 2019</li>
<li><a href="/legal-notice">Legal notice</a></li></ul></footer>`;
export const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>Blog | Society</title>${head}</head><body>${body}</body></html>`;
export const read = (html: string, url = home, contentType = 'text/html; charset=utf-8') =>
  readListing({ bytes: Buffer.from(html), url, contentType });
export const on = (year: number, month: number, date: number) => Date.UTC(year, month - 1, date);

interface Shape {
  readonly html: string;
  readonly url?: string;
  /** Address of an article by its slug. */
  readonly at: (slug: string) => string;
  readonly isDated?: boolean;
}

export const shapes: Record<string, Shape> = {
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
