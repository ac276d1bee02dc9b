import { describe, expect, it } from 'vitest';
import { SourceError } from '../../../../src/domain/errors.ts';
import type { ParsedFeed, ParsedItem } from '../../../../src/sources/feed/parsedFeed.ts';
import { parseFeed } from '../../../../src/sources/feed/parseFeed.ts';

const url = 'https://society.example.org/feed';
const parse = (text: string): ParsedFeed => parseFeed({ bytes: Buffer.from(text), url });
const rssItem = (inner: string, before = ''): ParsedItem =>
  parse(`${before}<rss><channel><item>${inner}</item></channel></rss>`).items[0] ?? raise();
const atomEntry = (inner: string): ParsedItem =>
  parse(`<feed xmlns="http://www.w3.org/2005/Atom"><entry>${inner}</entry></feed>`).items[0] ?? raise();

function raise(): never {
  throw new Error('no item');
}

describe('the link of an item', () => {
  it.each([
    ['<link rel="enclosure">/file.mp3</link><link rel="alternate">/page</link>', '/page'],
    ['<link rel="enclosure">/file.mp3</link><link href="/page"/>', '/page'],
    ['<link rel="self" href="/entry.xml"/><link rel="alternate" type="text/html" href="/page"/>', '/page'],
    ['<link type="application/pdf" href="/page.pdf"/><link type="text/html" href="/page"/>', '/page'],
    ['<link href="/attributed"/><link>/page</link>', '/page'],
    ['<link rel="related" href="/elsewhere"/>', undefined],
    ['<guid>https://society.example.org/page</guid>', '/page'],
    ['<guid isPermaLink="false">https://society.example.org/page</guid>', undefined],
  ])('%s', (links, path) => {
    expect(rssItem(links).url).toBe(path === undefined ? undefined : `https://society.example.org${path}`);
  });
});

describe('the text of an item', () => {
  it('is HTML between elements, too, where its type says so', () => {
    expect(atomEntry('<content type="html"><div>One &lt;b&gt;two&lt;/b&gt;</div></content>').contentHtml).toBe(
      '<div>One <b>two</b></div>',
    );
    expect(atomEntry('<content type="xhtml"><div>1 &lt; 2</div></content>').contentHtml).toBe('<div>1 &lt; 2</div>');
  });

  it('keeps drawings and formulas as HTML reads them', () => {
    const svg = `<s:svg xmlns:s="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="3"><s:a xlink:href="/x"><s:g xlink:title="y"/></s:a></s:svg>`;
    expect(atomEntry(`<content type="xhtml"><div>${svg}</div></content>`).contentHtml).toBe(
      '<div><svg width="3"><a xlink:href="/x" xmlns:xlink="http://www.w3.org/1999/xlink"><g xlink:title="y"></g></a></svg></div>',
    );
    const formula = '<m:math xmlns:m="http://www.w3.org/1998/Math/MathML"><m:mi>x</m:mi></m:math>';
    expect(atomEntry(`<content type="xhtml">${formula}</content>`).contentHtml).toBe('<math><mi>x</mi></math>');
  });

  it('loses nothing behind what looks like a declaration', () => {
    expect(rssItem(`<description>&lt;!' and &lt;!-- c --&gt;on</description>`).summaryHtml).toBe(
      "&lt;!' and <!-- c -->on",
    );
  });

  it('has its relative addresses made absolute, and nothing else touched', () => {
    const html = `<p CLASS=a>1 &lt; 2 <a title='x"y' href="../a?b=1&amp;c=2">x</a><img src=i.png /><a href="HTTP://b.org/">y</a>`;
    expect(rssItem(`<description><![CDATA[${html}]]></description>`).summaryHtml).toBe(
      `<p CLASS=a>1 &lt; 2 <a title="x&quot;y" href="https://society.example.org/a?b=1&amp;c=2">x</a><img src="https://society.example.org/i.png" /><a href="HTTP://b.org/">y</a>`,
    );
  });

  it.each([
    ['&#226;&#128;&#153;', '’'],
    ['&#xE2;&#x80;&#x99;', '’'],
    ['&acirc;&#128;&brvbar;', '…'],
    ['\u00e2\u0080\u0099', '’'],
    ['\u0093x\u0094', '“x”'],
    ['&#147;x&#148;', '“x”'],
    ['Ã© &#195;&#169;', 'Ã© Ã©'],
  ])('is mended where its bytes were taken for Latin-1: %s', (written, meant) => {
    expect(rssItem(`<title>${written}</title>`).title).toBe(meant);
  });
});

describe('entities a document declares', () => {
  const doctype = (declarations: string) => `<!DOCTYPE rss [${declarations}]>`;

  it('stand for their text', () => {
    const before = doctype(`<!ENTITY soc "The Society"><!ENTITY a.b 'A &amp; B'><!ENTITY nbsp "-">`);
    expect(rssItem('<title>&soc;: &a.b;&nbsp;&eacute;&axb;</title>', before).title).toBe('The Society: A & B-é&axb;');
  });

  it('are neither fetched, nor read for further ones, nor added without end', () => {
    const before = doctype(
      `<!ENTITY file SYSTEM "file:///etc/hostname"><!ENTITY one "${'x'.repeat(500)}"><!ENTITY two "&one;&one;">`,
    );
    expect(rssItem('<title>&file;&two;</title>', before).title).toBe('&file;&one;&one;');
    const many = ['title', 'description', 'content', 'body', 'summary'].map(
      (name) => `<${name}>${'&one;'.repeat(1_900)}</${name}>`,
    );
    // Without a bound on the whole document these would be 500 × 1,900 characters each.
    expect(
      JSON.stringify(parse(`${before}<rss><channel>${`<item>${many.join('')}</item>`.repeat(3)}</channel></rss>`))
        .length,
    ).toBeLessThan(1_300_000);
  });
});

describe('what a feed says twice', () => {
  it('a date said again corrects the one before; nonsense does not', () => {
    const dates = '<updated>2026-11-01</updated><updated>2026-10-01</updated><updated>soon</updated>';
    expect(atomEntry(dates).updatedAt).toBe(Date.UTC(2026, 9, 1));
  });

  it('categories are listed once each, also where one element lists them', () => {
    expect(
      rssItem('<category>Trade</category><category>Trade</category><tags>Prices, Labour market</tags>').categories,
    ).toEqual(['Trade', 'Prices', 'Labour market']);
  });
});

describe('a JSON Feed', () => {
  const json = (feed: object) => JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', ...feed });

  it('that was cut, or holds more than any feed does, is refused', () => {
    const codeOf = (text: string) => {
      try {
        parse(text);
      } catch (error) {
        return error instanceof SourceError ? error.code : String(error);
      }
      return undefined;
    };
    expect(codeOf(json({ items: [{ id: '1', title: 'a' }] }).slice(0, -3))).toBe('brokenFeed');
    expect(codeOf(json({ items: Array.from({ length: 250_000 }, () => ({})) }))).toBe('tooLarge');
    expect(codeOf('['.repeat(1_000_000))).toBe('tooLarge');
  });

  it('keeps ids apart that are numbers beyond 2^53, and leaves texts as they are', () => {
    const items =
      '{"id":9007199254740993,"title":"a"},{"id" : 9007199254740992 ,"title":"b \\"id\\":9007199254740993,"},{"id":7}';
    const feed = parse(`{"version":"https://jsonfeed.org/version/1.1","items":[${items}]}`);
    expect(feed.items.map(({ id }) => id)).toEqual(['9007199254740993', '9007199254740992', '7']);
    expect(feed.items[1]?.title).toBe('b "id":9007199254740993,');
  });

  it('of more than 1,000 items is read up to there, and says so', () => {
    const feed = parse(json({ items: Array.from({ length: 1_200 }, (_, id) => ({ id, title: 'a' })) }));
    expect([feed.items.length, feed.isPartial]).toEqual([1_000, true]);
  });
});
