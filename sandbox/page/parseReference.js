// The parts of Discord's Markdown that point somewhere: addresses, mentions, times. Only http and https addresses ever become links.

/**
 * @typedef {{ kind: 'timestamp', unix: number, style: string }
 *   | { kind: 'channel' | 'user' | 'role', id: string }
 *   | { kind: 'command', name: string, id: string }} Reference
 */

/** Longer addresses stay text; the bound also keeps a hostile text from being scanned again and again. */
const MAX_ADDRESS = 2048;
const BARE_END = /[\s<>[\]|"`]/;
const TRAILING = ".,:;!?'*_~";

/**
 * @param {string} address
 * @returns {string | undefined} the address in normal form, or nothing if it is not http(s)
 */
export function parseAddress(address) {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}

/**
 * Reads `(address)` or `(<address>)`, the second half of a masked link.
 * @param {string} text
 * @param {number} at
 * @returns {{ address: string, end: number } | undefined}
 */
export function readTarget(text, at) {
  if (text[at] !== '(') return undefined;
  const limit = Math.min(text.length, at + MAX_ADDRESS);
  if (text[at + 1] === '<') {
    for (let i = at + 2; i < limit; i += 1) {
      if (text[i] === '>' && text[i + 1] === ')') return { address: text.slice(at + 2, i), end: i + 2 };
      if (/[\s<>]/.test(text.charAt(i))) return undefined;
    }
    return undefined;
  }
  let depth = 0;
  for (let i = at + 1; i < limit; i += 1) {
    const sign = text.charAt(i);
    if (/[\s<>]/.test(sign)) return undefined;
    if (sign === '(') depth += 1;
    if (sign === ')' && depth === 0) return { address: text.slice(at + 1, i).replaceAll('\\', ''), end: i + 1 };
    if (sign === ')') depth -= 1;
  }
  return undefined;
}

/**
 * Reads an address that stands in the text, also between angle brackets.
 * @param {string} text
 * @param {number} at
 * @returns {{ url: string, shown: string, end: number } | undefined}
 */
export function readBareLink(text, at) {
  const isAngled = text[at] === '<';
  const start = isAngled ? at + 1 : at;
  if (!text.startsWith('http://', start) && !text.startsWith('https://', start)) return undefined;
  const limit = Math.min(text.length, start + MAX_ADDRESS);
  let end = start;
  while (end < limit && !BARE_END.test(text.charAt(end))) end += 1;
  if (isAngled && text[end] !== '>') return undefined;
  const hasBracket = text.slice(start, end).includes('(');
  const isTrailing = () => TRAILING.includes(text.charAt(end - 1)) || (!hasBracket && text[end - 1] === ')');
  while (!isAngled && end > start && isTrailing()) end -= 1;
  const shown = text.slice(start, end);
  const url = parseAddress(shown);
  return url === undefined ? undefined : { url, shown, end: isAngled ? end + 1 : end };
}

const TIME = /<t:(-?\d{1,13})(?::([tTdDfFR]))?>/y;
const MENTION = /<(#|@&|@!?)(\d{1,20})>/y;
const COMMAND = /<\/([^:>\n]{1,100}):(\d{1,20})>/y;
const MAX_UNIX = 8_640_000_000_000;

/**
 * @param {string} text
 * @param {number} at
 * @returns {{ node: Reference, end: number } | undefined}
 */
export function readMention(text, at) {
  if (text[at] !== '<') return undefined;
  const time = execAt(TIME, text, at);
  if (time !== null && Math.abs(Number(time[1])) <= MAX_UNIX) {
    return { node: { kind: 'timestamp', unix: Number(time[1]), style: time[2] ?? 'f' }, end: TIME.lastIndex };
  }
  const mention = execAt(MENTION, text, at);
  if (mention !== null) {
    const kind = mention[1] === '#' ? 'channel' : mention[1] === '@&' ? 'role' : 'user';
    return { node: { kind, id: mention[2] ?? '' }, end: MENTION.lastIndex };
  }
  const command = execAt(COMMAND, text, at);
  if (command === null) return undefined;
  return { node: { kind: 'command', name: command[1] ?? '', id: command[2] ?? '' }, end: COMMAND.lastIndex };
}

/**
 * @param {RegExp} pattern sticky
 * @param {string} text
 * @param {number} at
 */
function execAt(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
