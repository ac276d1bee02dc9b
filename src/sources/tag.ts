// One opening tag as written. Attributes end where HTML ends them, also when they are broken.
// @see https://html.spec.whatwg.org/multipage/parsing.html#before-attribute-name-state

/** More attributes on one element are dropped. */
const maxAttributes = 64;
/** Characters; a longer attribute is cut. */
const maxAttributeLength = 20_000;

export interface Tag {
  /** As written. */
  readonly name: string;
  /** Raw values, by name as written; entities not decoded. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly isSelfClosing: boolean;
  /** Where the tag stands in the text; `end` is one past its `>`. */
  readonly start: number;
  readonly end: number;
}

const blank = 0x20;
const doubleQuote = 0x22;
const singleQuote = 0x27;
const slash = 0x2f;
const equals = 0x3d;
const greater = 0x3e;

const noAttributes: ReadonlyMap<string, string> = new Map();

/** @returns undefined when the text ends within the tag */
export function readTag(text: string, start: number): Tag | undefined {
  let position = endOfName(text, start + 1);
  const name = text.slice(start + 1, position);
  let attributes: Map<string, string> | undefined;
  let isSelfClosing = false;
  for (;;) {
    position = skipBlanks(text, position);
    const code = text.charCodeAt(position);
    if (code === greater) {
      return { name, attributes: attributes ?? noAttributes, isSelfClosing, start, end: position + 1 };
    }
    isSelfClosing = code === slash;
    if (isSelfClosing) {
      position += 1;
      continue;
    }
    const nameStart = position;
    // An equals sign that stands first is part of the name.
    position = endOfAttributeName(text, position + 1);
    const attribute = text.slice(nameStart, Math.min(position, nameStart + maxAttributeLength));
    const next = skipBlanks(text, position);
    let value = '';
    if (text.charCodeAt(next) === equals) {
      const valueStart = skipBlanks(text, next + 1);
      const quote = text.charCodeAt(valueStart);
      const isQuoted = quote === doubleQuote || quote === singleQuote;
      const from = isQuoted ? valueStart + 1 : valueStart;
      const to = isQuoted ? text.indexOf(quote === doubleQuote ? '"' : "'", from) : endOfBareValue(text, from);
      if (to === -1) return undefined;
      value = text.slice(from, Math.min(to, from + maxAttributeLength));
      position = isQuoted ? to + 1 : to;
    }
    if (position >= text.length) return undefined;
    attributes ??= new Map();
    if (attributes.size < maxAttributes && !attributes.has(attribute)) attributes.set(attribute, value);
  }
}

/** Where the name that starts at `from` ends. */
export function endOfName(text: string, from: number): number {
  let end = from;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (isBlank(code) || code === greater || code === slash) break;
  }
  return end;
}

function endOfAttributeName(text: string, from: number): number {
  let end = from;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (isBlank(code) || code === greater || code === slash || code === equals) break;
  }
  return end;
}

function endOfBareValue(text: string, from: number): number {
  let end = from;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (isBlank(code) || code === greater) break;
  }
  return end;
}

function skipBlanks(text: string, from: number): number {
  let end = from;
  while (end < text.length && isBlank(text.charCodeAt(end))) end += 1;
  return end;
}

/** Blank, tab, line feed, form feed or carriage return. */
function isBlank(code: number): boolean {
  return code <= blank && (code === blank || code === 0x0a || code === 0x09 || code === 0x0d || code === 0x0c);
}
