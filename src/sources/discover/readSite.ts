// What stands at an address somebody gave: a feed, or a page with what it tells of feeds and articles.

import { SourceError } from '../../domain/errors.ts';
import { decodeText } from '../decodeText.ts';
import type { FeedDocument } from '../feed/parsedFeed.ts';
import { type FeedContent, readFeedDocument } from '../feed/readFeedDocument.ts';
import { type ListContent, readListing } from '../listing/readListing.ts';
import { findFeedLinks } from './findFeedLinks.ts';
import type { FeedGroup } from './groupFeeds.ts';
import { knownFeedPaths } from './knownFeedPaths.ts';

/** Bytes of a page; what follows is left out. */
const maxPageBytes = 3_000_000;

export type SiteDocument = FeedDocument & { readonly url: string };

export type Site =
  | { readonly kind: 'feed'; readonly content: FeedContent }
  | {
      readonly kind: 'page';
      readonly feeds: readonly FeedGroup[];
      /** Where to look when none of these is one. */
      readonly knownPaths: readonly string[];
      /** The articles the page itself lists; may be none. */
      readonly listing: ListContent;
    };

/** @throws SourceError as parseFeed does, for what is neither a feed nor a page */
export function readSite(document: SiteDocument): Site {
  try {
    return { kind: 'feed', content: readFeedDocument(document) };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    const isPage = error.code === 'htmlInsteadOfFeed' || /html/i.test(document.contentType ?? '');
    if (error.code !== 'notAFeed' && error.code !== 'htmlInsteadOfFeed') throw error;
    const listing = readListing(document);
    // A sitemap is neither feed nor page, and a list of articles all the same.
    if (!isPage && listing.entries.length === 0 && listing.articlesAt === undefined) throw error;
    const html = decodeText(document.bytes.subarray(0, maxPageBytes), document.contentType ?? '');
    const { url } = document;
    return { kind: 'page', feeds: findFeedLinks(html, url), knownPaths: knownFeedPaths(url, html), listing };
  }
}
