import { DomUtils, parseDocument } from 'htmlparser2';
import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { articlePage } from '../../../sandbox/site/articlePage.ts';
import { rssFeed } from '../../../sandbox/site/feeds.ts';
import { type SampleSite, startSampleSite } from '../../../sandbox/site/sampleSite.ts';

type Nodes = Parameters<typeof DomUtils.getElementsByTagName>[1];

const getAll = (within: Nodes, name: string) => DomUtils.getElementsByTagName(name, within);
const getText = (within: Nodes, name: string) => DomUtils.textContent(getAll(within, name)[0] ?? []);

let site: SampleSite;

beforeEach(async () => {
  site = await startSampleSite();
});
afterEach(() => site.close());

const readItems = async () => {
  const document = parseDocument(await (await fetch(site.feedUrl)).text(), { xmlMode: true });
  return getAll(document, 'item').map((item) => ({
    title: getText(item, 'title'),
    guid: getText(item, 'guid'),
    link: getText(item, 'link'),
    author: getText(item, 'dc:creator'),
    teaser: getText(item, 'description'),
    publishedMs: Date.parse(getText(item, 'pubDate')),
  }));
};

describe('the sample site', () => {
  it('lists its articles in the feed, newest first, with titles exactly as written', async () => {
    const items = await readItems();
    expect(items).toHaveLength(7);
    expect(items.map((item) => item.publishedMs)).toEqual(items.map((item) => item.publishedMs).sort((a, b) => b - a));
    const titles = items.map((item) => item.title);
    expect(titles).toContain('Monetary policy & inflation expectations: what households hear');
    expect(titles).toContain('What the microcredit trials did not find');
    expect(titles).toContain('The other side of the ledger: how to read a balance of payments');
    expect(titles.some((title) => title.startsWith('“Digital cash”'))).toBe(true);
    expect(items.every((item) => item.author !== '' && item.teaser !== '' && item.link.startsWith(site.url))).toBe(
      true,
    );
  });

  it('answers 304 to a reader who has the present feed, by ETag and by date', async () => {
    const first = await fetch(site.feedUrl);
    const etag = first.headers.get('etag') ?? '';
    const changedAt = first.headers.get('last-modified') ?? '';
    const ask = async (headers: Record<string, string>) => (await fetch(site.feedUrl, { headers })).status;
    expect(await ask({ 'If-None-Match': etag })).toBe(304);
    expect(await ask({ 'If-Modified-Since': changedAt })).toBe(304);
    expect(await ask({ 'If-None-Match': '"other"', 'If-Modified-Since': changedAt })).toBe(200);
    site.retitle('minimum-wages', 'Minimum wages again');
    expect(await ask({ 'If-None-Match': etag })).toBe(200);
    expect(await ask({ 'If-Modified-Since': changedAt })).toBe(200);
  });

  it('puts exactly one article on top each time one is published, and never runs dry', async () => {
    const seen = new Set((await readItems()).map((item) => item.guid));
    for (let i = 0; i < 25; i += 1) {
      const before = await readItems();
      const article = site.publishNext();
      const after = await readItems();
      expect(after.slice(1)).toEqual(before);
      expect(after[0]).toMatchObject({ guid: article.id, title: article.title });
      seen.add(article.id);
    }
    expect(seen.size).toBe(7 + 25);
    expect(new Set(site.published().map((article) => article.slug)).size).toBe(7 + 25);
    expect(site.published().some((article) => article.title.endsWith("(reader's edition 2)"))).toBe(true);
  });

  it('keeps the identity of an article whose title changes', async () => {
    const before = (await readItems()).find((item) => item.link.endsWith('/microcredit'));
    site.retitle('microcredit', 'A < B & "C" ]]> D');
    const after = (await readItems()).find((item) => item.link.endsWith('/microcredit'));
    expect(after).toEqual({ ...before, title: 'A < B & "C" ]]> D' });
    expect(() => site.retitle('nothing', 'x')).toThrow('nothing');
  });

  it('carries the same articles as Atom and as JSON Feed', async () => {
    const atom = parseDocument(await (await fetch(`${site.url}/atom.xml`)).text(), { xmlMode: true });
    const json = (await (await fetch(`${site.url}/feed.json`)).json()) as { items: { title: string }[] };
    const titles = site.published().map((article) => article.title);
    expect(getAll(atom, 'entry').map((entry) => getText(entry, 'title'))).toEqual(titles);
    expect(json.items.map((item) => item.title)).toEqual(titles);
  });

  it('can be down, or answer with a web page, until it is told to be well', async () => {
    site.fail('down');
    expect((await fetch(site.feedUrl)).status).toBe(503);
    site.fail('html');
    expect((await fetch(site.feedUrl)).headers.get('content-type')).toContain('text/html');
    site.fail();
    expect((await fetch(site.feedUrl)).headers.get('content-type')).toContain('rss');
    expect(site.requests.map(({ path, status }) => [path, status])).toEqual([
      ['/blog-feed.xml', 503],
      ['/blog-feed.xml', 200],
      ['/blog-feed.xml', 200],
    ]);
  });

  it('lets a reader who loses patience go, and closes with slow answers outstanding', async () => {
    site.fail('slow');
    await expect(fetch(site.feedUrl, { signal: AbortSignal.timeout(150) })).rejects.toThrow();
    expect(site.requests[0]?.status).toBe(0);
  });

  it('surrounds an article with the furniture of such sites', async () => {
    const html = await (await fetch(`${site.url}/post/sanctions-trade-diversion`)).text();
    const furniture = [
      'top of page',
      'Share via email',
      'Recent Posts',
      'See All',
      'Featured Posts',
      'cookies',
      'bottom of page',
    ];
    for (const text of furniture) expect(html).toContain(text);
    expect(html).toContain(`<link rel="canonical" href="${site.url}/post/sanctions-trade-diversion">`);
    expect(html).toContain('property="og:image"');
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '';
    expect(JSON.parse(json)).toMatchObject({ headline: 'Sanctions and trade diversion: the long way round' });
    expect(html).toContain('“When a ban takes effect');
  });

  it('shows no title as markup', () => {
    const [article] = site.published();
    if (article === undefined) throw new Error('the site is empty');
    const hostile = { ...article, title: '</script><img src=x onerror=alert(1)>' };
    const html = articlePage({ siteUrl: site.url, article: hostile, articles: [hostile] });
    expect(html).not.toContain('<img src=x');
    const feed = rssFeed({ siteUrl: site.url, articles: [hostile], changedAt: new Date(0) });
    expect(getText(getAll(parseDocument(feed, { xmlMode: true }), 'item'), 'title')).toBe(hostile.title);
  });

  it('offers its feed on the front page, pictures, and a page for wrong addresses', async () => {
    const html = await (await fetch(site.url)).text();
    expect(html).toContain(
      `<link rel="alternate" type="application/rss+xml" title="Example Economics Society - RSS" href="${site.feedUrl}">`,
    );
    const picture = await fetch(`${site.url}/media/${site.published()[0]?.image.file}`);
    expect(picture.headers.get('content-type')).toBe('image/png');
    for (const path of [
      '/nothing',
      '/post/river-treaties',
      '/media/..%2f..%2fcalendar.ics',
      '/media/../calendar.png',
    ]) {
      expect((await fetch(`${site.url}${path}`)).status).toBe(404);
    }
  });

  it('gives a calendar whose lines are folded at 75 bytes and end in CRLF', async () => {
    const text = await (await fetch(site.calendarUrl)).text();
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const calendar = new ICAL.Component(ICAL.parse(text));
    const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
    expect(events).toHaveLength(6);
    expect(events.map((event) => event.startDate.isDate)).toEqual([false, false, true, true, true, false]);
    expect(events.find((event) => event.summary.includes('call for papers'))?.description).toContain('15 March 2027');
  });
});
