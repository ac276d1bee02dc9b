// What is known of an article besides its text, each fact from the best witness: first what the page says to programmes about
// this article (JSON-LD, meta), then what it shows to readers. Invariant: addresses are absolute http(s).

import type { PageReading, Picture } from '../../domain/article.ts';
import type { Instant } from '../../domain/ids.ts';
import { isUrl } from '../../domain/isUrl.ts';
import { normaliseAuthors } from '../authorName.ts';
import { toPicture } from '../firstPicture.ts';
import { htmlToLine } from '../htmlToText.ts';
import { normaliseLanguage } from '../languageTag.ts';
import { normaliseLink } from '../pageAddress.ts';
import { resolveUrl } from '../resolveUrl.ts';
import { isSameSite } from '../sameSite.ts';
import { readDate } from '../writtenDate.ts';
import type { FoundArticle } from './findArticle.ts';
import { findLinkedArticle, type LinkedArticle } from './linkedData.ts';
import type { PageFacts } from './pageFacts.ts';
import { withoutSiteName } from './pageTitle.ts';

/** Names of meta tags, best first. */
const authorTags = ['citation_author', 'author', 'article:author', 'dc.creator', 'parsely-author', 'sailthru.author'];
const dateTags = [
  ...[
    'article:published_time',
    'article:published',
    'og:published_time',
    'datepublished',
    'citation_publication_date',
    'citation_date',
  ],
  ...['dc.date.issued', 'dcterms.created', 'dc.date', 'parsely-pub-date', 'sailthru.date', 'pubdate', 'date'],
];
const pictureTags = ['og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src'];

/** Characters; a year or a month alone is no day of publication. */
const minDateLength = 8;

export interface ArticleFacts extends Omit<PageReading, 'text'> {
  readonly title: string;
}

/** @param url of the page */
export function findArticleFacts(
  facts: PageFacts,
  article: FoundArticle | undefined,
  url: string | undefined,
): ArticleFacts {
  const pageUrl = findCanonicalUrl(facts, url);
  const linked = findLinkedArticle(facts.linkedData, (address) => isSamePage(address, pageUrl ?? url));
  const ownNames = [facts.meta.get('og:site_name'), facts.meta.get('application-name'), linked?.publisher];
  const siteNames = [...ownNames, hostName(url)].filter((name) => name !== undefined);
  const siteName = ownNames.map((name) => htmlToLine(name ?? '')).find((name) => name !== '');
  const language = normaliseLanguage(
    facts.language ?? linked?.language ?? article?.language ?? findMeta(facts, 'og:locale', 'content-language'),
  );
  const picture = findPicture(facts, linked, url) ?? article?.picture;
  const publishedAt = findDate(facts, linked, article);
  return {
    title: findTitle(facts, linked, article, siteNames),
    authors: findAuthors(facts, linked, article, siteNames),
    ...(language === undefined ? {} : { language }),
    ...(picture === undefined ? {} : { picture }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(pageUrl === undefined ? {} : { canonicalUrl: pageUrl }),
    ...(siteName === undefined ? {} : { siteName }),
  };
}

/** The first of these tags that the page has. */
function findMeta({ meta }: PageFacts, ...names: readonly string[]): string | undefined {
  return names.map((name) => meta.get(name)).find((value) => value !== undefined);
}

function findTitle(
  facts: PageFacts,
  linked: LinkedArticle | undefined,
  article: FoundArticle | undefined,
  siteNames: readonly string[],
): string {
  const written = [findMeta(facts, 'og:title', 'twitter:title'), linked?.headline, article?.title, facts.title];
  const titles = written.map((title) => withoutSiteName(htmlToLine(title ?? ''), siteNames, article?.title));
  return titles.find((title) => title !== '') ?? '';
}

function findAuthors(
  facts: PageFacts,
  linked: LinkedArticle | undefined,
  article: FoundArticle | undefined,
  siteNames: readonly string[],
): readonly string[] {
  const sites = new Set(siteNames.map((name) => name.toLowerCase()));
  const witnesses = [
    linked?.authors ?? [],
    ...authorTags.map((tag) => facts.authorTags.get(tag) ?? []),
    article?.authors ?? [],
  ];
  const named = witnesses.map((names) => normaliseAuthors(names.map(htmlToLine)));
  // The site as its own author says nothing that its name beside the article does not.
  const persons = named.map((names) => names.filter((name) => !sites.has(name.toLowerCase())));
  return persons.find((names) => names.length > 0) ?? [];
}

function findDate(
  facts: PageFacts,
  linked: LinkedArticle | undefined,
  article: FoundArticle | undefined,
): Instant | undefined {
  const written = [linked?.publishedAt, ...dateTags.map((tag) => facts.meta.get(tag)), article?.publishedAt];
  return written
    .filter((date) => date !== undefined && date.length >= minDateLength)
    .map(readDate)
    .find((instant) => instant !== undefined);
}

function findPicture(facts: PageFacts, linked: LinkedArticle | undefined, url: string | undefined) {
  const alt = findMeta(facts, 'og:image:alt', 'twitter:image:alt');
  const addresses = [findMeta(facts, ...pictureTags) ?? '', linked?.imageUrl ?? ''];
  return addresses
    .map((address): Picture | undefined => (address === '' ? undefined : toPicture(resolveUrl(address, url), alt)))
    .find((picture) => picture !== undefined);
}

/** The address the page gives itself; another site's, or the front page for a page that is not it, is a mistake. */
function findCanonicalUrl(facts: PageFacts, url: string | undefined): string | undefined {
  for (const address of [facts.canonical, findMeta(facts, 'og:url')]) {
    const link = address === undefined ? undefined : normaliseLink(resolveUrl(address, url));
    if (link === undefined || (url !== undefined && !isSameSite(link, url))) continue;
    if (new URL(link).pathname !== '/' || url === undefined || new URL(url).pathname === '/') return link;
  }
  return undefined;
}

function isSamePage(address: string, url: string | undefined): boolean {
  if (url === undefined || !isUrl(address, url)) return false;
  const plain = ({ hostname, pathname }: URL) => hostname.replace(/^www\./, '') + pathname.replace(/\/$/, '');
  return plain(new URL(address, url)) === plain(new URL(url));
}

/** `www.harbour-review.org` → `harbour-review`. */
function hostName(url: string | undefined): string | undefined {
  if (url === undefined || !isUrl(url)) return undefined;
  return new URL(url).hostname.replace(/^www\./, '').split('.')[0];
}
