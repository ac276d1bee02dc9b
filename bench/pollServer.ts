// The site that is polled: in a process of its own, so that its work does not count as the bot's.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Items of a full answer. */
const items = 20;

let generation = 0;
const server = createServer((request, response) => {
  if (request.url?.startsWith('/unchanged') && request.headers['if-none-match'] !== undefined) {
    response.writeHead(304, { etag: '"same"' }).end();
    return;
  }
  generation += 1;
  const isFull = request.url?.startsWith('/full') === true;
  const etag = isFull ? `"${generation}"` : '"same"';
  response.writeHead(200, { 'content-type': 'application/rss+xml', etag }).end(feed(request.url ?? ''));
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit(0));

/** The same twenty articles each time: what is measured is reading, not posting. */
function feed(path: string): string {
  const entries = Array.from({ length: items }, (_, index) => {
    const sentence = `Article ${index} of ${path} looks at how trade, prices and institutions move together. `;
    return `<item><title>Article ${index}: trade &amp; institutions</title><link>https://society.example${path}/${index}</link>
      <guid isPermaLink="false">${path}-${index}</guid><pubDate>Tue, 24 Nov 2026 ${String(index).padStart(2, '0')}:00:00 GMT</pubDate>
      <dc:creator>A. Member</dc:creator><category>Trade</category><description><![CDATA[<p>${sentence.repeat(4)}</p>]]></description>
      <content:encoded><![CDATA[<p>${sentence.repeat(12)}</p><p><a href="/x">more</a> ${sentence.repeat(12)}</p>]]></content:encoded></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Bench</title><link>https://society.example/</link>
    ${entries.join('\n')}</channel></rss>`;
}
