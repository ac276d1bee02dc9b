// Everything that is parsed apart from the main thread, as plain data both threads understand.

import type { FeedList } from '../domain/feedList.ts';
import type { CalendarReading } from '../ports/reader.ts';
import { type DatedCalendar, parseCalendar } from './calendar.ts';
import { readSite, type Site, type SiteDocument } from './discover/readSite.ts';
import type { FeedDocument } from './feed/parsedFeed.ts';
import { type FeedContent, readFeedDocument } from './feed/readFeedDocument.ts';
import { type ListContent, type ListDocument, readListing } from './listing/readListing.ts';
import { type OpmlDocument, parseOpml } from './opml.ts';
import { type PageDocument, type ParsedPage, parsePage } from './page/parsePage.ts';

/** A document to parse. */
export type ParseTask =
  | { readonly kind: 'feed'; readonly document: FeedDocument }
  | { readonly kind: 'site'; readonly document: SiteDocument }
  | { readonly kind: 'listing'; readonly document: ListDocument }
  | { readonly kind: 'page'; readonly document: PageDocument }
  | { readonly kind: 'calendar'; readonly document: DatedCalendar }
  | { readonly kind: 'opml'; readonly document: OpmlDocument };

/** What each kind of task gives. */
export interface ParseResults {
  readonly feed: FeedContent;
  readonly site: Site;
  readonly listing: ListContent;
  readonly page: ParsedPage;
  readonly calendar: CalendarReading;
  readonly opml: FeedList;
}

/** @throws SourceError */
export function runParseTask(task: ParseTask): ParseResults[ParseTask['kind']] {
  switch (task.kind) {
    case 'feed':
      return readFeedDocument(task.document);
    case 'site':
      return readSite(task.document);
    case 'listing':
      return readListing(task.document);
    case 'page':
      return parsePage(task.document);
    case 'calendar':
      return parseCalendar(task.document);
    case 'opml':
      return parseOpml(task.document);
  }
}
