import { describe, expect, it } from 'vitest';
import { canonicalAddress, isPublicAddress } from '../../../src/sources/publicAddress.ts';

/** First and last address of each range that is not for everybody, and its neighbours that are. */
const edges: readonly (readonly [range: string, within: readonly string[], beside: readonly string[]])[] = [
  ['0.0.0.0/8', ['0.0.0.0', '0.255.255.255'], ['1.0.0.0']],
  ['10.0.0.0/8', ['10.0.0.0', '10.255.255.255'], ['9.255.255.255', '11.0.0.0']],
  ['100.64.0.0/10', ['100.64.0.0', '100.127.255.255'], ['100.63.255.255', '100.128.0.0']],
  ['127.0.0.0/8', ['127.0.0.0', '127.255.255.255'], ['126.255.255.255', '128.0.0.0']],
  ['169.254.0.0/16', ['169.254.0.0', '169.254.255.255'], ['169.253.255.255', '169.255.0.0']],
  ['172.16.0.0/12', ['172.16.0.0', '172.31.255.255'], ['172.15.255.255', '172.32.0.0']],
  ['192.0.0.0/24', ['192.0.0.0', '192.0.0.255'], ['191.255.255.255', '192.0.1.0']],
  ['192.0.2.0/24', ['192.0.2.0', '192.0.2.255'], ['192.0.1.255', '192.0.3.0']],
  ['192.31.196.0/24', ['192.31.196.0', '192.31.196.255'], ['192.31.195.255', '192.31.197.0']],
  ['192.52.193.0/24', ['192.52.193.0', '192.52.193.255'], ['192.52.192.255', '192.52.194.0']],
  ['192.88.99.0/24', ['192.88.99.0', '192.88.99.255'], ['192.88.98.255', '192.88.100.0']],
  ['192.168.0.0/16', ['192.168.0.0', '192.168.255.255'], ['192.167.255.255', '192.169.0.0']],
  ['192.175.48.0/24', ['192.175.48.0', '192.175.48.255'], ['192.175.47.255', '192.175.49.0']],
  ['198.18.0.0/15', ['198.18.0.0', '198.19.255.255'], ['198.17.255.255', '198.20.0.0']],
  ['198.51.100.0/24', ['198.51.100.0', '198.51.100.255'], ['198.51.99.255', '198.51.101.0']],
  ['203.0.113.0/24', ['203.0.113.0', '203.0.113.255'], ['203.0.112.255', '203.0.114.0']],
  ['224.0.0.0/3', ['224.0.0.0', '239.255.255.255', '240.0.0.0', '255.255.255.255'], ['223.255.255.255']],
  ['168.63.129.16', ['168.63.129.16'], ['168.63.129.15', '168.63.129.17']],
  ['outside of 2000::/3', ['::', '::1', '1fff:ffff::1', '4000::', 'fe80::1', 'fc00::', 'ff02::1'], ['2003::1']],
  ['2001::/23', ['2001::', '2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff'], ['2001:200::']],
  ['2001:db8::/32', ['2001:db8::', '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff'], ['2001:db7:ffff::', '2001:db9::']],
  ['2002::/16', ['2002::', '2002:ffff:ffff::'], ['2003::']],
  [
    '2620:4f:8000::/48',
    ['2620:4f:8000::', '2620:4f:8000:ffff:ffff:ffff:ffff:ffff'],
    ['2620:4f:7fff:ffff::', '2620:4f:8001::'],
  ],
  ['3fff::/20', ['3fff::', '3fff:fff:ffff::'], ['3ffe:ffff::', '3fff:1000::']],
  ['ISATAP', ['2a00:1450::5efe:a00:1', '2a00:1450::200:5efe:a00:1'], ['2a00:1450::1:5efe:a00:1', '2a00:1450::5efe']],
];

describe('an address the whole internet may reach', () => {
  it.each(edges)('is none within %s', (_range, within, beside) => {
    expect(within.filter(isPublicAddress)).toEqual([]);
    expect(beside.filter((address) => !isPublicAddress(address))).toEqual([]);
  });

  it('is judged within its mapped form, and never within the forms that are translated or tunnelled', () => {
    expect(isPublicAddress('::ffff:8.8.8.8')).toBe(true);
    for (const prefix of ['::', '::ffff:0:', '64:ff9b::', '64:ff9b:1::']) {
      expect(isPublicAddress(`${prefix}8.8.8.8`)).toBe(false);
    }
  });

  it.each([
    undefined,
    '',
    ' ',
    'example.org',
    '8.8.8',
    '08.8.8.8',
    '0x8.8.8.8',
    '134744072',
    '8.8.8.8 ',
    '2003::1%eth0',
  ])('is written as a resolver writes it, unlike %j', (spelling) => {
    expect(isPublicAddress(spelling)).toBe(false);
  });

  it('has one spelling, to be compared by', () => {
    expect(canonicalAddress('::ffff:8.8.8.8')).toBe('8.8.8.8');
    expect(canonicalAddress('2003:0:0::0001')).toBe(canonicalAddress('2003::1'));
    expect(canonicalAddress('nonsense')).toBe('nonsense');
  });
});
