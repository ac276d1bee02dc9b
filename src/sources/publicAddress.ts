// Is an IP address one the whole internet may reach? Used by every door of the fetcher. Invariant: total, it never throws;
// what it does not understand is not public.

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
  try {
    if (address === undefined || address.includes('%')) return false;
    const parsed = ipaddr.parse(address);
    if (parsed instanceof ipaddr.IPv4) return isPublicIpv4(parsed);
    const ipv6 = parsed as ipaddr.IPv6;
    if (ipv6.isIPv4MappedAddress()) return isPublicIpv4(ipv6.toIPv4Address());
    return ipv6.match(globalIpv6) && !refusedIpv6.some((range) => ipv6.match(range));
  } catch {
    return false;
  }
}

function isPublicIpv4(address: ipaddr.IPv4): boolean {
  return address.range() === 'unicast' && !refusedIpv4.some((range) => address.match(range));
}
