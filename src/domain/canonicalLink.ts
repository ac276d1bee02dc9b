// One spelling for all addresses of the same page. For comparing only: people get the address as published.

import { isUrl } from './isUrl.ts';

/** Query parameters that only track readers and never choose an article. */
const tracking =
  /^(utm_\w+|_hs\w+|mc_[ce]id|(fb|g|d|y|tw)clid|msclkid|[gw]braid|_g[al]|igshid|mkt_tok|ref|ref_src|cmpid|spm)=/i;
/** Parameters that change from one making of a feed to the next. They may choose an article, so alone they prove nothing. */
const passing =
  /^(v|ver|version)=[\d.]*$|^(t|ts|time|timestamp|r|rnd|rand|random|cb|cache|nocache|cachebuster|sid|session|sessionid|phpsessid|token|sig|signature|expires|nonce|hash)=/i;
/** What a server shows where only the folder is asked for. */
const indexFile = /\/(index|default)\.(html?|php|aspx?)$/i;
const sessionInPath = /;jsessionid=[^/]*/i;

/**
 * https, no `www.`, no usual port, no index file, no slash at the end, no tracking, no fragment, parameters in order, escapes
 * only where they are needed. Text that is no http(s) address comes back trimmed.
 */
export function canonicalLink(address: string): string {
  return spell(address, (parameter) => !tracking.test(parameter));
}

/** The canonical link without parameters that may be of passing use. Tells an article only beside its words. */
export function stableLink(address: string): string {
  return spell(address, (parameter) => !tracking.test(parameter) && !passing.test(parameter));
}

function spell(address: string, keeps: (parameter: string) => boolean): string {
  const trimmed = address.trim();
  if (!/^https?:\/\//i.test(trimmed) || !isUrl(trimmed)) return trimmed;
  const url = new URL(trimmed);
  const host = url.host
    .replace(/:(80|443)$/, '')
    .replace(/^www\./, '')
    .replace(/\.(?=:|$)/, '');
  const path = url.pathname.replace(sessionInPath, '').replace(indexFile, '').replace(/\/+$/, '');
  const query = new URLSearchParams([...url.searchParams].filter(([name, value]) => keeps(`${name}=${value}`)));
  query.sort();
  return `https://${host}${withNeededEscapes(path)}${query.size === 0 ? '' : `?${query}`}`;
}

/** @see https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2 */
function withNeededEscapes(path: string): string {
  return path.replace(/%[0-9a-f]{2}/gi, (escaped) => {
    const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : escaped.toUpperCase();
  });
}
