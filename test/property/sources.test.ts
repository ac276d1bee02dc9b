import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceError } from '../../src/domain/errors.ts';
import { parseCalendar } from '../../src/sources/calendar.ts';
import { parseFeed } from '../../src/sources/feed/parseFeed.ts';
import { readFeedDocument } from '../../src/sources/feed/readFeedDocument.ts';
import { parseFeedDate } from '../../src/sources/feedDate.ts';
import { htmlToText } from '../../src/sources/htmlToText.ts';
import { parsePage } from '../../src/sources/page/parsePage.ts';
import { isPublicAddress } from '../../src/sources/publicAddress.ts';
import { findUrlFault } from '../../src/sources/vetUrl.ts';

const pieces = fc.constantFrom(
  ...[
    '<rss>',
    '<channel>',
    '<item>',
    '</item>',
    '<title>',
    '</title>',
    '<link>',
    '<guid>1</guid>',
    '<description>',
    '<![CDATA[',
    ']]>',
  ],
  ...[
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    '<entry>',
    '<content type="xhtml">',
    '<div xml:base="a/">',
    '<!--',
    '-->',
    '<?xml',
  ],
  ...[
    '&amp;',
    '&#x0;',
    '&#55296;',
    '<!ENTITY a "b">',
    '<!DOCTYPE rss [',
    '{"version":"https://jsonfeed.org/version/1"',
    ',"items":[{}]}',
  ],
  ...[
    'BEGIN:VCALENDAR\n',
    'BEGIN:VEVENT\n',
    'DTSTART:20261124T100000\n',
    'DTSTART;TZID=x:',
    'DURATION:P-1D\n',
    'END:VEVENT\n',
    'BEGIN:VTIMEZONE\n',
  ],
  ...[
    '<pubDate>',
    '2026-02-31',
    '</pubDate>',
    '<html lang="__proto__">',
    '<meta name="author" content=',
    '<p>',
    '<sup>',
    '\u202e',
    '\ud800',
  ],
);
const soup = fc
  .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 12 })), { maxLength: 60 })
  .map((parts) => parts.join(''));
const documents = fc.oneof(
  soup.map((text) => new Uint8Array(Buffer.from(text))),
  fc.uint8Array({ maxLength: 300 }),
);

const invisible = new Set(['\u0000', '\u0001', '\u0008', '\u202e', '\u200b', '\ud800']);

function throwsOnlySourceErrors(parse: () => unknown): void {
  try {
    parse();
  } catch (error) {
    expect(error).toBeInstanceOf(SourceError);
  }
}

describe('whatever a site answers', () => {
  it('a feed is read or refused, and refused for a reason a person can be told', () => {
    fc.assert(
      fc.property(documents, fc.option(fc.webUrl(), { nil: undefined }), fc.string(), (bytes, url, contentType) => {
        throwsOnlySourceErrors(() => parseFeed({ bytes, url, contentType, contentLocation: contentType }));
        throwsOnlySourceErrors(() => readFeedDocument({ bytes, url, contentType }));
      }),
      { numRuns: 1_000 },
    );
  });

  it('a page and a calendar are, too', () => {
    fc.assert(
      fc.property(documents, (bytes) => {
        throwsOnlySourceErrors(() => parsePage({ bytes, url: 'https://a.example.org/' }));
        throwsOnlySourceErrors(() => parseCalendar({ bytes, homeTimeZone: 'Europe/Lisbon', now: 0 }));
      }),
      { numRuns: 1_000 },
    );
  });

  it('entries have a title of one line, http links alone, and no invisible characters', () => {
    fc.assert(
      fc.property(soup, soup, (title, text) => {
        const cdata = (html: string) => `<![CDATA[${html.replaceAll(']]>', '')}]]>`;
        const feed = `<rss><channel><item><title>${cdata(title)}</title><guid>1</guid><link>${cdata(text)}</link><description>${cdata(text)}</description></item></channel></rss>`;
        for (const entry of readFeedDocument({ bytes: Buffer.from(feed) }).entries) {
          expect(entry.title).toMatch(/^\S(?:[^\n]*\S)?$/);
          expect(entry.url ?? 'https://x').toMatch(/^https?:\/\//);
          expect(
            [...(entry.title + entry.teaser + entry.text)].filter((character) => invisible.has(character)),
          ).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('text stays text: what has been read once is not markup that is read again', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
        expect(htmlToText(escaped).includes('<')).toBe(words.includes('<'));
      }),
    );
  });

  it('dates and addresses never throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), soup, fc.ipV4(), fc.ipV6(), fc.webUrl()), (text) => {
        const date = parseFeedDate(text);
        expect(date === undefined || Number.isFinite(date)).toBe(true);
        expect(typeof isPublicAddress(text)).toBe('boolean');
        findUrlFault(text, ['a:1']);
      }),
      { numRuns: 2_000 },
    );
  });

  it('an address of a private network is never public, however it is embedded in IPv6', () => {
    const privates = fc.oneof(
      fc
        .tuple(fc.constantFrom('10', '127', '0'), fc.nat(255), fc.nat(255), fc.nat(255))
        .map((parts) => parts.join('.')),
      fc.tuple(fc.nat(255), fc.nat(255)).map(([a, b]) => `192.168.${a}.${b}`),
      fc.tuple(fc.integer({ min: 16, max: 31 }), fc.nat(255)).map(([a, b]) => `172.${a}.0.${b}`),
    );
    fc.assert(
      fc.property(privates, (address) => {
        for (const spelling of [
          address,
          `::ffff:${address}`,
          `::${address}`,
          `64:ff9b::${address}`,
          `::ffff:0:${address}`,
        ]) {
          expect(isPublicAddress(spelling)).toBe(false);
        }
      }),
    );
  });
});
