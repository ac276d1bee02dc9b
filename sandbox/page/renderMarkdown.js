// Draws the tree of parseMarkdown.js as DOM nodes. Names of channels, people and roles come from the view.
import { element } from './element.js';
import { formatTimestamp } from './formatTimestamp.js';
import { parseMarkdown } from './parseMarkdown.js';

/**
 * @typedef {import('./parseMarkdown.js').BlockNode} BlockNode
 * @typedef {import('./parseInline.js').InlineNode} InlineNode
 * @typedef {import('./view.js').View} View
 */

/** @type {Record<string, keyof HTMLElementTagNameMap>} */
const TAGS = { bold: 'strong', italic: 'em', underline: 'u', strike: 's' };

/**
 * @param {string} text
 * @param {View} view
 */
export function renderMarkdown(text, view) {
  return element('div', { class: 'markdown' }, ...parseMarkdown(text).map((block) => renderBlock(block, view)));
}

/**
 * @param {BlockNode} block
 * @param {View} view
 * @returns {HTMLElement}
 */
function renderBlock(block, view) {
  switch (block.kind) {
    case 'heading':
      return element(
        block.level === 1 ? 'h3' : block.level === 2 ? 'h4' : 'h5',
        { class: `heading-${block.level}` },
        ...inline(block.children, view),
      );
    case 'subtext':
      return element('p', { class: 'subtext' }, ...inline(block.children, view));
    case 'paragraph':
      return element('p', {}, ...inline(block.children, view));
    case 'quote':
      return element('blockquote', {}, ...block.blocks.map((inner) => renderBlock(inner, view)));
    case 'codeBlock':
      return element('pre', {}, element('code', {}, block.text));
    case 'list':
      return element('ul', { class: 'list' }, ...block.items.map((item) => renderItem(item, view)));
  }
}

/**
 * @param {import('./parseMarkdown.js').ListItem} item
 * @param {View} view
 */
function renderItem(item, view) {
  const sign = element('span', { class: 'list-sign' }, item.isOrdered ? `${item.number}.` : '•');
  return element('li', { class: `depth-${item.depth}` }, sign, element('span', {}, ...inline(item.children, view)));
}

/**
 * @param {InlineNode[]} nodes
 * @param {View} view
 * @returns {(Node | string)[]}
 */
function inline(nodes, view) {
  return nodes.map((node) => renderInline(node, view));
}

/**
 * @param {InlineNode} node
 * @param {View} view
 * @returns {Node | string}
 */
function renderInline(node, view) {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'code':
      return element('code', {}, node.text);
    case 'link':
      return element(
        'a',
        { href: node.url, target: '_blank', rel: 'noopener noreferrer' },
        ...inline(node.children, view),
      );
    case 'spoiler':
      return spoiler(inline(node.children, view));
    case 'timestamp': {
      const full = formatTimestamp(node.unix, 'F');
      const iso = new Date(node.unix * 1000).toISOString();
      return element(
        'time',
        { class: 'timestamp', datetime: iso, title: full },
        formatTimestamp(node.unix, node.style),
      );
    }
    case 'channel': {
      const open = () => view.openChannel(node.id);
      return element('button', { type: 'button', class: 'mention', onclick: open }, `#${view.channelName(node.id)}`);
    }
    case 'user':
      return element('span', { class: 'mention' }, `@${view.userName(node.id)}`);
    case 'role':
      return element('span', { class: 'mention' }, `@${view.roleName(node.id)}`);
    case 'command': {
      const choose = () => view.chooseCommand(node.name);
      return element('button', { type: 'button', class: 'mention', onclick: choose }, `/${node.name}`);
    }
    default:
      return element(TAGS[node.kind] ?? 'span', {}, ...inline(node.children, view));
  }
}

/** @param {(Node | string)[]} children */
function spoiler(children) {
  const hidden = element('span', { class: 'spoiler-text' }, ...children);
  hidden.inert = true;
  const box = element(
    'span',
    { class: 'spoiler', role: 'button', tabindex: 0, 'aria-label': 'Spoiler, press to show' },
    hidden,
  );
  const reveal = () => {
    hidden.inert = false;
    box.className = 'spoiler shown';
    for (const name of ['role', 'tabindex', 'aria-label']) box.removeAttribute(name);
  };
  box.addEventListener('click', reveal);
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') reveal();
  });
  return box;
}
