// One pass over markup as flat events, for everything that reads HTML or XML. No tree and no stack: the work grows with the
// length of the text alone, however deep it is nested. What cannot be read as markup comes as text.

import { QuoteType, Tokenizer } from 'htmlparser2';

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

/** What is told on the way. Text is raw: entities are not decoded. */
export interface MarkupListener {
  readonly onOpen: (tag: Tag, stop: () => void) => void;
  readonly onClose: (name: string, start: number, end: number) => void;
  readonly onText: (text: string) => void;
  readonly onCdata?: (text: string) => void;
  /** A declaration without its brackets, e.g. `!ENTITY a "b"`. */
  readonly onDeclaration?: (text: string) => void;
}

/**
 * @param language in html, element names are any case and script and style hold no markup
 * @returns true when the text ended in the middle of a tag or CDATA section
 */
export function scanMarkup(text: string, language: 'html' | 'xml', listener: MarkupListener): boolean {
  const isXml = language === 'xml';
  let name = '';
  let start = 0;
  let attributes = new Map<string, string>();
  let attribute = '';
  let value = '';
  let isStopped = false;
  let isOpen = false;
  let position = 0;

  const stop = () => {
    isStopped = true;
    tokenizer.pause();
  };
  const open = (end: number, isSelfClosing: boolean) => {
    isOpen = false;
    position = end + 1;
    if (!isStopped) listener.onOpen({ name, attributes, isSelfClosing, start, end: end + 1 }, stop);
  };
  const tokenizer = new Tokenizer(
    { xmlMode: isXml, decodeEntities: false, recognizeSelfClosing: true },
    {
      ontext: (from, to) => {
        position = to;
        if (!isStopped) listener.onText(text.slice(from, to));
      },
      ontextentity: () => undefined,
      onopentagname: (from, to) => {
        name = text.slice(from, to);
        start = from - 1;
        attributes = new Map();
        isOpen = true;
      },
      onattribname: (from, to) => {
        attribute = text.slice(from, Math.min(to, from + maxAttributeLength));
        value = '';
      },
      onattribdata: (from, to) => {
        value += text.slice(from, Math.min(to, from + maxAttributeLength));
      },
      onattribentity: () => undefined,
      onattribend: (quote) => {
        if (attributes.size < maxAttributes && !attributes.has(attribute)) {
          attributes.set(attribute, quote === QuoteType.NoValue ? '' : value);
        }
      },
      onopentagend: (end) => open(end, false),
      onselfclosingtag: (end) => open(end, true),
      onclosetag: (from, to) => {
        const bracket = text.indexOf('>', to);
        position = bracket === -1 ? text.length : bracket + 1;
        if (!isStopped) listener.onClose(text.slice(from, to), from - 2, position);
      },
      oncdata: (from, to, offset) => {
        position = to;
        if (!isStopped) (listener.onCdata ?? listener.onText)(text.slice(from, to - offset));
      },
      oncomment: (_from, to) => {
        position = to;
      },
      ondeclaration: (from, to) => {
        position = to;
        if (!isStopped) listener.onDeclaration?.(text.slice(from, to));
      },
      onprocessinginstruction: (_from, to) => {
        position = to;
      },
      onend: () => undefined,
    },
  );
  tokenizer.write(text);
  if (isStopped) return false;
  const isComplete = text.slice(position).trim() === '' && !isOpen;
  tokenizer.end();
  return !isComplete;
}
