// HTML as a tree, for finding what repeats in a page. Tolerant, without recursion, and bounded: what lies beyond the bounds is
// left out or hangs one level higher, and the work grows with the length of the page alone.

import { decodeEntities } from '../entities.ts';
import { scanMarkup, type Tag } from '../markup.ts';

/** Elements; what follows is left out. */
export const maxElements = 30_000;
/** Nesting; deeper elements hang on the deepest that is kept. */
const maxDepth = 120;
/** Levels searched for the element that a closing tag means. */
const maxClosed = 40;
/** Characters of one attribute. */
const maxValueLength = 2_000;

export interface PageElement {
  /** Lower case. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly parent: PageElement | undefined;
  readonly children: (PageElement | string)[];
}

export interface PageTree {
  readonly root: PageElement;
  /** In the page's order. */
  readonly elements: readonly PageElement[];
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const voidElements = words('area base br col embed hr img input link meta source track wbr');
/** What people let end by itself: the next of these ends it, but not beyond the element that holds them. */
const endings: Readonly<Record<string, { readonly ended: ReadonlySet<string>; readonly within: ReadonlySet<string> }>> =
  {
    li: { ended: words('li'), within: words('ul ol menu') },
    dt: { ended: words('dt dd'), within: words('dl') },
    dd: { ended: words('dt dd'), within: words('dl') },
    tr: { ended: words('tr'), within: words('table tbody thead tfoot') },
    td: { ended: words('td th'), within: words('tr table') },
    th: { ended: words('td th'), within: words('tr table') },
    p: { ended: words('p'), within: words('div section article li td th blockquote body main') },
    a: { ended: words('a'), within: words('div section article li td th p') },
  };
const attributesKept = words('href class id role datetime src alt width height title lang type itemprop rel');

export function parsePageTree(html: string): PageTree {
  const root: PageElement = { name: '#page', attributes: new Map(), parent: undefined, children: [] };
  const elements: PageElement[] = [];
  const open: PageElement[] = [root];
  const innermost = () => open.at(-1) ?? root;

  const end = (isEnded: (name: string) => boolean, within: ReadonlySet<string> | undefined) => {
    const lowest = Math.max(1, open.length - maxClosed);
    for (let level = open.length - 1; level >= lowest; level -= 1) {
      const name = open[level]?.name ?? '';
      if (isEnded(name)) {
        open.length = level;
        return;
      }
      if (within?.has(name)) return;
    }
  };

  scanMarkup(html, 'html', {
    onOpen(tag, stop) {
      if (elements.length >= maxElements) return stop();
      const name = tag.name.toLowerCase();
      const ending = Object.hasOwn(endings, name) ? endings[name] : undefined;
      if (ending !== undefined) end((candidate) => ending.ended.has(candidate), ending.within);
      const parent = innermost();
      const element: PageElement = { name, attributes: attributesOf(tag), parent, children: [] };
      parent.children.push(element);
      elements.push(element);
      if (!tag.isSelfClosing && !voidElements.has(name) && open.length < maxDepth) open.push(element);
    },
    onClose(written) {
      const name = written.toLowerCase();
      end((candidate) => candidate === name, undefined);
    },
    onText(text) {
      innermost().children.push(text);
    },
  });
  return { root, elements };
}

function attributesOf({ attributes }: Tag): ReadonlyMap<string, string> {
  const kept = new Map<string, string>();
  for (const [written, value] of attributes) {
    const name = written.toLowerCase();
    if (attributesKept.has(name)) kept.set(name, decodeEntities(value.slice(0, maxValueLength)).trim());
  }
  return kept;
}
