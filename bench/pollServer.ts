// The sites that are polled: in a process of their own, so that their work does not count as the bot's.

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Items of a full answer. */
const items = 20;

/** Loopback addresses that stand for as many sites. */
const siteCount = 16;

let generation = 0;

function answer(request: IncomingMessage, response: ServerResponse): void {
  if (request.url?.startsWith('/unchanged') && request.headers['if-none-match'] !== undefined) {
    response.writeHead(304, { etag: '"same"' }).end();
    return;
  }
  generation += 1;
  const isFull = request.url?.startsWith('/full') === true;
  const etag = isFull ? `"${generation}"` : '"same"';
  response.writeHead(200, { 'content-type': 'application/rss+xml', etag }).end(feed(request.url ?? ''));
}

async function listen(address: string, port: number): Promise<number> {
  const server = createServer(answer).listen(port, address);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

process.on('disconnect', () => process.exit(0));

/** Twenty articles in the shape a Wix blog gives them; known ones, because what is measured is reading, not posting. */
function feed(path: string): string {
  const entries = Array.from({ length: items }, (_, index) => {
    const teaser = `Article ${index} of ${path} looks at how trade, prices and institutions move together, and asks what follows.`;
    return `<item><title><![CDATA[Article ${index}: trade & institutions in a year of change]]></title>
      <description><![CDATA[${teaser} ${teaser}]]></description>
      <link>https://society.example${path}/post/article-${index}-trade-and-institutions</link>
      <guid isPermaLink="false">${path}-65f1c0de0000000000000000-${index}</guid>
      <pubDate>Tue, 24 Nov 2026 ${String(index).padStart(2, '0')}:00:00 GMT</pubDate>
      <enclosure url="https://static.society.example/media/${index}.jpg" length="0" type="image/png"/>
      <dc:creator>A. Member</dc:creator></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
    <title>Bench</title><link>https://society.example/</link><generator>bench ${generation}</generator>
    ${entries.join('\n')}</channel></rss>`;
}

process.on('disconnect', () => process.exit(0));

const port = await listen('127.0.0.1', 0);
for (let site = 2; site <= siteCount; site += 1) await listen(`127.0.0.${site}`, port);
process.send?.(port);
