import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../../src/sources/page/parsePage.ts';

const quotation = 'Ships that rounded the cape in winter paid for it twice, once in time and once in men. '
  .repeat(8)
  .trim();
const original = 'https://review.example.net/2026/price-of-the-passage';

const read = (body: string, head = '') =>
  parsePage({
    bytes: Buffer.from(
      `<html lang="en"><head><title>The passage</title><meta name="author" content="Ada Member">${head}</head><body><h1>The passage</h1><article>${body}</article></body></html>`,
    ),
    url: 'https://www.society.example.org/post/the-passage',
    contentType: 'text/html; charset=utf-8',
  });

describe('the article that a page recommends', () => {
  it('is named, entitled and linked, and its author is not the author of the post', () => {
    const page = read(
      `<p>This article from the Harbour Review asks what the passage cost. Find the article's full text here:</p>
       <p><a href="${original}">A Price for the Passage</a></p>
       <blockquote><p>${quotation}</p><p>By <a rel="author" href="/x">Some Reviewer</a></p></blockquote>
       <p>Read the full article and tell us in the forum what you think: <a href="https://forum.example.com/t/1">The forum</a></p>`,
    );
    expect(page.quotes).toEqual({ name: 'Harbour Review', title: 'A Price for the Passage', url: original });
    expect(page.authors).toEqual(['Ada Member']);
    expect(page.text).toContain('A Price for the Passage');
  });

  it.each([
    [
      'a name that is itself the link',
      `<p>This essay by <a href="${original}">The Harbour Review</a> is worth an evening.</p>`,
    ],
    ['where it first appeared', `<p>Originally published in <a href="${original}">The Harbour Review</a>.</p>`],
  ])('is known by %s', (_how, opening) => {
    expect(read(`${opening}<p>“${quotation}”</p>`).quotes).toEqual({ name: 'The Harbour Review', url: original });
  });

  it('is known by its host where nobody is named', () => {
    const page = read(
      `<blockquote>${quotation}</blockquote><p>Read the full essay <a href="${original}">here</a>.</p>`,
    );
    expect(page.quotes).toEqual({ name: 'review.example.net', url: original });
  });

  it('is not claimed for an article of the society that links to a report', () => {
    const own = `<p>${quotation.replaceAll('.', ' now.')}</p>`.repeat(3);
    expect(read(`${own}<p>Read the full report at <a href="${original}">the ministry</a>.</p>`).quotes).toBeUndefined();
    expect(
      read(`${own}<p>She said: “I would go again.” This article by Jo Friend says why.</p>`).quotes,
    ).toBeUndefined();
  });

  it('has no address of the society itself, of a place for sharing, or of another kind', () => {
    for (const address of [
      '/post/other',
      'https://shop.society.example.org/a',
      'https://www.facebook.com/a',
      'javascript:x()',
    ]) {
      const page = read(
        `<p>This article from the Harbour Review is good. Full text here: <a href="${address}">Go on</a></p><p>“${quotation}”</p>`,
      );
      expect(page.quotes, address).toEqual({ name: 'Harbour Review' });
    }
  });
});

const sample = '../shared/seed/society-article.txt';
const hasSample = existsSync(sample);

describe.skipIf(!hasSample)("the society's own curated post", () => {
  const furniture = /top of page|Recent Posts|See All|Featured Posts|actively recruiting/;

  it('gives its article, whom it quotes, and none of its furniture', () => {
    const paragraphs = readFileSync(sample, 'utf8')
      .split(/\n+/)
      .filter((line) => line.trim() !== '');
    const isTitle = (line: string) => /^Relationship Under Strain$/.test(line.trim());
    const [top = '', title = '', ...rest] = paragraphs;
    const end = rest.indexOf('Recent Posts');
    const inBody = rest
      .slice(0, end)
      .map((line) =>
        isTitle(line) ? `<p><a href="https://www.cfr.org/backgrounder/china">${line}</a></p>` : `<p>${line}</p>`,
      );
    const page = parsePage({
      bytes: Buffer.from(
        `<html><head><title>${title} | Society</title><meta property="og:title" content="${title}"></head><body><p>${top}</p><div data-hook="post"><h1>${title}</h1><div data-hook="post-description">${inBody.join('')}</div></div><div>${rest
          .slice(end)
          .map((line) => `<p>${line}</p>`)
          .join('')}</div></body></html>`,
      ),
      url: 'https://www.society.example.org/post/relationship',
    });
    expect(page.text).not.toMatch(furniture);
    expect(page.text).toMatch(/^This article from the Council on Foreign Relations/);
    expect(page.text).toContain('A Defense Alliance?');
    expect(page.text).toContain('dangerous military action."');
    expect(page.quotes).toEqual({
      name: 'Council on Foreign Relations',
      title: 'Relationship Under Strain',
      url: 'https://www.cfr.org/backgrounder/china',
    });
  });
});
