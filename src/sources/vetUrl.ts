// First of the three doors: the verdict on an address as it is written. Nothing is looked up, nothing fetched.

import { isIP } from 'node:net';
import { isAllowedHost, portOf } from './allowedHosts.ts';
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

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const forbiddenCharacter = /[\u0000-\u0020\u007f-\u00a0\\\u2028\u2029\u3000\ufeff]/;

/**
 * The first fault of an address a stranger handed in, or undefined when it may be tried.
 *
 * @param allowHosts `host[:port]` entries of the operator that may be private and on any port
 */
export function findUrlFault(address: string, allowHosts: readonly string[]): UrlFault | undefined {
  if (address.length > maxUrlLength) return 'tooLong';
  if (forbiddenCharacter.test(address)) return 'characters';
  if (!/^https?:\/\/[^/?#]/i.test(address)) return /^https?:/i.test(address) ? 'malformed' : 'scheme';
  if (!URL.canParse(address)) return /:\d{1,9}(?:[/?#]|$)/.test(address) ? 'port' : 'malformed';
  const url = new URL(address);
  if (url.username !== '' || url.password !== '' || /^https?:\/\/[^/?#]*@/i.test(address)) return 'userinfo';
  if (isAllowedHost(allowHosts, url.hostname, portOf(url))) return undefined;
  if (url.port !== '' && url.port !== '80' && url.port !== '443') return 'port';
  return findHostFault(url.hostname);
}

function findHostFault(hostname: string): UrlFault | undefined {
  const host = hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
  if (isIP(host) !== 0) return isPublicAddress(host) ? undefined : 'private';
  const labels = host.split('.');
  if (labels.some((label) => label === '' || label.length > 63) || host.length > 253) return 'malformed';
  if (labels.length === 1) return 'private';
  return localSuffixes.some((suffix) => host === suffix || host.endsWith(`.${suffix}`)) ? 'private' : undefined;
}
