// The doors of the fetcher against names and redirects that lie. What is dialled is watched; nothing but the public address
// may be.

import { createServer, type RequestListener } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';
import { request } from 'undici';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SourceError } from '../../src/domain/errors.ts';
import { createGuardedAgent } from '../../src/sources/addressGuard.ts';
import { createFetcher, type Fetcher } from '../../src/sources/http.ts';
import { PrivateAddressError } from '../../src/sources/privateAddressError.ts';
import { createResolver, type Dials, publicAddress, watchDials } from '../support/watchDials.ts';

const races = 500;
const site = 'http://site.example.org/';

describe('what the fetcher dials', () => {
  let dials: Dials;
  let fetcher: Fetcher;
  let answer: RequestListener;
  let resolved: () => readonly string[];
  let requests: { host: string; headers: NodeJS.Dict<string | string[]> }[];

  beforeAll(async () => {
    dials = await watchDials(
      createServer((incoming, response) => {
        requests.push({ host: incoming.headers.host ?? '', headers: incoming.headers });
        answer(incoming, response);
      }),
    );
    const names: Record<string, () => readonly string[]> = {
      'site.example.org': () => resolved(),
      'other.example.org': () => [publicAddress],
    };
    const lookup = createResolver((hostname) => names[hostname]?.());
    fetcher = createFetcher({ allowHosts: [], version: '1.2.3', lookup, limits: { hostGapMs: 0 } });
  });
  afterAll(async () => {
    await fetcher.close();
    await dials.close();
  });
  beforeEach(() => {
    requests = [];
    resolved = () => [publicAddress];
    answer = (_incoming, response) => response.end('public');
  });

  /** `read`, or the code of what was thrown. */
  const outcomeOf = async (url: string) => {
    try {
      const read = await fetcher.fetchDocument(url, '*/*', { etag: '"mine"', url });
      return read.kind === 'document' ? Buffer.from(read.bytes).toString() : read.kind;
    } catch (error) {
      expect(error).toBeInstanceOf(SourceError);
      return (error as SourceError).code;
    }
  };
  const expectNoneStrayed = () => {
    expect(dials.strayed()).toEqual([]);
    expect(dials.canaryHits()).toBe(0);
  };

  it('is the public address of a name, so that the rest of this file proves something', async () => {
    expect(await outcomeOf(site)).toBe('public');
    expect(await outcomeOf(`http://${publicAddress}/`)).toBe('public');
    expect(dials.toTheWeb.length).toBeGreaterThanOrEqual(2);
  });

  it.each([
    ['loopback', '127.0.0.1'],
    ['this network', '0.0.0.0'],
    ['a private network', '10.1.2.3'],
    ['a carrier’s network', '100.64.0.1'],
    ['the metadata address', '169.254.169.254'],
    ['Azure’s host', '168.63.129.16'],
    ['a broadcast', '255.255.255.255'],
    ['IPv6 loopback', '::1'],
    ['nothing', '::'],
    ['a mapped address', '::ffff:192.168.0.1'],
    ['a compatible address', '::8.8.8.8'],
    ['a unique local address', 'fd00:ec2::254'],
    ['a link-local address', 'fe80::1'],
    ['a link-local address with its zone', 'fe80::1%lo'],
    ['NAT64', '64:ff9b::7f00:1'],
    ['local NAT64', '64:ff9b:1::a00:1'],
    ['6to4', '2002:7f00:1::'],
    ['Teredo', '2001:0:7f00:1::'],
    ['ISATAP', '2a00:1450::5efe:10.0.0.1'],
    ['multicast', 'ff02::1'],
  ])('is nothing when a name leads to %s, alone or among public addresses', async (_where, address) => {
    for (const addresses of [[address], [publicAddress, address], [address, publicAddress]]) {
      for (const scheme of ['http', 'https']) {
        resolved = () => addresses;
        expect(await outcomeOf(`${scheme}://site.example.org/`)).toBe('addressPrivate');
      }
    }
    expectNoneStrayed();
  });

  it('is nothing when a name has no address', async () => {
    resolved = () => [];
    expect(await outcomeOf(site)).toBe('hostUnknown');
    expect(await outcomeOf('http://unknown.example.org/')).toBe('hostUnknown');
    expectNoneStrayed();
  });

  it(`is never the private address of a name that changes, in ${races} races`, async () => {
    let lookups = 0;
    // A seeded sequence, so that a failure can be run again: which look-up is answered with which address.
    let state = 20_261_125;
    resolved = () => {
      lookups += 1;
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      return [state > 2 ** 30 ? publicAddress : '127.0.0.1'];
    };
    const outcomes: string[] = [];
    for (let batch = 0; batch < races; batch += 50) {
      outcomes.push(...(await Promise.all(Array.from({ length: 50 }, () => outcomeOf(site)))));
    }
    const served = outcomes.filter((outcome) => outcome === 'public').length;
    const refused = outcomes.filter((outcome) => outcome === 'addressPrivate').length;
    expect(served + refused).toBe(races);
    expect(Math.min(served, refused)).toBeGreaterThan(races / 10);
    expect(lookups).toBe(races);
    expectNoneStrayed();
  });

  it('is the address that was judged, even if the answer changes meanwhile', async () => {
    let reads = 0;
    const changing = {
      family: 4,
      get address() {
        reads += 1;
        return reads === 1 ? publicAddress : '127.0.0.1';
      },
    };
    const agent = createGuardedAgent({
      allowHosts: [],
      connectTimeoutMs: 2_000,
      maxHeaderBytes: 8_192,
      lookup: (_host, _all, found) => found(null, [changing]),
    });
    const { statusCode } = await request(site, { dispatcher: agent });
    expect(statusCode).toBe(200);
    await agent.destroy();
    expectNoneStrayed();
  });

  it.each([
    ['http://127.0.0.1/', 'addressPrivate'],
    ['http://localhost/', 'addressPrivate'],
    ['http://printer/', 'addressPrivate'],
    ['//10.0.0.1/', 'addressPrivate'],
    ['http:10.0.0.1/', 'status'],
    ['http://[::1]/', 'addressPrivate'],
    ['http://[::ffff:127.0.0.1]/', 'addressPrivate'],
    ['http://[64:ff9b::7f00:1]/', 'addressPrivate'],
    ['http://2130706433/', 'addressPrivate'],
    ['http://0x7f.1/', 'addressPrivate'],
    ['http://%31%32%37.0.0.1/', 'addressPrivate'],
    ['ht\ttp://127.0.0.1/', 'addressPrivate'],
    [' http://127.0.0.1/', 'addressPrivate'],
    ['http://169.254.169.254/latest/meta-data/', 'addressPrivate'],
    ['http://other.example.org:22/', 'addressInvalid'],
    ['http://user@other.example.org/', 'addressInvalid'],
    ['http://other.example.org@127.0.0.1/', 'addressInvalid'],
    ['\\\\127.0.0.1\\', 'addressInvalid'],
    ['http:/\\127.0.0.1/', 'addressInvalid'],
    ['file:///etc/passwd', 'addressInvalid'],
    ['javascript:alert(1)', 'addressInvalid'],
    ['data:text/xml,<rss/>', 'addressInvalid'],
    ['gopher://127.0.0.1:80/', 'addressInvalid'],
    ['http://[', 'addressInvalid'],
    ['https://', 'addressInvalid'],
  ])('is nothing new after a redirect to %j', async (location, code) => {
    for (const status of [301, 302, 303, 307, 308]) {
      answer = ({ url }, response) =>
        url === '/' ? response.writeHead(status, { location }).end() : response.writeHead(404).end();
      expect(await outcomeOf(site)).toBe(code);
    }
    expectNoneStrayed();
  });

  it('is nothing new after a redirect to a name that leads to a private address', async () => {
    resolved = () => ['127.0.0.1'];
    answer = (_incoming, response) => response.writeHead(302, { location: site }).end();
    expect(await outcomeOf('http://other.example.org/')).toBe('addressPrivate');
    expectNoneStrayed();
  });

  it('is nothing new when the second answer of the same name is private, a redirect later', async () => {
    const answers = [[publicAddress], ['127.0.0.1']];
    resolved = () => answers.shift() ?? [];
    answer = (_incoming, response) => response.writeHead(302, { location: '/again' }).end();
    expect(await outcomeOf(site)).toBe('addressPrivate');
    expect(requests).toHaveLength(1);
    expectNoneStrayed();
  });

  it('ends after five redirects, and in a loop', async () => {
    answer = ({ url }, response) => {
      const left = Number(url?.slice(1));
      if (left === 0) response.end('arrived');
      else response.writeHead(302, { location: Number.isNaN(left) ? '/loop' : `/${left - 1}` }).end();
    };
    expect(await outcomeOf(`${site}5`)).toBe('arrived');
    expect(await outcomeOf(`${site}6`)).toBe('tooManyRedirects');
    expect(await outcomeOf(`${site}loop`)).toBe('tooManyRedirects');
  });

  it('hears nothing of another site: no validators, no cookie, no referrer', async () => {
    answer = ({ headers }, response) => {
      const elsewhere = { location: 'http://other.example.org/', 'set-cookie': 'a=b; Domain=example.org' };
      if (headers.host === 'site.example.org') response.writeHead(302, elsewhere).end();
      else response.end('elsewhere');
    };
    expect(await outcomeOf(site)).toBe('elsewhere');
    expect(requests.map(({ host }) => host)).toEqual(['site.example.org', 'other.example.org']);
    expect(requests[0]?.headers['if-none-match']).toBe('"mine"');
    for (const header of ['if-none-match', 'cookie', 'referer', 'authorization']) {
      expect(requests[1]?.headers).not.toHaveProperty(header);
    }
  });

  it('is not this machine under its public address, nor anything while its addresses are unknown', async () => {
    const systemInterfaces = os.networkInterfaces;
    const pretend = (networkInterfaces: () => object) => {
      Object.assign(os, { networkInterfaces });
      syncBuiltinESMExports();
    };
    const before = dials.toTheWeb.length;
    pretend(() => ({ eth0: [{ address: publicAddress }], eth1: undefined }));
    for (const url of [site, `http://${publicAddress}/`, `http://[::ffff:${publicAddress}]/`]) {
      expect(await outcomeOf(url)).toBe('addressPrivate');
    }
    pretend(() => {
      throw new Error('not allowed to know');
    });
    expect(await outcomeOf(site)).toBe('addressPrivate');
    expect(dials.toTheWeb).toHaveLength(before);
    pretend(systemInterfaces);
    expect(await outcomeOf(site)).toBe('public');
  });

  it('is cut off before a byte is sent where the network itself leads to a private address', async () => {
    dials.betray(true);
    expect(await outcomeOf(site)).toBe('addressPrivate');
    const agent = createGuardedAgent({ allowHosts: [], connectTimeoutMs: 2_000, maxHeaderBytes: 8_192 });
    const asking = request(`http://${publicAddress}/`, { dispatcher: agent });
    await expect(asking).rejects.toBeInstanceOf(PrivateAddressError);
    await agent.destroy();
    dials.betray(false);
    // The canary sees that somebody came, and nothing of what they wanted.
    expect(dials.canaryBytes()).toBe(0);
  });
});
