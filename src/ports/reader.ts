// What the bot reads from the web. Implemented by sources/; every address goes through the one guarded fetcher.

import type { Entry, PageReading } from '../domain/article.ts';
import type { UnreadPart } from '../domain/calendar.ts';
import type { CalendarEvent } from '../domain/conference.ts';
import type { FeedList, ListedFeed } from '../domain/feedList.ts';
import type { PollWishes, SourceKind, Validators } from '../domain/source.ts';

/** What an answer says of itself. */
interface AnswerFacts {
  readonly validators: Validators;
  /** How long it stays fresh by its headers, in milliseconds; unset: they do not say. */
  readonly freshForMs?: number;
  /** Where permanent redirects led; unset: the address stands. */
  readonly movedTo?: string;
}

/** A feed as it stands now. */
export interface FeedReading extends AnswerFacts {
  readonly kind: 'read';
  /** The address that answered, after redirects. */
  readonly url: string;
  readonly title: string;
  readonly siteUrl?: string;
  readonly language?: string;
  /** In the feed's order. */
  readonly entries: readonly Entry[];
  /** The same for readings with the same entries; unset: not known. */
  readonly fingerprint?: string;
  /** How often the document asks to be read. */
  readonly wishes?: PollWishes;
  /** True where broken or truncated markup hides part of the feed. */
  readonly isPartial: boolean;
  /** True where the document ended too early. */
  readonly isCut?: true;
}

/** What an address leads to. */
export type Discovery =
  /** The address itself is a feed. */
  | { readonly kind: 'feed'; readonly reading: FeedReading }
  /** Its page has one feed, at another address. */
  | { readonly kind: 'found'; readonly reading: FeedReading }
  /** At least two feeds, the likeliest first. */
  | { readonly kind: 'several'; readonly readings: readonly [FeedReading, FeedReading, ...FeedReading[]] }
  /** No feed, but a page whose links to articles can be read. */
  | { readonly kind: 'index'; readonly reading: FeedReading };

export interface NotModified extends AnswerFacts {
  readonly kind: 'notModified';
}

export interface CalendarReading {
  readonly title: string;
  readonly events: readonly CalendarEvent[];
  /** One technical line for each event that could not be read. */
  readonly problems: readonly string[];
  /** Where a limit ended the reading, or an event could not be read. */
  readonly unread: readonly UnreadPart[];
}

/** A calendar as it stands now. */
export interface FetchedCalendar extends CalendarReading, AnswerFacts {
  readonly kind: 'read';
  /** The same for readings with the same events. */
  readonly fingerprint: string;
}

/** A feed whose address the bot will not read. */
export interface RefusedFeed extends ListedFeed {
  readonly fault: 'addressInvalid' | 'addressPrivate';
}

export interface FeedListReading extends FeedList {
  readonly refused: readonly RefusedFeed[];
}

export interface Reader {
  /**
   * Conditional when validators are given.
   * @param kind what stands at the address; unset: a feed
   * @throws SourceError; layoutChanged for an index in which no article is found
   */
  readFeed(url: string, validators?: Validators, kind?: SourceKind): Promise<FeedReading | NotModified>;
  /**
   * What can be followed at an address somebody gave: asks the site more than once, so only when a person asks.
   * @throws SourceError; htmlInsteadOfFeed for a page with neither feed nor articles
   */
  discover(address: string): Promise<Discovery>;
  /** @throws SourceError */
  readPage(url: string): Promise<PageReading>;
  /** @param homeTimeZone zone of times that name none. @throws SourceError */
  readCalendar(url: string, homeTimeZone: string): Promise<FetchedCalendar>;
  /** Conditional. @throws SourceError */
  readCalendar(url: string, homeTimeZone: string, validators: Validators): Promise<FetchedCalendar | NotModified>;
  /** An OPML file; none of the feeds in it is read. @throws SourceError */
  readOpml(url: string): Promise<FeedListReading>;
}
