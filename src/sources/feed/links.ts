// Addresses of a feed or an item. Atom puts them into attributes, RSS into text; both appear in either.

import { resolveUrl } from '../resolveUrl.ts';
import type { ParsedEnclosure } from './parsedFeed.ts';
import { childrenOf, findChild, type Node, textOf } from './tree.ts';

/** Enclosures of one item. */
const maxEnclosures = 20;

/** The address of the page a person would read. */
export function findPageUrl(node: Node): string | undefined {
  const links = childrenOf(node, 'link', 'redirect', 'url');
  const textual = links.find((link) => !link.attributes.has('href') && link.name !== 'url' && textOf(link) !== '');
  const alternate = links.find((link) => isRelated(link, 'alternate') && isReadable(link));
  const anyAlternate = alternate ?? links.find((link) => isRelated(link, 'alternate'));
  if (textual !== undefined && !isRelated(textual, 'enclosure')) return addressOf(textual);
  if (anyAlternate !== undefined) return addressOf(anyAlternate);
  return (
    addressOfPermalink(node) ??
    (findChild(node, 'content')?.attributes.has('src') === true ? contentUrl(node) : undefined)
  );
}

function isRelated(link: Node, relation: string): boolean {
  if (!link.attributes.has('href')) return false;
  const rel = link.attributes.get('rel')?.trim().toLowerCase() ?? 'alternate';
  return (rel === '' ? 'alternate' : rel) === relation;
}

function isReadable(link: Node): boolean {
  const type = link.attributes.get('type')?.toLowerCase() ?? '';
  return type === '' || type.includes('html');
}

function addressOf(link: Node): string | undefined {
  const written = link.attributes.get('href') ?? textOf(link);
  const address = written.replace(/\s+/g, '');
  return address === '' ? undefined : (resolveUrl(address, link.base) ?? address);
}

/** A guid is the address unless it says that it is none. */
function addressOfPermalink(node: Node): string | undefined {
  const guid = findChild(node, 'guid');
  if (guid === undefined || guid.attributes.get('ispermalink')?.toLowerCase() === 'false') return undefined;
  const text = textOf(guid);
  return /^https?:\/\//i.test(text) ? text : undefined;
}

function contentUrl(node: Node): string | undefined {
  const content = findChild(node, 'content');
  return content === undefined ? undefined : resolveUrl(content.attributes.get('src') ?? '', content.base);
}

/** Files beside an item. */
export function parseEnclosures(node: Node): ParsedEnclosure[] {
  const rss = childrenOf(node, 'enclosure');
  const atom = childrenOf(node, 'link').filter((link) => isRelated(link, 'enclosure'));
  return [...rss, ...atom].slice(0, maxEnclosures).flatMap((element) => {
    const written = element.attributes.get('url') ?? element.attributes.get('href') ?? '';
    const type = element.attributes.get('type');
    const length = element.attributes.get('length');
    const url = resolveUrl(written, element.base) ?? written;
    if (url === '') return [];
    return [{ url, ...(type === undefined ? {} : { type }), ...(length === undefined ? {} : { length }) }];
  });
}

/** The address within an element such as `comments`. */
export function addressIn(node: Node | undefined): string | undefined {
  if (node === undefined) return undefined;
  const text = textOf(node);
  return text === '' ? undefined : (resolveUrl(text, node.base) ?? text);
}
