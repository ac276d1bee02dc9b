import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../../src/sources/page/parsePage.ts';
import {
  articleText,
  ghostPage,
  squarespacePage,
  substackPage,
  universityPage,
  wixPage,
  wordPressPage,
} from './sitePages.ts';

const read = (html: string) =>
  parsePage({
    bytes: Buffer.from(html),
    url: 'https://www.society.example.org/post/the-keepers-books',
    contentType: 'text/html; charset=utf-8',
  });
const linesOf = (text: string) => text.split('\n').filter((line) => line !== '');

describe("a society's article", () => {
  it.each([
    ['Wix', wixPage, '2026-03-04T09:30:00.000Z', ['Ada Member']],
    ['WordPress', wordPressPage, '2026-03-04T09:30:00.000Z', ['Ada Member']],
    ['Ghost', ghostPage, '2026-03-04T09:30:00.000Z', ['Ada Member']],
    ['Substack', substackPage, '2026-03-04T09:30:00.000Z', ['Ada Member']],
    ['Squarespace', squarespacePage, '2026-03-04T09:30:00.000Z', ['Ada Member']],
    ['a university', universityPage, '2026-03-04T00:00:00.000Z', ['Ada Member', 'Ben Guest']],
  ])('is read from %s without its furniture', (_site, html, publishedAt, authors) => {
    const page = read(html);
    expect(linesOf(page.text)).toEqual(linesOf(articleText));
    expect(page.title.replace('’', "'")).toBe("The keepers' books");
    expect(page.authors).toEqual(authors);
    expect(new Date(page.publishedAt ?? 0).toISOString()).toBe(publishedAt);
    expect(page.quotes).toBeUndefined();
  });

  it('is read from a page that leaves out the tags HTML lets it leave out', () => {
    const bare = wordPressPage.replace(/<\/?(?:html|head|body)[^>]*>/g, '');
    expect(linesOf(read(bare).text)).toEqual(linesOf(articleText));
  });

  it('keeps its paragraphs apart', () => {
    expect(read(universityPage).text).toContain('archive.\n\nA group of members');
    expect(read(wixPage).text).toContain('trade.\n\nWhat the books show\n\n• Most ships');
  });

  it('tells its own address, and no other', () => {
    expect(read(wixPage).canonicalUrl).toBe('https://www.society.example.org/post/the-keepers-books');
    expect(
      read(wixPage.replaceAll('www.society.example.org/post', 'elsewhere.example.net')).canonicalUrl,
    ).toBeUndefined();
    expect(read(wixPage.replace('/post/the-keepers-books">', '/">')).canonicalUrl).toBeUndefined();
  });
});
