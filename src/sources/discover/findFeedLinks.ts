// The feeds that a page names: link elements, else links in its text. Pure, and one pass over the page however large it is.

import { singleLine } from '../cleanText.ts';
import { decodeEntities } from '../entities.ts';
import { normaliseLanguage } from '../languageTag.ts';
import { scanMarkup } from '../markup.ts';
import { normaliseLink } from '../pageAddress.ts';
import { resolveUrl } from '../resolveUrl.ts';
import { isCommentsAddress, isCommentsTitle, isFeedOfArticle } from './commentsFeed.ts';
import { looksLikeFeedAddress } from './feedAddress.ts';
import { type FeedGroup, groupFeeds, type NamedFeed } from './groupFeeds.ts';

/** Links looked at; a page with more names no feed behind them. */
const maxLinks = 5_000;
/** Characters of a title. */
const maxTitleLength = 200;

/** Media types by which a page names a feed, @see https://blog.whatwg.org/feed-autodiscovery */
const feedTypes: readonly string[] = [
  'application/rss+xml',
  'application/atom+xml',
  'application/feed+json',
  'application/rdf+xml',
];
/** Types that also stand for much else: the address has to look like a feed as well. */
const vagueTypes: readonly string[] = ['', 'application/json', 'application/xml', 'text/xml'];

/**
 * The feeds that a page names, the likeliest first. Those of comments are passed over; the same feed in several formats counts
 * as one.
 *
 * @param url the address of the page
 */
export function findFeedLinks(html: string, url: string): FeedGroup[] {
  const { named, linked, language } = collect(html, url);
  const groups = groupFeeds(withoutComments(named, url), language);
  return groups.length > 0 ? groups : groupFeeds(withoutComments(linked, url), language);
}

/** A blog may itself be called “Comments”: what only its title tells is believed where another feed is left. */
function withoutComments(feeds: readonly NamedFeed[], page: string): NamedFeed[] {
  const named = feeds.filter(({ url }) => !isCommentsAddress(url));
  const elsewhere = named.filter(({ url }) => !isFeedOfArticle(url, page));
  const others = elsewhere.length > 0 ? elsewhere : named;
  const articles = others.filter(({ title }) => !isCommentsTitle(title));
  return articles.length > 0 || others.length > 1 ? articles : others;
}

interface Collected {
  /** By link elements. */
  readonly named: readonly NamedFeed[];
  /** By links a person would follow. */
  readonly linked: readonly NamedFeed[];
  readonly language: string | undefined;
}

function collect(html: string, url: string): Collected {
  const named: NamedFeed[] = [];
  const linked: NamedFeed[] = [];
  let base = url;
  let hasBase = false;
  let language: string | undefined;
  let linkCount = 0;
  let open: { address: string; isFeed: boolean; text: string } | undefined;

  const endAnchor = () => {
    const text = open === undefined ? '' : singleLine(decodeEntities(open.text));
    if (open !== undefined && (open.isFeed || looksLikeFeedAddress(open.address) || isFeedWord(text))) {
      linked.push({ url: open.address, title: text.slice(0, maxTitleLength), language: undefined });
    }
    open = undefined;
  };

  scanMarkup(html, 'html', {
    onOpen({ name: written, attributes: raw }, stop) {
      const name = written.toLowerCase();
      if (name !== 'html' && name !== 'base' && name !== 'link' && name !== 'a') return;
      const value = valuesOf(raw);
      if (name === 'html') language ??= normaliseLanguage(value('lang'));
      if (name === 'base' && !hasBase && value('href') !== '') {
        hasBase = true;
        base = resolveUrl(value('href'), url) ?? url;
      }
      if (name !== 'link' && name !== 'a') return;
      linkCount += 1;
      if (linkCount > maxLinks) return stop();
      if (name === 'a') endAnchor();
      const address = normaliseLink(resolveUrl(withoutFeedScheme(value('href')), base));
      if (value('href') === '' || address === undefined) return;
      const type = value('type').split(';')[0]?.trim().toLowerCase() ?? '';
      if (name === 'a') {
        open = { address, isFeed: feedTypes.includes(type), text: '' };
      } else if (isFeedLink(value('rel'), type, address)) {
        const title = singleLine(value('title')).slice(0, maxTitleLength);
        named.push({ url: address, title, language: normaliseLanguage(value('hreflang')) });
      }
    },
    onClose(name) {
      if (name.toLowerCase() === 'a') endAnchor();
    },
    onText(text) {
      if (open !== undefined && open.text.length < maxTitleLength) open.text += text;
    },
  });
  return { named, linked, language };
}

function valuesOf(raw: ReadonlyMap<string, string>): (name: string) => string {
  const values = new Map([...raw].map(([name, value]) => [name.toLowerCase(), value]));
  return (name) => decodeEntities(values.get(name) ?? '').trim();
}

function isFeedLink(rel: string, type: string, address: string): boolean {
  const relations = rel.toLowerCase().split(/\s+/);
  if (relations.includes('stylesheet')) return false;
  if (!relations.includes('alternate') && !relations.includes('feed')) return false;
  return feedTypes.includes(type) || (vagueTypes.includes(type) && looksLikeFeedAddress(address));
}

/** `feed://host/…` and `feed:https://…`, with which some pages open a reader. */
function withoutFeedScheme(address: string): string {
  return address.replace(/^feed:(?:(https?:)|\/\/)/i, (_whole, scheme: string | undefined) => scheme ?? 'https://');
}

function isFeedWord(text: string): boolean {
  return /^(?:rss|atom|(?:rss|atom|web|json)[ -]?feed|feed)\b.{0,20}$/i.test(text);
}
