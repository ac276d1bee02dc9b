// The real bot, given addresses that lie: by people, by feeds, by redirects. It says so in one plain sentence, and nothing is
// ever dialled but the public address.

import dns from 'node:dns';
import { createServer, type RequestListener } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { askBot, textOf } from '../support/askBot.ts';
import { startWorld, type World } from '../support/startWorld.ts';
import { createResolver, type Dials, publicAddress, watchDials } from '../support/watchDials.ts';

const toPrivate = [
  'http://127.0.0.1/',
  'http://[::1]/',
  'http://[::ffff:169.254.169.254]/',
  'http://localhost/',
  'http://2130706433/',
  'http://private.example.com/',
];

const feedOf = (title: string, inChannel: string, link: string) => `<?xml version="1.0"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
  xmlns:media="http://search.yahoo.com/mrss/"><channel><title>${title}</title>${inChannel}
<item><title>An article of ${title}</title><guid>1</guid><link>${link}</link></item></channel></rss>`;

/** What a feed can name besides its articles; nobody asked for any of it. */
const lures = `<link>http://127.0.0.1/</link><atom:link rel="hub" href="http://127.0.0.1/hub"/>
<atom:link rel="self" href="http://127.0.0.1/self"/><itunes:image href="http://127.0.0.1/cover.png"/>
<image><url>http://127.0.0.1/logo.png</url></image><docs>http://127.0.0.1/docs</docs>
<cloud domain="127.0.0.1" port="80" path="/cloud" registerProcedure="" protocol="http-post"/>
<media:thumbnail url="http://127.0.0.1/thumbnail.png"/>`;

describe('the bot, given addresses that lie', () => {
  let world: World;
  let dials: Dials;
  let moved = false;
  const systemLookup = dns.lookup;

  /** `http://redirect.example.org/?<address>` leads there; the other hosts are what their names say. */
  const internet: RequestListener = ({ headers, url = '/' }, response) => {
    const host = headers.host ?? '';
    const to = decodeURIComponent(url.slice(2));
    const page = (head: string) =>
      `<!doctype html><html><head><title>Blog</title>${head}</head><body>Hello</body></html>`;
    if (host.startsWith('redirect') || (host === 'moving.example.org' && moved)) {
      response.writeHead(301, { location: to || 'http://127.0.0.1/feed' }).end();
    } else if (host.startsWith('lures')) {
      response.setHeader('link', '<http://127.0.0.1/hub>; rel="hub", <http://127.0.0.1/feed>; rel="alternate"');
      response.setHeader('refresh', '0; url=http://127.0.0.1/');
      response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feedOf(host, lures, to));
    } else if (host.startsWith('page') && url.startsWith('/?')) {
      const alternate = `<link rel="alternate" type="application/rss+xml" href="${to}"><base href="${to}">`;
      const refresh = `<meta http-equiv="refresh" content="0; url=${to}">`;
      response.writeHead(200, { 'content-type': 'text/html' }).end(page(alternate + refresh));
    } else if (host === 'moving.example.org') {
      response
        .writeHead(200, { 'content-type': 'application/rss+xml' })
        .end(feedOf(host, '', 'https://a.example.org/'));
    } else {
      response.writeHead(404).end();
    }
  };

  beforeAll(async () => {
    dials = await watchDials(createServer(internet));
    // Opened by the operator, so that looking around there needs no pauses; what their pages name is as closed as ever.
    world = await startWorld({ fetchAllowHosts: toPrivate.map((_url, index) => `page${index}.example.org`) });
    const resolve = createResolver((hostname) => {
      if (hostname === 'private.example.com') return ['127.0.0.1'];
      return hostname.endsWith('.example.org') ? [publicAddress] : undefined;
    });
    Object.assign(dns, { lookup: resolve });
    syncBuiltinESMExports();
    await world.startBot();
    await askBot(world.discord, 'setup', { articles: { channel: 'news' } });
  });
  afterAll(async () => {
    await world.close();
    await dials.close();
    Object.assign(dns, { lookup: systemLookup });
    syncBuiltinESMExports();
  });
  afterEach(() => {
    expect(dials.strayed()).toEqual([]);
    expect(dials.canaryHits()).toBe(0);
  });

  /** A page without a feed is asked for known places, one a second. */
  const askedMs = 20_000;
  const sentenceOf = async (command: string, url: string) => {
    const answer = await askBot(world.discord, command, { url }, { user: 'moderator', timeoutMs: askedMs });
    expect(answer.ephemeral).toBe(true);
    const sentence = textOf(answer.message);
    expect(sentence).not.toMatch(/incident/);
    return sentence;
  };

  it.each(['sources add', 'programme import'])('refuses them of a person at /%s', async (command) => {
    for (const url of toPrivate) expect(await sentenceOf(command, url)).toMatch(/private network/);
    for (const url of ['http://example.org:22/', 'http://user@example.org/', 'file:///etc/passwd', 'http://[::1']) {
      expect(await sentenceOf(command, url)).toMatch(/not an address/);
    }
  });

  it.each(['sources add', 'programme import'])('refuses to be led there by a redirect from /%s', async (command) => {
    for (const [index, url] of toPrivate.entries()) {
      const redirect = `http://redirect${index}.example.org/?${encodeURIComponent(url)}`;
      expect(await sentenceOf(command, redirect)).toMatch(/private network/);
    }
    const elsewhere = `http://redirect-file.example.org/?${encodeURIComponent('file:///etc/passwd')}`;
    expect(await sentenceOf(command, elsewhere)).toMatch(/not an address/);
  });

  it('does not follow a page that names a private feed', async () => {
    // Each waits for its turn at a site of its own, so they may be asked together.
    const asked = toPrivate.map(async (url, index) => {
      const sentence = await sentenceOf('sources add', `http://page${index}.example.org/?${encodeURIComponent(url)}`);
      expect(sentence).toMatch(/web page, not a feed|private network/);
    });
    await Promise.all(asked);
  });

  it('reads no page, picture, hub or anything else that a feed names there', async () => {
    for (const [index, url] of toPrivate.entries()) {
      const feed = `http://lures${index}.example.org/?${encodeURIComponent(url)}`;
      const answer = await askBot(world.discord, 'sources add', { url: feed, backfill: 1 });
      expect(textOf(answer.message)).toMatch(new RegExp(`lures${index}`));
    }
  });

  it('does not go along when a feed it follows moves there', async () => {
    expect(await sentenceOf('sources add', 'http://moving.example.org/')).toMatch(/moving/);
    moved = true;
    const answer = await askBot(world.discord, 'sources check', { source: 'moving.example.org' });
    expect(textOf(answer.message)).toMatch(/private network/);
  });

  it('says the same whether something listens there or not', async () => {
    const sentences = ['http://127.0.0.1/', 'http://127.0.0.2/'].map((url) => sentenceOf('sources add', url));
    expect(new Set(await Promise.all(sentences)).size).toBe(1);
  });

  it('did read the public sites meanwhile', () => {
    expect(dials.toTheWeb.filter((address) => address === publicAddress).length).toBeGreaterThan(20);
  });
});
