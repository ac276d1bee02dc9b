// Pages that are read for their links: how the addresses of their articles look, and when a page no longer is the one it was.

import { canonicalLink } from './canonicalLink.ts';
import { isUrl } from './isUrl.ts';

/** Addresses of one shape belong to one kind of page: the site, the folders with numbers as `#`, and the names of parameters. */
export function addressShape(address: string): string {
  const url = new URL(address);
  const folders = url.pathname
    .split('/')
    .filter((segment) => segment !== '')
    .slice(0, -1)
    .map((segment) => (/^\d+$/.test(segment) ? '#' : segment.toLowerCase()));
  const parameters = [...new Set(url.searchParams.keys())].sort().join('&');
  const site = url.host.replace(/^www\./, '');
  return `${site}/${[...folders, '*'].join('/')}${parameters === '' ? '' : `?${parameters}`}`;
}

/**
 * True where nothing that a page lists now is known and nothing of it looks like what is: its links are other links, and none
 * of them may be posted.
 *
 * @param listed addresses the page lists now
 * @param known addresses of the source's articles; empty says nothing
 */
export function isRebuilt(listed: readonly string[], known: readonly string[]): boolean {
  if (listed.length === 0 || known.length === 0) return false;
  const knownLinks = new Set(known.map(canonicalLink));
  const knownShapes = new Set(known.filter((address) => isUrl(address)).map(addressShape));
  return listed.every((address) => !knownLinks.has(canonicalLink(address)) && !knownShapes.has(addressShape(address)));
}
