import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findUrlFault } from '../../../src/sources/vetUrl.ts';
import { honestAddresses } from './honestAddresses.ts';
import { refusedAddresses } from './refusedAddresses.ts';

describe('an address a stranger hands in', () => {
  it.each([
    ['ftp://example.org/feed', 'scheme'],
    ['feed:https:/example.org/feed', 'scheme'],
    ['https:/example.org/feed', 'malformed'],
    ['http:example.org/feed', 'malformed'],
    ['http://[::/', 'malformed'],
    ['http://a+b.example.org/', 'malformed'],
    ['https://name:word@example.org/', 'userinfo'],
    ['http://@example.org/', 'userinfo'],
    ['https://example.org\\@10.0.0.1/', 'characters'],
    ['https://example.org/a b', 'characters'],
    ['https://example.org:8080/', 'port'],
    ['https://example.org:65536', 'port'],
    ['https://example.org:65536/feed', 'port'],
    ['https://example.org:65536?feed', 'port'],
    ['https://example.org:80a/', 'malformed'],
    ['https://example.org:a/', 'malformed'],
    ['http://2130706433/', 'private'],
    ['http://[::ffff:10.0.0.1]/', 'private'],
    ['http://printer/', 'private'],
    ['http://wiki.society.internal/', 'private'],
    [`https://example.org/${'a'.repeat(2048)}`, 'tooLong'],
  ])('is refused: %s', (address, fault) => {
    expect(findUrlFault(address, [])).toBe(fault);
  });

  it.each(Object.entries(refusedAddresses))('is refused for %s', (_trick, addresses) => {
    expect(addresses.filter((address) => findUrlFault(address, []) === undefined)).toEqual([]);
  });

  it('may be tried when it is honest, whatever it looks like', () => {
    expect(honestAddresses.filter((address) => findUrlFault(address, []) !== undefined)).toEqual([]);
  });

  it('may be private where the operator has opened exactly this host and port', () => {
    const allowed = ['127.0.0.1:8080', 'wiki.internal', '[::1]:3000'];
    expect(findUrlFault('http://127.0.0.1:8080/feed', allowed)).toBeUndefined();
    expect(findUrlFault('https://wiki.internal/feed', allowed)).toBeUndefined();
    expect(findUrlFault('http://[::1]:3000/', allowed)).toBeUndefined();
    expect(findUrlFault('http://127.0.0.1:8081/feed', allowed)).toBe('port');
    expect(findUrlFault('http://127.0.0.1/feed', allowed)).toBe('private');
    expect(findUrlFault('http://wiki.internal:8080/', allowed)).toBe('port');
    expect(findUrlFault('http://sub.wiki.internal/', allowed)).toBe('private');
  });

  const vectors = '../shared/data/urls/vectors.jsonl';
  it.skipIf(!existsSync(vectors))('is judged right for every known trick, and for every honest address', () => {
    const lines = readFileSync(vectors, 'utf8').trim().split('\n');
    const wrong = lines
      .map((line) => JSON.parse(line) as { url: string; allowed: boolean })
      .filter(({ url, allowed }) => (findUrlFault(url, []) === undefined) !== allowed);
    expect(wrong).toEqual([]);
  });
});
