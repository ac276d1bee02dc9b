// The text of an element as HTML, whatever way the feed wrote it: escaped, as markup, as plain text or in base64.

import { escapeHtml } from '../htmlToText.ts';
import { resolveUrl } from '../resolveUrl.ts';
import { absoluteLinks } from './absoluteLinks.ts';
import { type Node, textOf } from './tree.ts';

/** Elements HTML closes by themselves. */
const voidElements = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** HTML with absolute links; empty when the element is missing or empty. */
export function htmlOf(node: Node | undefined): string {
  if (node === undefined) return '';
  const type = node.attributes.get('type')?.toLowerCase().trim() ?? '';
  const mode = node.attributes.get('mode')?.toLowerCase() ?? '';
  const hasMarkup = node.children.some((child) => typeof child === 'object');
  if (hasMarkup) return serialiseChildren(node).trim();
  const text = textOf(node);
  if (mode === 'base64' || isBase64Type(type, text)) return absoluteLinks(decodeBase64(text), node.base).trim();
  const isPlain = type === 'text' || type === 'text/plain' || (type === '' && isAtomText(node));
  return isPlain && !looksLikeHtml(text) ? escapeHtml(text) : absoluteLinks(text, node.base);
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

function serialise(node: Node): string {
  const attributes = [...node.attributes]
    .filter(([name]) => !name.startsWith('xmlns') && !name.startsWith('xml:'))
    .map(([name, value]) => {
      const shown = addressAttribute.test(name) ? (resolveUrl(value, node.base) ?? value) : value;
      return ` ${name}="${escapeHtml(shown).replaceAll('"', '&quot;')}"`;
    })
    .join('');
  const name = node.name.includes(':') && !node.name.startsWith('xhtml:') ? node.name : node.localName;
  if (voidElements.has(name)) return `<${name}${attributes} />`;
  return `<${name}${attributes}>${serialiseChildren(node)}</${name}>`;
}

function serialiseChildren(node: Node): string {
  return node.children.map((child) => (typeof child === 'string' ? escapeHtml(child) : serialise(child))).join('');
}
