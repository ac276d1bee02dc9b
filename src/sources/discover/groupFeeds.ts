// Which of the feeds a page names are the same one in another format, and which is likeliest the one that is meant.

/** A feed as a page names it. */
export interface NamedFeed {
  readonly url: string;
  /** As the page says it; may be empty. */
  readonly title: string;
  readonly language: string | undefined;
}

/** One feed, in each format it is offered in. */
export interface FeedGroup {
  readonly title: string;
  /** The one to read first; the others stand in for it. */
  readonly urls: readonly [string, ...string[]];
}

/** More groups on one page are sections of the same articles. */
const maxGroups = 5;
/** Formats of one feed that are tried. */
const maxFormats = 3;

/** Words that say the format of a feed and nothing of what is in it. */
const formatWords =
  /\b(?:rss|rdf|atom|json|xml|feeds?|blog-feed|index|default|alt|format|type|2\.0|1\.[01]|0\.9\d?|rss2|subscribe|syndication)\b|\.(?:php|aspx?)$/gi;
/** Feeds of a part of a site, or of something else than articles. */
const partialFeed =
  /\/(?:categor(?:y|ies)|tags?|topics?|author|search|label)\/|[?&](?:cat|tag|author|s)=|podcast|\bevents?\b|calendar|\bjobs?\b|gallery|products?|forum|changelog/i;

/** @param pageLanguage BCP 47; feeds in it come first */
export function groupFeeds(feeds: readonly NamedFeed[], pageLanguage: string | undefined): FeedGroup[] {
  const groups = new Map<string, NamedFeed[]>();
  const known = new Set<string>();
  for (const feed of feeds) {
    if (known.has(feed.url)) continue;
    known.add(feed.url);
    const key = `${feed.language ?? ''} ${stemOf(feed.url)} ${spelled(feed.title)}`;
    const group = groups.get(key) ?? [];
    group.push(feed);
    groups.set(key, group);
  }
  return [...groups.values()]
    .map((group) => ({ group, rank: Math.min(...group.map((feed) => rankOf(feed, pageLanguage))) }))
    .sort((left, right) => left.rank - right.rank)
    .slice(0, maxGroups)
    .flatMap(({ group }) => toGroup(group));
}

function toGroup(feeds: readonly NamedFeed[]): FeedGroup[] {
  // JSON Feed is the format that sites test least.
  const ordered = [...feeds].sort((left, right) => Number(isJson(left.url)) - Number(isJson(right.url)));
  const [first, ...rest] = ordered.map(({ url }) => url);
  if (first === undefined) return [];
  return [{ title: ordered[0]?.title ?? '', urls: [first, ...rest.slice(0, maxFormats - 1)] }];
}

/** Less is likelier; feeds of the same rank stay in the page's order. */
function rankOf({ url, title, language }: NamedFeed, pageLanguage: string | undefined): number {
  const isOtherLanguage =
    language !== undefined && pageLanguage !== undefined && language.split('-')[0] !== pageLanguage.split('-')[0];
  return (partialFeed.test(url) || partialFeed.test(title) ? 2 : 0) + (isOtherLanguage ? 1 : 0);
}

/** What is left of an address without its format. */
function stemOf(address: string): string {
  const { host, pathname, search } = new URL(address);
  return `${host.replace(/^www\./, '')} ${spelled(decoded(`${pathname} ${search}`))}`;
}

function spelled(text: string): string {
  return text
    .toLowerCase()
    .replace(formatWords, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function isJson(url: string): boolean {
  return /json\b/i.test(url);
}
