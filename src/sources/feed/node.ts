// One element of a feed and the questions asked of it.

export interface Node {
  /** In our spelling, e.g. `item` or `dc:creator`. */
  readonly name: string;
  /** As written, without its prefix. */
  readonly localName: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Elements and decoded text in their order. */
  readonly children: (Node | string)[];
  /** The elements among them, by name; undefined while there is none. */
  elements?: Map<string, Node[]>;
  /** What relative addresses within are relative to; not vetted. */
  readonly base: string | undefined;
  readonly language: string | undefined;
}

const none: readonly Node[] = [];

/** Puts an element behind the others of its parent. */
export function appendElement(parent: Node, child: Node): void {
  parent.children.push(child);
  parent.elements ??= new Map();
  const same = parent.elements.get(child.name);
  if (same === undefined) parent.elements.set(child.name, [child]);
  else same.push(child);
}

export function elementsOf(node: Node): Node[] {
  return node.children.filter((child) => typeof child === 'object');
}

/** Elements of these names in the order of the document. */
export function childrenOf(node: Node, ...names: readonly string[]): readonly Node[] {
  if (node.elements === undefined) return none;
  let found = none;
  for (const name of names) {
    const same = node.elements.get(name);
    if (same === undefined) continue;
    if (found !== none) return elementsOf(node).filter((child) => names.includes(child.name));
    found = same;
  }
  return found;
}

/** The first child of the first name that has one. */
export function findChild(node: Node, ...names: readonly string[]): Node | undefined {
  for (const name of names) {
    const found = node.elements?.get(name)?.[0];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** All text within, trimmed. */
export function textOf(node: Node | undefined): string {
  return node === undefined ? '' : rawTextOf(node).trim();
}

function rawTextOf(node: Node): string {
  const [first = ''] = node.children;
  if (node.children.length <= 1 && typeof first === 'string') return first;
  return node.children.map((child) => (typeof child === 'string' ? child : rawTextOf(child))).join('');
}
