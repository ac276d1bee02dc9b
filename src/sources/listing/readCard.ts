// The block that shows one article in a list: its title, date, teaser and picture.

import type { Instant } from '../../domain/ids.ts';
import { toPicture } from '../firstPicture.ts';
import { resolveUrl } from '../resolveUrl.ts';
import { findAddressDate, findWrittenDate, readDate } from '../writtenDate.ts';
import { ancestorsOf, elementsIn, textOf } from './elementText.ts';
import type { ListedArticle } from './listing.ts';
import type { PageElement } from './pageTree.ts';

/** Characters. */
const minTeaserLength = 40;
const maxTitleLength = 300;
/** Fewer may be the name of a section. */
const minTitleWords = 3;
const maxCardText = 2_000;
/** Elements of one card that are looked at, and links in it. */
const maxParts = 400;
const maxAnchors = 10;

/** Links that say what to do instead of where they lead. */
const actionText =
  /^(?:(?:read|learn|find|see|show|view|load|discover)\b.{0,24}|more|continue(?: reading)?|(?:full|this) (?:article|story|post)|next|previous|prev|older(?: posts?)?|newer(?: posts?)?|home|back|all posts|weiterlesen|mehr(?: (?:lesen|erfahren))?|zum (?:artikel|beitrag)|lire la suite|en savoir plus|leer m[aá]s|leia mais|leggi tutto|lees (?:meer|verder)|details|here|hier|link|permalink|\d{1,4}|\d+ (?:min(?:ute)?s?\b.*|comments?|views?|likes?)|(?:no|leave a|write a) comments?|share|[«»‹›<>→←…\s]*)[\s.…→»›>]*$/i;
const headingName = /^h[1-6]$/;
const titleMark = /(?:^|[\s_-])(?:title|headline|heading)(?:$|[\s_-])/i;
const authorMark = /(?:^|[\s_-])(?:author|byline)(?:$|[\s_-])/i;

export interface Card extends ListedArticle {
  /** True where the page itself marks the title as a heading. */
  readonly hasHeading: boolean;
  /** True where the block is an element made for articles. */
  readonly isArticleElement: boolean;
}

/**
 * @param links the links to the article within the card
 * @returns undefined where nothing in it is a title
 */
export function readCard(
  card: PageElement,
  links: readonly PageElement[],
  address: string,
  base: string,
): Card | undefined {
  const parts = [card, ...elementsIn(card, maxParts)];
  const anchors = links.slice(0, maxAnchors);
  const heading = findHeading(parts, anchors);
  const title = heading === undefined ? titleOfLinks(anchors) : textOf(heading);
  if (title === '' || title.length > maxTitleLength) return undefined;
  const teaser = findTeaser(parts, title);
  const picture = findPicture(parts, base);
  const publishedAt = findDate(parts, title) ?? findAddressDate(address);
  const author = parts.find(
    ({ attributes }) => authorMark.test(attributes.get('class') ?? '') || attributes.get('rel') === 'author',
  );
  const named = author === undefined ? '' : textOf(author);
  return {
    address,
    title,
    ...(teaser === undefined ? {} : { teaser }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(picture === undefined ? {} : { picture }),
    ...(named === '' ? {} : { author: named }),
    hasHeading: heading !== undefined,
    isArticleElement:
      [...ancestorsOf(card)].slice(0, 2).some(({ name }) => name === 'article') ||
      parts.some(({ name }) => name === 'article'),
  };
}

/** The heading the link stands in or holds, else the heading of the card, else what is marked as a title. */
function findHeading(parts: readonly PageElement[], anchors: readonly PageElement[]): PageElement | undefined {
  const isHeading = ({ name }: PageElement) => headingName.test(name);
  const around = anchors.flatMap(
    (anchor) => [...ancestorsOf(anchor)].slice(0, 4).find((one) => isHeading(one) && parts.includes(one)) ?? [],
  );
  const within = anchors.flatMap((anchor) => elementsIn(anchor, maxParts).find(isHeading) ?? []);
  const marked = () => parts.filter(({ attributes }) => titleMark.test(attributes.get('class') ?? ''));
  const candidates = [...around, ...within, ...parts.filter(isHeading), ...marked()];
  return candidates.find((one) => isTitle(textOf(one)));
}

/** The first link that says a few words: what follows it may be a subtitle. */
function titleOfLinks(anchors: readonly PageElement[]): string {
  const texts = anchors.map(textOf).filter(isTitle);
  const whole = texts.find((text) => text.split(' ').length >= minTitleWords);
  return whole ?? texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '');
}

function isTitle(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text) && !actionText.test(text) && text.length <= maxTitleLength;
}

function findDate(parts: readonly PageElement[], title: string): Instant | undefined {
  for (const { name, attributes } of parts) {
    if (name !== 'time' && attributes.get('itemprop') !== 'datePublished') continue;
    const date = readDate(attributes.get('datetime'));
    if (date !== undefined) return date;
  }
  const [card] = parts;
  // A date within the title is what the article is about.
  const text = card === undefined ? '' : textOf(card).slice(0, maxCardText).replace(title, ' ');
  const titled = parts
    .map(({ attributes }) => attributes.get('title') ?? '')
    .find((written) => findWrittenDate(written) !== undefined);
  return findWrittenDate(text) ?? findWrittenDate(titled ?? '');
}

function findTeaser(parts: readonly PageElement[], title: string): string | undefined {
  const texts = parts.filter(({ name }) => name === 'p' || name === 'blockquote').map(textOf);
  const marked = parts.filter(({ attributes }) =>
    /excerpt|summary|teaser|description/i.test(attributes.get('class') ?? ''),
  );
  return [...texts, ...marked.map(textOf)].find(
    (text) => text.length >= minTeaserLength && text !== title && !text.startsWith(title),
  );
}

function findPicture(parts: readonly PageElement[], base: string) {
  for (const { name, attributes } of parts) {
    if (name !== 'img') continue;
    const source = attributes.get('src') ?? '';
    const isSmall = [attributes.get('width'), attributes.get('height')].some(
      (side) => side !== undefined && Number.parseInt(side, 10) < 100,
    );
    const picture =
      isSmall || source.startsWith('data:') ? undefined : toPicture(resolveUrl(source, base), attributes.get('alt'));
    if (picture !== undefined) return picture;
  }
  return undefined;
}
