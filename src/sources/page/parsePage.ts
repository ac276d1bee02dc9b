// An article's own page → its text and what else the feed may lack. Invariant: bounded by size, elements and depth, because
// what finds the article in it is not; a page beyond the bounds is read whole.

import type { PageReading } from '../../domain/article.ts';
import { SourceError } from '../../domain/errors.ts';
import { cutText } from '../cleanText.ts';
import { decodeText } from '../decodeText.ts';
import { htmlToText } from '../htmlToText.ts';
import { isForMachines } from '../machineDocument.ts';
import { findArticleFacts } from './articleFacts.ts';
import { findMarkedEvents, hasEventMicrodata } from './eventMarkup.ts';
import { findArticle, findReadablePart } from './findArticle.ts';
import { removeFurnitureLines } from './furnitureLines.ts';
import { findPageFacts } from './pageFacts.ts';
import { parsePageTree } from './pageTree.ts';

/** Bytes; a longer page is cut. */
const maxPageBytes = 3_000_000;
/** Elements; a larger page is read without Readability. */
const maxElements = 5_000;
/** Pieces of text; elements that close have one within and one behind. */
const maxTexts = 3 * maxElements;
/** Nesting; linkedom and Readability recurse. */
const maxDepth = 120;
/** Characters. */
const maxTextLength = 200_000;
/** Characters of text from which on Readability's answer is believed. */
const minArticleLength = 200;

export interface PageDocument {
  readonly bytes: Uint8Array;
  readonly url?: string | undefined;
  readonly contentType?: string | undefined;
  /** Zone of times of events that name none; UTC unless given. */
  readonly homeTimeZone?: string;
}

/** A page with the facts evaluation looks at besides. */
export interface ParsedPage extends PageReading {
  readonly title: string;
}

/** @throws SourceError notAPage for a picture, a PDF, a feed and the like */
export function parsePage({ bytes, url, contentType, homeTimeZone = 'UTC' }: PageDocument): ParsedPage {
  const type = contentType?.toLowerCase() ?? '';
  if (type !== '' && !/html|xml|text\/plain/.test(type)) throw new SourceError('notAPage');
  const html = decodeText(bytes.subarray(0, maxPageBytes), contentType ?? '');
  if (isForMachines(html)) throw new SourceError('notAPage');
  const facts = findPageFacts(html);
  const isBounded = facts.elementCount <= maxElements && facts.textCount <= maxTexts && facts.depth <= maxDepth;
  const article = isBounded ? findArticle(html, { url, maxElements, minLength: minArticleLength }) : undefined;
  const known = findArticleFacts(facts, article, url);
  const toText = (part: string) => removeFurnitureLines(htmlToText(part), known.title);
  const read = toText(article?.html ?? '');
  const whole = () => toText(isBounded ? findReadablePart(html) : '') || toText(html);
  const text = read.length >= minArticleLength ? read : longer(read, whole());
  const tree = isBounded && hasEventMicrodata(html) ? parsePageTree(html) : undefined;
  const pageUrl = known.canonicalUrl ?? url;
  const events = findMarkedEvents({ linkedData: facts.linkedData, tree, url: pageUrl, homeTimeZone });
  return {
    ...known,
    text: cutText(text, maxTextLength),
    ...(article?.quotes ? { quotes: article.quotes } : {}),
    ...(events.length > 0 ? { events } : {}),
  };
}

function longer(one: string, other: string): string {
  return other.length > one.length ? other : one;
}
