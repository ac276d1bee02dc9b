// Discord's Markdown as a tree: blocks here, what stands inside a line in parseInline.js. Pure: no DOM, so it runs in Node's tests too.
// The tree holds only text and checked http(s) addresses; whoever draws it needs no escaping.
// Every character is looked at a bounded number of times, whatever the text.
import { parseInline } from './parseInline.js';

/**
 * @typedef {import('./parseInline.js').InlineNode} InlineNode
 * @typedef {{ depth: number, isOrdered: boolean, number: number, children: InlineNode[] }} ListItem
 * @typedef {{ kind: 'heading', level: number, children: InlineNode[] }
 *   | { kind: 'subtext' | 'paragraph', children: InlineNode[] }
 *   | { kind: 'quote', blocks: BlockNode[] }
 *   | { kind: 'list', items: ListItem[] }
 *   | { kind: 'codeBlock', language: string, text: string }} BlockNode
 */

const FENCE = '```';
const MAX_DEPTH = 4;

/**
 * @param {string} text
 * @returns {BlockNode[]}
 */
export function parseMarkdown(text) {
  /** @type {BlockNode[]} */
  const blocks = [];
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf(FENCE, at);
    const close = open === -1 ? -1 : text.indexOf(FENCE, open + FENCE.length);
    if (close === -1) break;
    pushLines(blocks, text.slice(at, open), true);
    blocks.push(codeBlock(text.slice(open + FENCE.length, close)));
    at = close + FENCE.length;
    if (text[at] === '\n') at += 1;
  }
  pushLines(blocks, text.slice(at), true);
  return blocks;
}

/** @param {string} inner */
function codeBlock(inner) {
  const head = /^([\w+-]{1,20})\n/.exec(inner);
  const text = head === null ? inner : inner.slice(head[0].length);
  return /** @type {BlockNode} */ ({ kind: 'codeBlock', language: head?.[1] ?? '', text: trimNewlines(text) });
}

/** @param {string} text */
function trimNewlines(text) {
  const start = text.startsWith('\n') ? 1 : 0;
  return text.endsWith('\n') && text.length > start ? text.slice(start, -1) : text.slice(start);
}

/**
 * @param {BlockNode[]} blocks
 * @param {string} text
 * @param {boolean} mayQuote quotes do not nest
 */
function pushLines(blocks, text, mayQuote) {
  if (text === '' || text === '\n') return;
  const lines = text.split('\n');
  /** @type {string[]} */
  let plain = [];
  const flush = () => {
    if (plain.some((line) => line.trim() !== '')) {
      blocks.push({ kind: 'paragraph', children: parseInline(plain.join('\n')) });
    }
    plain = [];
  };
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] ?? '';
    if (mayQuote && line.startsWith('>>> ')) {
      flush();
      blocks.push(quote([line.slice(4), ...lines.slice(i + 1)]));
      return;
    }
    if (mayQuote && line.startsWith('> ')) {
      flush();
      const quoted = [];
      for (; lines[i]?.startsWith('> '); i += 1) quoted.push((lines[i] ?? '').slice(2));
      i -= 1;
      blocks.push(quote(quoted));
      continue;
    }
    const block = lineBlock(line);
    const last = blocks.at(-1);
    if (block === undefined) {
      plain.push(line);
    } else if (block.kind === 'list' && last?.kind === 'list' && plain.length === 0) {
      last.items.push(...block.items);
    } else {
      flush();
      blocks.push(block);
    }
  }
  flush();
}

/** @param {string[]} lines */
function quote(lines) {
  /** @type {BlockNode[]} */
  const blocks = [];
  pushLines(blocks, lines.join('\n'), false);
  return /** @type {BlockNode} */ ({ kind: 'quote', blocks });
}

/**
 * A line that is a block of its own.
 * @param {string} line
 * @returns {BlockNode | undefined}
 */
function lineBlock(line) {
  const heading = /^(#{1,3}) +(\S.*)$/.exec(line);
  if (heading) return { kind: 'heading', level: (heading[1] ?? '').length, children: parseInline(heading[2] ?? '') };
  const subtext = /^-# +(\S.*)$/.exec(line);
  if (subtext) return { kind: 'subtext', children: parseInline(subtext[1] ?? '') };
  const item = /^( {0,40})(?:[-*]|(\d{1,9})\.) +(\S.*)$/.exec(line);
  if (!item) return undefined;
  const depth = Math.min(MAX_DEPTH, Math.floor((item[1] ?? '').length / 2));
  const isOrdered = item[2] !== undefined;
  return {
    kind: 'list',
    items: [{ depth, isOrdered, number: Number(item[2] ?? 0), children: parseInline(item[3] ?? '') }],
  };
}
