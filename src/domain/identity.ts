// Who is who among articles. Identity is sticky per source: guid, else canonical link, else content; the other two are
// aliases. Dates never decide. Invariant: a changed guid, a moved link or a corrected title alone never makes a new article.

import { createHash } from 'node:crypto';
import type { Entry } from './article.ts';
import { canonicalLink, stableLink } from './canonicalLink.ts';
import { isUrl } from './isUrl.ts';

export type Identity = 'guid' | 'link' | 'content';

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

/** Says of a name that different articles were seen to share it: it names none of them any more. */
export type SharedMark = `shared:${Alias}`;

export const sharedMark = (alias: Alias): SharedMark => `shared:${alias}`;

/** Fewer characters of text than this do not tell two articles of the same title apart. */
const tellingTextLength = 40;

/** The names an entry goes by, the source's own way of telling articles apart first. */
export function aliasesOf(identity: Identity, entry: Entry): Alias[] {
  const named: Record<Identity, Alias | undefined> = {
    guid: guidAlias(entry),
    link: linkAlias(entry),
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

/** In a guid that is an address the fragment counts: some pages hold many articles. */
export function guidAlias({ guid }: Entry): Alias | undefined {
  const trimmed = guid?.trim() ?? '';
  if (trimmed === '') return undefined;
  const spelling = canonicalLink(trimmed);
  return `guid:${spelling}${spelling === trimmed ? '' : new URL(trimmed).hash}`;
}

/** Undefined for the front page, which many articles link to: it names none of them. */
export function linkAlias({ url }: Entry): Alias | undefined {
  return url && hasPath(url) ? `link:${canonicalLink(url)}` : undefined;
}

/** The name of an entry that has no other: its title and the beginning of its text. */
export function wordsAlias(entry: Entry): Alias {
  return contentName(wordsOf(entry));
}

/** The title alone: tells articles apart that share all other names. */
export function titleAlias(entry: Entry): Alias {
  return wordsAlias({ ...entry, teaser: '', text: '' });
}

/** Whether the text is long enough to tell two articles of the same title apart. */
export function hasTellingText(entry: Entry): boolean {
  return textOf(entry).length >= tellingTextLength;
}

/** A short text names an article only together with its address, whose passing parameters do not count. */
function contentAlias(identity: Identity, entry: Entry): Alias | undefined {
  if (hasTellingText(entry) || identity === 'content') return wordsAlias(entry);
  return entry.url && hasPath(entry.url) ? contentName(`${wordsOf(entry)}\n${stableLink(entry.url)}`) : undefined;
}

function contentName(spelling: string): Alias {
  return `content:${createHash('sha256').update(spelling).digest('base64url').slice(0, 22)}`;
}

function wordsOf(entry: Entry): string {
  return `${entry.title}\n${textOf(entry).slice(0, 300)}`.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
}

function textOf({ teaser, text }: Entry): string {
  return teaser === '' ? text : teaser;
}

function hasPath(address: string): boolean {
  return !isUrl(address) || new URL(address).pathname !== '/' || new URL(address).search !== '';
}
