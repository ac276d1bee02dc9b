// First of the three doors: the verdict on an address as it is written. Nothing is looked up, nothing fetched.

import { isIP } from 'node:net';
import { isUrl } from '../domain/isUrl.ts';
import { hostSpelling, isAllowedHost, portOf } from './allowedHosts.ts';
import { isPublicAddress } from './publicAddress.ts';

/** What is wrong with an address; `private` is an address nobody outside may have us read. */
export type UrlFault = 'scheme' | 'userinfo' | 'characters' | 'port' | 'tooLong' | 'malformed' | 'private';

/** Characters. What common servers accept; longer ones are attacks or mistakes. */
const maxUrlLength = 2048;

/** Everything at or below these names is somebody's own network. @see RFC 6761, RFC 8375, ICANN's .internal */
const localSuffixes = [
  ...['localhost', 'local', 'internal', 'intranet', 'lan', 'home', 'corp', 'private', 'home.arpa', 'localdomain'],
  ...['onion', 'test', 'invalid', 'svc', 'in-addr.arpa', 'ip6.arpa'],
];

/** Controls, blanks of every width, and the backslash: parsers disagree about what they mean. */
const forbiddenCharacter = /[\p{Cc}\s\\]/u;

/** What a name is made of once the URL parser has read it; others are no host's, and resolvers differ about them. */
const label = /^[a-z0-9_-]{1,63}$/;

/**
 * The first fault of an address a stranger handed in, or undefined when it may be tried.
 *
 * @param allowHosts `host[:port]` entries of the operator that may be private and on any port
 */
export function findUrlFault(address: string, allowHosts: readonly string[]): UrlFault | undefined {
  if (address.length > maxUrlLength) return 'tooLong';
  if (forbiddenCharacter.test(address)) return 'characters';
  if (!/^https?:\/\/[^/?#]/i.test(address)) return /^https?:/i.test(address) ? 'malformed' : 'scheme';
  if (!isUrl(address)) return /:\d{1,9}(?:[/?#]|$)/.test(address) ? 'port' : 'malformed';
  const url = new URL(address);
  if (url.username !== '' || url.password !== '' || /^https?:\/\/[^/?#]*@/i.test(address)) return 'userinfo';
  if (isAllowedHost(allowHosts, url.hostname, portOf(url))) return undefined;
  if (url.port !== '' && url.port !== '80' && url.port !== '443') return 'port';
  return findHostFault(url.hostname);
}

function findHostFault(hostname: string): UrlFault | undefined {
  const host = hostSpelling(hostname);
  if (isIP(host) !== 0) return isPublicAddress(host) ? undefined : 'private';
  const labels = host.split('.');
  if (host.length > 253 || !labels.every((name) => label.test(name))) return 'malformed';
  if (labels.length === 1) return 'private';
  return localSuffixes.some((suffix) => host === suffix || host.endsWith(`.${suffix}`)) ? 'private' : undefined;
}
