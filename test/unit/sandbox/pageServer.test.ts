import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { servePage } from '../../../sandbox/page/servePage.ts';

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
let published = 0;
let media: { url: string; server: Server };
let page: { url: string; server: Server };

async function listen(server: Server): Promise<{ url: string; server: Server }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

/** fetch would tidy the path up before sending it. */
function getStatusRaw(path: string): Promise<number | undefined> {
  const { port } = page.server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

beforeEach(async () => {
  published = 0;
  media = await listen(
    createServer((incoming, response) => {
      if (incoming.url === '/away') response.writeHead(302, { Location: '/a.png' }).end();
      else if (incoming.url === '/page') response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>');
      else if (incoming.url === '/big')
        response.writeHead(200, { 'Content-Type': 'image/png' }).end(Buffer.alloc(6 * 1024 * 1024));
      else response.writeHead(200, { 'Content-Type': 'image/png' }).end(PNG);
    }),
  );
  const handle = servePage({
    allowedMediaOrigins: [media.url],
    publish: async () => {
      published += 1;
      return { title: 'An article' };
    },
  });
  page = await listen(
    createServer(async (incoming, response) => {
      if (!(await handle(incoming, response))) response.writeHead(418).end();
    }),
  );
});

afterEach(() => {
  for (const { server } of [media, page]) {
    server.close();
    server.closeAllConnections();
  }
});

const getMedia = (address: string) => fetch(`${page.url}/sandbox/media?url=${encodeURIComponent(address)}`);

describe('the server of the page', () => {
  it('gives out the page and its files under a policy that allows nothing from elsewhere', async () => {
    for (const [path, type] of [
      ['/', 'text/html'],
      ['/page/main.js', 'text/javascript'],
      ['/page/page.css', 'text/css'],
      ['/page/icon.svg', 'image/svg+xml'],
    ]) {
      const response = await fetch(`${page.url}${path}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toContain(type);
      expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(response.headers.get('content-security-policy')).not.toContain('unsafe');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    }
  });

  it('finds every script and style that the page names', async () => {
    const pending = ['/'];
    for (const path of pending) {
      const response = await fetch(`${page.url}${path}`);
      expect([path, response.status]).toEqual([path, 200]);
      const source = await response.text();
      expect(source).not.toMatch(
        / style="|<script>|innerHTML|https?:\/\/(?!www\.w3\.org\/2000\/svg|discord\.com)[a-z]/,
      );
      const named = [...source.matchAll(/(?:href|src)="(\/page\/[^"]+)"|from '\.\/([^']+)'/g)];
      for (const [, absolute, relative] of named) {
        const found = absolute ?? `/page/${relative}`;
        if (!pending.includes(found)) pending.push(found);
      }
    }
    expect(pending.length).toBeGreaterThan(20);
  });

  it('gives out nothing but the files of the page', async () => {
    for (const path of [
      '/page/../../package.json',
      '/page/..%2f..%2fpackage.json',
      '/page/%2e%2e/%2e%2e/package.json',
      '/page/servePage.ts',
      '/page//etc/passwd',
      '/page/',
      '/page/none.js',
    ]) {
      expect([path, await getStatusRaw(path)]).not.toEqual([path, 200]);
    }
  });

  it('leaves all other requests alone', async () => {
    expect((await fetch(`${page.url}/sandbox/state`)).status).toBe(418);
    expect((await fetch(`${page.url}/api/v10/gateway`)).status).toBe(418);
  });

  it('passes on pictures from allowed origins and nothing else', async () => {
    const picture = await getMedia(`${media.url}/a.png`);
    expect(picture.status).toBe(200);
    expect(Buffer.from(await picture.arrayBuffer())).toEqual(PNG);
    expect(picture.headers.get('content-security-policy')).toContain('sandbox');
    for (const address of [
      `${media.url}/page`,
      `${media.url}/big`,
      `${media.url}/away`,
      `${page.url}/page/icon.svg`,
      media.url.replace('127.0.0.1', 'localhost'),
      'file:///etc/passwd',
      'nonsense',
      '',
    ]) {
      expect([address, (await getMedia(address)).status]).toEqual([address, 404]);
    }
  });

  it('publishes for its own page and refuses other sites', async () => {
    const post = (headers: Record<string, string>) => fetch(`${page.url}/sandbox/publish`, { method: 'POST', headers });
    expect(await (await post({ Origin: page.url })).json()).toEqual({ title: 'An article' });
    expect((await post({})).status).toBe(200);
    expect((await post({ Origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await post({ Origin: 'null' })).status).toBe(403);
    expect(published).toBe(2);
  });
});
