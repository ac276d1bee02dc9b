// Sites on loopback: what is found at an address, and which requests it takes.

import { afterEach, describe, expect, it } from 'vitest';
import { createReader } from '../../../../src/sources/createReader.ts';
import { openSite } from '../siteServer.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

const feed = (title: string, ...names: string[]) =>
  `<rss version="2.0"><channel><title>${title}</title>${names.map((name) => `<item><title>${name}</title><link>https://society.example/${name}</link></item>`).join('')}</channel></rss>`;
const page = (head: string, body = '<p>Welcome</p>') =>
  `<!doctype html><html><head><title>Society</title>${head}</head><body>${body}</body></html>`;
const link = (href: string, title = '', type = 'application/rss+xml') =>
  `<link rel="alternate" type="${type}" title="${title}" href="${href}">`;
const list = ['rivers', 'wages', 'borders']
  .map((name) => `<article><h2><a href="/blog/${name}">All about ${name}</a></h2></article>`)
  .join('');

/** A site that answers these paths, and 404 to all others. A number is a status, `→ address` a redirect. */
async function open(paths: Record<string, string | number>) {
  const site = await openSite((query, response) => {
    const answer = paths[query.url ?? ''] ?? 404;
    if (typeof answer === 'number') {
      response.writeHead(answer, answer === 429 ? { 'retry-after': '600' } : {}).end();
    } else if (answer.startsWith('→ ')) {
      response.writeHead(302, { location: answer.slice(2) }).end();
    } else {
      response.writeHead(200, { 'content-type': answer.startsWith('<!') ? 'text/html' : 'text/xml' }).end(answer);
    }
  });
  const reader = createReader({ allowHosts: [site.host], version: '1.0.0' });
  closing.push(reader.close, site.close);
  const asked = () => site.requests.map(({ path }) => path);
  return { url: site.url, asked, discover: (path: string) => reader.discover(`${site.url}${path}`), reader };
}

describe('discovery', () => {
  it('takes a feed as it is, with one request', async () => {
    const { discover, asked } = await open({ '/feed.xml': feed('Society', 'one') });
    expect(await discover('/feed.xml')).toMatchObject({
      kind: 'feed',
      reading: { title: 'Society', isPartial: false },
    });
    expect(asked()).toEqual(['/feed.xml']);
  });

  it('follows a page to its feed, and not to its comments', async () => {
    const { discover, asked, url } = await open({
      '/': page(link('/comments/feed/', 'Comments Feed') + link('/feed/', 'Feed')),
      '/feed/': feed('Society', 'one'),
    });
    expect(await discover('/')).toMatchObject({ kind: 'found', reading: { url: `${url}/feed/` } });
    expect(asked()).toEqual(['/', '/feed/']);
  });

  it('takes another format where the first cannot be read', async () => {
    const { discover, url } = await open({
      '/': page(link('/rss.xml', 'Society RSS') + link('/atom.xml', 'Society Atom', 'application/atom+xml')),
      '/rss.xml': 500,
      '/atom.xml': feed('Society', 'one'),
    });
    expect(await discover('/')).toMatchObject({ kind: 'found', reading: { url: `${url}/atom.xml` } });
  });

  it('offers several feeds, each once, the likeliest first', async () => {
    const { discover } = await open({
      '/': page(
        link('/tag/x/feed', 'Tag') + link('/news/feed', 'News') + link('/essays/feed', 'Essays') + link('/e', 'E'),
      ),
      '/news/feed': feed('News', 'one', 'two'),
      '/essays/feed': feed('Essays', 'three'),
      '/e': feed('Essays again', 'three'),
      '/tag/x/feed': feed('Tag', 'two'),
    });
    const discovery = await discover('/');
    expect(discovery.kind === 'several' && discovery.readings.map(({ title }) => title)).toEqual([
      'News',
      'Essays',
      'Tag',
    ]);
  });

  it.each([
    ['Wix', '<meta name="generator" content="Wix.com Website Builder">', '/blog-feed.xml'],
    ['Ghost', '<meta name="generator" content="Ghost 6">', '/rss/'],
  ])('asks the place of %s first, and then no other', async (_maker, mark, path) => {
    const { discover, asked } = await open({ '/': page(mark), [path]: feed('Society', 'one') });
    expect(await discover('/')).toMatchObject({ kind: 'found', reading: { title: 'Society' } });
    expect(asked()).toEqual(['/', path]);
  });

  it('tries at most six known places, each once, and passes over what is not the feed of articles', async () => {
    const { discover, asked } = await open({
      '/': page(''),
      '/feed/': feed('Comments on: Rivers', 'x'),
      '/rss/': page(''),
    });
    await expect(discover('/')).rejects.toMatchObject({ code: 'htmlInsteadOfFeed', args: { host: '127.0.0.1' } });
    const guesses = asked().filter((path) => path !== '/' && path !== '/sitemap.xml');
    expect(guesses).toHaveLength(6);
    expect(new Set(asked()).size).toBe(asked().length);
  });

  it('reads the page itself where there is no feed', async () => {
    const { discover, url, reader } = await open({ '/blog': page('', list), '/new': page('') });
    expect(await discover('/blog')).toMatchObject({
      kind: 'index',
      reading: { url: `${url}/blog`, entries: [{ title: 'All about rivers', url: `${url}/blog/rivers` }, {}, {}] },
    });
    const reading = await reader.readFeed(`${url}/blog`, undefined, 'index');
    expect(reading).toMatchObject({ kind: 'read', entries: [{}, {}, {}] });
    await expect(reader.readFeed(`${url}/new`, undefined, 'index')).rejects.toMatchObject({ code: 'layoutChanged' });
  });

  it('reads the sitemap as a last resort, also one that is in parts', async () => {
    const at = (...names: string[]) => names.map((name) => `<loc>http://HOST/${name}</loc>`);
    const paths: Record<string, string> = { '/': page('') };
    const { discover, url } = await open(paths);
    const filled = (text: string) => text.replaceAll('http://HOST', url);
    paths['/sitemap.xml'] = filled(`<sitemapindex><sitemap>${at('post-sitemap.xml')}</sitemap></sitemapindex>`);
    paths['/post-sitemap.xml'] = filled(
      `<urlset>${at('a-b', 'c-d')
        .map((one) => `<url>${one}</url>`)
        .join('')}</urlset>`,
    );
    expect(await discover('/')).toMatchObject({
      kind: 'index',
      reading: { url: `${url}/post-sitemap.xml`, entries: [{ title: 'A b' }, { title: 'C d' }] },
    });
  });

  it.each([
    ['a link', { '/': page(link('http://169.254.169.254/feed')) }],
    ['a redirect', { '/': page(link('/feed.xml')), '/feed.xml': '→ http://10.0.0.1/feed' }],
  ])('never follows %s into a private network, and says so', async (_way, paths) => {
    const { discover } = await open(paths as Record<string, string>);
    await expect(discover('/')).rejects.toMatchObject({ code: 'addressPrivate' });
  });

  it('asks no more once a site asks for a pause', async () => {
    const { discover, asked } = await open({ '/': page(link('/feed.xml')), '/feed.xml': 429 });
    await expect(discover('/')).rejects.toMatchObject({ code: 'limited' });
    expect(asked()).toEqual(['/', '/feed.xml']);
  });

  it.each([
    ['/missing', 'status'],
    ['/text', 'notAFeed'],
  ])('says what is wrong with %s itself', async (path, code) => {
    const site = await openSite((query, response) => {
      response.writeHead(query.url === '/text' ? 200 : 404, { 'content-type': 'text/plain' }).end('Some words.');
    });
    const reader = createReader({ allowHosts: [site.host], version: '1.0.0' });
    closing.push(reader.close, site.close);
    await expect(reader.discover(`${site.url}${path}`)).rejects.toMatchObject({ code });
    expect(site.requests).toHaveLength(1);
  });
});
