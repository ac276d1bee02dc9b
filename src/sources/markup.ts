// One pass over markup as flat events, for everything that reads HTML or XML. No tree and no stack: each character is looked at
// a fixed number of times, however deep the markup is nested. What cannot be read as markup comes as text.

import { endOfName, readTag, type Tag } from './tag.ts';

export type { Tag } from './tag.ts';

/** What is told on the way. Text is raw: entities are not decoded. */
export interface MarkupListener {
  readonly onOpen: (tag: Tag, stop: () => void) => void;
  readonly onClose?: (name: string, start: number, end: number) => void;
  readonly onText?: (text: string) => void;
  readonly onCdata?: (text: string) => void;
  /** A declaration without its brackets, e.g. `!ENTITY a "b"`. */
  readonly onDeclaration?: (text: string) => void;
}

/** In HTML, what these hold is text up to their closing tag. @see https://html.spec.whatwg.org/multipage/syntax.html#elements-2 */
const rawEnds: ReadonlyMap<string, RegExp> = new Map(
  ['script', 'style', 'title', 'textarea', 'iframe', 'noembed', 'noframes', 'xmp'].map((name) => [
    name,
    new RegExp(`</${name}(?=[\\s/>])`, 'gi'),
  ]),
);

type Kind = 'open' | 'close' | 'comment' | 'cdata' | 'declaration' | 'instruction';

/**
 * @param language in html, element names are any case and script and style hold no markup
 * @returns true when the text ended in the middle of a tag, comment or CDATA section
 */
export function scanMarkup(text: string, language: 'html' | 'xml', listener: MarkupListener): boolean {
  const isXml = language === 'xml';
  let isStopped = false;
  const stop = () => {
    isStopped = true;
  };
  let told = 0;
  let start = text.indexOf('<');
  while (start !== -1) {
    const kind = kindAt(text, start, isXml);
    if (kind === undefined) {
      start = text.indexOf('<', start + 1);
      continue;
    }
    if (told < start) listener.onText?.(text.slice(told, start));
    if (kind === 'open') {
      const tag = readTag(text, start);
      if (tag === undefined) return true;
      listener.onOpen(tag, stop);
      if (isStopped) return false;
      told = tag.end;
      start = text.indexOf('<', isXml ? told : endOfRaw(text, tag));
    } else {
      const end = tell(text, start, kind, listener);
      if (end === undefined) return true;
      told = end;
      start = text.indexOf('<', told);
    }
  }
  if (told < text.length) listener.onText?.(text.slice(told));
  return false;
}

/** Undefined when the angle bracket is text. */
function kindAt(text: string, start: number, isXml: boolean): Kind | undefined {
  switch (text[start + 1]) {
    case '/':
      return 'close';
    case '?':
      return 'instruction';
    case '!':
      if (text.startsWith('--', start + 2)) return 'comment';
      return isXml && text.startsWith('[CDATA[', start + 2) ? 'cdata' : 'declaration';
    default:
      return isNameStart(text.charCodeAt(start + 1), isXml) ? 'open' : undefined;
  }
}

/** A letter; in XML also an underscore, a colon and what is beyond ASCII. */
function isNameStart(code: number, isXml: boolean): boolean {
  const isLetter = (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  return isLetter || (isXml && (code >= 0x80 || code === 0x5f || code === 0x3a));
}

/** Tells what is no opening tag. @returns where it ends; undefined when the text ends within */
function tell(text: string, start: number, kind: Exclude<Kind, 'open'>, listener: MarkupListener): number | undefined {
  const mark = kind === 'comment' ? '-->' : kind === 'cdata' ? ']]>' : '>';
  const from = kind === 'cdata' ? start + '<![CDATA['.length : kind === 'comment' ? start + '<!--'.length : start + 1;
  const found = text.indexOf(mark, from);
  const end = found === -1 ? undefined : found + mark.length;
  // A CDATA section that was cut still has its text; of anything else nothing is left to tell.
  if (kind === 'cdata') (listener.onCdata ?? listener.onText)?.(text.slice(from, found === -1 ? text.length : found));
  if (end === undefined) return undefined;
  if (kind === 'declaration') listener.onDeclaration?.(text.slice(from, found));
  if (kind === 'close')
    listener.onClose?.(text.slice(from + 1, Math.min(endOfName(text, from + 1), found)), start, end);
  return end;
}

/** Where markup goes on after an opening tag of HTML. */
function endOfRaw(text: string, tag: Tag): number {
  const rawEnd = tag.isSelfClosing ? undefined : rawEnds.get(tag.name.toLowerCase());
  if (rawEnd === undefined) return tag.end;
  rawEnd.lastIndex = tag.end;
  return rawEnd.exec(text)?.index ?? text.length;
}
