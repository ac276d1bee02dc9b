// The proof that does not trust the product, nor Node: in a network where every address leads to one process, the kernel counts
// each connection that is asked for. Where the system does not allow such a network to be made, other tests have to do.

import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SeenDials } from '../support/wholeInternet.ts';

const prepare = 'ip link set lo up && ip route add local default dev lo && ip -6 route add local default dev lo';
const inNetwork = (command: string, environment: NodeJS.ProcessEnv = {}) =>
  spawnSync('unshare', ['--map-root-user', '--net', 'sh', '-c', `${prepare} && ${command}`], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...environment },
  });
const isPossible = inNetwork('true').status === 0;
if (!isPossible) console.info('skipped: this system does not allow a network namespace to be made');

/** Set by some operators for all programs; whoever asks a proxy asks for an address nobody has vetted. */
const proxies = Object.fromEntries(
  ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy'].map((name) => [name, 'http://127.0.0.1:80']),
);

describe.skipIf(!isPossible)('in a network where every address leads somewhere', () => {
  let seen: SeenDials;
  beforeAll(() => {
    const script = new URL('../support/wholeInternet.ts', import.meta.url).pathname;
    const { stdout, stderr } = inNetwork(`"${process.execPath}" --import tsx "${script}"`, {
      ...proxies,
      NODE_USE_ENV_PROXY: '1',
    });
    expect(stdout, stderr).not.toBe('');
    seen = JSON.parse(stdout) as SeenDials;
  });

  it('a connection to a private address would be seen', () => {
    expect(seen.control).toBe(4);
  });

  it('no address that must be refused is dialled, given by a person or by a redirect', () => {
    expect(seen.strays).toEqual([]);
    expect(seen.opened).toBe(seen.reachedPublic);
    expect(seen.direct.length).toBeGreaterThan(400);
    expect(new Set(seen.direct)).toEqual(new Set(['addressPrivate', 'addressInvalid']));
    expect(seen.redirected.length).toBeGreaterThan(400);
    expect(seen.redirected).not.toContain('read');
  });

  it('every honest address is read', () => {
    expect(seen.honest.length).toBeGreaterThan(20);
    expect(new Set(seen.honest)).toEqual(new Set(['read']));
  });

  it('a name that changes is read while it is public, and refused while it is not', () => {
    const read = seen.races.filter((outcome) => outcome === 'read').length;
    const refused = seen.races.filter((outcome) => outcome === 'addressPrivate').length;
    expect(read + refused).toBe(500);
    expect(Math.min(read, refused)).toBeGreaterThan(50);
  });

  it('a feed is read without what its document type, entities and inclusions point to', () => {
    expect(seen.feedTitle).toMatch(/^News/);
    expect(seen.feedTitle).not.toMatch(/root:/);
  });
});
