import { describe, expect, it } from 'vitest';
import { SourceError } from '../../../../src/domain/errors.ts';
import { type FeedContent, readFeedDocument } from '../../../../src/sources/feed/readFeedDocument.ts';

import { cpuTimeOf } from '../cpuTime.ts';

const url = 'https://society.example.org/blog/feed.xml';

function read(text: string | Uint8Array, contentType = ''): FeedContent {
  return readFeedDocument({ bytes: typeof text === 'string' ? Buffer.from(text) : text, url, contentType });
}

function codeOf(text: string): string | undefined {
  try {
    read(text);
  } catch (error) {
    return error instanceof SourceError ? error.code : String(error);
  }
  return undefined;
}

const rss = (items: string, before = '') =>
  `<?xml version="1.0"?>${before}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:m="http://search.yahoo.com/mrss/"><channel><title>Society &amp; blog</title><link>https://society.example.org/</link><language>en_GB</language>${items}</channel></rss>`;

const item = (title: string, more = '') =>
  `<item><title>${title}</title><guid isPermaLink="false">id-${title}</guid><link>/posts/${title}</link>${more}</item>`;

describe('an RSS feed', () => {
  it('gives its articles as plain text with absolute links', () => {
    const feed = read(
      rss(
        `<item><title>Trade &amp;amp; &lt;em&gt;tariffs&lt;/em&gt;</title><link>/posts/1?utm_source=feed#top</link><guid isPermaLink="false">1</guid>
        <description>&lt;p&gt;A short &lt;a href="x"&gt;teaser&lt;/a&gt;.&lt;/p&gt;</description>
        <content:encoded><![CDATA[<p>The whole text, longer than the teaser.</p><p>And <img src="/tiny.png" width="1" height="1"><img src="/img/a.jpg" alt="A harbour">more.</p><p>The post Trade appeared first on Society.</p>]]></content:encoded>
        <d:creator>By A. Member</d:creator><author>b@example.org (B. Member)</author><author>c@example.org</author>
        <category>Economics</category><category>Economics</category><pubDate>Tue, 24 Nov 2026 10:00:00 GMT</pubDate></item>`,
      ),
    );
    expect(feed).toEqual({
      fingerprint: expect.any(String),
      title: 'Society & blog',
      siteUrl: 'https://society.example.org/',
      language: 'en-gb',
      isPartial: false,
      entries: [
        {
          guid: '1',
          url: 'https://society.example.org/posts/1?utm_source=feed',
          title: 'Trade & tariffs',
          teaser: 'A short teaser.',
          text: 'The whole text, longer than the teaser.\n\nAnd more.',
          authors: ['A. Member', 'B. Member'],
          categories: ['Economics'],
          language: 'en-gb',
          picture: { url: 'https://society.example.org/img/a.jpg', alt: 'A harbour' },
          publishedAt: Date.UTC(2026, 10, 24, 10),
        },
      ],
    });
  });

  it('borrows a missing title from the text and never invents one', () => {
    const long = 'Members met to discuss '.repeat(10);
    const feed = read(
      rss(
        `<item><guid>a</guid><description>${long}</description></item><item><link>https://a.example.org/x/</link></item><item></item>`,
      ),
    );
    expect(feed.entries.map(({ title }) => title)).toEqual([
      'Members met to discuss Members met to discuss Members met to discuss Members…',
      'a.example.org/x',
    ]);
  });

  it('has no date where the feed gives nonsense', () => {
    const [entry] = read(rss(item('one', '<pubDate>yesterday</pubDate>'))).entries;
    expect(entry).not.toHaveProperty('publishedAt');
  });

  it('takes a picture from media elements and enclosures, and only from the web', () => {
    const feed = read(
      rss(
        item('a', '<m:content url="https://cdn.example.org/a.jpg" medium="image"><m:title>Alt</m:title></m:content>') +
          item('b', '<enclosure url="/b.png" type="image/png" length="1"/>') +
          item('c', '<description>&lt;img src="data:image/png;base64,AAAA"&gt;</description>'),
      ),
    );
    expect(feed.entries.map(({ picture }) => picture)).toEqual([
      { url: 'https://cdn.example.org/a.jpg', alt: 'Alt' },
      { url: 'https://society.example.org/b.png' },
      undefined,
    ]);
  });
});

describe('other formats', () => {
  it('Atom, with xml:base and markup as content', () => {
    const feed = read(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr" xml:base="https://a.example.org/x/"><title type="text">1 &lt; 2</title>
      <link rel="self" href="feed"/><link href="/"/>
      <entry xml:base="deep/"><id>urn:1</id><title type="html">A &amp;amp; B</title><link rel="enclosure" href="f.mp3"/><link rel="alternate" href="page"/>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One &lt;two&gt;</p><p>Three</p></div></content>
      <author><name>A. Member</name><email>a@example.org</email></author><published>2026-11-24T10:00:00Z</published><updated>2026-11-25T10:00:00Z</updated></entry></feed>`,
    );
    expect(feed).toMatchObject({ title: '1 < 2', siteUrl: 'https://a.example.org/', language: 'fr' });
    expect(feed.entries[0]).toMatchObject({
      guid: 'urn:1',
      url: 'https://a.example.org/x/deep/page',
      title: 'A & B',
      text: 'One <two>\n\nThree',
      authors: ['A. Member'],
      publishedAt: Date.UTC(2026, 10, 24, 10),
      updatedAt: Date.UTC(2026, 10, 25, 10),
    });
  });

  it('RSS 1.0', () => {
    const feed = read(
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>R</title></channel><item rdf:about="https://a.example.org/1"><title>One</title><dc:date>2026-11-24</dc:date></item></rdf:RDF>',
    );
    expect(feed.entries[0]).toMatchObject({
      guid: 'https://a.example.org/1',
      title: 'One',
      publishedAt: Date.UTC(2026, 10, 24),
    });
  });

  it('JSON Feed', () => {
    const feed = read(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'J',
        home_page_url: 'https://j.example.org/',
        items: [
          { id: 7, url: '/7', title: 'a < b', content_text: 'One\n\nTwo', authors: [{ name: 'A' }], image: '/i.png' },
          null,
          3,
        ],
      }),
    );
    expect(feed.entries).toEqual([
      {
        guid: '7',
        url: 'https://society.example.org/7',
        title: 'a < b',
        teaser: '',
        text: 'One\n\nTwo',
        authors: ['A'],
        categories: [],
        picture: { url: 'https://society.example.org/i.png' },
      },
    ]);
  });
});

describe('what is broken', () => {
  it('keeps the curly quotes of windows-1252, declared or not', () => {
    const bytes = Buffer.concat([
      Buffer.from(rss('').slice(0, -16)),
      Buffer.from('<item><guid>1</guid><title>'),
      Buffer.of(0x93, 0xe9, 0x94, 0x80),
    ]);
    const declared = Buffer.concat([bytes, Buffer.from('</title></item></channel></rss>')]);
    expect(read(declared).entries[0]?.title).toBe('“é”€');
    expect(read(declared, 'text/xml; charset=ISO-8859-1').entries[0]?.title).toBe('“é”€');
  });

  it('reads UTF-16 with a byte order mark', () => {
    expect(read(Buffer.from(`\ufeff${rss(item('ünï'))}`, 'utf16le')).entries[0]?.title).toBe('ünï');
  });

  it('reads a truncated feed up to where it was cut, and says so', () => {
    const whole = rss(item('one') + item('two') + item('three', '<description>Long enough to be cut</description>'));
    const inDescription = read(whole.slice(0, whole.indexOf('to be cut')));
    expect(inDescription.isPartial).toBe(true);
    expect(inDescription.entries.map(({ title }) => title)).toEqual(['one', 'two', 'three']);
    // A guid that is cut would be another article tomorrow.
    const inGuid = read(whole.slice(0, whole.indexOf('id-three') + 5));
    expect(inGuid.entries.map(({ title }) => title)).toEqual(['one', 'two']);
  });

  it('reads crossed tags, bare ampersands, undeclared entities and warnings before the feed', () => {
    const feed = read(
      `Warning: x<br/>${rss(`<item><title>a <b>x</title><guid>1</guid></item>${item('AT&T &nbsp;&eacute;')}`)}`,
    );
    expect(feed.entries.map(({ title }) => title)).toEqual(['a x', 'AT&T é']);
  });

  it('tells a web page from a feed from anything else', () => {
    expect(codeOf('<!doctype html><html><body><p>one<p>two</body></html>')).toBe('htmlInsteadOfFeed');
    expect(codeOf('<html><head><title>Log in</title></head></html>')).toBe('htmlInsteadOfFeed');
    expect(codeOf('')).toBe('notAFeed');
    expect(codeOf('BEGIN:VCALENDAR')).toBe('notAFeed');
    expect(codeOf('<opml version="2.0"></opml>')).toBe('notAFeed');
    expect(codeOf('{"items":[]}')).toBe('notAFeed');
    expect(codeOf('{"items":')).toBe('brokenFeed');
  });
});

describe('what is hostile', () => {
  const times = (count: number, text: string) => text.repeat(count);
  it.each([
    [
      'open tags in a description',
      rss(item('one', `<description><![CDATA[${times(100_000, '<a ')}]]></description>`)),
      1,
    ],
    ['bare angles', rss(item('one', `<description>${times(300_000, '<')}</description>`)), undefined],
    ['deep nesting', rss(item('one', `<content:encoded>${times(100_000, '<a>')}</content:encoded>`)), undefined],
    [
      'nested namespaces',
      rss(item('one', Array.from({ length: 20_000 }, (_, i) => `<p${i}:x xmlns:p${i}="urn:${i}">`).join(''))),
      undefined,
    ],
    [
      'attributes',
      rss(
        `<item ${Array.from({ length: 200_000 }, (_, i) => `a${i}="v"`).join(' ')}><title>t</title><guid>1</guid></item>`,
      ),
      1,
    ],
    ['items', rss(times(50_000, '<item><title>t</title></item>')), 100],
    ['ampersands', rss(item('one', `<description>${times(1_500_000, '&amp;')}</description>`)), 1],
    ['categories', rss(item('one', times(200_000, '<category>c</category>'))), undefined],
    [
      'entities within entities',
      rss(item('&b;'), `<!DOCTYPE rss [<!ENTITY a "${times(500, 'x')}"><!ENTITY b "${times(100, '&a;')}">]>`),
      1,
    ],
    [
      'names of the language itself',
      rss(
        '<item><__proto__><polluted>yes</polluted></__proto__><constructor>x</constructor><title>t</title><guid>1</guid></item>',
      ),
      1,
    ],
    ['a closing tag without end', rss(item('one', times(100_000, '</a'))), undefined],
    ['half a comment, many times', rss(item('one') + times(100_000, '<!--')), undefined],
    [
      'a date of digits and blanks',
      rss(item('one', `<pubDate>${times(100_000, '1')} ${times(100_000, ' ')}x</pubDate>`)),
      1,
    ],
    ['an author of angles', rss(item('one', `<author>${times(100_000, '<a@b ')}</author>`)), undefined],
  ])('does little work for: %s', (_name, text, count) => {
    const harmless = rss(times(1_000, item('a', `<description>${times(100, '&lt;p&gt;Plain words. ')}</description>`)));
    const yardstick = cpuTimeOf(() => read(harmless));
    let feed = read(rss(''));
    const work = cpuTimeOf(() => {
      feed = read(text);
    });
    // Quadratic work on these documents takes hundreds of times as long.
    expect(work).toBeLessThan(yardstick * 10);
    if (count !== undefined) expect(feed.entries).toHaveLength(count);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('never reads a file an entity names', () => {
    const feed = read(rss(item('&x;'), '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>'));
    expect(feed.entries[0]?.title).toBe('&x;');
  });
});
