// The Reader: fetch, parse apart, normalise. The only thing of this folder the rest of the product uses.

import type { PageReading } from '../domain/article.ts';
import { SourceError } from '../domain/errors.ts';
import type { FeedList, ListedFeed } from '../domain/feedList.ts';
import type { Validators } from '../domain/source.ts';
import { type Metrics, noMetrics } from '../ports/metrics.ts';
import type {
  FeedListReading,
  FeedReading,
  FetchedCalendar,
  NotModified,
  Reader,
  RefusedFeed,
} from '../ports/reader.ts';
import { countRefusals } from './countRefusals.ts';
import { discoverFeeds, type ReadListing, type ReadSite } from './discover/discoverFeeds.ts';
import type { FeedContent } from './feed/readFeedDocument.ts';
import { fingerprintOf } from './fingerprint.ts';
import { createFetcher, type FetchedDocument, type FetchOptions } from './http.ts';
import { createParser, type ParseOptions } from './parseApart.ts';
import { findUrlFault } from './vetUrl.ts';

export interface ReaderOptions extends FetchOptions, ParseOptions {
  /** Unset: nothing is counted. */
  readonly metrics?: Metrics;
}

const accept = {
  feed: 'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1',
  site: 'application/rss+xml, application/atom+xml, application/feed+json, text/html;q=0.9, application/xml;q=0.9, */*;q=0.1',
  page: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1',
  calendar: 'text/calendar, */*;q=0.1',
  opml: 'text/x-opml, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1',
};

/** A page with the title it gives itself, and the address that answered. */
export interface TitledPage extends PageReading {
  readonly title: string;
  readonly url: string;
}

export interface WholeReader extends Reader {
  /** @throws SourceError */
  readPage(url: string): Promise<TitledPage>;
  close(): Promise<void>;
}

export function createReader(options: ReaderOptions): WholeReader {
  const fetcher = countRefusals(createFetcher(options), options.metrics ?? noMetrics);
  const parser = createParser(options);

  const fetchWhole = async (url: string, accepted: string): Promise<FetchedDocument> => {
    const answer = await fetcher.fetchDocument(url, accepted);
    if (answer.kind === 'document') return answer;
    throw new SourceError('unreachable', { host: new URL(url).hostname });
  };

  const readFeed = async (url: string): Promise<FeedReading> => {
    const document = await fetchWhole(url, accept.feed);
    return toReading(document, await named(document, () => parser.parse({ kind: 'feed', document })));
  };
  const readListing = async (url: string): Promise<ReadListing> => {
    const document = await fetchWhole(url, accept.page);
    const { articlesAt, ...content } = await named(document, () => parser.parse({ kind: 'listing', document }));
    return { ...toReading(document, content), articlesAt };
  };
  const readSite = async (url: string): Promise<ReadSite> => {
    const document = await fetchWhole(url, accept.site);
    const site = await named(document, () => parser.parse({ kind: 'site', document }));
    if (site.kind === 'feed') return { kind: 'feed', reading: toReading(document, site.content) };
    const { articlesAt, ...content } = site.listing;
    return { ...site, url: document.url, listing: { ...toReading(document, content), articlesAt } };
  };

  async function readCalendar(url: string, homeTimeZone: string): Promise<FetchedCalendar>;
  async function readCalendar(
    url: string,
    homeTimeZone: string,
    validators?: Validators,
  ): Promise<FetchedCalendar | NotModified>;
  async function readCalendar(url: string, homeTimeZone: string, known?: Validators) {
    const answer = known
      ? await fetcher.fetchDocument(url, accept.calendar, known)
      : await fetchWhole(url, accept.calendar);
    if (answer.kind === 'notModified') return answer;
    const document = { ...answer, homeTimeZone, now: options.clock?.now() ?? Date.now() };
    const reading = await named(answer, () => parser.parse({ kind: 'calendar', document }));
    const { validators, freshForMs } = answer;
    const freshness = freshForMs === undefined ? {} : { freshForMs };
    return { kind: 'read', ...reading, validators, ...freshness, fingerprint: fingerprintOf(reading.events) } as const;
  }

  return {
    async readFeed(url, validators, kind = 'feed'): Promise<FeedReading | NotModified> {
      const isIndex = kind === 'index';
      const answer = await fetcher.fetchDocument(url, isIndex ? accept.page : accept.feed, validators);
      if (answer.kind === 'notModified') return answer;
      if (!isIndex)
        return toReading(answer, await named(answer, () => parser.parse({ kind: 'feed', document: answer })));
      const { articlesAt: _, ...content } = await named(answer, () =>
        parser.parse({ kind: 'listing', document: answer }),
      );
      // A page that listed articles does not run out of them.
      if (content.entries.length === 0) throw new SourceError('layoutChanged', { host: new URL(answer.url).hostname });
      return toReading(answer, content);
    },
    discover: (address) => discoverFeeds(address, { readSite, readFeed, readListing }),
    async readPage(url): Promise<TitledPage> {
      const document = await fetchWhole(url, accept.page);
      return { ...(await named(document, () => parser.parse({ kind: 'page', document }))), url: document.url };
    },
    readCalendar,
    async readOpml(url) {
      const document = await fetchWhole(url, accept.opml);
      return vetFeeds(await named(document, () => parser.parse({ kind: 'opml', document })), options.allowHosts);
    },
    async close() {
      await Promise.all([fetcher.close(), parser.close()]);
    },
  };
}

/** Addresses that would be refused when they are read are refused at once. */
function vetFeeds({ feeds, ...list }: FeedList, allowHosts: readonly string[]): FeedListReading {
  const taken: ListedFeed[] = [];
  const refused: RefusedFeed[] = [];
  for (const feed of feeds) {
    const fault = findUrlFault(feed.url, allowHosts);
    if (fault === undefined) taken.push(feed);
    else refused.push({ ...feed, fault: fault === 'private' ? 'addressPrivate' : 'addressInvalid' });
  }
  return { ...list, feeds: taken, refused };
}

function toReading({ url, validators, freshForMs, movedTo }: FetchedDocument, content: FeedContent): FeedReading {
  return {
    kind: 'read',
    url,
    ...content,
    validators,
    ...(freshForMs === undefined ? {} : { freshForMs }),
    ...(movedTo === undefined ? {} : { movedTo }),
  };
}

/** Parsers know bytes; a person wants to read whose they were. */
async function named<Result>({ url }: FetchedDocument, parse: () => Promise<Result>): Promise<Result> {
  try {
    return await parse();
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    throw new SourceError(error.code, { host: new URL(url).hostname, ...error.args }, { cause: error.cause });
  }
}
