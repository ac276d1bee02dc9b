// The list of articles in a page, by its structure: links that stand in the same place of the same block again and again, with
// titles, and with dates or addresses that articles have. Of several such lists the strongest is taken, and no second one.

import { canonicalLink } from '../../domain/canonicalLink.ts';
import { addressShape } from '../../domain/layout.ts';
import { findArticleAddress, isArticleLike } from './articleAddress.ts';
import { ancestorsOf, textOf } from './elementText.ts';
import { createFurnitureJudge } from './furnitureOfPages.ts';
import { type ListedArticle, type ListPage, maxListed } from './listing.ts';
import type { PageElement, PageTree } from './pageTree.ts';
import { type Card, readCard } from './readCard.ts';

/** Fewer are no list; two are one where each has a title of its own and a date. */
const minListed = 3;
const minDated = 2;
/** Kinds of places that are looked at closely, the most frequent first. */
const maxPlaces = 30;
/** Letters before a link in its paragraph: more than a date and a name take. */
const maxLettersBefore = 30;
const maxPartsBefore = 20;
/** Levels between a paragraph and a link in it. */
const maxInlineDepth = 4;
/** Share of cards that must have whole titles where neither headings nor dates speak for them. */
const minWordy = 0.8;
/** Links of one page. */
const maxLinks = 1_500;
/** From which on a place is believed, as a mean over its cards. */
const minStrength = 3;

interface Link {
  readonly anchor: PageElement;
  readonly address: string;
  /** One spelling of the address. */
  readonly key: string;
}

interface Block {
  readonly cards: readonly Card[];
  readonly strength: number;
}

/** @returns empty where nothing in the page is surely a list of articles */
export function findRepeated(tree: PageTree, page: ListPage): ListedArticle[] {
  const links = findLinks(tree, page);
  const places = groupByPlace(links, tree);
  const blocks = places.slice(0, maxPlaces).map((place) => readBlock(place, links, page));
  const believed = blocks.filter(isBelieved).sort((left, right) => weightOf(right) - weightOf(left));
  const [main] = believed;
  if (main === undefined) return [];
  const shapes = new Set(main.cards.map(({ address }) => addressShape(address)));
  // The newest article may stand by itself, larger than the others.
  const alike = blocks.filter(
    (block) =>
      block.strength >= main.strength - 1 && block.cards.every(({ address }) => shapes.has(addressShape(address))),
  );
  return inPageOrder([main, ...alike], links);
}

function findLinks({ elements }: PageTree, { url, base }: ListPage): Link[] {
  const isFurniture = createFurnitureJudge(textOf);
  const links: Link[] = [];
  for (const anchor of elements) {
    if (anchor.name !== 'a' || links.length >= maxLinks) continue;
    const address = findArticleAddress(anchor.attributes.get('href') ?? '', url, base);
    if (address === undefined || isFurniture(anchor) || isInRunningText(anchor)) continue;
    links.push({ anchor, address, key: canonicalLink(address) });
  }
  return links;
}

/** A link in the middle of a paragraph is a reference. */
function isInRunningText(anchor: PageElement): boolean {
  const levels = [...ancestorsOf(anchor)].slice(0, maxInlineDepth);
  const paragraph = levels.find(({ name }) => name === 'p');
  if (paragraph === undefined) return false;
  const holder = levels[levels.indexOf(paragraph) - 1] ?? anchor;
  const before = paragraph.children.slice(0, paragraph.children.indexOf(holder));
  const text = textOf({ ...paragraph, children: before.slice(-maxPartsBefore) });
  return text.replace(/\P{L}+/gu, '').length > maxLettersBefore;
}

/** Links that stand in the same place of their blocks: the same names and first classes from the page down to the link. */
function groupByPlace(links: readonly Link[], { root }: PageTree): Link[][] {
  const numbers = new Map<string, number>();
  const placeOf = new Map<PageElement, number>([[root, 0]]);
  const number = (element: PageElement): number => {
    const path: PageElement[] = [];
    for (const one of ancestorsOf(element)) {
      if (placeOf.has(one)) break;
      path.push(one);
    }
    for (const one of path.reverse()) {
      const above = one.parent === undefined ? 0 : (placeOf.get(one.parent) ?? 0);
      const place = `${above} ${one.name} ${markOf(one)}`;
      if (!numbers.has(place)) numbers.set(place, numbers.size + 1);
      placeOf.set(one, numbers.get(place) ?? 0);
    }
    return placeOf.get(element) ?? 0;
  };
  const places = new Map<number, Link[]>();
  for (const link of links) {
    const place = number(link.anchor);
    const there = places.get(place);
    if (there === undefined) places.set(place, [link]);
    else there.push(link);
  }
  return [...places.values()].sort((left, right) => right.length - left.length);
}

/** The first class without numbers, and without what tells the first, the last or the chosen of many. */
function markOf({ attributes }: PageElement): string {
  const classes = (attributes.get('class') ?? '').split(/\s+/);
  const telling = classes.find((name) => !/^(?:first|last|odd|even|active|sticky|featured|is-|has-)/i.test(name));
  return (telling ?? '').replace(/\d+/g, '');
}

function readBlock(place: readonly Link[], links: readonly Link[], { url, base }: ListPage): Block {
  const firsts = [...new Map(place.map((link) => [link.key, link] as const).reverse()).values()].reverse();
  const keysIn = countArticles(firsts.length > 1 ? place : links);
  const cards: Card[] = [];
  for (const { anchor, address, key } of firsts.slice(0, maxListed)) {
    let card = anchor;
    for (const one of ancestorsOf(anchor)) {
      if ((keysIn.get(one)?.size ?? 0) > 1) break;
      card = one;
    }
    // A page that shows one article alone is no list.
    if (card.parent === undefined) continue;
    const within = links.filter((link) => link.key === key && isWithin(link.anchor, card));
    const anchors = within.map((link) => link.anchor);
    const read = readCard(card, anchors, address, base);
    if (read !== undefined) cards.push(read);
  }
  return { cards, strength: strengthOf(cards, url) };
}

function isWithin(element: PageElement, outer: PageElement): boolean {
  for (const one of ancestorsOf(element)) if (one === outer) return true;
  return false;
}

/** The articles that links of a place lead to from within each element. */
function countArticles(place: readonly Link[]): Map<PageElement, Set<string>> {
  const keys = new Map<PageElement, Set<string>>();
  for (const { anchor, key } of place) {
    for (const one of ancestorsOf(anchor)) {
      const known = keys.get(one) ?? new Set();
      keys.set(one, known.add(key));
    }
  }
  return keys;
}

/** How surely the cards are articles, as a mean; zero where nothing but their looks speaks for it. */
function strengthOf(cards: readonly Card[], page: URL): number {
  if (cards.length === 0) return 0;
  const share = (fits: (card: Card) => boolean) => cards.filter(fits).length / cards.length;
  const dated = share(({ publishedAt }) => publishedAt !== undefined);
  const headed = share(({ hasHeading }) => hasHeading);
  const shaped = share(({ address }) => isArticleLike(address, page));
  const made = share(({ isArticleElement }) => isArticleElement);
  if (dated < 0.5 && shaped < 0.5 && !(made > 0.5 && headed > 0.5)) return 0;
  const titled = share(({ title }) => isWordy(title));
  if (dated < 0.5 && headed < 0.5 && titled < minWordy) return 0;
  const told = share(({ teaser }) => teaser !== undefined);
  return 2 * dated + 2 * headed + 2 * shaped + made + titled + 0.5 * told;
}

function isBelieved({ cards, strength }: Block): boolean {
  const isDistinct = new Set(cards.map(({ title }) => title)).size > cards.length * 0.7;
  if (!isDistinct || strength < minStrength) return false;
  const isSure = cards.every(({ hasHeading, publishedAt }) => hasHeading && publishedAt !== undefined);
  return cards.length >= (isSure ? minDated : minListed);
}

function weightOf({ cards, strength }: Block): number {
  return strength * Math.min(cards.length, 10);
}

/** Long enough to be a title, rather than the name of a page. */
function isWordy(title: string): boolean {
  return title.split(/\s+/).length >= 3 || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}]{6,}/u.test(title);
}

/** Each article once; where blocks show the same one, the first block's card stands. */
function inPageOrder(blocks: readonly Block[], links: readonly Link[]): ListedArticle[] {
  const cards = new Map<string, Card>();
  for (const card of blocks.flatMap((block) => block.cards)) {
    const key = canonicalLink(card.address);
    if (!cards.has(key)) cards.set(key, card);
  }
  const order = new Set(links.map(({ key }) => key));
  return [...order].flatMap((key) => cards.get(key) ?? []).slice(0, maxListed);
}
