// Addresses that look like a feed's, and services that only subscribe to one.

import { isUrl } from '../../domain/isUrl.ts';

const feedPath =
  /\/(?:feeds?|rss2?|atom|blog-feed|index)\.(?:xml|json|rss|rdf|atom)$|\/(?:feeds?|rss2?|atom)(?:\/(?:rss2?|atom|rdf|posts\/default|default))?\/?$|\.(?:rss|atom|rdf)$|\/feed\/@|[/_.-](?:feed|rss|atom)\.(?:xml|json|php|aspx?)$/i;
const feedQuery = /[?&](?:feed=(?:rss2?|atom|rdf)|format=(?:rss|atom|feed)|alt=rss|type=(?:rss|atom))\b/i;
const feedHost = /^feeds?\d?\.|\bfeedburner\.com$/i;
/** Readers and shops to which pages link with a feed's address in their query. */
const subscriber =
  /(?:^|\.)(?:feedly|inoreader|netvibes|bloglines|newsblur|theoldreader|apple|spotify|yahoo|google|facebook|twitter|x)\.com$/i;

/** @param address absolute */
export function looksLikeFeedAddress(address: string): boolean {
  if (!isUrl(address)) return false;
  const { hostname, pathname, search } = new URL(address);
  if (subscriber.test(hostname)) return false;
  return feedPath.test(pathname) || feedQuery.test(search) || (feedHost.test(hostname) && pathname.length > 1);
}
