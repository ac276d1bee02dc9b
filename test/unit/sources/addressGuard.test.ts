// The agent alone, without the fetcher around it: what it dials is watched, and none of it leaves this machine.

import { createServer } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import os from 'node:os';
import { request } from 'undici';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createGuardedAgent, type GuardOptions, type Lookup } from '../../../src/sources/addressGuard.ts';
import { PrivateAddressError } from '../../../src/sources/privateAddressError.ts';
import { waitFor } from '../../support/waitFor.ts';
import { type Dials, publicAddress, watchDials } from '../../support/watchDials.ts';

const addresses = (...found: string[]): Lookup => {
  return (_host, _all, answer) =>
    answer(
      null,
      found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
};

describe('a guarded agent', () => {
  let dials: Dials;
  const closing: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    dials = await watchDials(createServer((_incoming, response) => response.end('public')));
  });
  afterEach(async () => {
    await Promise.all(closing.splice(0).map((close) => close()));
  });
  afterAll(() => dials.close());

  const ask = async (url: string, options: Partial<GuardOptions> = {}) => {
    const limits = { allowHosts: [], connectTimeoutMs: 2_000, maxHeaderBytes: 8_192 };
    const agent = createGuardedAgent({ ...limits, lookup: addresses(publicAddress), ...options });
    closing.push(() => agent.destroy());
    return (await request(url, { dispatcher: agent })).body.text();
  };
  /** What was dialled for a request that nobody answers. */
  const dialledFor = async (url: string, options: Partial<GuardOptions>) => {
    const before = dials.toTheWeb.length;
    let isRefused = false;
    void ask(url, options).catch(() => (isRefused = true));
    await waitFor('a dial or a refusal', () => isRefused || dials.toTheWeb.length > before);
    return dials.toTheWeb.slice(before);
  };

  it.each(['http://site.example.org/', `http://${publicAddress}/`])('reads %s', async (url) => {
    expect(await ask(url)).toBe('public');
  });

  it('asks the resolver for every address of a name', async () => {
    const asked: unknown[] = [];
    const lookup: Lookup = (host, options, answer) => {
      asked.push([host, options]);
      addresses(publicAddress)(host, options, answer);
    };
    await ask('http://site.example.org/', { lookup });
    expect(asked).toEqual([['site.example.org', { all: true }]]);
  });

  it.each([
    ['http://site.example.org/', ['10.0.0.7']],
    ['http://site.example.org/', [publicAddress, '::1']],
    ['https://site.example.org/', ['10.0.0.7', publicAddress]],
    ['http://10.0.0.7/', []],
    ['http://[::1]/', []],
    ['http://127.0.0.1:8080/', []],
  ])('does not dial %s where it leads to %j', async (url, found) => {
    const before = dials.toTheWeb.length;
    const error = await ask(url, { lookup: addresses(...found) }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PrivateAddressError);
    expect(error).toHaveProperty('name', 'PrivateAddressError');
    expect(dials.toTheWeb).toHaveLength(before);
  });

  it('says what the resolver said, and that a name without addresses is unknown', async () => {
    const failed = Object.assign(new Error('try again'), { code: 'EAI_AGAIN' });
    const failing: Lookup = (_host, _all, answer) => answer(failed, undefined as never);
    await expect(ask('http://site.example.org/', { lookup: failing })).rejects.toBe(failed);
    await expect(ask('http://site.example.org/', { lookup: addresses() })).rejects.toMatchObject({ code: 'ENOTFOUND' });
  });

  it.each([
    ['http://wiki.internal/', 'wiki.internal'],
    ['https://wiki.internal/', 'wiki.internal'],
    ['http://wiki.internal/', 'wiki.internal:80'],
    ['https://wiki.internal/', 'wiki.internal:443'],
  ])('dials a private address for %s where the operator has opened %s', async (url, opened) => {
    expect(await dialledFor(url, { allowHosts: [opened], lookup: addresses('10.0.0.7') })).toEqual(['10.0.0.7']);
  });

  it.each(['wiki.internal:443', 'wiki.internal:8080', 'other.internal'])(
    'dials none for http://wiki.internal/ where the operator has opened %s',
    async (opened) => {
      expect(
        await dialledFor('http://wiki.internal/', { allowHosts: [opened], lookup: addresses('10.0.0.7') }),
      ).toEqual([]);
    },
  );

  it('tries every address of a name, and offers no protocol but HTTP/1.1', async () => {
    const greetings: Buffer[] = [];
    const server = createSocketServer((socket) => {
      socket.on('error', () => undefined).once('data', (bytes) => greetings.push(bytes) && socket.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    closing.push(() => new Promise((resolve) => server.close(resolve)));
    const opened = { allowHosts: [`wiki.internal:${port}`], lookup: addresses('::1', '127.0.0.1') };
    void ask(`https://wiki.internal:${port}/`, opened).catch(() => undefined);
    const greeting = await waitFor('the greeting', () => greetings[0]);
    expect(greeting.includes('http/1.1')).toBe(true);
    expect(greeting.includes('\x02h2')).toBe(false);
  });

  // Sooner than undici would by itself.
  it('gives up on a connection that is not made in time', { timeout: 8_000 }, async () => {
    const silent: Lookup = () => undefined;
    const opened = [[], ['site.example.org']];
    const askings = opened.map((allowHosts) =>
      ask('http://site.example.org/', { allowHosts, lookup: silent, connectTimeoutMs: 50 }),
    );
    for (const asking of await Promise.allSettled(askings)) {
      expect(asking).toMatchObject({ status: 'rejected', reason: { code: 'UND_ERR_CONNECT_TIMEOUT' } });
    }
  });

  it('refuses headers that are too long', async () => {
    await expect(ask('http://site.example.org/', { maxHeaderBytes: 20 })).rejects.toMatchObject({
      code: 'UND_ERR_HEADERS_OVERFLOW',
    });
  });

  it('does not dial this machine under its public address, nor anything while its addresses are unknown', async () => {
    const systemInterfaces = os.networkInterfaces;
    const pretend = (networkInterfaces: () => object) => {
      Object.assign(os, { networkInterfaces });
      syncBuiltinESMExports();
    };
    const before = dials.toTheWeb.length;
    const eth0 = [{ address: '10.0.0.7' }, { address: `::ffff:${publicAddress}` }];
    const unknown = () => {
      throw new Error('not allowed to know');
    };
    for (const interfaces of [() => ({ gone: undefined, eth0 }), unknown]) {
      pretend(interfaces);
      await expect(ask('http://site.example.org/')).rejects.toBeInstanceOf(PrivateAddressError);
      await expect(ask(`http://${publicAddress}/`)).rejects.toBeInstanceOf(PrivateAddressError);
    }
    expect(dials.toTheWeb).toHaveLength(before);
    pretend(() => ({ gone: undefined, eth0: [{ address: '10.0.0.7' }] }));
    expect(await ask('http://site.example.org/')).toBe('public');
    pretend(systemInterfaces);
    expect(await ask('http://site.example.org/')).toBe('public');
  });

  it('hangs up before a byte is sent where the network itself leads to a private address', async () => {
    const before = dials.canaryBytes();
    dials.betray(true);
    await expect(ask('http://site.example.org/')).rejects.toBeInstanceOf(PrivateAddressError);
    await expect(ask(`http://${publicAddress}/`)).rejects.toBeInstanceOf(PrivateAddressError);
    dials.betray(false);
    expect(dials.canaryBytes()).toBe(before);
  });
});
