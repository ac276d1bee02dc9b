// The text of an element as HTML, whatever way the feed wrote it: escaped, as markup, as plain text or in base64.

import { escapeHtml } from '../htmlToText.ts';
import { resolveUrl } from '../resolveUrl.ts';
import { absoluteLinks } from './absoluteLinks.ts';
import { type Node, textOf } from './node.ts';

/** Elements HTML closes by themselves. */
const voidElements = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** HTML with absolute links; empty when the element is missing or empty. */
export function htmlOf(node: Node | undefined): string {
  if (node === undefined) return '';
  const type = node.attributes.get('type')?.toLowerCase().trim() ?? '';
  const mode = node.attributes.get('mode')?.toLowerCase() ?? '';
  // Where the type says HTML, text between elements is HTML as well.
  if (node.elements !== undefined) return serialiseChildren(node, { isHtml: isHtmlType(type), declared: [] }).trim();
  const text = textOf(node);
  if (mode === 'base64' || isBase64Type(type, text)) return readHtml(decodeBase64(text), node).trim();
  const isPlain = type === 'text' || type === 'text/plain' || (type === '' && isAtomText(node));
  return isPlain && !looksLikeHtml(text) ? escapeHtml(text) : readHtml(text, node);
}

function readHtml(html: string, node: Node): string {
  return absoluteLinks(escapeStrayDeclarations(html), node.base);
}

/** `<!` before anything but a comment, a doctype or a conditional section begins nothing a browser would show. */
function escapeStrayDeclarations(html: string): string {
  return html.includes('<!') ? html.replace(/<!(?![-[a-z>])/gi, '&lt;!') : html;
}

function isHtmlType(type: string): boolean {
  return type === 'html' || type === 'text/html';
}

/** In Atom, an element without a type is plain text. RSS elements are HTML by custom. */
function isAtomText(node: Node): boolean {
  return ['subtitle', 'tagline', 'summary', 'rights'].includes(node.name);
}

/** People mark HTML as text; a closing tag or an entity gives them away. */
function looksLikeHtml(text: string): boolean {
  return /<\/[a-z][a-z0-9]{0,20}>|<(?:br|img|hr)\b|&#?\w{1,10};/i.test(text);
}

function isBase64Type(type: string, text: string): boolean {
  const isTextual = type === '' || type.startsWith('text') || type === 'html' || type === 'xhtml' || /xml$/.test(type);
  return !isTextual && /^[A-Za-z0-9+/\s]+={0,2}$/.test(text);
}

function decodeBase64(text: string): string {
  return Buffer.from(text, 'base64').toString('utf8');
}

const addressAttribute = /^(?:href|src|cite|action|poster|background|longdesc|data)$/;

interface Style {
  /** Text is HTML already. */
  readonly isHtml: boolean;
  /** Prefixes declared around what is written. */
  readonly declared: readonly string[];
}

/** Vocabularies HTML knows without a prefix. */
const htmlVocabularies = /^(?:xhtml|svg|mathml):/;

function serialise(node: Node, style: Style): string {
  const isXlinked = !style.declared.includes('xlink') && [...node.attributes.keys()].some(isXlink);
  const inner = isXlinked ? { ...style, declared: [...style.declared, 'xlink'] } : style;
  const attributes = [...node.attributes]
    .filter(([name]) => !name.startsWith('xmlns') && !name.startsWith('xml:'))
    .map(([name, value]) => {
      const shown = addressAttribute.test(name) ? (resolveUrl(value, node.base) ?? value) : value;
      return ` ${name}="${escapeHtml(shown).replaceAll('"', '&quot;')}"`;
    })
    .join('');
  const declaration = isXlinked ? ` xmlns:xlink="${xlink}"` : '';
  const name = node.name.includes(':') && !htmlVocabularies.test(node.name) ? node.name : node.localName;
  const start = `<${name}${attributes}${declaration}`;
  return voidElements.has(name) ? `${start} />` : `${start}>${serialiseChildren(node, inner)}</${name}>`;
}

/** The one prefix SVG and MathML use for their attributes. A piece of markup carries the declaration that stood around it. */
const xlink = 'http://www.w3.org/1999/xlink';

function isXlink(name: string): boolean {
  return name.startsWith('xlink:');
}

function serialiseChildren(node: Node, style: Style): string {
  return node.children
    .map((child) => {
      if (typeof child === 'object') return serialise(child, style);
      return style.isHtml ? readHtml(child, node) : escapeHtml(child);
    })
    .join('');
}
