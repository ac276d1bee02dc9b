// A sitemap → the articles in it. The last resort for a site that lists its articles nowhere else.
// @see https://www.sitemaps.org/protocol.html

import type { Instant } from '../../domain/ids.ts';
import { isUrl } from '../../domain/isUrl.ts';
import { decodeEntities } from '../entities.ts';
import { scanMarkup } from '../markup.ts';
import { readDate } from '../writtenDate.ts';
import { findArticleAddress, isArticleLike, titleFromAddress } from './articleAddress.ts';
import type { ListedArticle } from './listing.ts';

/** Addresses read; a sitemap may hold 50,000. */
const maxAddresses = 10_000;
/** The newest that are kept: as many as of a feed, so that an old article is known before it is edited and comes to the top. */
const maxKept = 1_000;
/** Characters of one value. */
const maxValueLength = 2_000;
/** Sitemaps of a site that tell of its articles by their name. */
const articleMap = /(?:posts?|blog|news|articles?|stories)[^/]*\.xml/i;
/** And those that tell of something else that has such a name. */
const otherMap = /categor|tag|author|image|video|page-/i;

export interface Sitemap {
  readonly articles: readonly ListedArticle[];
  /** Where the sitemap is an index: the part of it that holds the articles. */
  readonly articlesAt?: string | undefined;
}

interface Place {
  readonly address: string;
  readonly publishedAt: Instant | undefined;
  readonly updatedAt: Instant | undefined;
  readonly title: string;
}

/** @returns undefined when the text is no sitemap */
export function readSitemap(text: string, address: string): Sitemap | undefined {
  const { kind, places } = scan(text);
  if (kind === undefined) return undefined;
  const page = new URL(address);
  if (kind === 'sitemapindex') {
    const parts = places.map((place) => place.address).filter((part) => articleMap.test(part) && !otherMap.test(part));
    const articlesAt = parts.find((part) => isUrl(part) && new URL(part).host === page.host);
    return { articles: [], ...(articlesAt === undefined ? {} : { articlesAt }) };
  }
  // A sitemap of posts alone says by its name what its addresses are.
  const isOfArticles = articleMap.test(page.pathname) && !otherMap.test(page.pathname);
  const root = new URL('/', page);
  const articles = places.flatMap((place) => {
    const found = findArticleAddress(place.address, root, address);
    if (found === undefined || !(isOfArticles || isArticleLike(found, root))) return [];
    const title = place.title || titleFromAddress(found);
    const { publishedAt, updatedAt } = place;
    return title === '' ? [] : { address: found, title, publishedAt, updatedAt };
  });
  return { articles: newestFirst(articles).slice(0, maxKept) };
}

function newestFirst(articles: readonly ListedArticle[]): ListedArticle[] {
  const dateOf = ({ publishedAt, updatedAt }: ListedArticle) => publishedAt ?? updatedAt ?? 0;
  return [...articles].sort((left, right) => dateOf(right) - dateOf(left));
}

function scan(text: string): { kind: 'urlset' | 'sitemapindex' | undefined; places: Place[] } {
  const places: Place[] = [];
  let kind: 'urlset' | 'sitemapindex' | undefined;
  let field = '';
  let values: Record<string, string> = {};
  const write = (value: string) => {
    if (field !== '') values[field] = `${values[field] ?? ''}${value}`.slice(0, maxValueLength);
  };
  scanMarkup(text, 'xml', {
    onOpen({ name: written }, stop) {
      const name = written.toLowerCase();
      if (name === 'urlset' || name === 'sitemapindex') kind ??= name;
      else if (kind === undefined || places.length >= maxAddresses) return stop();
      field = fields[name] ?? '';
      if (name === 'url' || name === 'sitemap') values = {};
    },
    onClose(written) {
      const name = written.toLowerCase();
      field = '';
      if (name !== 'url' && name !== 'sitemap') return;
      const { address = '', changed = '', published = '', title = '' } = values;
      const [publishedAt, updatedAt] = [readDate(published.trim()), readDate(changed.trim())];
      places.push({ address: address.trim(), publishedAt, updatedAt, title: title.trim() });
    },
    onText: (raw) => write(decodeEntities(raw)),
    onCdata: write,
  });
  return { kind, places };
}

const fields: Readonly<Record<string, string>> = {
  loc: 'address',
  lastmod: 'changed',
  'news:title': 'title',
  'news:publication_date': 'published',
};
