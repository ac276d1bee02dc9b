// RSS 0.9x to 2.0, RSS 1.0 and Atom 0.3 to 1.0 → ParsedFeed. The formats borrow from each other so freely that one mapping
// reads them all.

import { SourceError } from '../../domain/errors.ts';
import { parseFeedDate } from '../feedDate.ts';
import { resolveUrl } from '../resolveUrl.ts';
import { parseAuthors } from './authors.ts';
import { parseCategories } from './categories.ts';
import { findFeedImage, findItemImage } from './images.ts';
import { addressIn, findPageUrl, parseEnclosures } from './links.ts';
import { childrenOf, elementsOf, findChild, type Node, textOf } from './node.ts';
import type { FeedFormat, ParsedFeed, ParsedItem } from './parsedFeed.ts';
import { readPollWishes } from './pollWishes.ts';
import { htmlOf } from './textConstruct.ts';
import { maxItems, parseTree } from './tree.ts';

/** Dates of one kind in one item that are looked at. */
const maxDates = 5;
/** Characters of an id. */
const maxLabelLength = 2_000;

/**
 * @param documentBase what relative addresses are relative to
 * @param headerLanguage Content-Language of the answer
 * @throws SourceError htmlInsteadOfFeed, notAFeed
 */
export function parseXmlFeed(text: string, documentBase: string | undefined, headerLanguage: string): ParsedFeed {
  const tree = parseTree(text, documentBase);
  const top = findFeedElement(tree.root);
  if (top === undefined) {
    throw new SourceError(looksLikePage(tree.firstName, tree.root) ? 'htmlInsteadOfFeed' : 'notAFeed');
  }
  const channel = findChild(top, 'channel') ?? top;
  const holders = channel === top ? [top, ...childrenOf(top, 'items')] : [channel, top];
  const items = holders.flatMap((holder) => childrenOf(holder, 'item', 'entry'));
  return {
    format: formatOf(top),
    isPartial: tree.isPartial,
    isCut: tree.isCut,
    id: labelOf(channel, 'id', 'guid'),
    title: htmlIn(channel, 'title', 'dc:title'),
    url: findPageUrl(channel),
    description: htmlIn(
      channel,
      'description',
      'subtitle',
      'tagline',
      'dc:description',
      'itunes:summary',
      'itunes:subtitle',
    ),
    language: languageOf(channel, top) ?? present(headerLanguage),
    authors: parseAuthors(channel),
    categories: parseCategories(channel),
    imageUrl: findFeedImage(channel)?.url ?? findFeedImage(top)?.url,
    publishedAt: dateIn(channel, 'pubdate', 'published', 'issued', 'dcterms:issued', 'dc:date'),
    updatedAt: dateIn(channel, 'lastbuilddate', 'updated', 'modified', 'dcterms:modified'),
    wishes: readPollWishes(channel),
    items: items.slice(0, maxItems).map((item) => ({ ...parseItem(item), cut: cutOf(item, tree.openAtEnd) })),
  };
}

function parseItem(item: Node): ParsedItem {
  const enclosures = parseEnclosures(item);
  const image = findItemImage(item, enclosures);
  const groups = childrenOf(item, 'media:group');
  const summary =
    htmlIn(
      item,
      'description',
      'summary',
      'dc:description',
      'itunes:summary',
      'itunes:subtitle',
      'media:description',
    ) ?? groups.map((group) => htmlIn(group, 'media:description')).find((html) => html !== undefined);
  const content = htmlIn(item, 'content:encoded', 'content', 'xhtml:body', 'body', 'fullitem');
  const both = findChild(item, 'description') !== undefined && findChild(item, 'summary') !== undefined;
  return {
    id: labelOf(item, 'guid', 'id') ?? present(item.attributes.get('rdf:about')),
    url: findPageUrl(item),
    title: htmlIn(item, 'title', 'dc:title', 'media:title') ?? htmlIn(groups[0] ?? item, 'media:title'),
    authors: parseAuthors(item),
    publishedAt: dateIn(
      item,
      'pubdate',
      'published',
      'issued',
      'dcterms:issued',
      'dc:date',
      'created',
      'dcterms:created',
    ),
    updatedAt: dateIn(item, 'updated', 'modified', 'dcterms:modified', 'lastbuilddate', 'dcterms:date'),
    summaryHtml: summary,
    contentHtml: content ?? (both ? htmlIn(item, 'summary') : undefined),
    categories: parseCategories(item),
    language:
      present(textOf(findChild(item, 'dc:language', 'language'))) ??
      findChild(item, 'content')?.language ??
      item.language,
    imageUrl: image?.url,
    imageAlt: image?.alt,
    enclosures,
    commentsUrl: addressIn(findChild(item, 'comments')),
  };
}

/**
 * Whether an item the document ended in has its title and its names. A name that is cut would be another name, and the article
 * be posted twice.
 */
function cutOf(item: Node, openAtEnd: readonly Node[]): ParsedItem['cut'] {
  const depth = openAtEnd.indexOf(item);
  if (depth === -1) return undefined;
  const cut = openAtEnd[depth + 1];
  const isWhole =
    cut?.name !== 'title' && childrenOf(item, 'guid', 'id', 'link').some((name) => name !== cut) && isNamed(item, cut);
  return isWhole ? 'words' : 'name';
}

/** The guid decides who an article is: where it is the one that is cut, the link does not stand in for it. */
function isNamed(item: Node, cut: Node | undefined): boolean {
  return cut === undefined || !['guid', 'id', 'link'].includes(cut.name) || findChild(item, 'guid', 'id') !== cut;
}

/** The feed may stand after a warning some server printed, or within something else. */
function findFeedElement(root: Node): Node | undefined {
  const known = ['rss', 'rdf:rdf', 'rdf', 'feed', 'channel'];
  const level = elementsOf(root);
  const within = level.filter(({ name }) => name !== 'html').flatMap((child) => childrenOf(child, ...known));
  return level.find(({ name }) => known.includes(name)) ?? within[0];
}

function looksLikePage(firstName: string, root: Node): boolean {
  const tags = ['html', 'head', 'body', 'div', 'p', 'script', 'meta', 'title', 'h1', 'xhtml:html'];
  return firstName === 'html' || elementsOf(root).some(({ name }) => tags.includes(name));
}

function formatOf(top: Node): FeedFormat {
  if (top.name === 'feed') return 'atom';
  return top.name === 'rss' || top.name === 'channel' ? 'rss' : 'rdf';
}

function htmlIn(node: Node, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const child of childrenOf(node, name)) {
      const html = htmlOf(child);
      if (html !== '') return html;
    }
  }
  return undefined;
}

function labelOf(node: Node, ...names: readonly string[]): string | undefined {
  const element = findChild(node, ...names);
  const text = textOf(element).slice(0, maxLabelLength);
  // An Atom id is an address like any other; a guid is a name and stays as it is.
  const isRelative = element?.name === 'id' && text !== '' && !/^[a-z][\w+.-]*:/i.test(text);
  return present(isRelative ? (resolveUrl(text, element.base) ?? text) : text);
}

function dateIn(node: Node, ...names: readonly string[]): number | undefined {
  for (const name of names) {
    // What is said again corrects what was said before.
    for (const child of childrenOf(node, name).slice(-maxDates).toReversed()) {
      const date = parseFeedDate(textOf(child));
      if (date !== undefined) return date;
    }
  }
  return undefined;
}

function languageOf(channel: Node, top: Node): string | undefined {
  return (
    present(textOf(findChild(channel, 'language', 'dc:language'))) ?? present(channel.language ?? top.language)
  )?.replaceAll('_', '-');
}

function present(text: string | undefined): string | undefined {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? undefined : trimmed;
}
