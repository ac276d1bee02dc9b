// The article in a page: Readability finds it on linkedom's tree, after what is plainly furniture has gone, and what Readability
// takes with it goes afterwards. What furniture tells besides (byline, headline) is read before.

import { Readability } from '@mozilla/readability';
import type { Picture } from '../../domain/article.ts';
import type { QuotedSource } from '../../domain/quotedSource.ts';
import { singleLine } from '../cleanText.ts';
import { findFirstPicture } from '../firstPicture.ts';
import { type Byline, findByline } from './byline.ts';
import { removeFurnitureBlocks } from './furnitureBlocks.ts';
import { removeFurnitureElements } from './furnitureElements.ts';
import { type PageElement, parsePageTree } from './pageTree.ts';
import { unwrapQuotations } from './quotations.ts';
import { findQuotedArticle } from './quotedArticle.ts';

export interface FoundArticle extends Byline {
  /** What to read of it. */
  readonly html: string;
  /** Its headline, where the page has one; else empty. */
  readonly title: string;
  readonly language?: string;
  readonly picture?: Picture;
  readonly quotes?: QuotedSource;
}

export interface ArticleSearch {
  /** Of the page. */
  readonly url: string | undefined;
  /** Elements a page may have for Readability. */
  readonly maxElements: number;
  /** Characters of text from which on Readability's answer is believed. */
  readonly minLength: number;
}

/** The caller bounds the size and depth of the page: linkedom and Readability do not. */
export function findArticle(html: string, { url, maxElements, minLength }: ArticleSearch): FoundArticle | undefined {
  try {
    const tree = parsePageTree(html);
    if (tree.body === null) return undefined;
    const byline = findByline(tree.body);
    const headlines = [...tree.body.querySelectorAll('h1')].map((heading) => singleLine(heading.textContent ?? ''));
    removeFurnitureElements(tree.body);
    unwrapQuotations(tree, tree.body);
    const found = new Readability(tree as never, {
      maxElemsToParse: maxElements,
      charThreshold: minLength,
      keepClasses: true,
      serializer: (node) => node as unknown as PageElement,
    }).parse();
    if (found?.content == null) return undefined;
    const quotes = findQuotedArticle(found.content, url);
    const text = removeFurnitureBlocks(found.content, url);
    const picture = findFirstPicture(text.innerHTML);
    return {
      html: text.innerHTML,
      title: headlines.length === 1 ? (headlines[0] ?? '') : '',
      authors: byline.authors,
      ...(byline.publishedAt === undefined ? {} : { publishedAt: byline.publishedAt }),
      ...(found.lang ? { language: found.lang } : {}),
      ...(picture === undefined ? {} : { picture }),
      ...(quotes === undefined ? {} : { quotes }),
    };
  } catch {
    // A page Readability cannot read is read whole.
    return undefined;
  }
}

/** The page without what is plainly furniture: what to read of one too short for an article to be found. */
export function findReadablePart(html: string): string {
  try {
    const { body } = parsePageTree(html);
    if (body === null) return html;
    removeFurnitureElements(body);
    return body.innerHTML;
  } catch {
    return html;
  }
}
