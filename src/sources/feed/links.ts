// Addresses of a feed or an item. Atom puts them into attributes, RSS into text; both appear in either.

import { resolveUrl } from '../resolveUrl.ts';
import { childrenOf, findChild, type Node, textOf } from './node.ts';
import type { ParsedEnclosure } from './parsedFeed.ts';

/** Enclosures of one item. */
const maxEnclosures = 20;

/** The address of the page a person would read: a link as RSS writes it comes before those with attributes. */
export function findPageUrl(node: Node): string | undefined {
  const links = childrenOf(node, 'link', 'redirect', 'url').filter((link) => relationOf(link) === 'alternate');
  const textual = links.find((link) => !link.attributes.has('href') && link.name !== 'url' && textOf(link) !== '');
  const attributed = links.filter((link) => link.attributes.has('href'));
  const page = textual ?? attributed.find(isReadable) ?? attributed[0];
  if (page !== undefined) return addressOf(page);
  return (
    addressOfPermalink(node) ??
    (findChild(node, 'content')?.attributes.has('src') === true ? contentUrl(node) : undefined)
  );
}

/** A link that does not say what it is for leads to the page. */
function relationOf(link: Node): string {
  return link.attributes.get('rel')?.trim().toLowerCase() || 'alternate';
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
  const atom = childrenOf(node, 'link').filter((link) => relationOf(link) === 'enclosure');
  return [...rss, ...atom].slice(0, maxEnclosures).flatMap((element) => {
    const written = element.attributes.get('url') ?? element.attributes.get('href') ?? textOf(element);
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
