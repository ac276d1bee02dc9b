// Feed markup → a small tree. Broken markup gives what can be read: elements close with the elements around them, closings of
// nothing are passed over. Every bound is enforced while reading, so the tree of a hostile document stays small.

import { scanMarkup, type Tag } from '../markup.ts';
import { resolveUrl } from '../resolveUrl.ts';
import { DeclaredEntities } from './declaredEntities.ts';
import { emptyScope, extendScope, ourName, type Scope } from './namespaces.ts';
import { appendElement, type Node } from './node.ts';

export interface Tree {
  readonly root: Node;
  readonly isPartial: boolean;
  /** True where the document ended too early. */
  readonly isCut: boolean;
  /** Elements that were not closed when the document ended, outermost first: what they hold may be cut. */
  readonly openAtEnd: readonly Node[];
  /** The first element or doctype of the document, lower case. */
  readonly firstName: string;
}

/** Nesting; real feeds stay below 30. */
const maxDepth = 256;
/** A reading looks at no more. Promise F14. */
export const maxItems = 1_000;
/** Elements beside each other or in all; a feed of 1,000 rich items has about 40,000. */
const maxNodes = 200_000;
/** Characters of text in one element. */
const maxTextLength = 1_000_000;
/** Children of one element that is not the list of items. */
const maxChildren = 5_000;

interface Open {
  readonly node: Node;
  readonly writtenName: string;
  readonly scope: Scope;
  textLength: number;
}

/** @param documentBase what the document's own relative addresses are relative to */
export function parseTree(text: string, documentBase: string | undefined): Tree {
  const root: Node = {
    name: '',
    localName: '',
    attributes: noAttributes,
    children: [],
    base: documentBase,
    language: undefined,
  };
  const bottom: Open = { node: root, writtenName: '', scope: emptyScope(), textLength: 0 };
  const stack: Open[] = [bottom];
  const openCounts = new Map<string, number>();
  const entities = new DeclaredEntities();
  let nodes = 0;
  let items = 0;
  let firstName = '';
  let isPartial = false;

  const top = () => stack.at(-1) ?? bottom;
  const pop = () => {
    const closed = stack.pop();
    if (closed !== undefined) openCounts.set(closed.writtenName, (openCounts.get(closed.writtenName) ?? 1) - 1);
  };
  const closeTo = (written: string) => {
    while (stack.length > 1 && top().writtenName !== written) {
      isPartial = true;
      pop();
    }
    if (stack.length > 1) pop();
  };
  const add = (piece: string) => {
    const open = top();
    const room = maxTextLength - open.textLength;
    if (room <= 0 || piece === '') return;
    open.textLength += piece.length;
    open.node.children.push(piece.length > room ? piece.slice(0, room) : piece);
  };

  const isCut = scanMarkup(text, 'xml', {
    onOpen(tag: Tag, stop) {
      firstName ||= tag.name.toLowerCase();
      const written = tag.name.toLowerCase();
      const scope = extendScope(top().scope, tag.attributes);
      const name = ourName(tag.name, scope);
      // An item within an item: the closing tag of the first is missing.
      if (isItem(name) && (openCounts.get(written) ?? 0) > 0) closeTo(written);
      if (isItem(name)) items += 1;
      nodes += 1;
      if (stack.length > maxDepth || nodes > maxNodes || items > maxItems) {
        isPartial = true;
        stop();
        return;
      }
      const parent = top().node;
      const node = makeNode(tag, name, parent, scope, entities);
      if (isItem(name) || parent.children.length < maxChildren) appendElement(parent, node);
      if (tag.isSelfClosing) return;
      stack.push({ node, writtenName: written, scope, textLength: 0 });
      openCounts.set(written, (openCounts.get(written) ?? 0) + 1);
    },
    onClose(written) {
      const name = written.toLowerCase();
      if ((openCounts.get(name) ?? 0) > 0) closeTo(name);
      else isPartial = true;
    },
    onText: (raw) => add(entities.decode(raw.slice(0, maxTextLength))),
    onCdata: add,
    onDeclaration(declaration) {
      firstName ||= /^!doctype\s+html/i.test(declaration) ? 'html' : '';
      entities.read(declaration);
    },
  });
  const openAtEnd = stack.slice(1).map(({ node }) => node);
  const endsEarly = isCut || openAtEnd.length > 0;
  return { root, isPartial: isPartial || endsEarly, isCut: endsEarly, openAtEnd, firstName };
}

function isItem(name: string): boolean {
  return name === 'item' || name === 'entry';
}

const noAttributes: ReadonlyMap<string, string> = new Map();

function makeNode(tag: Tag, name: string, parent: Node, scope: Scope, entities: DeclaredEntities): Node {
  const attributes = tag.attributes.size === 0 ? noAttributes : readAttributes(tag.attributes, scope, entities);
  const base = attributes.get('xml:base')?.trim();
  return {
    name,
    localName: tag.name.slice(tag.name.indexOf(':') + 1),
    attributes,
    children: [],
    base: base === undefined || base === '' ? parent.base : (resolveUrl(base, parent.base) ?? parent.base),
    language: attributes.get('xml:lang') ?? parent.language,
  };
}

function readAttributes(
  written: ReadonlyMap<string, string>,
  scope: Scope,
  entities: DeclaredEntities,
): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [name, value] of written) {
    const isPrefixed = name.includes(':') && !name.startsWith('xmlns:');
    attributes.set(isPrefixed ? ourName(name, scope) : name.toLowerCase(), entities.decode(value));
  }
  return attributes;
}
