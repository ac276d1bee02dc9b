// An article's own page → its text and what else the feed may lack. Readability finds the article, on linkedom's tree; our own
// reader of HTML makes text of it. Invariant: bounded by size and number of elements, because Readability is not.

import { Readability } from '@mozilla/readability';
import type { PageReading } from '../../domain/article.ts';
import { SourceError } from '../../domain/errors.ts';
import { normaliseAuthors } from '../authorName.ts';
import { cutText } from '../cleanText.ts';
import { decodeText } from '../decodeText.ts';
import { findFirstPicture, toPicture } from '../firstPicture.ts';
import { htmlToLine, htmlToText } from '../htmlToText.ts';
import { normaliseLanguage } from '../languageTag.ts';
import { resolveUrl } from '../resolveUrl.ts';
import { removeFurnitureBlocks } from './furnitureBlocks.ts';
import { removeFurnitureElements } from './furnitureElements.ts';
import { removeFurnitureLines } from './furnitureLines.ts';
import { findPageFacts, type PageFacts } from './pageFacts.ts';
import { type PageElement, parsePageTree } from './pageTree.ts';

/** Bytes; a longer page is cut. */
const maxPageBytes = 3_000_000;
/** Elements; a larger page is read without Readability. */
const maxElements = 5_000;
/** Pieces of text; elements that close have one within and one behind. */
const maxTexts = 3 * maxElements;
/** Nesting; linkedom and Readability recurse. */
const maxDepth = 250;
/** Characters. */
const maxTextLength = 200_000;
/** Characters of text from which on Readability's answer is believed. */
const minArticleLength = 200;

export interface PageDocument {
  readonly bytes: Uint8Array;
  readonly url?: string | undefined;
  readonly contentType?: string | undefined;
}

/** A page with the facts evaluation looks at besides. */
export interface ParsedPage extends PageReading {
  readonly title: string;
}

/** @throws SourceError unreachable when the document is no page */
export function parsePage(document: PageDocument): ParsedPage {
  const type = document.contentType?.toLowerCase() ?? '';
  if (type !== '' && !/html|xml|text\/plain/.test(type)) throw new SourceError('unreachable');
  const html = decodeText(document.bytes.subarray(0, maxPageBytes), document.contentType ?? '');
  const facts = findPageFacts(html);
  const isBounded = facts.elementCount <= maxElements && facts.textCount <= maxTexts && facts.depth <= maxDepth;
  const article = isBounded ? findArticle(html, document.url) : undefined;
  const title = htmlToLine(facts.meta.get('og:title') ?? '') || article?.title || htmlToLine(facts.title);
  const whole = () => removeFurnitureLines(htmlToText(html), title);
  const read = article === undefined ? '' : removeFurnitureLines(htmlToText(article.html), title);
  const text = read.length >= minArticleLength ? read : longer(read, whole());
  return { title, text: cutText(text, maxTextLength), ...factsFor(facts, article, document.url) };
}

function longer(one: string, other: string): string {
  return other.length > one.length ? other : one;
}

interface Article {
  readonly title: string;
  readonly html: string;
  readonly byline: string | undefined;
  readonly language: string | undefined;
}

function findArticle(html: string, url: string | undefined): Article | undefined {
  try {
    const tree = parsePageTree(html);
    if (tree.body !== null) removeFurnitureElements(tree.body);
    const found = new Readability(tree as never, {
      maxElemsToParse: maxElements,
      charThreshold: minArticleLength,
      keepClasses: true,
      serializer: (node) => node as unknown as PageElement,
    }).parse();
    if (found?.content == null) return undefined;
    return {
      title: htmlToLine(found.title ?? ''),
      html: removeFurnitureBlocks(found.content, url).innerHTML,
      byline: found.byline ?? undefined,
      language: found.lang ?? undefined,
    };
  } catch {
    // A page Readability cannot read is read whole.
    return undefined;
  }
}

function factsFor(facts: PageFacts, article: Article | undefined, url: string | undefined): Omit<PageReading, 'text'> {
  const meta = (...names: string[]) => names.map((name) => facts.meta.get(name)).find((value) => value !== undefined);
  const authors = normaliseAuthors([
    meta('author', 'article:author', 'dc.creator', 'citation_author'),
    article?.byline,
  ]);
  const language = normaliseLanguage(facts.language ?? article?.language ?? meta('og:locale', 'content-language'));
  const address = meta('og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image');
  const named = toPicture(
    address === undefined ? undefined : resolveUrl(address, url),
    meta('og:image:alt', 'twitter:image:alt'),
  );
  const picture = named ?? findFirstPicture(article?.html ?? '');
  return {
    authors: authors.slice(0, 1),
    ...(language === undefined ? {} : { language }),
    ...(picture === undefined ? {} : { picture }),
  };
}
