// What a part of a page says, and the parts it is made of.

import { singleLine } from '../cleanText.ts';
import { decodeEntities } from '../entities.ts';
import type { PageElement } from './pageTree.ts';

/** Characters collected from one element. */
const maxLength = 4_000;
const unread = new Set(['script', 'style', 'template', 'svg', 'noscript', 'select', 'textarea', 'button', 'iframe']);
/** They do not part words. */
const inline = new Set('a abbr b bdi big cite code em font i mark q s small span strong sub sup time u wbr'.split(' '));

/** The element's text on one line. */
export function textOf(element: PageElement): string {
  const parts: string[] = [];
  let length = 0;
  for (const part of partsOf(element)) {
    if (length >= maxLength) break;
    const text = typeof part === 'string' ? part : inline.has(part.name) ? '' : ' ';
    parts.push(text);
    length += text.length;
  }
  return singleLine(decodeEntities(parts.join('')));
}

/** The first elements below one, in the page's order. */
export function elementsIn(element: PageElement, limit: number): PageElement[] {
  const elements: PageElement[] = [];
  for (const part of partsOf(element)) {
    if (elements.length >= limit) break;
    if (typeof part !== 'string') elements.push(part);
  }
  return elements;
}

/** Everything below an element that is read, in the page's order. */
function* partsOf(element: PageElement): Generator<PageElement | string> {
  const waiting: (PageElement | string)[] = [...element.children].reverse();
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (typeof part !== 'string') {
      if (unread.has(part.name)) continue;
      for (let index = part.children.length - 1; index >= 0; index -= 1) waiting.push(part.children[index] ?? '');
    }
    yield part;
  }
}

/** The element itself and what it stands in, innermost first. */
export function* ancestorsOf(element: PageElement): Generator<PageElement> {
  for (let one: PageElement | undefined = element; one !== undefined; one = one.parent) yield one;
}
