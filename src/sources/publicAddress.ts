// Is an IP address one the whole internet may reach? Used by every door of the fetcher. Invariant: total, it never throws;
// what it does not understand is not public.

import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Inside 2000::/3 but carrying an IPv4 address, reserved or for documentation. @see https://www.iana.org/assignments/iana-ipv6-special-registry */
const refusedIpv6 = [
  '2001::/23', // Teredo, benchmarking, ORCHID and the other protocol assignments
  '2001:db8::/32',
  '2002::/16', // 6to4
  '2620:4f:8000::/48', // AS112
  '3fff::/20',
].map((range) => ipaddr.IPv6.parseCIDR(range));

/** Global on paper. @see https://www.iana.org/assignments/iana-ipv4-special-registry ; 168.63.129.16 is the host of an Azure machine */
const refusedIpv4 = [
  '168.63.129.16/32',
  '192.0.0.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '192.0.2.0/24',
].map((range) => ipaddr.IPv4.parseCIDR(range));

const globalIpv6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** @param address an IP address as a resolver or a socket gives it; anything else is not public */
export function isPublicAddress(address: string | undefined): boolean {
  const parsed = parseAddress(address);
  if (parsed instanceof ipaddr.IPv4) return isPublicIpv4(parsed);
  if (parsed === undefined || carriesIpv4(parsed)) return false;
  return parsed.match(globalIpv6) && !refusedIpv6.some((range) => parsed.match(range));
}

/** The same host has one spelling: `::ffff:a.b.c.d` is `a.b.c.d`. What is no address is its own spelling. */
export function canonicalAddress(address: string): string {
  return parseAddress(address)?.toString() ?? address;
}

/** A mapped IPv4 address is that address. Odd spellings no resolver gives, and addresses with a zone, are none. */
function parseAddress(address: string | undefined): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  if (address === undefined || isIP(address) === 0 || address.includes('%')) return undefined;
  try {
    return ipaddr.process(isIP(address) === 6 ? address.replace(/[\d.]+\.\d+$/, hexadecimal) : address);
  } catch {
    return undefined;
  }
}

/** The last 32 bits of an IPv6 address, written as IPv4: ipaddr.js would take any such address for a mapped one. */
function hexadecimal(quad: string): string {
  const [a = 0, b = 0, c = 0, d = 0] = quad.split('.').map(Number);
  return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
}

/** ISATAP: the interface part says that the last 32 bits are an IPv4 address to be tunnelled to. @see RFC 5214 section 6.1 */
function carriesIpv4(address: ipaddr.IPv6): boolean {
  const [, , , , flags = 0, marker] = address.parts;
  return marker === 0x5efe && (flags & ~0x0200) === 0;
}

function isPublicIpv4(address: ipaddr.IPv4): boolean {
  return address.range() === 'unicast' && !refusedIpv4.some((range) => address.match(range));
}
