// Whose article a page recommends, told from its links: the name in the society's own sentence, and the link to the original
// beside “Find the full text here” or “originally published in”. Claimed only where much of the text is a quotation, or where
// the page says that all of it is somebody else's.

import { findNamedSource, isRepublished, type QuotedSource } from '../../domain/quotedSource.ts';
import { singleLine } from '../cleanText.ts';
import { normaliseLink } from '../pageAddress.ts';
import { resolveUrl } from '../resolveUrl.ts';
import { isSameSite } from '../sameSite.ts';
import { childrenOf, isElement, type PageElement } from './pageTree.ts';
import { countSetApart } from './quotations.ts';

/** Share of the text that a recommended article's words take at least. */
const minQuotedShare = 0.35;
/** Characters of one quotation; a person's words in a report are shorter. */
const minQuotationLength = 300;
/** Characters at the beginning in which the source is named. */
const openingLength = 1_500;
/** Characters before a link that can point to it. */
const leadLength = 160;
/** Links looked at. */
const maxLinks = 200;
const maxTitleLength = 150;

const work = '(?:article|text|essay|report|post|piece|paper|study|analysis|interview|column|commentary|story)';
/** Words just before a link that say it leads to the original. */
const pointers = [
  `\\b(?:full|whole|complete|entire|original|rest of the) (?:\\p{L}+ )?${work}\\b[^.!?]{0,40}$`,
  `\\b${work}(?: published)? (?:from|by|in|on|at) (?:the )?$`,
  '\\b(?:originally|first) (?:published|appeared|posted) (?:in|by|on|at) (?:the )?$',
  '\\b(?:republished|reposted|reprinted|cross-?posted) (?:here )?from (?:the )?$',
  '\\b(?:read (?:it|more|on)|continue reading)(?: (?:at|on|in))?(?: the)?[: ]*$',
];
const isPointer = new RegExp(pointers.join('|'), 'iu');
/** A link's own words that say the same. */
const isPointingLink = new RegExp(`^(?:read|find|see|continue) .{0,20}(?:full|whole|original|complete) ${work}`, 'i');
/** Words of a link that are no title. */
const noTitle =
  /^(?:here|link|this|read|full|original|continue|more|click|view|find|see|source|https?:|www\.)\b|^the (?:full|original)\b/i;
/** Where things are shared, not written. */
const sharing =
  /(?:^|\.)(?:facebook|twitter|x|instagram|linkedin|youtube|discord|whatsapp|reddit|pinterest)\.com$|^t\.me$/i;

const opening = new Set(['“', '«', '„']);
const closing = new Set(['”', '»']);

interface OutsideLink {
  readonly url: string;
  readonly words: string;
  /** Where the link stands in the page's text. */
  readonly at: number;
}

/**
 * @param article what the page has to read, its links not yet removed
 * @param url of the page
 */
export function findQuotedArticle(article: PageElement, url: string | undefined): QuotedSource | undefined {
  const { text, links } = readLinks(article, url);
  const start = text.slice(0, openingLength);
  const sentences = start.split(/(?<=[.!?:])\s+|\n+/);
  const framing = sentences.find((sentence) => findNamedSource(sentence) !== undefined);
  const isWholly = sentences.some(isRepublished);
  if (!isWholly && countQuoted(article, text) < text.length * minQuotedShare) return undefined;
  const link = links.find((candidate) => isOriginal(candidate, text));
  const name = (framing === undefined ? undefined : findNamedSource(framing)) ?? hostOf(link?.url);
  if (name === undefined) return undefined;
  const title = findTitle(link?.words ?? '', name) ?? /“([^“”]{4,150})”/.exec(framing ?? '')?.[1];
  return { name, ...(title === undefined ? {} : { title }), ...(link === undefined ? {} : { url: link.url }) };
}

/** The text of an article on one line, with the links in it that lead to other sites. */
function readLinks(article: PageElement, url: string | undefined): { text: string; links: readonly OutsideLink[] } {
  const links: OutsideLink[] = [];
  let text = '';
  const visit = (element: PageElement): void => {
    const address = element.localName === 'a' ? findOutside(element.getAttribute('href') ?? '', url) : undefined;
    if (address !== undefined && links.length < maxLinks) {
      links.push({ url: address, words: singleLine(element.textContent ?? ''), at: text.length });
    }
    for (const child of childrenOf(element)) {
      if (isElement(child)) visit(child);
      else if (child.nodeType === 3) text += (child.nodeValue ?? '').replace(/\s+/g, ' ');
    }
    if (!/^(?:a|b|i|em|strong|span|u)$/.test(element.localName)) text += '\n';
  };
  visit(article);
  return { text, links };
}

function findOutside(address: string, url: string | undefined): string | undefined {
  const link = normaliseLink(resolveUrl(address, url));
  if (link === undefined || sharing.test(new URL(link).hostname)) return undefined;
  return url !== undefined && isSameSite(link, url) ? undefined : link;
}

function isOriginal({ words, at }: OutsideLink, text: string): boolean {
  const lead = singleLine(text.slice(Math.max(0, at - leadLength), at));
  return isPointer.test(lead === '' ? '' : `${lead} `) || isPointer.test(lead) || isPointingLink.test(words);
}

/** Characters in blockquotes, or between quotation marks far apart. */
function countQuoted(article: PageElement, text: string): number {
  let inMarks = 0;
  let from: number | undefined;
  for (const { index, 0: mark } of text.matchAll(/["“”«»„]/g)) {
    const isOpening = opening.has(mark) || (mark === '"' && from === undefined);
    if (isOpening) from ??= index;
    else if (from !== undefined && (closing.has(mark) || mark === '"')) {
      if (index - from >= minQuotationLength) inMarks += index - from;
      from = undefined;
    }
  }
  return Math.max(countSetApart(article), inMarks);
}

function findTitle(words: string, name: string): string | undefined {
  const title = words.replace(/^[“"«]|[”"»]$/g, '');
  const isNamed = name.toLowerCase().includes(title.toLowerCase());
  return title.includes(' ') && title.length <= maxTitleLength && !noTitle.test(title) && !isNamed ? title : undefined;
}

function hostOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : new URL(url).hostname.replace(/^www\./, '');
}
