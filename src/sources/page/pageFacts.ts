// What the head of a page says, and how large the page is, in one pass that costs no tree.

import { decodeEntities } from '../entities.ts';
import { scanMarkup } from '../markup.ts';

/** Characters of one value. */
const maxValueLength = 2_000;
const maxMetaCount = 500;
const maxScriptCount = 20;
const maxAuthorTagCount = 30;
/** HTML closes these by themselves. */
const voidElements = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** Their closing tag may be left out; one closes the other, so they do not nest without something between. */
const selfEnding = new Set('p li dt dd tr td th thead tbody tfoot option optgroup html head body'.split(' '));

export interface PageFacts {
  /** By `property`, `name` or `itemprop`, lower case; the first of each. */
  readonly meta: ReadonlyMap<string, string>;
  /** Every value of the tags that name authors, by the same names. */
  readonly authorTags: ReadonlyMap<string, readonly string[]>;
  readonly title: string;
  readonly language: string | undefined;
  /** The address the page itself gives for its article, as written. */
  readonly canonical: string | undefined;
  /** What stands in its `application/ld+json` scripts. */
  readonly linkedData: readonly string[];
  readonly elementCount: number;
  /** Pieces a tree would hold of text: bare angle brackets and ampersands make one each. */
  readonly textCount: number;
  /** Deepest nesting, counted without the closings HTML lets people leave out. */
  readonly depth: number;
}

export function findPageFacts(html: string): PageFacts {
  const meta = new Map<string, string>();
  const authorTags = new Map<string, string[]>();
  const linkedData: string[] = [];
  let authorTagCount = 0;
  let title = '';
  let reading: 'title' | 'linkedData' | 'code' | undefined;
  let language: string | undefined;
  let canonical: string | undefined;
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
      if (!isSelfClosing && !voidElements.has(name) && !selfEnding.has(name)) open += 1;
      depth = Math.max(depth, open);
      reading = undefined;
      if (name === 'title' && title === '') reading = 'title';
      if (name === 'script' || name === 'style') reading = 'code';
      if (name === 'html') language ??= value('lang') || undefined;
      if (name === 'link' && value('rel').toLowerCase() === 'canonical') canonical ??= value('href') || undefined;
      if (name === 'script' && /\bld\+json\b/i.test(value('type')) && linkedData.length < maxScriptCount) {
        reading = 'linkedData';
        linkedData.push('');
      }
      if (name !== 'meta' || meta.size >= maxMetaCount) return;
      const key = (value('property') || value('name') || value('http-equiv') || value('itemprop')).toLowerCase();
      const content = value('content');
      if (key === '' || content === '') return;
      if (!meta.has(key)) meta.set(key, content);
      if (!/author|creator/.test(key) || authorTagCount >= maxAuthorTagCount) return;
      authorTagCount += 1;
      authorTags.set(key, [...(authorTags.get(key) ?? []), content]);
    },
    onClose(name) {
      reading = undefined;
      if (!selfEnding.has(name.toLowerCase())) open = Math.max(0, open - 1);
    },
    onText(text) {
      // In scripts an ampersand is no entity, and parts nothing.
      textCount += text.split(reading === 'code' || reading === 'linkedData' ? '<' : /[&<]/).length;
      if (reading === 'title') title += text.slice(0, maxValueLength);
      else if (reading === 'linkedData') linkedData.push((linkedData.pop() ?? '') + text);
    },
  });
  return { meta, authorTags, title, language, canonical, linkedData, elementCount, textCount, depth };
}
