// The furniture within an article by what it is made of: lists and lines of nothing but links to other pages of the site, what
// stands under a picture, and everything outside the part a page marks as its text. Links to other sites are what an article
// recommends, and stay.

import { resolveUrl } from '../resolveUrl.ts';
import { isSameSite } from '../sameSite.ts';
import {
  blockTags,
  childrenOf,
  isElement,
  type PageElement,
  type PageNode,
  type TextWeight,
  weighText,
} from './pageTree.ts';
import { quotationSelector } from './quotations.ts';

/** Share of a block's text that is links from which on it is a way to other pages. */
const minLinkedShare = 0.7;
/** Characters without blanks; a longer block is read for its own sake. */
const maxBlockLength = 400;
/** Characters without blanks of what can be the heading of a list. */
const maxHeadingLength = 40;
/** Share of the article that the part marked as its text must hold to be believed. */
const minMarkedShare = 0.6;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const listTags = words('ul ol');
/** Blocks that may be furniture by their links; a heading may be a link. */
const linkBlocks = words('p ul ol div section center');
/** May stand over a list as its heading. */
const headingTags = words('h1 h2 h3 h4 h5 h6 p div');
/** What a figure may hold that is no picture's legend. */
const figureTexts = `table, pre, ${quotationSelector}`;

/**
 * @param article as found in the page; changed
 * @param url of the page
 * @returns the part of it to read
 */
export function removeFurnitureBlocks(article: PageElement, url: string | undefined): PageElement {
  const weights = weighText(article, (address) => leadsOutside(address, url));
  const text = findMarkedText(article, weights) ?? article;
  const visit = (parent: PageElement): void => {
    let heading: PageElement | undefined;
    for (const child of childrenOf(parent).filter(isElement)) {
      const isList = listTags.has(child.localName);
      if (child.localName === 'figure') {
        if (child.querySelector(figureTexts) === null) child.remove();
      } else if (isWayToOtherPages(child, weights.get(child))) {
        child.remove();
        if (isList) heading?.remove();
      } else if (child.localName !== 'p') visit(child);
      heading = isHeading(child, weights.get(child)) ? child : undefined;
    }
  };
  visit(text);
  return text;
}

/** The one element marked `itemprop=articleBody`, where it holds most of the article. */
function findMarkedText(article: PageElement, weights: ReadonlyMap<PageNode, TextWeight>): PageElement | undefined {
  const enough = minMarkedShare * (weights.get(article)?.all ?? 0);
  const marked = [...article.querySelectorAll('[itemprop~="articleBody"]')];
  return marked.find((element) => (weights.get(element)?.all ?? 0) >= enough);
}

function isHeading(element: PageElement, weight: TextWeight | undefined): boolean {
  if (weight === undefined || weight.all > maxHeadingLength || !headingTags.has(element.localName)) return false;
  return !/[.!?]\s*$/.test(element.textContent ?? '');
}

function isWayToOtherPages(element: PageElement, weight: TextWeight | undefined): boolean {
  if (weight === undefined || weight.all === 0 || !linkBlocks.has(element.localName)) return false;
  if (weight.linked < weight.all * minLinkedShare || weight.outsideLinks > 0) return false;
  if (listTags.has(element.localName)) return true;
  const hasBlocks = childrenOf(element).some((child) => isElement(child) && blockTags.has(child.localName));
  return weight.all <= maxBlockLength && !hasBlocks;
}

/** @param url of the page; where it is not known, an address with a host leads to another site */
function leadsOutside(address: string, url: string | undefined): boolean {
  if (url === undefined) return /^(?:[a-z]+:|\/\/)/i.test(address);
  const target = resolveUrl(address, url);
  return target !== undefined && !isSameSite(target, url);
}
