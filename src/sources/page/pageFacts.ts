// What the head of a page says, and how large the page is, in one pass that costs no tree.

import { decodeEntities } from '../entities.ts';
import { scanMarkup } from '../markup.ts';

/** Characters of one value. */
const maxValueLength = 2_000;
const maxMetaCount = 500;
/** HTML closes these by themselves. */
const voidElements = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** Their closing tag may be left out; one closes the other, so they do not nest without something between. */
const selfEnding = new Set('p li dt dd tr td th thead tbody tfoot option optgroup html head body'.split(' '));

export interface PageFacts {
  /** By `name` or `property`, lower case; the first of each. */
  readonly meta: ReadonlyMap<string, string>;
  readonly title: string;
  readonly language: string | undefined;
  readonly elementCount: number;
  /** Pieces a tree would hold of text: bare angle brackets and ampersands make one each. */
  readonly textCount: number;
  /** Deepest nesting, counted without the closings HTML lets people leave out. */
  readonly depth: number;
}

export function findPageFacts(html: string): PageFacts {
  const meta = new Map<string, string>();
  let title = '';
  let isInTitle = false;
  let language: string | undefined;
  let elementCount = 0;
  let textCount = 0;
  let open = 0;
  let depth = 0;
  scanMarkup(html, 'html', {
    onOpen({ name: written, attributes, isSelfClosing }) {
      const name = written.toLowerCase();
      const value = (key: string) =>
        decodeEntities(attributes.get(key) ?? '')
          .trim()
          .slice(0, maxValueLength);
      elementCount += 1;
      isInTitle = name === 'title' && title === '';
      if (!isSelfClosing && !voidElements.has(name) && !selfEnding.has(name)) open += 1;
      depth = Math.max(depth, open);
      if (name === 'html') language ??= value('lang') || undefined;
      if (name !== 'meta' || meta.size >= maxMetaCount) return;
      const key = (value('property') || value('name') || value('http-equiv')).toLowerCase();
      const content = value('content');
      if (key !== '' && content !== '' && !meta.has(key)) meta.set(key, content);
    },
    onClose(name) {
      isInTitle = false;
      if (!selfEnding.has(name.toLowerCase())) open = Math.max(0, open - 1);
    },
    onText(text) {
      textCount += text.split('&').length;
      if (isInTitle) title += text.slice(0, maxValueLength);
    },
  });
  return { meta, title, language, elementCount, textCount, depth };
}
