// The tree of a page as the rooms of this folder see it: linkedom's, without the types of a browser.

import { parseHTML } from 'linkedom';

export interface PageNode {
  /** 1 an element, 3 a text. */
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly textContent: string | null;
  readonly parentNode: PageElement | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  remove(): void;
}

export interface PageElement extends PageNode {
  /** Lower case. */
  readonly localName: string;
  readonly innerHTML: string;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  removeAttribute(name: string): void;
  setAttribute(name: string, value: string): void;
  append(...nodes: readonly PageNode[]): void;
  replaceWith(...nodes: readonly PageNode[]): void;
  closest(selector: string): PageElement | null;
}

export interface PageTree {
  readonly body: PageElement | null;
  createElement(name: string): PageElement;
}

const bodyTag = /<body[\s/>]/i;
/** Bounded, so that many without an end cost no more than one. */
const frameTags = /<!doctype[^>]{0,1000}>|<\/?(?:html|head)(?:\s[^>]{0,1000})?>/gi;

/** The caller bounds size and depth beforehand: linkedom recurses. */
export function parsePageTree(html: string): PageTree {
  // HTML lets the tags of html, head and body be left out, and some programmes do; linkedom needs them.
  const whole = bodyTag.test(html) ? html : `<html><body>${html.replace(frameTags, '')}</body></html>`;
  return parseHTML(whole).document as unknown as PageTree;
}

export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === 1;
}

/** The nodes within, as they stand now: those that are removed on the way disturb nothing. */
export function childrenOf(element: PageNode): PageNode[] {
  const children: PageNode[] = [];
  for (let child = element.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

/** Elements that stand on lines of their own. */
export const blockTags: ReadonlySet<string> = new Set(
  'p ul ol div section article blockquote table figure h1 h2 h3 h4 h5 h6 pre dl center'.split(' '),
);

/** How much is written in an element, in characters without blanks. */
export interface TextWeight {
  readonly all: number;
  /** What of it is the text of links. */
  readonly linked: number;
  /** How many links there are that lead outside. */
  readonly outsideLinks: number;
}

const unread = new Set(['script', 'style', 'noscript', 'template', 'svg', 'select', 'textarea', 'iframe']);

/**
 * Weighs an element and everything within, in one pass.
 * @param leadsOutside whether an address as written is another site's
 */
export function weighText(
  root: PageElement,
  leadsOutside: (address: string) => boolean = () => false,
): ReadonlyMap<PageNode, TextWeight> {
  const weights = new Map<PageNode, TextWeight>();
  const weigh = (element: PageElement): TextWeight => {
    const address = element.localName === 'a' ? element.getAttribute('href') : null;
    let [all, linked, outsideLinks] = [0, 0, address !== null && leadsOutside(address) ? 1 : 0];
    for (const child of childrenOf(element)) {
      if (child.nodeType === 3) all += (child.nodeValue ?? '').replace(/\s+/g, '').length;
      if (!isElement(child) || unread.has(child.localName)) continue;
      const weight = weigh(child);
      all += weight.all;
      linked += weight.linked;
      outsideLinks += weight.outsideLinks;
    }
    const weight = { all, linked: address === null ? linked : all, outsideLinks };
    weights.set(element, weight);
    return weight;
  };
  weigh(root);
  return weights;
}
