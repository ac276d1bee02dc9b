// From any page of a site to the right feed: the feeds it names, then the places where makers of sites keep them, then the page's
// own list of articles. One request after the other, each address once, and none beyond the limits below.

import { canonicalLink } from '../../domain/canonicalLink.ts';
import { SourceError } from '../../domain/errors.ts';
import type { Discovery, FeedReading } from '../../ports/reader.ts';
import type { ListContent } from '../listing/readListing.ts';
import { isCommentsTitle } from './commentsFeed.ts';
import type { FeedGroup } from './groupFeeds.ts';

/** Requests for the feeds that a page names, all formats together. */
const maxNamedRequests = 8;
/** Articles that two feeds must have in common to be the same feed. */
const comparedEntries = 5;

/** What the address gave. */
export type ReadSite =
  | { readonly kind: 'feed'; readonly reading: FeedReading }
  | {
      readonly kind: 'page';
      readonly url: string;
      readonly feeds: readonly FeedGroup[];
      readonly knownPaths: readonly string[];
      readonly listing: ReadListing;
    };

/** A list of articles, which may say that they are listed elsewhere. */
export type ReadListing = FeedReading & Pick<ListContent, 'articlesAt'>;

/** How addresses are read. Each throws SourceError. */
export interface SiteReaders {
  readSite(url: string): Promise<ReadSite>;
  readFeed(url: string): Promise<FeedReading>;
  readListing(url: string): Promise<ReadListing>;
}

/** @throws SourceError */
export async function discoverFeeds(address: string, readers: SiteReaders): Promise<Discovery> {
  const site = await readers.readSite(address);
  if (site.kind === 'feed') return site;
  const asked = new Set([address, site.url]);
  const named = await readNamed(site.feeds, asked, readers);
  const [first, second, ...more] = named.readings;
  if (first !== undefined && second !== undefined) return { kind: 'several', readings: [first, second, ...more] };
  const reading = first ?? (await readKnown(site.knownPaths, asked, readers));
  if (reading !== undefined) return { kind: 'found', reading };
  const listing = await findListing(site, asked, readers);
  if (listing !== undefined) return { kind: 'index', reading: listing };
  throw named.trouble ?? new SourceError('htmlInsteadOfFeed', { host: new URL(site.url).hostname });
}

/** The feeds that can be read, each once, and what a person should hear if there is none. */
async function readNamed(groups: readonly FeedGroup[], asked: Set<string>, readers: SiteReaders) {
  const readings: FeedReading[] = [];
  let trouble: SourceError | undefined;
  let requestsLeft = maxNamedRequests;
  for (const { urls } of groups) {
    for (const url of urls) {
      if (asked.has(url) || requestsLeft === 0) continue;
      asked.add(url);
      requestsLeft -= 1;
      const answer = await attempt(() => readers.readFeed(url));
      if (answer instanceof SourceError) {
        if (tellingCodes.includes(answer.code)) trouble ??= answer;
        continue;
      }
      if (!readings.some((known) => isSameFeed(known, answer))) readings.push(answer);
      break;
    }
  }
  const filled = readings.filter(({ entries }) => entries.length > 0);
  return { readings: filled.length > 0 ? filled : readings.slice(0, 1), trouble };
}

async function readKnown(
  paths: readonly string[],
  asked: Set<string>,
  readers: SiteReaders,
): Promise<FeedReading | undefined> {
  for (const url of paths) {
    if (asked.has(url)) continue;
    asked.add(url);
    const answer = await attempt(() => readers.readFeed(url));
    if (answer instanceof SourceError) {
      // A site that no longer answers is not asked for more.
      if (silentCodes.includes(answer.code)) return undefined;
    } else if (answer.entries.length > 0 && !isCommentsTitle(answer.title)) {
      return answer;
    }
  }
  return undefined;
}

/** The page's own list, else what the sitemap says. */
async function findListing(
  { listing, url }: Extract<ReadSite, { kind: 'page' }>,
  asked: Set<string>,
  readers: SiteReaders,
): Promise<FeedReading | undefined> {
  let next: string | undefined = new URL('/sitemap.xml', url).href;
  let found = listing;
  for (let looks = 0; found.entries.length === 0 && looks < 2; looks += 1) {
    next = found.articlesAt ?? (looks === 0 ? next : undefined);
    if (next === undefined || asked.has(next)) return undefined;
    asked.add(next);
    const address: string = next;
    const answer = await attempt(() => readers.readListing(address));
    if (answer instanceof SourceError) return undefined;
    found = answer;
  }
  return found.entries.length > 0 ? found : undefined;
}

/** Troubles with a feed that say more than that the page has none. */
const tellingCodes: readonly SourceError['code'][] = [
  'addressPrivate',
  'addressInvalid',
  'login',
  'timeout',
  'unreachable',
];
const silentCodes: readonly SourceError['code'][] = ['timeout', 'unreachable', 'certificate'];

/** @throws SourceError limited: a site that asks for a pause gets it */
async function attempt<Answer>(read: () => Promise<Answer>): Promise<Answer | SourceError> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof SourceError && error.code !== 'limited') return error;
    throw error;
  }
}

/** One feed under two addresses: its newest articles are the same. */
function isSameFeed(left: FeedReading, right: FeedReading): boolean {
  if (canonicalLink(left.url) === canonicalLink(right.url)) return true;
  const [ours, theirs] = [newestNames(left), newestNames(right)];
  const compared = Math.min(ours.length, theirs.length);
  return compared > 0 && ours.slice(0, compared).join('\n') === theirs.slice(0, compared).join('\n');
}

function newestNames({ entries }: FeedReading): string[] {
  return entries.slice(0, comparedEntries).map(({ url, title }) => (url === undefined ? title : canonicalLink(url)));
}
