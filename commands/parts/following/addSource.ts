// Finds the feed of the address it is given and follows it. It asks only where several feeds fit, or where there is none and the
// page itself is to be read.

import { isUrl } from '../../../src/domain/isUrl.ts';
import type { Asked } from '../../../src/kit/defineCommand.ts';
import type { MessageView } from '../../../src/kit/message.ts';
import type { FeedReading } from '../../../src/ports/reader.ts';
import { indexPreview } from '../../../src/views/indexPreview.ts';
import { type OfferOwner, sourceChoice } from '../../../src/views/sourceChoice.ts';
import { withScheme } from '../withScheme.ts';
import { followKnown, followSource, isRebuilt, type Wanted } from './followSource.ts';
import { findNewestDate } from './newestDate.ts';
import type { OfferPorts } from './offerActions.ts';
import { refuseKnown } from './refuseKnown.ts';

type Place = Pick<Wanted, 'channelId' | 'backfill'>;

/** @throws Refusal where the server follows it already; SourceError where nothing can be read there */
export async function addSource(
  typed: string,
  wanted: Place,
  asked: Asked,
  ports: OfferPorts,
  owner: OfferOwner = 'sources',
): Promise<MessageView> {
  const address = withScheme(typed);
  await refuseKnown(address, asked, ports.subscriptions);
  const known = isUrl(address) ? await ports.sources.findByUrl(new URL(address).href) : undefined;
  // A page that was rebuilt is looked at as if it were new: it may have a feed by now.
  if (known?.lastReadAt !== undefined && !isRebuilt(known)) return followKnown(known, wanted, asked, ports);
  const discovery = await ports.reader.discover(address);
  switch (discovery.kind) {
    case 'feed':
    case 'found': {
      const isFound = discovery.kind === 'found';
      return followSource(discovery.reading, { kind: 'feed', isFound, ...wanted }, asked, ports);
    }
    case 'several':
      return offerFeeds(discovery.readings, wanted, asked, ports, owner);
    case 'index':
      return offerPage(discovery.reading, wanted, asked, ports, owner);
  }
}

async function offerFeeds(
  readings: readonly FeedReading[],
  wanted: Place,
  asked: Asked,
  { offers }: OfferPorts,
  owner: OfferOwner,
) {
  const { guildId, now, say, mention } = asked;
  const urls = readings.map(({ url }) => url);
  const offerId = await offers.keep(guildId, { kind: 'feed', urls, ...wanted }, now);
  const feeds = readings.map(({ title, url, entries }) => {
    const newestAt = findNewestDate(entries, now);
    return { title, url, articleCount: entries.length, ...(newestAt === undefined ? {} : { newestAt }) };
  });
  return sourceChoice({ feeds, offerId, owner, channelId: wanted.channelId, command: mention('sources add'), say });
}

async function offerPage(
  reading: FeedReading,
  wanted: Place,
  asked: Asked,
  { offers, subscriptions }: OfferPorts,
  owner: OfferOwner,
) {
  const { guildId, now, say, mention } = asked;
  const { title, url, siteUrl = url, entries } = reading;
  await refuseKnown(url, asked, subscriptions);
  const offerId = await offers.keep(guildId, { kind: 'index', urls: [url], ...wanted }, now);
  const command = mention('sources add');
  return indexPreview({ title, url: siteUrl, entries, offerId, owner, channelId: wanted.channelId, command, say });
}
