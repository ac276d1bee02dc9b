import { describe, expect, it } from 'vitest';
import { cpuTimeOf } from '../cpuTime.ts';
import { day, home, list, nav, on, page, read, shapes, slugs, titles } from './pageShapes.ts';

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

  it('is no feed, whoever says that it is read as a page', () => {
    const links = slugs.map(
      (slug) =>
        `<item><description><![CDATA[<h2><a href="/news/${slug}">${slug} and more words</a></h2>]]></description></item>`,
    );
    const refused = expect.objectContaining({ code: 'notAPage' });
    expect(() => read(`<?xml version="1.0"?>\n<rss><channel>${links.join('')}</channel></rss>`)).toThrow(refused);
    expect(() => read(`<!-- x --><feed xmlns="http://www.w3.org/2005/Atom">${links.join('')}</feed>`)).toThrow(refused);
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
