import { describe, expect, it } from 'vitest';
import { readFeedDocument } from '../../../../src/sources/feed/readFeedDocument.ts';
import { cpuTimeOf } from '../cpuTime.ts';

const url = 'https://society.example.org/feed';
const list = (count: number, piece: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => piece(index)).join('');
const rss = (inner: string, before = '') =>
  Buffer.from(`${before}<rss><channel><item><title>t</title><guid>1</guid>${inner}</item></channel></rss>`);
const atom = (inner: string) =>
  Buffer.from(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><title>t</title>${inner}</entry></feed>`);
const json = (items: string) => Buffer.from(`{"version":"https://jsonfeed.org/version/1","items":[${items}]}`);
const markup = (html: string) => rss(`<description><![CDATA[${html}]]></description>`);

/** Documents of a length that grows with the number. */
const shapes: Readonly<Record<string, (count: number) => Uint8Array>> = {
  'nested JSON': (count) => json('['.repeat(count)),
  'keys of JSON': (count) => json(`{${list(count, (index) => `"k${index}":1,`)}"id":"1"}`),
  'tags of JSON': (count) => json(`{"id":"1","title":"t","tags":[${'"x",'.repeat(count)}"x"]}`),
  enclosures: (count) => rss('<enclosure url="a" type="b" length="1"/>'.repeat(count)),
  links: (count) => atom('<link rel="alternate" href="a"/>'.repeat(count)),
  authors: (count) => atom('<author><name>n</name></author>'.repeat(count)),
  'lines of authors': (count) => rss('<author>a@b.org (A. Name)</author>'.repeat(count)),
  dates: (count) => rss('<pubDate>Tue, 24 Foo 2026 10:00:00 GMT</pubDate>'.repeat(count)),
  'a long date': (count) => rss(`<pubDate>${'24 Nov '.repeat(count)}</pubDate>`),
  'groups of media': (count) => rss('<media:group><media:content url="a"/></media:group>'.repeat(count)),
  'nested categories': (count) => rss('<itunes:category text="a">'.repeat(count)),
  'a long attribute': (count) => rss(`<enclosure url="${'a&amp;'.repeat(count)}"/>`),
  'attributes without end': (count) => rss(`<enclosure ${'a="b" '.repeat(count)}`),
  'an open quote': (count) => markup('<a href="'.repeat(count)),
  namespaces: (count) => rss(list(count, (index) => `<p${index}:x xmlns:p${index}="urn:${index}"/>`)),
  comments: (count) => rss('<!---->'.repeat(count)),
  instructions: (count) => rss('<?a?>'.repeat(count)),
  'a doctype full of entities': (count) =>
    rss('', `<!DOCTYPE rss [${list(count, (index) => `<!ENTITY e${index} "x">`)}]>`),
  'a doctype of openings': (count) => rss('', `<!DOCTYPE rss [${'<!ENTITY '.repeat(count)}`),
  'references to an entity': (count) =>
    rss(`<description>${'&e;'.repeat(count)}</description>`, `<!DOCTYPE rss [<!ENTITY e "${'x'.repeat(100)}">]>`),
  base64: (count) => atom(`<content type="application/octet-stream">${'QUJD'.repeat(count)}</content>`),
  'CDATA between text': (count) => rss(`<description>${'a<![CDATA[b]]>'.repeat(count)}</description>`),
  'names beyond ASCII': (count) => rss(list(count, (index) => `<é${index}>x</é${index}>`)),
  'closings of nothing': (count) => rss(`${'<a>'.repeat(200)}${'</b></c>'.repeat(count)}`),
  'open scripts': (count) => markup('<script>'.repeat(count)),
  'stray declarations': (count) => markup("<!' ".repeat(count)),
  'bytes of UTF-8 as references': (count) => rss(`<title>${'&#226;&#128;&#153;'.repeat(count)}</title>`),
  'UTF-8 taken for Latin-1': (count) => rss(`<title>${'\u00e2\u0080\u0099'.repeat(count)}</title>`),
  'UTF-8 with a stray byte': (count) => Buffer.concat([rss(`<title>${'é'.repeat(count)}`), Buffer.of(0xff)]),
  'bytes beyond ASCII': (count) => Buffer.concat([rss('<title>').subarray(0, -30), Buffer.alloc(count * 8, 0xe4)]),
};

function work(bytes: Uint8Array): number {
  return cpuTimeOf(() => {
    try {
      readFeedDocument({ bytes, url });
    } catch {
      // Refused: what is measured is what the refusal costs.
    }
  });
}

describe('a feed that is large in one way', () => {
  it.each(Object.entries(shapes))('takes time as it grows, and not more: %s', (_name, shape) => {
    const best = (count: number) => {
      const bytes = shape(count);
      return Math.min(...Array.from({ length: 3 }, () => work(bytes)));
    };
    work(shape(1_000));
    const [short, long] = [best(5_000), best(40_000)];
    // Eight times the length: linear work takes eight times as long, quadratic 64 times. Below 5 ms nothing is told.
    expect(long).toBeLessThan(Math.max(short, 5_000) * 28);
  });
});
