// A feed as its source says it, before anything is cleaned for people: one shape for all formats.

import type { Instant } from '../../domain/ids.ts';
import type { PollWishes } from '../../domain/source.ts';

export type FeedFormat = 'rss' | 'rdf' | 'atom' | 'json';

export interface ParsedAuthor {
  readonly name?: string;
  readonly email?: string;
  readonly url?: string;
}

export interface ParsedEnclosure {
  readonly url: string;
  readonly type?: string;
  readonly length?: string;
}

/** All texts are HTML with absolute links, plain text escaped. Absent means that the feed does not say. */
export interface ParsedItem {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly title?: string | undefined;
  readonly authors: readonly ParsedAuthor[];
  readonly publishedAt?: Instant | undefined;
  readonly updatedAt?: Instant | undefined;
  readonly summaryHtml?: string | undefined;
  readonly contentHtml?: string | undefined;
  readonly categories: readonly string[];
  readonly language?: string | undefined;
  readonly imageUrl?: string | undefined;
  readonly imageAlt?: string | undefined;
  readonly enclosures: readonly ParsedEnclosure[];
  readonly commentsUrl?: string | undefined;
  /** Where the document ended within the item: before its title, guid and link were complete, or after that. */
  readonly cut?: 'name' | 'words' | undefined;
}

export interface ParsedFeed {
  readonly format: FeedFormat;
  readonly isPartial: boolean;
  /** True where the document ended too early. */
  readonly isCut?: boolean | undefined;
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  readonly description?: string | undefined;
  readonly language?: string | undefined;
  readonly authors: readonly ParsedAuthor[];
  readonly categories: readonly string[];
  readonly imageUrl?: string | undefined;
  readonly publishedAt?: Instant | undefined;
  readonly updatedAt?: Instant | undefined;
  /** How often it asks to be read. */
  readonly wishes?: PollWishes | undefined;
  readonly items: readonly ParsedItem[];
}

/** A document and what its answer said of it. */
export interface FeedDocument {
  readonly bytes: Uint8Array;
  /** The address it came from; relative links need it. */
  readonly url?: string | undefined;
  readonly contentType?: string | undefined;
  readonly contentLanguage?: string | undefined;
  readonly contentLocation?: string | undefined;
}
