// A page without a feed → what a feed of it would say: its articles by what the page tells machines, else by its structure; a
// sitemap by its addresses. Invariant: what is in doubt is no article, and the work is bounded.

import type { Entry } from '../../domain/article.ts';
import { canonicalLink } from '../../domain/canonicalLink.ts';
import { SourceError } from '../../domain/errors.ts';
import { normaliseAuthors } from '../authorName.ts';
import { cutText, singleLine } from '../cleanText.ts';
import { decodeText } from '../decodeText.ts';
import type { FeedContent } from '../feed/readFeedDocument.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { htmlToLine } from '../htmlToText.ts';
import { normaliseLanguage } from '../languageTag.ts';
import { isForMachines } from '../machineDocument.ts';
import { findPageFacts } from '../page/pageFacts.ts';
import { resolveUrl } from '../resolveUrl.ts';
import { findRepeated } from './findRepeated.ts';
import type { ListedArticle } from './listing.ts';
import { parsePageTree } from './pageTree.ts';
import { readSitemap } from './readSitemap.ts';
import { readStructuredData } from './structuredData.ts';

/** Bytes; what follows is left out. */
const maxPageBytes = 3_000_000;
/** Characters. */
const maxTeaserLength = 1_000;
const maxNameLength = 200;

export interface ListDocument {
  readonly bytes: Uint8Array;
  readonly url: string;
  readonly contentType?: string | undefined;
}

/** What a list of articles says, and where to look when it is only an index of lists. */
export interface ListContent extends FeedContent {
  readonly articlesAt?: string | undefined;
}

/**
 * @returns no entries where the document is no list of articles
 * @throws SourceError notAPage for a feed: read as a page it would give its articles other names
 */
export function readListing({ bytes, url, contentType = '' }: ListDocument): ListContent {
  const text = decodeText(bytes.subarray(0, maxPageBytes), contentType);
  const host = new URL(url).hostname;
  if (isSitemap(text)) {
    const { articles = [], articlesAt } = readSitemap(text, url) ?? {};
    const entries = articles.map(toEntry);
    return {
      title: host,
      siteUrl: new URL('/', url).href,
      entries,
      fingerprint: fingerprintOf(entries),
      isPartial: false,
      articlesAt,
    };
  }
  if (isForMachines(text)) throw new SourceError('notAPage');
  return readListingPage(text, url);
}

/** @param html the page's text */
export function readListingPage(html: string, url: string): FeedContent {
  const tree = parsePageTree(html);
  const declared = tree.elements.find(({ name, attributes }) => name === 'base' && attributes.has('href'));
  const base = resolveUrl(declared?.attributes.get('href') ?? '', url) ?? url;
  const page = { url: new URL(url), base };
  const { title, meta, language: written } = findPageFacts(html);
  const described = readStructuredData(tree, page);
  // What an article links to is not new: it is older than the article, or somebody else's choice.
  const isArticle = described.isArticle || meta.has('article:published_time');
  const articles = isArticle ? [] : fuller(described.articles, findRepeated(tree, page));
  const language = normaliseLanguage(written);
  const name = cutText(htmlToLine(title) || singleLine(meta.get('og:site_name') ?? ''), maxNameLength);
  const entries = onceEach(articles).map(toEntry);
  return {
    title: name || page.url.hostname,
    siteUrl: url,
    ...(language === undefined ? {} : { language }),
    entries,
    fingerprint: fingerprintOf(entries),
    isPartial: false,
  };
}

/** What the page tells machines is believed, unless what it shows people is the same list and longer. */
function fuller(described: readonly ListedArticle[], shown: readonly ListedArticle[]): readonly ListedArticle[] {
  if (described.length === 0) return shown;
  const links = new Set(shown.map(({ address }) => canonicalLink(address)));
  const isSame = described.every(({ address }) => links.has(canonicalLink(address)));
  return isSame ? shown : described;
}

function isSitemap(text: string): boolean {
  return /^\s{0,1000}(?:<\?xml[^>]{0,500}>\s{0,1000})?(?:<(?:!--|\?)[^>]{0,2000}>\s{0,1000}){0,5}<(?:urlset|sitemapindex)\b/i.test(
    text,
  );
}

function onceEach(articles: readonly ListedArticle[]): ListedArticle[] {
  return [
    ...new Map([...articles].reverse().map((article) => [canonicalLink(article.address), article])).values(),
  ].reverse();
}

/** Its address is its identity: a page gives no other. */
function toEntry({ address, title, teaser, publishedAt, updatedAt, picture, author }: ListedArticle): Entry {
  return {
    url: address,
    title: singleLine(title),
    teaser: cutText(teaser ?? '', maxTeaserLength),
    text: '',
    authors: normaliseAuthors([author]).slice(0, 1),
    categories: [],
    ...(picture === undefined ? {} : { picture }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(updatedAt === undefined ? {} : { updatedAt }),
  };
}
