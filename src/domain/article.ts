// What a society publishes. An Entry is what a feed says of one article; an Article is an entry we know.

import type { CalendarEvent } from './conference.ts';
import type { ArticleId, Instant, SourceId } from './ids.ts';
import type { QuotedSource } from './quotedSource.ts';

/** A picture beside an article. `url` is absolute http(s). */
export interface Picture {
  readonly url: string;
  readonly alt?: string;
}

/**
 * One article as a feed gives it, normalised: links absolute, text plain (no markup, paragraphs parted by a blank line).
 * Whether it is known already is decided by identity.ts, never by its dates.
 */
export interface Entry {
  readonly guid?: string;
  readonly url?: string;
  readonly title: string;
  /** The feed's short description, plain text; may be empty. */
  readonly teaser: string;
  /** The whole article where the feed or its page gives it, plain text; may be empty. */
  readonly text: string;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  /** BCP 47, lower case, e.g. `en` or `pt-br`. */
  readonly language?: string;
  readonly picture?: Picture;
  readonly publishedAt?: Instant;
  readonly updatedAt?: Instant;
  /** Of a curated post: whose article it recommends. */
  readonly quotes?: QuotedSource;
  /** What its page tells machines of events. */
  readonly events?: readonly CalendarEvent[];
  /** True where the document ended within its text: the next reading has the rest. */
  readonly isCut?: true;
}

/** What an article's own page adds to its feed entry. */
export interface PageReading {
  /** Plain text as in an Entry; may be empty. */
  readonly text: string;
  readonly authors: readonly string[];
  readonly language?: string;
  readonly picture?: Picture;
  readonly publishedAt?: Instant;
  /** The address the page gives itself; absolute, on its own site. */
  readonly canonicalUrl?: string;
  readonly quotes?: QuotedSource;
  /** What it tells machines of events. */
  readonly events?: readonly CalendarEvent[];
  /** The address that answered, after redirects. */
  readonly url?: string;
  /** As the page gives it, without the name of its site; may be empty. */
  readonly title?: string;
  /** What its site calls itself. */
  readonly siteName?: string;
}

/** True where the feed gives only a teaser of an article that has a page. */
export function lacksText(entry: Pick<Entry, 'text' | 'url'>): entry is Entry & { readonly url: string } {
  return entry.text === '' && entry.url !== undefined;
}

/** The entry with the page's text, and with the rest where the feed says nothing. */
export function completeEntry(entry: Entry, page: PageReading): Entry {
  const picture = entry.picture ?? page.picture;
  const language = entry.language ?? page.language;
  const publishedAt = entry.publishedAt ?? page.publishedAt;
  const quotes = entry.quotes ?? page.quotes;
  const { events } = page;
  return {
    ...entry,
    text: page.text,
    authors: entry.authors.length > 0 ? entry.authors : page.authors,
    ...(picture ? { picture } : {}),
    ...(language ? { language } : {}),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(quotes ? { quotes } : {}),
    ...(events ? { events } : {}),
  };
}

/** An entry the bot has seen in a source. */
export interface Article extends Entry {
  readonly id: ArticleId;
  readonly sourceId: SourceId;
  readonly sourceTitle: string;
  readonly firstSeenAt: Instant;
  /** One spelling of its link, unset where other articles of the source share that link. Tells the same article in two sources. */
  readonly canonicalLink?: string;
  /** 1 at first; grows by one with each change of title or text. */
  readonly revision: number;
}

/** An article as lists and links show it. */
export interface BriefArticle extends Pick<Article, 'id' | 'title' | 'url' | 'sourceTitle' | 'publishedAt'> {
  /** Of its teaser, else of its text: at most `beginningLimit` characters. */
  readonly beginning: string;
}

/** More than a line of a list shows. */
export const beginningLimit = 1_000;

/** What a list shows, with all that the article says. */
export type ReadableArticle = Omit<BriefArticle, 'beginning'> & Pick<Article, 'teaser' | 'text'>;

export function inBrief({ id, title, url, sourceTitle, publishedAt, teaser, text }: ReadableArticle): BriefArticle {
  return {
    ...{ id, title, sourceTitle },
    ...(url === undefined ? {} : { url }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    beginning: (teaser || text).slice(0, beginningLimit),
  };
}

/** The text to read an article by: the whole text, else the teaser. */
export function articleText(article: Pick<Entry, 'text' | 'teaser'>): string {
  return article.text === '' ? article.teaser : article.text;
}

/** The instant an article counts as published: never later than its first sighting, so that a wrong date cannot hold it. */
export function publicationOrder(entry: Pick<Entry, 'publishedAt'>, seenAt: Instant): Instant {
  return Math.min(entry.publishedAt ?? seenAt, seenAt);
}
