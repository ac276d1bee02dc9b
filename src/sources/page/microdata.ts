// The things a page describes in microdata, in the form they would have in JSON-LD. See https://html.spec.whatwg.org/multipage/microdata.html

import type { Json } from '../json.ts';
import type { Thing } from './linkedThings.ts';
import { childrenOf, isElement, type PageElement, type PageTree } from './pageTree.ts';

/** Outermost things of a page. */
const maxThings = 100;
/** Characters of one value. */
const maxValueLength = 20_000;
/** Attributes that carry the value of an element. */
const valueAttributes: Readonly<Record<string, string>> = {
  meta: 'content',
  a: 'href',
  area: 'href',
  link: 'href',
  img: 'src',
  iframe: 'src',
  time: 'datetime',
  data: 'value',
};

/** @param tree bounded by the caller */
export function findMicrodata({ body }: PageTree): Thing[] {
  const outermost = [...(body?.querySelectorAll('[itemscope][itemtype]') ?? [])].filter(
    (element) => !element.hasAttribute('itemprop'),
  );
  return outermost.slice(0, maxThings).map(toThing);
}

function toThing(element: PageElement): Thing {
  const properties = new Map<string, Json[]>();
  collect(element, (name, value) => {
    const values = properties.get(name);
    if (values) values.push(value);
    else properties.set(name, [value]);
  });
  const types = (element.getAttribute('itemtype') ?? '').split(/\s+/);
  const id = element.getAttribute('itemid');
  return {
    '@type': types,
    ...(id === null ? {} : { '@id': id }),
    ...Object.fromEntries(
      [...properties].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? null) : values]),
    ),
  };
}

/** The properties of one thing; those of a thing within belong to that. */
function collect(element: PageElement, add: (name: string, value: Json) => void): void {
  for (const child of childrenOf(element)) {
    if (!isElement(child)) continue;
    const names = new Set((child.getAttribute('itemprop') ?? '').split(/\s+/).filter((name) => name !== ''));
    const isThing = child.hasAttribute('itemscope');
    if (names.size > 0) {
      const value = isThing ? toThing(child) : writtenIn(child);
      for (const name of names) add(name, value);
    }
    if (!isThing) collect(child, add);
  }
}

function writtenIn(element: PageElement): string {
  const attribute = element.hasAttribute('content') ? 'content' : valueAttributes[element.localName];
  const value = (attribute && element.getAttribute(attribute)) ?? element.textContent ?? '';
  return value.slice(0, maxValueLength);
}
