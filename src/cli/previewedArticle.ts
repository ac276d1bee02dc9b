// From an address to the article that is meant: the page itself, or the newest of a feed or of a page that lists articles.

import { type Article, completeEntry, type Entry, lacksText } from '../domain/article.ts';
import { canonicalLink } from '../domain/canonicalLink.ts';
import { SourceError } from '../domain/errors.ts';
import type { ArticleId, Instant, SourceId } from '../domain/ids.ts';
import type { FeedReading } from '../ports/reader.ts';
import type { TitledPage, WholeReader } from '../sources/createReader.ts';

export type PreviewReader = Pick<WholeReader, 'readFeed' | 'readPage' | 'discover'>;

/** Answers by which a site says that an address is a page. */
const pageCodes: readonly SourceError['code'][] = ['htmlInsteadOfFeed', 'notAFeed'];

/** @throws SourceError for what cannot be read @throws Error for a feed without articles */
export async function findPreviewed(url: string, reader: PreviewReader, now: Instant): Promise<Article> {
  const feed = await unlessPage(async () => reader.readFeed(url));
  if (feed?.kind === 'read') return newestOf(feed, reader, now);
  const page = await reader.readPage(url);
  if (isDated(page)) return asArticle(entryOf(page), new URL(page.url).hostname, now);
  const found = await unlessPage(() => reader.discover(url));
  if (!found) return asArticle(entryOf(page), new URL(page.url).hostname, now);
  const readings = found.kind === 'several' ? found.readings : [found.reading];
  for (const reading of readings) {
    const same = reading.entries.find((entry) => entry.url !== undefined && isSame(entry.url, page.url));
    if (same) return asArticle(completeEntry(same, page), reading.title, now);
  }
  const [reading] = readings;
  return isList(page, reading) ? newestOf(reading, reader, now) : asArticle(entryOf(page), reading.title, now);
}

/** The page of a site's root lists, whatever date stands on it. */
function isDated({ url, publishedAt }: TitledPage): boolean {
  return publishedAt !== undefined && new URL(url).pathname !== '/';
}

/** Where the articles of a site lie below a page, or the site calls it its own, it lists them. */
function isList({ url }: TitledPage, { siteUrl, entries }: FeedReading): boolean {
  if (new URL(url).pathname === '/' || (siteUrl !== undefined && isSame(siteUrl, url))) return true;
  const folder = `${canonicalLink(url)}/`;
  return entries.some((entry) => entry.url !== undefined && canonicalLink(entry.url).startsWith(folder));
}

function isSame(left: string, right: string): boolean {
  return canonicalLink(left) === canonicalLink(right);
}

/** In a feed without dates the first is the newest. */
async function newestOf(reading: FeedReading, reader: PreviewReader, now: Instant): Promise<Article> {
  const dateOf = ({ publishedAt }: Entry) => Math.min(publishedAt ?? 0, now);
  const [newest] = reading.entries.toSorted((left, right) => dateOf(right) - dateOf(left));
  if (!newest) throw new Error(`There is no article in ${reading.url} yet.`);
  return asArticle(await withPage(newest, reader), reading.title, now);
}

/** As when it is new: a teaser alone is completed by the page, where that can be read. */
async function withPage(entry: Entry, reader: PreviewReader): Promise<Entry> {
  if (!lacksText(entry)) return entry;
  try {
    return completeEntry(entry, await reader.readPage(entry.url));
  } catch (error) {
    if (error instanceof SourceError) return entry;
    throw error;
  }
}

function entryOf({ canonicalUrl, url, ...page }: TitledPage): Entry {
  return { ...page, url: canonicalUrl ?? url, teaser: '', categories: [] };
}

/** Kept nowhere, so its ids are nobody's. */
function asArticle(entry: Entry, sourceTitle: string, now: Instant): Article {
  return { ...entry, id: 0 as ArticleId, sourceId: 0 as SourceId, sourceTitle, firstSeenAt: now, revision: 1 };
}

async function unlessPage<Answer>(read: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof SourceError && pageCodes.includes(error.code)) return undefined;
    throw error;
  }
}
