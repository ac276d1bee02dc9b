// /sources add: finds the feed of the address it is given and follows it. It asks only where several feeds fit, or where there
// is none and the page itself is to be read.

import { Refusal } from '../../src/domain/errors.ts';
import { isUrl } from '../../src/domain/isUrl.ts';
import { type Asked, defineSubcommand } from '../../src/kit/defineCommand.ts';
import { optional, required } from '../../src/kit/options.ts';
import { reply } from '../../src/kit/result.ts';
import type { FeedReading } from '../../src/ports/reader.ts';
import { indexPreview } from '../../src/views/indexPreview.ts';
import { sourceChoice } from '../../src/views/sourceChoice.ts';
import { followKnown, followSource, type Wanted } from './followSource.ts';
import { findNewestDate } from './newestDate.ts';
import { type OfferPorts, offerActions } from './offerActions.ts';
import { refuseKnown } from './refuseKnown.ts';
import { withScheme } from './withScheme.ts';

export type AddPorts = OfferPorts;

/** More of the past at once would be a flood. */
const backfillLimit = 3;
/** Characters; longer than any address a browser takes. */
const addressLimit = 2048;

export const add = defineSubcommand({
  name: 'add',
  visibility: 'private',
  options: {
    url: required.text({ max: addressLimit }),
    channel: optional.channel('text', 'announcement', 'forum', 'thread'),
    backfill: optional.integer(0, backfillLimit),
  },
  async run({ options, ...asked }, ports: AddPorts) {
    const settings = await ports.settings.get(asked.guildId);
    const channelId = options.channel?.id ?? settings.articlesChannelId;
    if (channelId === undefined) throw new Refusal('channelMissing', { command: asked.mention('setup') });
    const address = withScheme(options.url);
    await refuseKnown(address, asked, ports.subscriptions);

    const channelKind = options.channel?.kind;
    const wanted = { channelId, backfill: options.backfill ?? 0, ...(channelKind ? { channelKind } : {}) };
    const known = isUrl(address) ? await ports.sources.findByUrl(new URL(address).href) : undefined;
    if (known?.lastReadAt !== undefined) return reply(await followKnown(known, wanted, asked, ports));
    const discovery = await ports.reader.discover(address);
    switch (discovery.kind) {
      case 'feed':
      case 'found': {
        const isFound = discovery.kind === 'found';
        return reply(await followSource(discovery.reading, { kind: 'feed', isFound, ...wanted }, asked, ports));
      }
      case 'several':
        return reply(await offerFeeds(discovery.readings, wanted, asked, ports));
      case 'index':
        return reply(await offerPage(discovery.reading, wanted, asked, ports));
    }
  },
  actions: offerActions,
});

type Place = Pick<Wanted, 'channelId' | 'channelKind' | 'backfill'>;

async function offerFeeds(readings: readonly FeedReading[], wanted: Place, asked: Asked, { offers }: AddPorts) {
  const { guildId, now, say, mention } = asked;
  const urls = readings.map(({ url }) => url);
  const offerId = await offers.keep(guildId, { kind: 'feed', urls, ...wanted }, now);
  const feeds = readings.map(({ title, url, entries }) => {
    const newestAt = findNewestDate(entries, now);
    return { title, url, articleCount: entries.length, ...(newestAt === undefined ? {} : { newestAt }) };
  });
  return sourceChoice({ feeds, offerId, channelId: wanted.channelId, command: mention('sources add'), say });
}

async function offerPage(reading: FeedReading, wanted: Place, asked: Asked, { offers, subscriptions }: AddPorts) {
  const { guildId, now, say, mention } = asked;
  const { title, url, siteUrl = url, entries } = reading;
  await refuseKnown(url, asked, subscriptions);
  const offerId = await offers.keep(guildId, { kind: 'index', urls: [url], ...wanted }, now);
  const command = mention('sources add');
  return indexPreview({ title, url: siteUrl, entries, offerId, channelId: wanted.channelId, command, say });
}
