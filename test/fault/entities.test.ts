// What a document declares for itself is text at most: no entity, document type or inclusion makes the parsers open a file, dial
// an address, or grow without bound.

import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseTree } from '../../src/sources/feed/tree.ts';
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
    runParseTask({ kind: 'calendar', document: { bytes: bytesOf(calendar), homeTimeZone: 'UTC', now: 0 } });
    await new Promise((resolve) => setImmediate(resolve));
    expect(dials.toTheWeb).toEqual([]);
    expect(dials.canaryHits()).toBe(0);
  });

  it('stands for its value where it is referred to, and nowhere else', () => {
    const titleOf = (title: string) => {
      const text = `<!DOCTYPE rss [<!ENTITY a "letter">]><rss><channel><title>${title}</title></channel></rss>`;
      return runParseTask({ kind: 'feed', document: { bytes: bytesOf(text) } });
    };
    expect(titleOf('&a;: xay &b; &ax')).toMatchObject({ title: 'letter: xay &b; &ax' });
    expect(titleOf('&a;xay&a;')).toMatchObject({ title: 'letterxayletter' });
    expect(titleOf('&a;xa&a; &amp;a;')).toMatchObject({ title: 'letterxaletter &a;' });
    expect(titleOf('&a;(a)&a;xay')).toMatchObject({ title: 'letter(a)letterxay' });
    expect(titleOf('&a; &a;"a"&a;')).toMatchObject({ title: 'letter letter"a"letter' });
  });

  it.each([
    ['text', (text: string) => `<item><title>One</title><description>${text}</description></item>`],
    ['attributes', (text: string) => `<item a="${text}" b="${text}" c="${text}"><title>One</title></item>`],
  ])('makes no more of %s than a document of the same length has, and a little', (_where, itemOf) => {
    const sizeOf = (head: string, text: string) => {
      const { root } = parseTree(`${head}<rss><channel>${itemOf(text).repeat(100)}</channel></rss>`, undefined);
      return JSON.stringify(root, (_key, value) => (value instanceof Map ? [...value] : value)).length;
    };
    const plain = sizeOf('', 'xx '.repeat(5_000));
    const declared = sizeOf(`<!DOCTYPE rss [<!ENTITY a "${'x'.repeat(500)}">]>`, '&a;'.repeat(5_000));
    // Were each reference to stand for its value, it would be more than a hundred times.
    expect(declared).toBeLessThan(plain * 4);
  });
});
