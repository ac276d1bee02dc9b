// What a feed or an item is filed under, in the ways feeds say it.

import { childrenOf, type Node, textOf } from './node.ts';

/** Categories of one item or feed. */
const maxCategories = 50;
/** Characters. */
const maxCategoryLength = 2_000;
/** Characters of a list of them. */
const maxListLength = maxCategories * maxCategoryLength;

/** In order, each once. */
export function parseCategories(node: Node): string[] {
  const listed = childrenOf(node, 'category', 'dc:subject', 'media:category', 'itunes:category', 'tag');
  const nested = [...listed, ...childrenOf(node, 'tags', 'categories')].flatMap((element) =>
    childrenOf(element, 'itunes:category', 'tag', 'category'),
  );
  const found = new Set<string>();
  const add = (label: string) => {
    const category = label.trim().slice(0, maxCategoryLength);
    if (category !== '' && found.size < maxCategories) found.add(category);
  };
  for (const element of listed) add(labelOf(element));
  for (const element of nested) add(labelOf(element));
  for (const list of childrenOf(node, 'tags')) if (list.elements === undefined) splitList(list, /,/).forEach(add);
  for (const list of childrenOf(node, 'itunes:keywords')) splitList(list, /[\s,]+/).forEach(add);
  return [...found];
}

/** Atom names it in `term`, iTunes in `text`, RSS in the text of the element. */
function labelOf(element: Node): string {
  const term = element.attributes.get('term');
  if (term !== undefined) return term;
  const own = element.children.filter((child) => typeof child === 'string').join('');
  return own.trim() === '' ? (element.attributes.get('text') ?? element.attributes.get('label') ?? '') : own;
}

function splitList(element: Node, separator: RegExp): string[] {
  return textOf(element).slice(0, maxListLength).split(separator);
}
