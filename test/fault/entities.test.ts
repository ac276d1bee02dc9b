// What a document declares for itself is text at most: no entity, document type or inclusion makes the parsers open a file, dial
// an address, or grow without bound.

import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SourceError } from '../../src/domain/errors.ts';
import { runParseTask } from '../../src/sources/parseTask.ts';
import { type Dials, watchDials } from '../support/watchDials.ts';

const doctype = `<!DOCTYPE rss PUBLIC "-//x" "http://127.0.0.1/rss.dtd" [
<!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY web SYSTEM "http://127.0.0.1/entity">
<!ENTITY % more SYSTEM "http://127.0.0.1/more.dtd"> %more;
<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>`;
const references = '&file; &web; &c; &unknown;';

const documents = {
  RSS: `<?xml version="1.0"?>${doctype}<rss><channel><title>News ${references}</title><item><guid>1</guid>
<title>One</title><description>${references}</description></item></channel></rss>`,
  Atom: `${doctype}<feed xmlns="http://www.w3.org/2005/Atom" xmlns:xi="http://www.w3.org/2001/XInclude"><title>News</title>
<xi:include href="http://127.0.0.1/include"/><entry><id>1</id><title>One</title>
<content src="http://127.0.0.1/content" type="text/html">${references}</content></entry></feed>`,
} as const;

const page = `${doctype}<html><head><link rel="stylesheet" href="http://127.0.0.1/a.css"><script src="http://127.0.0.1/a.js"></script>
<script>fetch('http://127.0.0.1/')</script><base href="http://127.0.0.1/"></head><body><article><p>${'Words. '.repeat(99)}</p>
<iframe src="http://127.0.0.1/frame"></iframe><img src="http://127.0.0.1/a.png" onerror="fetch('http://127.0.0.1/')"></article>`;

const calendar = `BEGIN:VCALENDAR\nSOURCE;VALUE=URI:http://127.0.0.1/x.ics\nBEGIN:VTIMEZONE\nTZID:Here\n
TZURL:http://127.0.0.1/tz.ics\nEND:VTIMEZONE\nBEGIN:VEVENT\nUID:1\nDTSTART;TZID=Here:20261124T100000\nSUMMARY:One\n
ATTACH:http://127.0.0.1/a.pdf\nURL:http://127.0.0.1/\nEND:VEVENT\nEND:VCALENDAR`;

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));

describe('what a document declares for itself', () => {
  let dials: Dials;
  beforeAll(async () => {
    dials = await watchDials(createServer());
  });
  afterAll(() => dials.close());

  it.each(Object.entries(documents))('is never opened in %s', (_format, text) => {
    const read = JSON.stringify(runParseTask({ kind: 'feed', document: { bytes: bytesOf(text) } }));
    expect(read).toContain('One');
    expect(read).not.toContain('root:');
    // An entity is not read again: what stands in it stays as it is written.
    expect(read).not.toContain('lollol');
  });

  it('is never opened in a page or a calendar', async () => {
    runParseTask({ kind: 'page', document: { bytes: bytesOf(page), url: 'https://example.org/' } });
    runParseTask({ kind: 'calendar', document: { bytes: bytesOf(calendar), homeTimeZone: 'UTC' } });
    await new Promise((resolve) => setImmediate(resolve));
    expect(dials.toTheWeb).toEqual([]);
    expect(dials.canaryHits()).toBe(0);
  });

  it('makes no more of a document than a text of the same length would be', () => {
    const entity = `<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(500)}">]>`;
    const items = (text: string) => `<item><title>One</title><description>${text}</description></item>`.repeat(20);
    const sizeOf = (head: string, text: string) => {
      const bytes = bytesOf(`${head}<rss><channel><title>News</title>${items(text)}</channel></rss>`);
      try {
        return JSON.stringify(runParseTask({ kind: 'feed', document: { bytes } })).length;
      } catch (error) {
        expect(error).toBeInstanceOf(SourceError);
        return 0;
      }
    };
    const plain = sizeOf('', 'x '.repeat(150_000));
    expect(sizeOf(entity, '&a;'.repeat(100_000))).toBeLessThan(plain * 2);
  });
});
