// What stands inside a line of Discord's Markdown. One pass with a stack: each kind of emphasis is open at most once, so the stack has
// at most six frames and hostile nesting costs no more than plain text. Links do not nest, as in Discord.
import { parseAddress, readBareLink, readMention, readTarget } from './parseReference.js';

/**
 * @typedef {import('./parseReference.js').Reference} Reference
 * @typedef {{ kind: 'text' | 'code', text: string }
 *   | { kind: 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler', children: InlineNode[] }
 *   | { kind: 'link', url: string, children: InlineNode[] }
 *   | Reference} InlineNode
 * @typedef {{ mark: string, children: InlineNode[] }} Frame
 */

/** @type {Record<string, 'bold' | 'italic' | 'underline' | 'strike' | 'spoiler'>} */
const KINDS = { '**': 'bold', '*': 'italic', __: 'underline', _: 'italic', '~~': 'strike', '||': 'spoiler' };
const ESCAPABLE = /[!-/:-@[-`{-~]/;

/**
 * @param {string} text
 * @param {boolean} mayLink
 * @returns {InlineNode[]}
 */
export function parseInline(text, mayLink = true) {
  /** @type {Frame[]} */
  const stack = [{ mark: '', children: [] }];
  const brackets = mayLink ? matchBrackets(text) : new Map();
  const findCode = createCodeFinder(text);
  let at = 0;

  /** @param {InlineNode} node */
  const push = (node) => pushNode(top(stack).children, node);
  while (at < text.length) {
    const sign = text.charAt(at);
    if (sign === '\\' && ESCAPABLE.test(text.charAt(at + 1))) {
      push({ kind: 'text', text: text.charAt(at + 1) });
      at += 2;
      continue;
    }
    const found = sign === '`' ? findCode(at) : mayLink ? readLink(text, at, brackets) : readMention(text, at);
    if (found !== undefined) {
      push(found.node);
      at = found.end;
      continue;
    }
    const mark = sign === '`' ? '' : readMark(text, at, stack);
    if (mark !== '' && toggle(stack, mark, text, at)) {
      at += mark.length;
      continue;
    }
    const plain = sign === '`' ? /`+/y : mark === '' ? undefined : mark;
    const run = typeof plain === 'object' ? matchAt(plain, text, at) : (plain ?? sign);
    push({ kind: 'text', text: run });
    at += run.length;
  }
  while (stack.length > 1) flatten(stack);
  return top(stack).children;
}

/**
 * @param {string} text
 * @param {number} at
 * @param {Map<number, number>} brackets
 * @returns {{ node: InlineNode, end: number } | undefined}
 */
function readLink(text, at, brackets) {
  const close = text[at] === '[' ? brackets.get(at) : undefined;
  if (close !== undefined && close > at + 1) {
    const target = readTarget(text, close + 1);
    const url = target === undefined ? undefined : parseAddress(target.address);
    if (target !== undefined && url !== undefined) {
      return { node: { kind: 'link', url, children: parseInline(text.slice(at + 1, close), false) }, end: target.end };
    }
  }
  const bare = readBareLink(text, at);
  if (bare === undefined) return readMention(text, at);
  return { node: { kind: 'link', url: bare.url, children: [{ kind: 'text', text: bare.shown }] }, end: bare.end };
}

/**
 * Which emphasis mark stands here. In a run of three stars the inner open mark comes first, so that `***a***` closes in order.
 * @param {string} text
 * @param {number} at
 * @param {Frame[]} stack
 */
function readMark(text, at, stack) {
  const sign = text.charAt(at);
  const double = sign + sign;
  const isDouble = text.startsWith(double, at);
  if (sign !== '*' && sign !== '_') return isDouble && double in KINDS ? double : '';
  if (!isDouble) return sign;
  const inner = stack.findLast((frame) => frame.mark === sign || frame.mark === double);
  const isTriple = text.startsWith(double + sign, at);
  return isTriple && inner?.mark === sign ? sign : double;
}

/**
 * Closes the mark when it is open, opens it otherwise.
 * @param {Frame[]} stack
 * @param {string} mark
 * @param {string} text
 * @param {number} at
 * @returns {boolean} false when the mark is plain text here
 */
function toggle(stack, mark, text, at) {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + mark.length);
  const depth = stack.findIndex((frame) => frame.mark === mark);
  if (depth === -1) {
    if (mark.length === 1 && (after === '' || /\s/.test(after))) return false;
    if (mark === '_' && /\w/.test(before)) return false;
    stack.push({ mark, children: [] });
    return true;
  }
  if (mark.length === 1 && /\s/.test(before)) return false;
  if (mark === '_' && /\w/.test(after)) return false;
  while (stack.length > depth + 1) flatten(stack);
  if (top(stack).children.length === 0) return false;
  const children = top(stack).children;
  stack.pop();
  const kind = KINDS[mark] ?? 'italic';
  pushNode(top(stack).children, { kind, children });
  return true;
}

/**
 * A mark that was never closed is plain text after all.
 * @param {Frame[]} stack
 */
function flatten(stack) {
  const frame = stack.pop();
  if (frame === undefined) return;
  const target = top(stack).children;
  pushNode(target, { kind: 'text', text: frame.mark });
  for (const child of frame.children) pushNode(target, child);
}

/**
 * @param {InlineNode[]} nodes
 * @param {InlineNode} node
 */
function pushNode(nodes, node) {
  const last = nodes.at(-1);
  if (node.kind === 'text' && last?.kind === 'text')
    nodes[nodes.length - 1] = { kind: 'text', text: last.text + node.text };
  else nodes.push(node);
}

/** @param {Frame[]} stack */
function top(stack) {
  return /** @type {Frame} */ (stack[stack.length - 1]);
}

/**
 * The closing bracket of each opening one, found in one pass.
 * @param {string} text
 */
function matchBrackets(text) {
  /** @type {Map<number, number>} */
  const pairs = new Map();
  /** @type {number[]} */
  const open = [];
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === '\\') i += 1;
    else if (text[i] === '[') open.push(i);
    else if (text[i] === ']') {
      const start = open.pop();
      if (start !== undefined) pairs.set(start, i);
    }
  }
  return pairs;
}

/**
 * Finds code from its opening backticks. Where each length of run stands is noted first; a run without a partner is then refused
 * without searching the rest of the text again.
 * @param {string} text
 */
function createCodeFinder(text) {
  const runs = [...text.matchAll(/`+/g)].map((match) => ({ at: match.index, length: match[0].length }));
  const lastOfLength = new Map(runs.map((run) => [run.length, run.at]));
  let next = 0;
  /** @param {number} at */
  return (at) => {
    while (next < runs.length && (runs[next]?.at ?? 0) < at) next += 1;
    const length = matchAt(/`+/y, text, at).length;
    if ((lastOfLength.get(length) ?? -1) <= at) return undefined;
    let i = runs[next]?.at === at ? next + 1 : next;
    while (i < runs.length && runs[i]?.length !== length) i += 1;
    const close = runs[i]?.at;
    if (close === undefined) return undefined;
    const code = text.slice(at + length, close);
    return {
      node: /** @type {InlineNode} */ ({ kind: 'code', text: length > 1 ? code.trim() : code }),
      end: close + length,
    };
  };
}

/**
 * @param {RegExp} pattern sticky
 * @param {string} text
 * @param {number} at
 */
function matchAt(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
