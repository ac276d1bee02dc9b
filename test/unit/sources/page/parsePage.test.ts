import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { removeFurnitureLines } from '../../../../src/sources/page/furnitureLines.ts';
import { parsePage } from '../../../../src/sources/page/parsePage.ts';

import { cpuTimeOf } from '../cpuTime.ts';

const read = (html: string) =>
  parsePage({
    bytes: Buffer.from(html),
    url: 'https://society.example.org/posts/1',
    contentType: 'text/html; charset=utf-8',
  });

const sentence = 'The harbour was rebuilt in three stages, and each of them cost more than the council had been told.';
const page = (body: string, head = '') =>
  `<!doctype html><html lang="en-GB"><head><title>The harbour | Society</title><meta property="og:title" content="The harbour">${head}</head><body>${body}</body></html>`;

describe("an article's page", () => {
  it('gives the article without what stands around it', () => {
    const found = read(
      page(
        `<p>top of page</p><nav><a href="/">Home</a> <a href="/log">Log in / Sign up</a></nav><article><h1>The harbour</h1><p><span>A. Member</span> <time>3 May 2026</time> <span>2 min read</span></p>
        <p>${sentence}</p><p>${sentence} Again.</p><ul><li>first stage</li><li>second stage</li></ul><figure><img src="/h.jpg"><figcaption>Photo</figcaption></figure><p>${sentence} At last.</p><p><span>214 views</span><span>0 comments</span></p></article>
        <h2>Recent Posts</h2><p>See All</p><p>Something else entirely</p><p>bottom of page</p>`,
        '<meta name="author" content="By A. Member"><meta property="og:image" content="/og.jpg"><meta property="og:image:alt" content="The harbour at dusk">',
      ),
    );
    expect(found).toEqual({
      title: 'The harbour',
      text: `${sentence}\n\n${sentence} Again.\n\n• first stage\n• second stage\n\n${sentence} At last.`,
      authors: ['A. Member'],
      language: 'en-gb',
      publishedAt: Date.UTC(2026, 4, 3),
      picture: { url: 'https://society.example.org/og.jpg', alt: 'The harbour at dusk' },
    });
  });

  it('is told with what its site calls itself, where the page says so', () => {
    const named = (head: string) => read(page(`<h1>The harbour</h1><p>${sentence}</p>`, head)).siteName;
    const publisher = { '@type': 'Article', headline: 'The harbour', publisher: { name: 'Quay Press' } };
    const linkedData = `<script type="application/ld+json">${JSON.stringify(publisher)}</script>`;
    expect(named(`<meta property="og:site_name" content=" Harbour &amp; Sea ">${linkedData}`)).toBe('Harbour & Sea');
    expect(named(linkedData)).toBe('Quay Press');
    expect(named('')).toBeUndefined();
  });

  it('is read whole where it is too large, too deep or too short for an article to be found', () => {
    expect(read(page(`${'<span>x </span>'.repeat(6_000)}<p>${sentence}</p>`)).text).toContain(sentence);
    expect(read(page(`${'<div>'.repeat(20_000)}<p>${sentence}</p>`)).text).toBe(sentence);
    expect(read(page('<p>Short.</p>')).text).toBe('Short.');
    expect(
      read(page('<nav><a href="/">Journal</a></nav><p>A short note.</p><footer>1 Quay Street</footer>')).text,
    ).toBe('A short note.');
  });

  it('costs little whatever it is', () => {
    const yardstick = cpuTimeOf(() => read(page(`<p>${sentence}</p>`.repeat(4_000))));
    for (const body of [
      '<div>',
      '<a ',
      '<p>',
      '<li>',
      '<table><tr><td>',
      '<',
      '<!--',
      '<font><b>',
      '&amp;',
      '&',
      '<br>',
      '<a b=c ',
    ]) {
      const work = cpuTimeOf(() => read(page(body.repeat(Math.floor(1_000_000 / body.length)))));
      expect(work, body).toBeLessThan(yardstick * 6);
    }
  });

  it('refuses what is no page', () => {
    expect(() => parsePage({ bytes: Buffer.of(1, 2), contentType: 'image/png' })).toThrow('notAPage');
    const feed =
      '<?xml version="1.0"?>\n<!-- made by hand --><rss version="2.0"><channel><title>A</title></channel></rss>';
    expect(() => parsePage({ bytes: Buffer.from(feed), contentType: 'application/rss+xml' })).toThrow('notAPage');
    const page = '<?xml version="1.0"?><!DOCTYPE html><html><head><title>A</title></head><body>B</body></html>';
    expect(parsePage({ bytes: Buffer.from(page), contentType: 'application/xhtml+xml' }).title).toBe('A');
  });
});

describe('the furniture of a page', () => {
  it('goes, and an article about it stays', () => {
    const text =
      'top of page\n\nThe harbour\n\nShare this post\n\nWe share this harbour.\n\n0 comments\n\nMore text here.\n\nRecent Posts\n\nSee All\n\nElse';
    expect(removeFurnitureLines(text, 'The Harbour')).toBe('We share this harbour.\n\nMore text here.');
  });

  it('does not take a heading at the top for the end of the article', () => {
    expect(removeFurnitureLines(`Recent posts\n\n${sentence}`, '')).toContain(sentence);
  });

  const sample = '../shared/seed/society-article.txt';
  it.skipIf(!existsSync(sample))("goes from a page of the society's own site", () => {
    const text = removeFurnitureLines(readFileSync(sample, 'utf8'), '');
    expect(text).not.toMatch(/top of page|Recent Posts|See All|Featured Posts|actively recruiting/);
    expect(text).toMatch(/^The China-North Korea Relationship/);
    expect(text).toContain('A Defense Alliance?');
  });
});
