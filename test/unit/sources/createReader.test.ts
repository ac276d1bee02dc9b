import { afterEach, describe, expect, it } from 'vitest';
import { SourceError } from '../../../src/domain/errors.ts';
import { createReader } from '../../../src/sources/createReader.ts';
import { createParser } from '../../../src/sources/parseApart.ts';
import { openSite } from './siteServer.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

const feed =
  '<rss version="2.0"><channel><title>S</title><item><title>One</title><guid>1</guid></item></channel></rss>';

async function openReader() {
  const site = await openSite((query, response) => {
    if (query.url === '/feed') {
      response.setHeader('etag', '"1"');
      if (query.headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else response.end(feed);
    } else if (query.url === '/calendar')
      response.end('BEGIN:VEVENT\nUID:1\nSUMMARY:E\nDTSTART:20261124T100000\nEND:VEVENT');
    else if (query.url === '/old') response.writeHead(301, { location: '/feed' }).end();
    else response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>T</title><p>A page.</p>');
  });
  const reader = createReader({ allowHosts: [site.host], version: '1.0.0' });
  closing.push(reader.close, site.close);
  return { site, reader };
}

describe('the reader', () => {
  it('reads a feed, and notices that nothing changed', async () => {
    const { site, reader } = await openReader();
    const first = await reader.readFeed(`${site.url}/old`);
    expect(first).toMatchObject({
      kind: 'read',
      url: `${site.url}/feed`,
      title: 'S',
      entries: [{ title: 'One', guid: '1' }],
      validators: { etag: '"1"', url: `${site.url}/feed` },
    });
    expect(await reader.readFeed(`${site.url}/feed`, first.validators)).toEqual({
      kind: 'notModified',
      validators: { etag: '"1"', url: `${site.url}/feed` },
    });
  });

  it('reads pages and calendars', async () => {
    const { site, reader } = await openReader();
    expect(await reader.readPage(`${site.url}/page`)).toEqual({
      url: `${site.url}/page`,
      title: 'T',
      text: 'A page.',
      authors: [],
    });
    const calendar = await reader.readCalendar(`${site.url}/calendar`, 'Asia/Tokyo');
    expect(calendar.events[0]?.time).toEqual({
      kind: 'instants',
      startsAt: Date.UTC(2026, 10, 24, 1),
      timeZone: 'Asia/Tokyo',
    });
    const again = await reader.readCalendar(`${site.url}/calendar`, 'Asia/Tokyo', { etag: '"c"' });
    expect(again).toMatchObject({ kind: 'read', fingerprint: calendar.fingerprint });
    const elsewhere = await reader.readCalendar(`${site.url}/calendar`, 'UTC');
    expect(elsewhere.fingerprint).not.toBe(calendar.fingerprint);
  });

  it('names the host of what it cannot read', async () => {
    const { site, reader } = await openReader();
    for (const [reading, code] of [
      [() => reader.readFeed(`${site.url}/page`), 'htmlInsteadOfFeed'],
      [() => reader.readCalendar(`${site.url}/page`, 'UTC'), 'notACalendar'],
      [() => reader.readFeed('http://10.0.0.1/feed'), 'addressPrivate'],
    ] as const) {
      const error = await reading().catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(SourceError);
      expect(error).toMatchObject({ code, args: { host: expect.stringMatching(/^1(27|0)/) } });
    }
  });
});

describe('the parsing thread', () => {
  const task = (text: string) => ({ kind: 'feed' as const, document: { bytes: Buffer.from(text) } });

  it('answers many at once, each its own', async () => {
    const parser = createParser();
    closing.push(parser.close);
    const titles = Array.from({ length: 40 }, (_, index) => `S${index}`);
    const feeds = await Promise.all(titles.map((title) => parser.parse(task(feed.replace('>S<', `>${title}<`)))));
    expect(feeds.map(({ title }) => title)).toEqual(titles);
  });

  it('is replaced when a document takes too long', async () => {
    const parser = createParser({ deadlineMs: 0 });
    closing.push(parser.close);
    const item = '<item><title>A</title><link>https://society.example/a</link><description>B</description></item>';
    const long = feed.replace('</channel>', `${item.repeat(5_000)}</channel>`);
    await expect(parser.parse(task(long))).rejects.toMatchObject({ code: 'tooLarge' });
    await expect(parser.parse(task(long))).rejects.toMatchObject({ code: 'tooLarge' });
  });

  it('reads on after a document that was refused', async () => {
    const parser = createParser();
    closing.push(parser.close);
    await expect(parser.parse(task('<html></html>'))).rejects.toMatchObject({ code: 'htmlInsteadOfFeed' });
    expect((await parser.parse(task(feed))).title).toBe('S');
  });
});
