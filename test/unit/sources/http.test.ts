import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SourceError } from '../../../src/domain/errors.ts';
import type { Lookup } from '../../../src/sources/addressGuard.ts';
import { createFetcher, type Fetcher, type FetchOptions } from '../../../src/sources/http.ts';
import { openSite, type Site } from './siteServer.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

async function openAllowed(answer: RequestListener, options: Partial<FetchOptions> = {}) {
  const site = await openSite(answer);
  const fetcher = createFetcher({ allowHosts: [site.host], version: '1.2.3', ...options });
  closing.push(fetcher.close, site.close);
  return { site, fetcher };
}

function open(options: Partial<FetchOptions> = {}): Fetcher {
  const fetcher = createFetcher({ allowHosts: [], version: '1.2.3', ...options });
  closing.push(fetcher.close);
  return fetcher;
}

async function errorOf(fetching: Promise<unknown>): Promise<SourceError> {
  const error = await fetching.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(SourceError);
  return error as SourceError;
}

const fetchText = async (fetcher: Fetcher, url: string) => {
  const answer = await fetcher.fetchDocument(url, '*/*');
  return answer.kind === 'document' ? Buffer.from(answer.bytes).toString() : answer.kind;
};

describe('the fetcher', () => {
  it('says who it is and asks for nothing it does not need', async () => {
    const { site, fetcher } = await openAllowed((_q, response) => response.end('hello'), {
      contact: 'https://example.org/bot',
    });
    expect(await fetchText(fetcher, `${site.url}/feed#part`)).toBe('hello');
    const headers = site.requests[0]?.headers;
    expect(site.requests[0]?.path).toBe('/feed');
    expect(headers?.['user-agent']).toBe('society-bot/1.2.3 (+https://example.org/bot)');
    expect(headers?.['accept-encoding']).toBe('gzip, deflate, br');
    expect(headers).not.toHaveProperty('cookie');
    expect(headers).not.toHaveProperty('referer');
    expect(headers).not.toHaveProperty('authorization');
  });

  it('keeps no cookies, and lets no contact write headers', async () => {
    const { site, fetcher } = await openAllowed(
      (_q, response) => response.writeHead(200, { 'set-cookie': 'visitor=1; Path=/' }).end('hello'),
      { contact: 'editor@example.org\r\nCookie: a=b' },
    );
    await fetchText(fetcher, site.url);
    await fetchText(fetcher, site.url);
    expect(site.requests.map(({ headers }) => headers['user-agent'])).toEqual(
      Array(2).fill('society-bot/1.2.3 (+editor@example.orgCookie: a=b)'),
    );
    expect(site.requests.filter(({ headers }) => 'cookie' in headers)).toEqual([]);
  });

  it.each([
    ['gzip', gzipSync('packed')],
    ['deflate', deflateSync('packed')],
    ['br', brotliCompressSync('packed')],
    ['gzip, br', brotliCompressSync(gzipSync('packed'))],
  ])('unpacks %s', async (encoding, bytes) => {
    const { site, fetcher } = await openAllowed((_q, response) => {
      response.setHeader('content-encoding', encoding);
      response.end(bytes);
    });
    expect(await fetchText(fetcher, site.url)).toBe('packed');
  });

  it('sends validators back byte for byte and understands that nothing changed', async () => {
    const etag = 'W/"a b \xe9\xff"';
    const { site, fetcher } = await openAllowed((query, response) => {
      response.setHeader('etag', etag);
      response.setHeader('last-modified', 'Tue, 24 Nov 2026 10:00:00 GMT');
      response.statusCode = query.headers['if-none-match'] === etag ? 304 : 200;
      response.end();
    });
    const first = await fetcher.fetchDocument(site.url, '*/*');
    expect(first.validators).toEqual({
      etag,
      lastModified: 'Tue, 24 Nov 2026 10:00:00 GMT',
      url: `${site.url}/`,
    });
    const second = await fetcher.fetchDocument(site.url, '*/*', first.validators);
    expect(second).toEqual({ kind: 'notModified', validators: first.validators });
    expect(site.requests[1]?.headers['if-modified-since']).toBe('Tue, 24 Nov 2026 10:00:00 GMT');
  });

  it('takes 304 for an error where it was not asked for', async () => {
    const { site, fetcher } = await openAllowed((_q, response) => response.writeHead(304).end());
    expect((await errorOf(fetcher.fetchDocument(site.url, '*/*'))).code).toBe('status');
  });

  it.each([
    [401, {}, 'login', undefined],
    [403, {}, 'login', undefined],
    [404, {}, 'status', undefined],
    [410, {}, 'gone', undefined],
    [429, {}, 'limited', undefined],
    [429, { 'retry-after': '120' }, 'limited', 120_000],
    [503, { 'retry-after': '1' }, 'limited', 60_000],
    [503, { 'retry-after': '99999999' }, 'limited', 86_400_000],
    [503, {}, 'status', undefined],
    [302, { location: '/wp-login.php?redirect_to=x' }, 'login', undefined],
  ])('answers %i %j with %s', async (status, headers, code, retryAfterMs) => {
    const { site, fetcher } = await openAllowed((_q, response) => response.writeHead(status, headers).end('x'));
    const error = await errorOf(fetcher.fetchDocument(`${site.url}/feed?key=canary`, '*/*'));
    expect(error.code).toBe(code);
    expect(error.retryAfterMs).toBe(retryAfterMs);
    expect(JSON.stringify(error.args)).not.toContain('canary');
    expect(error.args.host).toBe('127.0.0.1');
  });

  it('follows a redirect to an address beyond ASCII, as servers write it', async () => {
    const { site, fetcher } = await openAllowed((query, response) => {
      if (query.url !== '/') return void response.end('here');
      response.writeHead(302, { location: Buffer.from('/für-alle').toString('latin1') }).end();
    });
    expect(await fetchText(fetcher, site.url)).toBe('here');
    expect(site.requests.map(({ path }) => path)).toEqual(['/', '/f%C3%BCr-alle']);
  });

  it('follows five redirects and refuses the sixth', async () => {
    const { site, fetcher } = await openAllowed((query, response) => {
      const left = Number(query.url?.slice(1));
      if (left === 0) response.end('arrived');
      else response.writeHead(302, { location: `/${left - 1}` }).end();
    });
    expect(await fetchText(fetcher, `${site.url}/5`)).toBe('arrived');
    expect((await errorOf(fetcher.fetchDocument(`${site.url}/6`, '*/*'))).code).toBe('tooManyRedirects');
  });

  it.each([
    ['http://169.254.169.254/latest/meta-data/', 'addressPrivate'],
    ['http://[::ffff:127.0.0.1]/', 'addressPrivate'],
    ['//10.0.0.1/', 'addressPrivate'],
    ['http://localhost/', 'addressPrivate'],
    ['http://user@example.org/', 'addressInvalid'],
    ['file:///etc/passwd', 'addressInvalid'],
    ['http://example.org:22/', 'addressInvalid'],
  ])('does not follow a redirect to %s', async (location, code) => {
    const { site, fetcher } = await openAllowed((_q, response) => response.writeHead(302, { location }).end());
    expect((await errorOf(fetcher.fetchDocument(site.url, '*/*'))).code).toBe(code);
  });

  it('says the same of a private port whether something listens there or not', async () => {
    const listening = await openSite((_q, response) => response.end('secret'));
    const closed = await openSite(() => undefined);
    closing.push(listening.close);
    await closed.close();
    const fetcher = open({ lookup: (_host, _all, answer) => answer(null, [{ address: '127.0.0.1', family: 4 }]) });
    const messages = await Promise.all(
      [`http://127.0.0.1:${listening.port}/`, `http://127.0.0.1:${closed.port}/`].map(async (url) => {
        const { code, args } = await errorOf(fetcher.fetchDocument(url, '*/*'));
        return JSON.stringify({ code, args });
      }),
    );
    expect(messages[0]).toBe(messages[1]);
    expect(listening.requests).toEqual([]);
  });

  it('refuses a name of which any answer is private, whatever their order', async () => {
    const open4 = { address: '93.184.216.34', family: 4 };
    for (const answers of [['127.0.0.1'], ['10.0.0.1'], ['::1'], ['::ffff:192.168.1.1'], ['168.63.129.16']]) {
      const closed = answers.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
      for (const all of [[open4, ...closed], [...closed, open4], closed]) {
        const fetcher = open({ lookup: (_host, _all, answer) => answer(null, all) });
        expect((await errorOf(fetcher.fetchDocument('http://site.example.org/', '*/*'))).code).toBe('addressPrivate');
      }
    }
  });

  it('resolves the name anew for each request, so that a name which turns private is refused', async () => {
    const answers: Parameters<Lookup>[2][] = [];
    const lookup: Lookup = (_host, _all, answer) => {
      answers.push(answer);
      if (answers.length === 1) answer(Object.assign(new Error('unknown'), { code: 'ENOTFOUND' }), []);
      else answer(null, [{ address: '127.0.0.1', family: 4 }]);
    };
    const fetcher = open({ lookup });
    expect((await errorOf(fetcher.fetchDocument('https://site.example.org/', '*/*'))).code).toBe('hostUnknown');
    expect((await errorOf(fetcher.fetchDocument('https://site.example.org/', '*/*'))).code).toBe('addressPrivate');
  });

  it.each([
    ['without end', 64_000_000],
    ['to a thousand times its size', 5_000_000],
  ])('cuts off a body that unpacks %s', async (_how, sizeBytes) => {
    const bomb = gzipSync(Buffer.alloc(sizeBytes));
    const { site, fetcher } = await openAllowed((_q, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.end(bomb);
    });
    expect((await errorOf(fetcher.fetchDocument(site.url, '*/*'))).code).toBe('tooLarge');
  });

  it('cuts off a body that is too large on the wire, headers that are, and layers of packing', async () => {
    const { site, fetcher } = await openAllowed((query, response) => {
      // In chunks: nothing says beforehand how much it will be.
      if (query.url === '/wire') response.write(Buffer.alloc(6_000_000, 'x'), () => response.end());
      else if (query.url === '/headers') response.writeHead(200, { 'x-long': 'a'.repeat(40_000) }).end();
      else response.writeHead(200, { 'content-encoding': 'gzip, gzip, gzip' }).end(gzipSync(gzipSync(gzipSync('x'))));
    });
    expect((await errorOf(fetcher.fetchDocument(`${site.url}/wire`, '*/*'))).code).toBe('tooLarge');
    expect((await errorOf(fetcher.fetchDocument(`${site.url}/headers`, '*/*'))).code).toBe('tooLarge');
    expect((await errorOf(fetcher.fetchDocument(`${site.url}/layers`, '*/*'))).code).toBe('unreachable');
  });

  it('gives up on silence, and on a body that only drips', async () => {
    const limits = { firstByteTimeoutMs: 200, totalTimeoutMs: 700 };
    let drip: NodeJS.Timeout | undefined;
    const { site, fetcher } = await openAllowed(
      (query, response) => {
        if (query.url === '/silent') return;
        response.write('x');
        drip = setInterval(() => response.write('x'), 20);
      },
      { limits },
    );
    expect((await errorOf(fetcher.fetchDocument(`${site.url}/silent`, '*/*'))).code).toBe('timeout');
    expect((await errorOf(fetcher.fetchDocument(`${site.url}/drip`, '*/*'))).code).toBe('timeout');
    clearInterval(drip);
  });

  it('calls a broken or refused connection unreachable', async () => {
    const { site, fetcher } = await openAllowed((query, response) => {
      if (query.url === '/reset') response.destroy();
      else if (query.url === '/short') {
        response.writeHead(200, { 'content-length': '100' }).write('few');
        response.socket?.end();
      } else response.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip');
    });
    for (const path of ['/reset', '/short', '/garbage']) {
      expect((await errorOf(fetcher.fetchDocument(site.url + path, '*/*'))).code).toBe('unreachable');
    }
    const gone = createServer().listen(0, '127.0.0.1');
    await vi.waitFor(() => expect(gone.address()).not.toBeNull());
    const { port } = gone.address() as AddressInfo;
    await new Promise((resolve) => gone.close(resolve));
    const other = open({ allowHosts: [`127.0.0.1:${port}`] });
    expect((await errorOf(other.fetchDocument(`http://127.0.0.1:${port}/`, '*/*'))).code).toBe('unreachable');
  });

  it('keeps validators from another site', async () => {
    const other = await openSite((_q, response) => response.end('x'));
    closing.push(other.close);
    const site: Site = await openSite((_q, response) =>
      response.writeHead(301, { location: `${other.url}/feed` }).end(),
    );
    closing.push(site.close);
    const fetcher = open({ allowHosts: [site.host, other.host] });
    const answer = await fetcher.fetchDocument(site.url, '*/*', { etag: '"mine"' });
    expect(answer).toMatchObject({ kind: 'document', url: `${other.url}/feed` });
    expect(site.requests[0]?.headers['if-none-match']).toBe('"mine"');
    expect(other.requests[0]?.headers).not.toHaveProperty('if-none-match');
  });
});
