// Who wrote it, in the ways feeds say it: an element with parts, or one line such as `me@example.org (A Name)`.

import { resolveUrl } from '../resolveUrl.ts';
import { childrenOf, findChild, type Node, textOf } from './node.ts';
import type { ParsedAuthor } from './parsedFeed.ts';

/** More names than this on one article are not people who wrote it. */
const maxAuthors = 20;
/** Characters. */
const maxAuthorLength = 300;

const authorElements = ['author', 'dc:creator', 'dc:author', 'itunes:author', 'managingeditor'];

/** Of a feed or an item, in order, without doubles. */
export function parseAuthors(node: Node): ParsedAuthor[] {
  const found = childrenOf(node, ...authorElements)
    .slice(0, 2 * maxAuthors)
    .map(parseAuthor);
  const owner = findChild(node, 'itunes:owner');
  if (found.length === 0 && owner !== undefined) found.push(parseAuthor(owner));
  const known = new Set<string>();
  return found.filter((author) => {
    const key = JSON.stringify(author);
    if (key === '{}' || known.has(key) || known.size >= maxAuthors) return false;
    known.add(key);
    return true;
  });
}

function parseAuthor(node: Node): ParsedAuthor {
  const part = (...names: string[]) => textOf(findChild(node, ...names)).slice(0, maxAuthorLength);
  const name = part('name', 'itunes:name');
  const email = part('email', 'itunes:email');
  const address = part('uri', 'url', 'homepage');
  const url =
    address === '' ? undefined : (resolveUrl(address, findChild(node, 'uri', 'url', 'homepage')?.base) ?? address);
  if (name === '' && email === '' && url === undefined) return parseAuthorLine(textOf(node));
  return {
    ...(name === '' ? {} : parseAuthorLine(name)),
    ...(email === '' ? {} : { email }),
    ...(url === undefined ? {} : { url }),
  };
}

const address = String.raw`[^\s<>()@]{1,100}@[^\s<>()@]{1,200}`;
const addressThenName = new RegExp(String.raw`^<?(${address})>?(?: \((.{0,200})\))?$`);
const nameThenAddress = new RegExp(`^(.{1,200}?) ?[<(](?:mailto:)?(${address})[>)]$`);

/** `Name`, `address`, `address (Name)`, `Name <address>` or `Name (address)`. */
export function parseAuthorLine(line: string): ParsedAuthor {
  const text = line.slice(0, maxAuthorLength).replace(/\s+/g, ' ').trim();
  if (text === '') return {};
  const addressed = addressThenName.exec(text);
  if (addressed !== null) {
    const [, email = '', name = ''] = addressed;
    return { ...(name.trim() === '' ? {} : { name: name.trim() }), email };
  }
  const named = nameThenAddress.exec(text);
  if (named !== null) return { name: (named[1] ?? '').trim(), email: named[2] ?? '' };
  return { name: text };
}
