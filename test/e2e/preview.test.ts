// What the operator sees of an article before anybody else does: the same card, question and summary that the bot posts.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type SampleSite, startSampleSite } from '../../sandbox/site/sampleSite.ts';
import { runCli } from '../../src/cli/runCli.ts';
import { openSite, type Site } from '../unit/sources/siteServer.ts';
import { temporaryFolder } from '../unit/store/testStore.ts';

const call = `<!DOCTYPE html><html lang="en"><head><title>Call for papers: Trade and Water 2027</title>
<link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body><article>
<h1>Call for papers: Trade and Water 2027</h1>
<p>The society holds its conference on trade and water in Lisbon. The conference takes place from 12 to 14 June 2027.</p>
<p>Rivers that cross borders are shared by people who seldom meet. The society asks what treaties, prices and habits make them share well, and
what happens to trade along a river when they do not. Papers of every school are welcome, and so are case studies.</p>
<p>The deadline for papers is 15 March 2027. Authors are notified by 30 April 2027.</p>
<p>\u001B[31mRed letters\u001B[0m have no place in a terminal that belongs to somebody else.</p>
</article></body></html>`;
const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Trade and Water Society</title><link>/</link>
<item><title>An older post</title><link>/older</link><guid>1</guid><pubDate>Mon, 05 Jan 2026 10:00:00 GMT</pubDate><description>One.</description></item>
</channel></rss>`;

let sample: SampleSite;
let site: Site;

beforeAll(async () => {
  sample = await startSampleSite();
  site = await openSite(({ url }, response) => {
    if (url === '/feed.xml') return response.setHeader('content-type', 'application/rss+xml').end(feed);
    if (url === '/empty.xml')
      return response
        .setHeader('content-type', 'application/rss+xml')
        .end('<rss version="2.0"><channel><title>Empty</title></channel></rss>');
    if (url === '/call') return response.setHeader('content-type', 'text/html; charset=utf-8').end(call);
    response.writeHead(404).end();
  });
});
afterAll(async () => {
  await sample?.close();
  await site?.close();
});
afterEach(() => {
  vi.unstubAllEnvs();
});

async function preview(url: string, ...more: string[]) {
  const folder = temporaryFolder();
  vi.stubEnv('DATABASE_URL', `file:${join(folder, 'data', 'bot.sqlite')}`);
  vi.stubEnv('DISCORD_TOKEN', '');
  vi.stubEnv('FETCH_ALLOW_HOSTS', [sample.url, site.url].map((one) => new URL(one).host).join(','));
  const written = { out: '', err: '' };
  const stream = (name: keyof typeof written) => ({
    write(text: string) {
      written[name] += text;
    },
  });
  const code = await runCli(['preview', url, ...more], { stdout: stream('out'), stderr: stream('err') });
  // Nothing is written, not even a folder.
  expect(existsSync(join(folder, 'data'))).toBe(false);
  return { code, ...written };
}

describe('the preview of an article', { timeout: 60_000 }, () => {
  it.each([
    ['a feed', () => sample.feedUrl],
    ['a site', () => sample.url],
  ])('takes the newest of %s', async (_what, address) => {
    const [newest] = sample.published();
    const { code, out } = await preview(address(), '--json');
    expect(code).toBe(0);
    const said = JSON.parse(out) as { title: string; card: string; question: string; summary: { text: string } };
    expect(said.title).toBe(newest?.title);
    expect(said.card).toContain(`${newest?.title} <${sample.url}/post/`);
    expect(said.card).toMatch(/\(Read the article: http.*\) \(Summary\)$/);
    expect(said.question).toMatch(/\?$/);
    expect(said.card).toContain(said.summary.text.slice(0, 60));
  });

  it('takes the page it is given, though the site has newer ones, and says so in words', async () => {
    const oldest = sample.published().at(-1);
    const { code, out, err } = await preview(`${sample.url}/post/${oldest?.slug}`);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^== The card ==\n/);
    expect(out.split('\n')[1]).toBe(`${oldest?.title} <${sample.url}/post/${oldest?.slug}>`);
    for (const heading of ['Its discussion begins with', 'The summary', 'Conferences']) {
      expect(out).toContain(`\n\n== ${heading} ==\n`);
    }
    expect(out).not.toMatch(/\*\*|-#|<t:|\\/);
  });

  it('shows the dates of a conference with the words they were read from, and no control characters', async () => {
    const { out } = await preview(`${site.url}/call`);
    expect(out).toContain('Call for papers: Trade and Water 2027');
    expect(out).toMatch(/- When: Saturday 12 to Monday 14 June 2027/);
    expect(out).toMatch(/15 March 2027/);
    expect(out).toMatch(/“.*12 to 14 June 2027.*”/);
    expect(out).not.toMatch(/(?!\n)\p{Cc}/u);
    const { out: json } = await preview(`${site.url}/call`, '--json');
    expect(JSON.parse(json)).toMatchObject({
      ok: true,
      conferences: [{ time: { kind: 'days', startsOn: '2027-06-12', endsOn: '2027-06-14' } }],
    });
  });

  it.each([
    ['an address inside of a private network', () => 'http://10.0.0.5/post', /private network.*public address/],
    ['a page that is not there', () => `${site.url}/nowhere`, /error 404/],
    ['a feed without articles', () => `${site.url}/empty.xml`, /no article in .*empty\.xml yet/],
    ['what is no address', () => 'ht tp://', /not an address/],
  ])('says what is the matter with %s', async (_what, address, sentence) => {
    const { code, out, err } = await preview(address());
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(sentence);
  });
});
