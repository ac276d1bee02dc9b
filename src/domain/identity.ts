// Who is who among articles. Identity is sticky per source: guid, else canonical link, else content; the other two are
// aliases. Dates never decide. Invariant: a changed guid, a moved link or a corrected title alone never makes a new article.

import { createHash } from 'node:crypto';
import type { Entry } from './article.ts';

export type Identity = 'guid' | 'link' | 'content';

/** Query parameters that only track readers and never choose an article. */
const trackingParameter = /^(utm_\w+|fbclid|gclid|mc_cid|mc_eid|ref|igshid|_hs\w+)$/i;

/**
 * One spelling for all addresses of the same page: no fragment, no tracking, no `www.`, no trailing slash, https.
 * For comparing only; people get the address as published. Text that is no http(s) address comes back trimmed.
 */
export function canonicalLink(address: string): string {
  const trimmed = address.trim();
  if (!/^https?:\/\//i.test(trimmed) || !URL.canParse(trimmed)) return trimmed;
  const url = new URL(trimmed);
  const kept = [...url.searchParams]
    .filter(([name]) => !trackingParameter.test(name))
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const query = new URLSearchParams(kept).toString();
  const path = url.pathname.replace(/\/+$/, '');
  return `https://${url.host.replace(/^www\./, '')}${path}${query === '' ? '' : `?${query}`}`;
}

/** How the articles of a source will be told apart, from the first entries it shows; undefined while it shows none. */
export function chooseIdentity(entries: readonly Entry[]): Identity | undefined {
  if (entries.length === 0) return undefined;
  const isUnique = (keys: readonly (string | undefined)[]) =>
    keys.every((key) => key !== undefined && key !== '') && new Set(keys).size === keys.length;
  if (isUnique(entries.map((entry) => entry.guid?.trim()))) return 'guid';
  if (isUnique(entries.map((entry) => entry.url && canonicalLink(entry.url)))) return 'link';
  return 'content';
}

/** A name an entry goes by in its source: `guid:…`, `link:…` or `content:…`. */
export type Alias = `${Identity}:${string}`;

/** Fewer characters of text than this do not tell two articles of the same title apart. */
const tellingTextLength = 40;

/** The names an entry goes by, the source's own way of telling articles apart first. */
export function aliasesOf(identity: Identity, entry: Entry): Alias[] {
  const guid = entry.guid?.trim();
  const named: Record<Identity, Alias | undefined> = {
    guid: guid ? `guid:${canonicalLink(guid)}` : undefined,
    link: entry.url && hasPath(entry.url) ? `link:${canonicalLink(entry.url)}` : undefined,
    content: contentAlias(identity, entry),
  };
  return strengthOrder[identity].map((kind) => named[kind]).filter((alias) => alias !== undefined);
}

/** Which kind of name decides first. */
export const strengthOrder: Readonly<Record<Identity, readonly Identity[]>> = {
  guid: ['guid', 'link', 'content'],
  link: ['link', 'guid', 'content'],
  content: ['content', 'link', 'guid'],
};

/** The front page is a link many articles share; it names none of them. */
function hasPath(address: string): boolean {
  return !URL.canParse(address) || new URL(address).pathname !== '/' || new URL(address).search !== '';
}

function contentAlias(identity: Identity, entry: Entry): Alias | undefined {
  const text = entry.teaser === '' ? entry.text : entry.teaser;
  if (text.length < tellingTextLength && identity !== 'content') return undefined;
  const spelling = `${entry.title}\n${text.slice(0, 300)}`.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
  return `content:${createHash('sha256').update(spelling).digest('base64url').slice(0, 22)}`;
}
