// Relative addresses → absolute ones.

import { isUrl } from '../domain/isUrl.ts';

/** Characters the URL parser leaves as they are after the host. */
const plainPath = /^\/[\w\-.~%?=&#:;,+@!$()*/]*$/;
/** What it reads as something else than itself: another host, dots that begin a segment. */
const dotted = /^\/\/|\/\.|%2e/i;
/** An address with a lower-case name for its host and such a path is its own absolute form. */
const plainHost = /^https?:\/\/(?:(?!xn--)[a-z0-9-]{1,63}\.){1,9}[a-z]{2,18}(?=\/)/;

/** The absolute address, or undefined when there is none to be had. */
export function resolveUrl(address: string, base: string | undefined): string | undefined {
  const trimmed = address.trim();
  const host = trimmed.startsWith('http') ? plainHost.exec(trimmed)?.[0] : undefined;
  if (host !== undefined && isPlain(trimmed.slice(host.length))) return trimmed;
  if (base === undefined) return isUrl(trimmed) ? trimmed : undefined;
  const baseHost = isPlain(trimmed) ? plainHostOf(base) : undefined;
  if (baseHost !== undefined) return baseHost + trimmed;
  return isUrl(trimmed, base) ? new URL(trimmed, base).href : undefined;
}

function isPlain(path: string): boolean {
  return plainPath.test(path) && !dotted.test(path);
}

/** The last one asked for: a document has one base, or few. */
let known: { readonly base: string; readonly host: string | undefined } = { base: '', host: undefined };

function plainHostOf(base: string): string | undefined {
  if (known.base !== base) known = { base, host: plainHost.exec(base)?.[0] };
  return known.host;
}
