// HTML → plain text a person would write: paragraphs parted by a blank line, list items with a bullet, nothing that is not
// read. Invariant: the work is linear in the length of the HTML, whatever is in it.

import { cleanCharacters, cutText, singleLine } from './cleanText.ts';
import { decodeEntities } from './entities.ts';
import { scanMarkup } from './markup.ts';
import { scriptText } from './scriptText.ts';

/** Characters of HTML that are read; what follows is dropped. */
const maxHtmlLength = 2_000_000;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
/** Their text is not part of what is read. */
const dropped = words(
  'script style figcaption template head title svg iframe object noscript select textarea audio video canvas',
);
/** A blank line before and after. */
const paragraphs = words(
  'p div section article main header footer aside nav h1 h2 h3 h4 h5 h6 blockquote ul ol dl pre table figure hr form fieldset address details summary body center',
);
/** A new line before and after. */
const lines = words('li tr dt dd caption option');

type Break = 0 | 1 | 2;

/** Collects text with the breaks that separate it. */
class Writer {
  readonly #parts: string[] = [];
  #break: Break = 0;
  #isSpaced = false;
  #isEmpty = true;

  part(kind: Break): void {
    if (kind > this.#break) this.#break = kind;
  }

  lineBreak(): void {
    // Two <br> in a row are how many pages part their paragraphs.
    this.#break = this.#break === 0 ? 1 : 2;
  }

  space(): void {
    this.#isSpaced = true;
  }

  write(text: string): void {
    if (text === '') return;
    if (this.#break > 0 && !this.#isEmpty) this.#parts.push(this.#break === 2 ? '\n\n' : '\n');
    else if (this.#isSpaced && !this.#isEmpty) this.#parts.push(' ');
    this.#break = 0;
    this.#isSpaced = false;
    this.#isEmpty = false;
    this.#parts.push(text);
  }

  toString(): string {
    return this.#parts.join('');
  }
}

/** @param html a fragment or a document, however broken */
export function htmlToText(html: string): string {
  const writer = new Writer();
  let dropping = '';
  let dropDepth = 0;
  let preDepth = 0;
  let script: 'sub' | 'sup' | undefined;
  let scriptParts = '';
  let bullet = false;

  const endScript = () => {
    if (script !== undefined) writer.write(scriptText(script, scriptParts.trim()));
    script = undefined;
    scriptParts = '';
  };
  const bound = (name: string) => {
    if (paragraphs.has(name)) writer.part(2);
    else if (lines.has(name)) writer.part(1);
    else if (name === 'td' || name === 'th') writer.space();
  };
  const writeRun = (run: string) => {
    if (/^\s/.test(run)) writer.space();
    const text = run.replace(/\s+/g, ' ').trim();
    if (text === '') return;
    if (bullet) writer.write('• ');
    bullet = false;
    writer.write(text);
    if (/\s$/.test(run)) writer.space();
  };
  const writeText = (raw: string) => {
    const text = decodeEntities(raw);
    if (script !== undefined) {
      scriptParts += text;
    } else if (preDepth > 0) {
      for (const [index, line] of cleanCharacters(text).split('\n').entries()) {
        if (index > 0) writer.lineBreak();
        writeRun(line);
      }
    } else {
      writeRun(text);
    }
  };

  scanMarkup(cutText(html, maxHtmlLength), 'html', {
    onOpen({ name: written, isSelfClosing }) {
      const name = written.toLowerCase();
      if (dropping !== '') {
        if (name === dropping && !isSelfClosing) dropDepth += 1;
        return;
      }
      if (dropped.has(name)) {
        if (isSelfClosing) return;
        dropping = name;
        dropDepth = 1;
        return;
      }
      if (paragraphs.has(name) || lines.has(name) || name === 'br') endScript();
      if (name === 'br') writer.lineBreak();
      else bound(name);
      if (name === 'li') bullet = true;
      if (name === 'pre' && !isSelfClosing) preDepth += 1;
      if ((name === 'sub' || name === 'sup') && !isSelfClosing) {
        endScript();
        script = name;
      }
    },
    onClose(written) {
      const name = written.toLowerCase();
      if (dropping !== '') {
        if (name === dropping) dropDepth -= 1;
        if (dropDepth === 0 || (dropping === 'figcaption' && name === 'figure')) dropping = '';
        return;
      }
      if (name === 'sub' || name === 'sup' || paragraphs.has(name)) endScript();
      if (name === 'pre' && preDepth > 0) preDepth -= 1;
      if (name === 'p' || name === 'li') bullet = bullet && name === 'p';
      bound(name);
    },
    onText(raw) {
      if (dropping === '') writeText(raw);
    },
  });
  endScript();
  return cleanCharacters(writer.toString());
}

/** A tag whose name HTML knows. Titles such as “List<T> explained” are text, not markup. */
const knownTag =
  /<\/?(?:a|abbr|b|big|blockquote|br|cite|code|dfn|div|em|font|h[1-6]|i|img|ins|kbd|li|mark|ol|p|q|s|samp|script|small|span|strike|strong|style|sub|sup|tt|u|ul|var|wbr)(?=[\s/>])/i;

/** A title or name given as HTML, on one line. */
export function htmlToLine(html: string): string {
  return singleLine(knownTag.test(html) ? htmlToText(html) : decodeEntities(html));
}

/** The opposite: plain text as HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
