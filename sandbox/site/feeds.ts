// The three feeds of the sample site: the RSS that hosted site builders produce, and the same articles as Atom 1.0 and JSON Feed 1.1.
// Nothing in them depends on the time of the request, so that an unchanged site gives an unchanged ETag.
import type { Article } from './article.ts';
import { cdata, escapeMarkup } from './escapeMarkup.ts';

export const SITE_NAME = 'Example Economics Society';
export const SITE_SUMMARY = 'Essays and notes on economics and international affairs, written by members.';

export interface FeedSource {
  /** The site's origin, without a slash at the end. */
  siteUrl: string;
  articles: Article[];
  changedAt: Date;
}

/** @see https://www.rssboard.org/rss-specification */
export function rssFeed({ siteUrl, articles, changedAt }: FeedSource): string {
  const items = articles.map(
    (article) =>
      `<item><title>${cdata(article.title)}</title><description>${cdata(article.teaser)}</description>` +
      `<link>${escapeMarkup(`${siteUrl}/post/${article.slug}`)}</link><guid isPermaLink="false">${escapeMarkup(article.id)}</guid>` +
      article.categories.map((category) => `<category>${cdata(category)}</category>`).join('') +
      `<pubDate>${article.publishedAt.toUTCString()}</pubDate>` +
      `<enclosure url="${escapeMarkup(`${siteUrl}/media/${article.image.file}`)}" length="${article.image.sizeBytes}" type="image/png"/>` +
      `<dc:creator>${escapeMarkup(article.author)}</dc:creator></item>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?><rss xmlns:dc="http://purl.org/dc/elements/1.1/" ' +
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom" version="2.0"><channel>' +
    `<title>${cdata(SITE_NAME)}</title><description>${cdata(SITE_SUMMARY)}</description><link>${escapeMarkup(siteUrl)}</link>` +
    `<generator>Sample Site Builder</generator><lastBuildDate>${changedAt.toUTCString()}</lastBuildDate>` +
    `<atom:link href="${escapeMarkup(`${siteUrl}/blog-feed.xml`)}" rel="self" type="application/rss+xml"/>` +
    `${items.join('')}</channel></rss>`
  );
}

/** @see https://www.rfc-editor.org/rfc/rfc4287 */
export function atomFeed({ siteUrl, articles, changedAt }: FeedSource): string {
  const entries = articles.map(
    (article) =>
      `<entry xml:lang="${escapeMarkup(article.language)}"><id>urn:uuid:${escapeMarkup(article.id)}</id>` +
      `<title>${escapeMarkup(article.title)}</title><link href="${escapeMarkup(`${siteUrl}/post/${article.slug}`)}"/>` +
      `<published>${article.publishedAt.toISOString()}</published><updated>${article.publishedAt.toISOString()}</updated>` +
      `<author><name>${escapeMarkup(article.author)}</name></author>` +
      article.categories.map((category) => `<category term="${escapeMarkup(category)}"/>`).join('') +
      `<summary>${escapeMarkup(article.teaser)}</summary></entry>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom">' +
    `<id>urn:uuid:2f6f1e0a-7d52-4c0f-9b0a-5e9f1c3d7a00</id><title>${escapeMarkup(SITE_NAME)}</title>` +
    `<subtitle>${escapeMarkup(SITE_SUMMARY)}</subtitle><updated>${changedAt.toISOString()}</updated>` +
    `<link href="${escapeMarkup(siteUrl)}/"/><link rel="self" href="${escapeMarkup(siteUrl)}/atom.xml"/>${entries.join('')}</feed>`
  );
}

/** @see https://www.jsonfeed.org/version/1.1/ */
export function jsonFeed({ siteUrl, articles }: FeedSource): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: SITE_NAME,
    description: SITE_SUMMARY,
    home_page_url: `${siteUrl}/`,
    feed_url: `${siteUrl}/feed.json`,
    items: articles.map((article) => ({
      id: article.id,
      url: `${siteUrl}/post/${article.slug}`,
      title: article.title,
      summary: article.teaser,
      content_text: article.teaser,
      image: `${siteUrl}/media/${article.image.file}`,
      date_published: article.publishedAt.toISOString(),
      authors: [{ name: article.author }],
      tags: article.categories,
      language: article.language,
    })),
  });
}
