// Sites with feeds for the soak, in a process of their own. Each feed shows ten articles, unchanged from poll to poll but
// for one poll of the day: then it has a new one. Takes the number of feeds and of sites as arguments.

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where feed number n is: `http://<hosts[n % hosts.length]>/feed<n>`. */
export interface SitesPlace {
  readonly hosts: readonly string[];
}

const items = 10;
/** The first poll is the baseline; the others of the day share the new articles. */
const pollsADay = 24;

const [siteCount = 1] = process.argv.slice(2).map(Number);
const polls = new Map<number, number>();

function answer(request: IncomingMessage, response: ServerResponse): void {
  const feed = Number(request.url?.match(/\d+/)?.[0]);
  const poll = polls.get(feed) ?? 0;
  polls.set(feed, poll + 1);
  const fresh = poll > (feed * 7) % (pollsADay - 2) ? 1 : 0;
  const etag = `"${fresh}"`;
  if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
  else response.writeHead(200, { 'content-type': 'application/rss+xml', etag }).end(show(feed, fresh));
}

/** The article that is new has the feed's number. */
function show(feed: number, fresh: number): string {
  const paragraph =
    'Trade, prices and institutions move together, and what follows from it is a question worth asking. ';
  const entries = Array.from({ length: items + fresh }, (_, index) => {
    const title = index < items ? `Older article, ${index} of feed ${feed}` : `Article ${feed} on trade`;
    return `<item><title>${title}</title><link>https://society${feed}.example/post/${index}</link>
      <guid isPermaLink="false">${index}</guid><description>${paragraph}</description>
      <content:encoded><![CDATA[<p>${paragraph.repeat(12)}</p>]]></content:encoded></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Feed ${feed}</title>
    <link>https://society${feed}.example/</link>${entries.reverse().join('')}</channel></rss>`;
}

async function listen(site: number, port: number): Promise<number> {
  const server = createServer(answer).listen(port, `127.1.${site >> 8}.${site & 255}`);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

process.on('disconnect', () => process.exit(0));

const port = await listen(0, 0);
for (let site = 1; site < siteCount; site += 1) await listen(site, port);
const place: SitesPlace = {
  hosts: Array.from({ length: siteCount }, (_, site) => `127.1.${site >> 8}.${site & 255}:${port}`),
};
process.send?.(place);
